import { isRow } from '../answers/ownAnswer.ts';
import { groupText } from './groupValue.ts';
import { checkCombinations, type OrderedGroups, orderGroups } from './orderGroups.ts';
import { slotTable } from './slotTable.ts';

/** Finds the group of each response; groups are numbered as they are met. */
export interface GroupIndex {
  /** The slot of a response's group, from 0. */
  readonly slotOf: (response: object) => number;
  /** Writes the slots of the responses from one position up to another; what is no object has no values. */
  readonly writeSlots: (
    responses: readonly unknown[],
    from: number,
    to: number,
    slots: Int32Array,
  ) => void;
  /** How many slots there are. */
  readonly slots: () => number;
  /** The groups in the order of their codes. */
  readonly ordered: () => OrderedGroups;
}

/** Stands for a response that does not count, such as the second of two with one id. */
export const PASSED_OVER: unique symbol = Symbol('passed over');

type Row = Readonly<Record<string, unknown>>;

/** The values of one key as they are met. */
interface Dictionary {
  readonly name: string;
  /** The place of each value as it came, so that a value is turned into text only once. */
  readonly places: Map<unknown, number>;
  /** The place of each value as text. */
  readonly texts: Map<string | null, number>;
  /** How many places the codes leave room for. */
  room: number;
}

/**
 * Numbers groups by the place of each key's value in that key's dictionary; the places make one number
 * and no key is ever joined into a text.
 *
 * The first three keys are read each at a place of its own in the code: an engine makes `row[name]` as
 * fast as `row.name` where the name is always the same, and several times slower where it changes.
 *
 * @param names - the keys of the response objects
 */
export function groupIndex(names: readonly string[]): GroupIndex {
  const dictionaries = names.map(
    (name): Dictionary => ({ name, places: new Map(), texts: new Map(), room: 4 }),
  );
  const depth = names.length;
  const walks: number[] = [];
  let slots = 0;
  let room = roomOf(dictionaries);
  let table = slotTable(room);

  function slotOf(response: object): number {
    const row = response as Row;
    const places = dictionaries.map((dictionary) => placeOf(dictionary, row[dictionary.name]));
    let code = 0;
    for (const [level, place] of places.entries()) {
      code = code * (dictionaries[level] as Dictionary).room + place;
    }
    const { flat, sparse } = table;
    const slot = flat === undefined ? (sparse.get(code) ?? -1) : (flat[code] as number);
    if (slot !== -1) return slot;
    walks.push(...places);
    setSlot(code, slots);
    slots += 1;
    return slots - 1;
  }

  function writeSlots(
    responses: readonly unknown[],
    from: number,
    to: number,
    into: Int32Array,
  ): void {
    const { flat } = table;
    const [first, second, third, ...others] = dictionaries;
    const hasOthers = others.length > 0;
    for (let at = from; at < to; at += 1) {
      const row = responses[at] as Row | null;
      if (flat === undefined || typeof row !== 'object' || row === null) {
        into[at - from] = UNKNOWN;
        continue;
      }
      const a = first === undefined ? 0 : (first.places.get(row[first.name]) ?? UNKNOWN);
      const b = second === undefined ? 0 : (second.places.get(row[second.name]) ?? UNKNOWN);
      const c = third === undefined ? 0 : (third.places.get(row[third.name]) ?? UNKNOWN);
      let isKnown = a >= 0 && b >= 0 && c >= 0;
      let code = (a * (second?.room ?? 1) + b) * (third?.room ?? 1) + c;
      if (hasOthers) {
        for (const other of others) {
          const place = other.places.get(row[other.name]) ?? UNKNOWN;
          isKnown &&= place >= 0;
          code = code * other.room + place;
        }
      }
      into[at - from] = isKnown ? (flat[code] as number) : UNKNOWN;
    }
    // A value that is new may give all codes more room, so that these come when all others are found.
    for (let at = 0; at < to - from; at += 1) {
      if (into[at] !== UNKNOWN) continue;
      const row = responses[from + at];
      into[at] = row === PASSED_OVER ? 0 : slotOf(isRow(row) ? row : {});
    }
  }

  function placeOf(dictionary: Dictionary, value: unknown): number {
    const { name, places, texts } = dictionary;
    const known = places.get(value);
    if (known !== undefined) return known;
    const text = groupText(name, value);
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    places.set(value, place);
    if (place >= dictionary.room) {
      dictionary.room *= 2;
      room = roomOf(dictionaries);
      table = slotTable(room);
      for (let slot = 0; slot < slots; slot += 1) setSlot(codeOf(slot), slot);
    }
    return place;
  }

  function setSlot(code: number, slot: number): void {
    if (table.flat === undefined) table.sparse.set(code, slot);
    else table.flat[code] = slot;
  }

  function codeOf(slot: number): number {
    let code = 0;
    for (const [level, { room }] of dictionaries.entries()) {
      code = code * room + (walks[slot * depth + level] ?? 0);
    }
    return code;
  }

  return {
    slotOf,
    writeSlots,
    slots: () => slots,
    ordered: () =>
      orderGroups(
        names,
        dictionaries.map(({ texts }) => [...texts.keys()]),
        walks,
      ),
  };
}

/** Stands for a group that is not found the short way. */
const UNKNOWN = -1;

function roomOf(dictionaries: readonly Dictionary[]): number {
  return checkCombinations(dictionaries.map(({ room }) => room));
}
