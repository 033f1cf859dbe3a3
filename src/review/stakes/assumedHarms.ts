import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { medianRatings } from '../../moments/judgements/medianRatings.ts';
import { readJudgements } from '../../moments/judgements/readJudgements.ts';
import type { Harm } from '../../plans/stakes.ts';
import type { AssumedHarm } from './stakeTypes.ts';

/** The harm where nothing at all tells: as many end dissatisfied as not. */
const EVEN = 0.5;

/** Severities are 1 to 10. */
const MOST_SEVERE = 10;

/** What stands in for harms that were not measured. */
export interface AssumedHarms {
  /** The harm that most moments have. */
  readonly common: AssumedHarm;
  /** That of one moment. */
  readonly of: (moment: string) => Harm;
}

/**
 * What stands in for harms that were not measured: the mean of those that were, so that no guess outbids
 * what is known; where none was, a tenth for each step of the median severity that people judged, and
 * where nobody judged, the same for all.
 */
export function assumedHarms(
  measured: readonly Harm[],
  moments: readonly Pick<MomentOfTruth, 'id' | 'judgements'>[],
): AssumedHarms {
  const assumed = (value: number, high: number): Harm => ({
    value,
    low: 0,
    high,
    basis: 'assumed',
  });
  if (measured.length > 0) {
    const value = meanOf(measured.map((harm) => harm.value));
    const high = meanOf(measured.map((harm) => harm.high ?? harm.value));
    return { common: { from: 'measured', value, high }, of: () => assumed(value, high) };
  }
  const judged = new Map(
    moments.flatMap(({ id, judgements = [] }) => {
      const { complete } = readJudgements(judgements);
      return complete.length > 0
        ? [[id, medianRatings(complete).severity / MOST_SEVERE] as const]
        : [];
    }),
  );
  const from = judged.size > 0 ? 'severity' : 'nothing';
  const value = judged.size > 0 ? meanOf([...judged.values()]) : EVEN;
  return {
    common: { from, value, high: 1 },
    of: (moment) => assumed(judged.get(moment) ?? value, 1),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
