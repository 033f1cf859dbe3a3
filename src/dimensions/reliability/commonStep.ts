import type { TalliedItem } from './types.ts';

/**
 * The largest step of which every item's step is a multiple: the unit in which answers on different
 * scales add up to a whole number. By Euclid's algorithm, with an allowance for steps such as 0.1 that
 * are not exact in a computer.
 *
 * @example
 * const scale = { min: 0, max: 1 };
 * commonStep([{ id: 'a', scale: { ...scale, step: 0.25 } }, { id: 'b', scale: { ...scale, step: 0.1 } }])
 * // ~> 0.05
 */
export function commonStep(items: readonly TalliedItem[]): number {
  return items.map(({ scale }) => scale.step ?? 1).reduce(commonDivisor, 0);
}

function commonDivisor(first: number, second: number): number {
  let [larger, smaller] = [Math.max(first, second), Math.min(first, second)];
  while (smaller > 1e-9 * larger) {
    const rest = Math.abs(larger - smaller * Math.round(larger / smaller));
    [larger, smaller] = [smaller, rest > 1e-9 * larger ? rest : 0];
  }
  return larger;
}
