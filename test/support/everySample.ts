/**
 * Every sample of a size that can be drawn from a population with replacement, all equally
 * likely: over them an expectation is a plain average, and a law of statistics an equation.
 */
export function everySample<Member>(
  population: readonly Member[],
  size: number,
): readonly (readonly Member[])[] {
  if (size === 0) return [[]];
  return everySample(population, size - 1).flatMap((sample) =>
    population.map((member) => [...sample, member]),
  );
}

/** The mean of numbers. */
export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The variance of a whole population, with n below the line. */
export function populationVariance(values: readonly number[]): number {
  const mean = average(values);
  return average(values.map((value) => (value - mean) ** 2));
}
