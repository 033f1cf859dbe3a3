import type { PlaceSummary } from '../../src/quality/types.ts';

/** The summaries of made-up values, place by place. */
export function placesOf(values: readonly (readonly number[])[]): readonly PlaceSummary[] {
  return values.map((own, at) => {
    const n = own.length;
    const mean = own.reduce((sum, value) => sum + value, 0) / n;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { place: `${at}`, n, mean, variance: n === 1 ? 0 : squares / (n - 1) };
  });
}
