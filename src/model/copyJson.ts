/** Names that would reach an object's prototype where results are keyed by id. */
export const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** How many lists and objects may stand in each other: deeper is a mistake, or made to harm. */
const DEEPEST = 100;

/** What is no JSON, and where. */
export interface JsonFault {
  /** The keys and positions that lead to it. */
  readonly path: readonly (string | number)[];
  /** What was found. */
  readonly input: unknown;
  /** What was expected. */
  readonly expected: string;
}

/** A copy of a plain JSON value, and what of it is none. A key that holds `undefined` is an absent one. */
export function copyJson(value: unknown): { copy: unknown; faults: readonly JsonFault[] } {
  const faults: JsonFault[] = [];
  const path: (string | number)[] = [];
  // What stands in several places is copied once: copies of copies would grow without bounds.
  const copies = new Map<object, unknown>();
  const refuse = (input: unknown, expected: string): unknown => {
    faults.push({ path: [...path], input, expected });
    return undefined;
  };
  const copyOf = (one: unknown): unknown => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one;
    if (Number.isFinite(one)) return one;
    if (typeof one !== 'object' || !(Array.isArray(one) || isPlain(one)))
      return refuse(one, JSON_VALUE);
    if (copies.has(one)) return copies.get(one) ?? refuse(one, 'nothing that holds itself');
    if (path.length >= DEEPEST) return refuse(one, `at most ${DEEPEST} levels`);
    copies.set(one, undefined);
    const copy = Array.isArray(one) ? listOf(one) : objectOf(one);
    copies.set(one, copy);
    return copy;
  };
  const listOf = (list: readonly unknown[]): unknown[] => {
    const copy: unknown[] = [];
    for (let place = 0; place < list.length; place += 1) copy.push(at(place, list[place]));
    return copy;
  };
  const objectOf = (fields: Record<string, unknown>): Record<string, unknown> => {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(fields)) {
      if (fields[key] === undefined) continue;
      if (RESERVED.includes(key)) {
        path.push(key);
        refuse(key, 'a name that is not reserved');
        path.pop();
      } else copy[key] = at(key, fields[key]);
    }
    return copy;
  };
  const at = (key: string | number, one: unknown): unknown => {
    path.push(key);
    const copy = copyOf(one);
    path.pop();
    return copy;
  };
  return { copy: copyOf(value), faults };
}

const JSON_VALUE =
  'a JSON value: a text, a finite number, true, false, null, a list or an object of such';

/** Whether something is an object of no class, from this realm or another. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
