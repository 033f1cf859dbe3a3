import { mannWhitney } from '../../stats/tests/mannWhitney.ts';
import { superiorityInterval } from '../../stats/tests/superiorityInterval.ts';
import { sum } from '../answers/responseCounts.ts';
import { linearizedSize } from '../score/linearizedSize.ts';
import { weightTotals } from '../score/weightTotals.ts';
import type { Sample } from './sampleOf.ts';
import type { OrdinalComparison } from './types.ts';

/**
 * The answers after against those before, by their order alone. Weighted answers count for as many as they
 * are worth for the mean of their ridits: what share of both distributions together lies below each.
 */
export function ordinalComparison(before: Sample, after: Sample, level: number): OrdinalComparison {
  const ridits = riditsOf(before, after);
  const earlier = countsByRidit(before, ridits);
  const later = countsByRidit(after, ridits);
  const { method, superiority, statistic, pValue } = mannWhitney(later, earlier);
  const interval = superiorityInterval(later, earlier, { level });
  return {
    superiority,
    ...(interval && { interval }),
    test: { method, statistic, pValue, adjustedPValue: pValue },
  };
}

function riditsOf(before: Sample, after: Sample): readonly number[] {
  let below = 0;
  return before.perAnswer.map((count, place) => {
    const share = count / before.n + (after.perAnswer[place] ?? 0) / after.n;
    below += share;
    return (below - share / 2) / 2;
  });
}

function countsByRidit(
  { perAnswer, weighted }: Sample,
  ridits: readonly number[],
): readonly number[] {
  if (weighted === undefined) return perAnswer;
  const size = linearizedSize(weighted, weightTotals(weighted), ridits);
  const weight = sum(weighted.weights);
  return weighted.weights.map((own) => own * (size / weight));
}
