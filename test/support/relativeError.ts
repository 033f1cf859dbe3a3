/** |got - expected| / |expected|: 0 where both are the same, Infinity where only the expected is 0. */
export function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected);
}
