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

/** The places of each code's values, one after another. */
export function walksOf(codes: readonly number[], sizes: readonly number[]): ArrayLike<number> {
  const depth = sizes.length;
  const walks = new Uint32Array(codes.length * depth);
  for (let slot = 0; slot < codes.length; slot += 1) {
    let rest = codes[slot] as number;
    for (let level = depth - 1; level >= 0; level -= 1) {
      const size = sizes[level] as number;
      // The remainder of whole numbers; `%` takes ten times as long once they are no small ones.
      const whole = Math.floor(rest / size);
      walks[slot * depth + level] = rest - whole * size;
      rest = whole;
    }
  }
  return walks;
}

/** The place of each group's value of one key. */
export function placesOf(
  by: readonly GroupingKey[],
  groups: readonly number[],
  level: number,
): number[] {
  const below = by.slice(level + 1).reduce((product, { values }) => product * values.length, 1);
  const size = by[level]?.values.length ?? 1;
  const places = new Array<number>(groups.length);
  for (let group = 0; group < places.length; group += 1) {
    const rest = Math.floor((groups[group] as number) / below);
    places[group] = rest - Math.floor(rest / size) * size;
  }
  return places;
}
