import { describe, expect, it } from 'vitest';
import {
  accountFor,
  expectFigures,
  type Figure,
  referenceCases,
} from '../../../test/support/reference.ts';
import type { Scale } from '../../model/survey.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import type { Score } from '../types.ts';
import { comparePairedAnswers } from './comparePairedAnswers.ts';
import { compareTwoScores } from './compareTwoScores.ts';
import { netPromoterDifference } from './netPromoterDifference.ts';
import { pairAnswers } from './pairAnswers.ts';
import type { ScoreComparison } from './types.ts';

// The sources give the first group less the second: the first is ours after, the second before.
function compared(first: Score, second: Score, level: number): ScoreComparison {
  const found = compareTwoScores(second, first, { level });
  if (found.kind !== 'comparison') throw new Error(`not comparable: ${found.reason}`);
  return found;
}

interface Classes {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

function recommended({ detractors, passives, promoters }: Classes): Score {
  return netPromoterScore({
    scale: { min: 0, max: 10 },
    perAnswer: [0, 0, 0, 0, 0, 0, detractors, passives, 0, 0, promoters],
  });
}

function promoterFigures(a: Classes, b: Classes, level: number): Readonly<Record<string, number>> {
  const { difference, test } = compared(recommended(a), recommended(b), level);
  const { adjustedDifference, standardError } = netPromoterDifference(
    { ...a, n: a.detractors + a.passives + a.promoters },
    { ...b, n: b.detractors + b.passives + b.promoters },
  );
  // The limits are those of the source, reaching to the plain difference where they leave it out.
  const half = normalQuantile((1 + level) / 2) * standardError;
  const { low, high } = difference.interval;
  expect(low).toBeCloseTo(Math.min(difference.value, adjustedDifference - half), 9);
  expect(high).toBeCloseTo(Math.max(difference.value, adjustedDifference + half), 9);
  return {
    diff: difference.value,
    adjDiff: adjustedDifference,
    adjSe: standardError,
    adjLower: adjustedDifference - half,
    adjUpper: adjustedDifference + half,
    adjP: test.pValue,
  };
}

const SCORED_ALONE = 'a score by itself: the room above';

accountFor('scores', {
  computed: {
    // The plain Wald test and Welch's test of classes are not ours.
    'nps diff ': ({ a, b, level }: { a: Classes; b: Classes; level: number }) =>
      promoterFigures(a, b, level),
  },
  leftOut: {
    'nps counts ': SCORED_ALONE,
    'nps raw ': SCORED_ALONE,
    'weighted nps ': SCORED_ALONE,
    'csat ': SCORED_ALONE,
    'ces ': SCORED_ALONE,
  },
});

function classes([promoters, passives, detractors]: readonly [number, number, number]): Classes {
  return { promoters, passives, detractors };
}

interface TwoSamples {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly level: number;
}

/** The same two samples as mean ratings on a scale that takes all of them. */
function rated({ x, y, level }: TwoSamples, scale: Scale): ScoreComparison {
  return compared(meanRating(countAnswers(x, scale)), meanRating(countAnswers(y, scale)), level);
}

const SEVEN = { min: 1, max: 7 };
const HUNDREDTHS = { min: 2, max: 10, step: 0.01 };

/** From scores to the comparison, the whole way; what the tests by themselves give is in src/stats. */
const computed: Readonly<
  Record<string, readonly [file: string, compute: (input: never) => Figure]>
> = {
  'nps.difference adjusted-wald ex-094': [
    'published',
    ({ a, b }: Record<'a' | 'b', readonly [number, number, number]>) => {
      const { adjDiff, adjSe, adjP } = promoterFigures(classes(a), classes(b), 0.95);
      // The source counts in shares, and what it calls the difference is the adjusted one.
      return { diff: adjDiff! / 100, se: adjSe! / 100, z: adjDiff! / adjSe!, p: adjP! };
    },
  ],
  'welch ces7 vs csat5 two.sided': [
    'means',
    (input: TwoSamples) => {
      const { difference, test } = rated(input, SEVEN);
      const { low, high } = difference.interval;
      return {
        statistic: test.statistic,
        df: test.degreesOfFreedom!,
        p: test.pValue,
        conf: [low, high],
      };
    },
  ],
  'cohen-d ces7 vs csat5': [
    'means',
    (input: TwoSamples) => ({ hedgesG: rated({ ...input, level: 0.95 }, SEVEN).effectSize.value }),
  ],
  'paired t': [
    'means',
    ({ x, y, level }: TwoSamples) => {
      const found = comparePairedAnswers(pairAnswers(HUNDREDTHS, y, x), {
        metric: 'mean-rating',
        level,
      });
      if (found.kind !== 'paired-comparison') throw new Error(found.reason);
      const { difference, test } = found;
      return {
        statistic: test.statistic,
        df: test.degreesOfFreedom!,
        p: test.pValue,
        conf: [difference.interval.low, difference.interval.high],
        estimate: [difference.value],
      };
    },
  ],
  'mann-whitney 0-10 ties': [
    'tests',
    ({ a, b }: Record<'a' | 'b', readonly number[]>) => {
      const { superiority, interval, test } = rated(
        { x: a, y: b, level: 0.95 },
        { min: 0, max: 10 },
      ).ordinal;
      return {
        varghaDelaneyA: superiority,
        cliffLower: 2 * interval!.low - 1,
        cliffUpper: 2 * interval!.high - 1,
        pContinuity: test.pValue,
      };
    },
  ],
};

describe('two scores, compared the whole way', () => {
  it.each(Object.entries(computed))('agree with the source: %s', (name, [file, compute]) => {
    const [found] = referenceCases(file).filter((each) => each.name === name);
    expectFigures(found!, compute(found!.input as never));
  });

  const differences = referenceCases('proportions').filter(({ name }) => name.startsWith('diff '));

  it.each(differences.map((each) => [each.name, each] as const))(
    'agree with the source: %s',
    (_, each) => {
      const { x1, n1, x2, n2, level } = each.input as Record<
        'x1' | 'n1' | 'x2' | 'n2' | 'level',
        number
      >;
      const share = (x: number, n: number): Score =>
        incidentShare({ scale: { min: 0, max: 1 }, perAnswer: [n - x, x] });
      const { difference, test } = compared(share(x1, n1), share(x2, n2), level);
      const { low, high } = difference.interval;
      expectFigures(each, { diff: difference.value, newcombe: [low, high] });
      // Where nobody reports an incident on either side R gives no p value: nothing differs, p is 1.
      if (x1 + x2 === 0) expect(test).toMatchObject({ statistic: 0, pValue: 1 });
      else expectFigures(each, { pooledChiSq: test.statistic ** 2, pooledP: test.pValue });
    },
  );
});
