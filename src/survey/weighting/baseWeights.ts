import type { Issue } from '../../shared/issue.ts';
import { isWeight, outOfRange } from './readMargins.ts';

/** Reads the base weight of a row by its position, in units of the largest one. */
export type BaseWeightReader = (position: number) => number;

/** Every row starts with 1 where nothing else is said; what is no weight goes into the issues. */
export function readBaseWeights(
  baseWeights: ArrayLike<number> | undefined,
  issues: Issue[],
): BaseWeightReader {
  if (baseWeights === undefined) return () => 1;
  const expected = 'a finite number, 0 or more';
  let largest = 0;
  let faults = 0;
  let first = 0;
  for (let position = 0; position < baseWeights.length; position += 1) {
    const weight = baseWeights[position] as number;
    if (!isWeight(weight)) {
      if (faults === 0) first = position;
      faults += 1;
    } else if (weight > largest) largest = weight;
  }
  if (faults > 0) {
    const issue = outOfRange(['baseWeights', first], baseWeights[first], expected);
    const message = faults === 1 ? issue.message : `${issue.message}, as in ${faults} rows`;
    issues.push({ ...issue, message });
  }
  return (position) => (largest === 0 ? 0 : (baseWeights[position] ?? 0) / largest);
}
