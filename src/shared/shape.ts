import type { IssueCode } from './issue.ts';
import { pathText } from './quote.ts';
import { isFields, refuse } from './refuse.ts';

/**
 * What a value has to look like.
 *
 * - `text`, `flag`, `number` (finite), `count` (a whole number, 0 or more), `place` (one
 *   that a list can have), `counted` (a number, 0 or
 *   more), `key` (a text or null), `function`, `any` (something)
 * - `[shape]`: a list of such
 * - `{ name: shape }`: an object with these fields; one whose name ends with `?` may be absent
 * - a function: the shape that goes with what was found
 */
export type Shape =
  | Leaf
  | readonly [Shape]
  | { readonly [field: string]: Shape }
  | ((value: unknown) => Shape);

type Leaf = 'text' | 'flag' | 'number' | 'count' | 'place' | 'counted' | 'key' | 'function' | 'any';

/** A place where a value does not look as it has to. */
export interface ShapeFault {
  /** The kind of fault. */
  readonly code: IssueCode;
  /** The keys and positions that lead to it. */
  readonly path: readonly (string | number)[];
  /** What was found there. */
  readonly found: unknown;
  /** What was expected. */
  readonly expected: string;
}

/**
 * Refuses an argument that does not look as it has to, at the first place where it does not. Fields that
 * the shape does not name are passed over.
 *
 * @throws `invalid-argument` naming the place
 */
export function checkShape(name: string, value: unknown, shape: Shape): void {
  walk(value, shape, undefined, false, ({ path, found, expected }) => {
    const first = typeof path[0] === 'number' ? '' : '.';
    refuse(path.length === 0 ? name : `${name}${first}${pathText(path)}`, found, expected);
  });
}

/**
 * Where a value does not look as it has to: the first `most` places. It holds no fields but those that
 * the shape names, and those are its own.
 */
export function shapeFaults(value: unknown, shape: Shape, most: number): ShapeFault[] {
  const faults: ShapeFault[] = [];
  walk(value, shape, undefined, true, (fault) => {
    faults.push(fault);
    return faults.length < most;
  });
  return faults;
}

/** A copy of what a value holds of a shape that it has. */
export function copyOf(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'function') return copyOf(value, shape(value));
  // Adding 0 turns -0 into 0.
  if (typeof shape === 'string') return typeof value === 'number' ? value + 0 : value;
  if (isListShape(shape)) {
    // A list of another make has no methods.
    return Array.from(value as ArrayLike<unknown>, (one) => copyOf(one, shape[0]));
  }
  const copy: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(shape)) {
    const key = field.endsWith('?') ? field.slice(0, -1) : field;
    const held: unknown = Reflect.get(value as object, key);
    if (held !== undefined) copy[key] = copyOf(held, inner);
  }
  return copy;
}

/** The steps to a place, from the innermost out. */
interface Place {
  readonly step: string | number;
  readonly before: Place | undefined;
}

/** Takes a fault, and says whether it wants more. */
type Report = (fault: ShapeFault) => boolean;

/** Goes through a value; false when no more faults are wanted. */
function walk(
  value: unknown,
  shape: Shape,
  place: Place | undefined,
  isClosed: boolean,
  report: Report,
): boolean {
  if (typeof shape === 'function') return walk(value, shape(value), place, isClosed, report);
  if (typeof shape === 'string') {
    if (isLeaf(value, shape)) return true;
    const code = typeof value === 'number' ? 'out-of-range' : 'wrong-type';
    return report({ code, path: pathOf(place), found: value, expected: IN_WORDS[shape] });
  }
  if (isListShape(shape)) {
    // A list of another make is read too where nobody will ask it for its methods.
    const isList = Array.isArray(value) && (isClosed || isIterable(value));
    if (!isList) return report(wrongType(value, place, 'a list'));
    // Counts come by the million: their places are written down only where one is wrong.
    const leaf = typeof shape[0] === 'string' ? shape[0] : undefined;
    for (let step = leaf === 'count' ? firstNoCount(value) : 0; step < value.length; step += 1) {
      if (leaf !== undefined && isLeaf(value[step], leaf)) continue;
      const inner = { step, before: place };
      if (!walk(value[step], shape[0], inner, isClosed, report)) return false;
    }
    return true;
  }
  if (!isFields(value)) return report(wrongType(value, place, 'an object'));
  for (const field of Object.keys(shape)) {
    const inner = shape[field] as Shape;
    const isOptional = field.endsWith('?');
    const step = isOptional ? field.slice(0, -1) : field;
    const isThere = !isClosed || Object.hasOwn(value, step);
    const held = isThere ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
    if (held === undefined && isOptional) continue;
    // Nearly all fields are plain and right: their place is written down only where one is wrong.
    if (typeof inner === 'string' && isLeaf(held, inner)) continue;
    const at = { step, before: place };
    if (held === undefined && isClosed) {
      const expected = `the key "${step}"`;
      if (!report({ code: 'missing', path: pathOf(at), found: held, expected })) return false;
    } else if (!walk(held, inner, at, isClosed, report)) return false;
  }
  if (!isClosed) return true;
  const known = new Set(Object.keys(shape).map((field) => field.replace(/\?$/, '')));
  for (const step of Object.keys(value)) {
    if (known.has(step) || Reflect.get(value, step) === undefined) continue;
    const path = pathOf({ step, before: place });
    const expected = `one of the keys ${[...known].join(', ')}`;
    if (!report({ code: 'unknown-key', path, found: step, expected })) return false;
  }
  return true;
}

/**
 * The position of the first that is no count: lists of counts are the longest there are. Most are whole
 * numbers of 32 bits, which the machine tells without a call.
 */
function firstNoCount(values: readonly unknown[]): number {
  let at = 0;
  for (; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value !== 'number') break;
    if (value >>> 0 !== value && !isCount(value)) break;
  }
  return at;
}

function wrongType(value: unknown, place: Place | undefined, expected: string): ShapeFault {
  return { code: 'wrong-type', path: pathOf(place), found: value, expected };
}

function isIterable(value: object): boolean {
  return typeof Reflect.get(value, Symbol.iterator) === 'function';
}

function isListShape(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** Whether a value is a whole number, 0 or more. */
export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isLeaf(value: unknown, leaf: Leaf): boolean {
  switch (leaf) {
    case 'text':
      return typeof value === 'string';
    case 'key':
      return typeof value === 'string' || value === null;
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return Number.isFinite(value);
    case 'count':
      return isCount(value);
    case 'place':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) < MOST_PLACES;
    case 'counted':
      return Number.isFinite(value) && Number(value) >= 0;
    case 'function':
      return typeof value === 'function';
    case 'any':
      return value !== undefined && value !== null;
  }
}

/** No list is longer; and from 2^53 on one place more is the same number. */
const MOST_PLACES = 4_294_967_295;

const IN_WORDS: { readonly [leaf in Leaf]: string } = {
  text: 'a text',
  key: 'a text, or null for no value',
  flag: 'true or false',
  number: 'a finite number',
  count: 'a whole number, 0 or more',
  place: 'a whole number, 0 or more, that a list can have as a place',
  counted: 'a finite number, 0 or more',
  function: 'a function',
  any: 'something',
};

function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.before) path.push(at.step);
  return path.reverse();
}
