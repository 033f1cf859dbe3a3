import { mannWhitney } from '../../stats/mannWhitney.ts';
import { superiorityInterval } from '../../stats/superiorityInterval.ts';
import type { Sample } from './sampleOf.ts';
import type { OrdinalComparison } from './types.ts';

/** The answers after against those before, by their order alone. */
export function ordinalComparison(before: Sample, after: Sample, level: number): OrdinalComparison {
  const { method, superiority, statistic, pValue } = mannWhitney(after.perAnswer, before.perAnswer);
  const interval = superiorityInterval(after.perAnswer, before.perAnswer, { level });
  return {
    superiority,
    ...(interval && { interval }),
    test: { method, statistic, pValue, adjustedPValue: pValue },
  };
}
