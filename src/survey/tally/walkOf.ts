import type { GroupingKey } from '../types.ts';

/** Writes the places of a group's values, key by key, that its code stands for. */
export function walkOf(by: readonly GroupingKey[], code: number, walk: number[]): void {
  let rest = code;
  for (let level = by.length - 1; level >= 0; level -= 1) {
    const size = by[level]?.values.length ?? 1;
    walk[level] = rest % size;
    rest = Math.floor(rest / size);
  }
}
