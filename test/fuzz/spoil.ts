import type { Dice } from './dice.ts';
import { hostileData, hostileNumber, hostileText, hostileThing } from './hostileValues.ts';
import { freezeAll, isList, isPlain, plainCopy, put, valueAt } from './plainCopy.ts';

/**
 * What was done to an argument.
 *
 * - `number`: a number became another number; the types allow it
 * - `list`: a list lost, gained, repeated or swapped elements of its own; the types allow it
 * - `text`: a text became another text, which a union of literals or ids may forbid
 * - `data`: anything else that JSON or a structured clone could bring
 * - `thing`: what only code can bring
 */
type Harm = 'number' | 'list' | 'text' | 'data' | 'thing';

/** One change of the arguments. */
export interface Spoiling {
  /** What kind of change it is. */
  readonly harm: Harm;
  /** Where: the position of the argument, then keys. */
  readonly path: readonly (string | number)[];
}

/**
 * Spoils one place in the arguments. It goes down from an argument at random and stops at random, so
 * that what is deep is reached and what is at the top is, too.
 *
 * @param args - changed in place
 * @param others - values from elsewhere, to put where they do not belong
 */
export function spoil(args: unknown[], others: readonly unknown[], dice: Dice): Spoiling {
  let holder: object = args;
  let keys: readonly (string | number)[] = [...args.keys()];
  // Also an argument that was left out.
  let key: string | number = dice.below(Math.min(args.length + 1, 4));
  const path: (string | number)[] = [];
  for (;;) {
    path.push(key);
    const value = valueAt(holder, key);
    keys = isList(value) ? [...value.keys()] : isPlain(value) ? Object.keys(value) : [];
    if (keys.length === 0 || Object.isFrozen(value) || dice.happens(0.25)) {
      return { harm: change(holder, key, value, args, others, dice), path };
    }
    holder = value as object;
    key = dice.pick(keys);
  }
}

function change(
  holder: object,
  key: string | number,
  value: unknown,
  args: readonly unknown[],
  others: readonly unknown[],
  dice: Dice,
): Harm {
  const way = dice.below(20);
  if (typeof value === 'function') {
    // A source of chance that is none may be drawn from for ever: that is the caller's affair.
    put(holder, key, frozen(hostileData(dice)));
    return 'data';
  }
  if (typeof value === 'number' && way < 12) {
    put(holder, key, hostileNumber(dice));
    return 'number';
  }
  if (typeof value === 'string' && way < 12) {
    put(holder, key, way < 5 ? anyText(args, dice) : hostileText(dice));
    return 'text';
  }
  if (isList(value) && way < 10) {
    put(holder, key, reordered(value, dice));
    return 'list';
  }
  if (isPlain(value) && Object.isExtensible(value) && way < 4) {
    put(value, hostileText(dice), frozen(hostileData(dice)));
    return 'data';
  }
  if (way < 6 && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, key);
    return 'data';
  }
  if (way < 8) {
    put(holder, key, plainCopy(dice.pick(others)));
    return 'data';
  }
  if (way < 18) {
    put(holder, key, frozen(hostileData(dice)));
    return 'data';
  }
  put(holder, key, frozen(way === 18 ? disguised(value, dice) : hostileThing(dice)));
  return 'thing';
}

/** A text that stands somewhere in the arguments: ids meet ids of another kind, or themselves. */
function anyText(args: readonly unknown[], dice: Dice): string {
  let value: unknown = dice.pick(args.length === 0 ? [''] : args);
  for (let steps = 0; steps < 12; steps += 1) {
    if (typeof value === 'string') return value;
    const inside = valuesOf(value);
    if (inside.length === 0) break;
    value = dice.pick<unknown>(inside);
  }
  return hostileText(dice);
}

function reordered(list: readonly unknown[], dice: Dice): unknown[] {
  switch (dice.below(6)) {
    case 0:
      return [];
    case 1:
      return [...list, ...list.map(plainCopy)];
    case 2:
      return list.slice(0, dice.below(list.length + 1));
    case 3:
      return [...list].reverse();
    case 4:
      return list.length === 0 ? [] : Array.from({ length: 200 }, (_, i) => list[i % list.length]);
    default:
      return list.length === 0 ? [] : [...list, dice.pick(list)];
  }
}

/** The same content in another coat. */
function disguised(value: unknown, dice: Dice): unknown {
  if (!(isPlain(value) || isList(value)) || Object.isFrozen(value)) return hostileThing(dice);
  switch (dice.below(4)) {
    case 0:
      return new Proxy(value, {});
    case 1:
      return Object.create(value) as unknown;
    case 2:
      return Object.setPrototypeOf(plainCopy(value), null) as unknown;
    default:
      return isList(value) ? new Set(value) : new Map(Object.entries(valuesOf(value)));
  }
}

/** What stands in a list or a plain object. */
function valuesOf(value: unknown): readonly unknown[] {
  if (isList(value)) return value;
  return isPlain(value) ? Object.keys(value).map((key) => valueAt(value, key)) : [];
}

/** Hostile values are frozen when they are made: they may be cyclic, and are not gone into again. */
function frozen(value: unknown): unknown {
  freezeAll(value);
  return value;
}
