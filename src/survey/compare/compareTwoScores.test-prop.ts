import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCounts,
  countsOn,
  mirrored,
  PROMOTER_SCALE,
} from '../../../test/support/arbitraryCounts.ts';
import { average, everySample } from '../../../test/support/everySample.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import { customerEffort } from '../score/customerEffort.ts';
import { customerSatisfaction } from '../score/customerSatisfaction.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import type { AnswerCounts, Score } from '../types.ts';
import { compareTwoScores } from './compareTwoScores.ts';
import type { ScoreComparison } from './types.ts';

interface TwoCounts {
  readonly score: (counts: AnswerCounts) => Score;
  readonly before: AnswerCounts;
  readonly after: AnswerCounts;
}

function netSatisfaction(counts: AnswerCounts): Score {
  return customerSatisfaction(counts, { box: 'net' });
}

const anyScale = arbitraryCounts(0).map(({ scale }) => scale);

/** Any metric, and answers before and after on a scale it is defined on. */
const twoCounts: fc.Arbitrary<TwoCounts> = fc
  .constantFrom<(counts: AnswerCounts) => Score>(
    netPromoterScore,
    customerSatisfaction,
    customerEffort,
    meanRating,
    incidentShare,
    netSatisfaction,
  )
  .chain((score) => {
    const scale =
      score === netPromoterScore
        ? fc.constant(PROMOTER_SCALE)
        : anyScale.filter((one) => answerCount(one) > 3 && answerCount(one) < 20);
    return scale.chain((one) =>
      fc.record({ score: fc.constant(score), before: countsOn(one, 0), after: countsOn(one, 0) }),
    );
  });

function comparison(before: Score, after: Score): ScoreComparison | undefined {
  const found = compareTwoScores(before, after);
  return found.kind === 'comparison' ? found : undefined;
}

describe('compareTwoScores', () => {
  it('gives figures or a name for why there are none, and never a number that is none', () => {
    fc.assert(
      fc.property(twoCounts, ({ score, before, after }) => {
        const found = compareTwoScores(score(before), score(after));
        const numbers = JSON.stringify(found, (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          return value;
        });
        expect(numbers).toBeDefined();
        if (found.kind === 'not-comparable') {
          expect(found.reason).toBe('not-estimable');
          return;
        }
        const { difference, test, ordinal } = found;
        for (const { pValue, adjustedPValue } of [test, ordinal.test]) {
          expect(pValue).toBeGreaterThanOrEqual(0);
          expect(pValue).toBeLessThanOrEqual(1);
          expect(adjustedPValue).toBe(pValue);
        }
        expect(difference.interval.low).toBeLessThanOrEqual(difference.value);
        expect(difference.interval.high).toBeGreaterThanOrEqual(difference.value);
        expect(difference.n).toBe(found.before.n + found.after.n);
        expect(difference.value).toBeCloseTo(found.after.value - found.before.value, 9);
      }),
    );
  });

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(twoCounts, ({ score, before, after }) => {
        const there = comparison(score(before), score(after));
        const back = comparison(score(after), score(before));
        fc.pre(there !== undefined);
        expect(back!.difference.value).toBeCloseTo(-there.difference.value, 9);
        expect(back!.difference.interval.low).toBeCloseTo(-there.difference.interval.high, 9);
        expect(back!.test.statistic).toBeCloseTo(-there.test.statistic, 9);
        expect(back!.test.pValue).toBeCloseTo(there.test.pValue, 9);
        const middle = there.effectSize.name === 'probability-of-superiority' ? 1 : 0;
        expect(back!.effectSize.value + there.effectSize.value).toBeCloseTo(middle, 9);
        expect(back!.ordinal.superiority + there.ordinal.superiority).toBeCloseTo(1, 9);
        const opposite = { rose: 'fell', fell: 'rose', 'no-proven-change': 'no-proven-change' };
        expect(back!.verdict).toBe(opposite[there.verdict]);
        expect(back!.forCustomers === there.forCustomers).toBe(there.forCustomers === undefined);
      }),
    );
  });

  it('finds no change between a score and itself', () => {
    fc.assert(
      fc.property(twoCounts, ({ score, before }) => {
        const found = comparison(score(before), score(before));
        fc.pre(found !== undefined);
        expect(found).toMatchObject({
          difference: { value: 0 },
          test: { pValue: 1 },
          ordinal: { superiority: 0.5, test: { pValue: 1 } },
          verdict: 'no-proven-change',
        });
        expect(found).not.toHaveProperty('forCustomers');
      }),
    );
  });

  it('proves as much on a scale of 10 to 50 as on one of 1 to 5', () => {
    fc.assert(
      fc.property(countsOn({ min: 1, max: 5 }), countsOn({ min: 1, max: 5 }), (before, after) => {
        const tens = (counts: AnswerCounts): AnswerCounts => {
          return { ...counts, scale: { min: 10, max: 50, step: 10 } };
        };
        const ones = comparison(meanRating(before), meanRating(after));
        fc.pre(ones !== undefined);
        const found = comparison(meanRating(tens(before)), meanRating(tens(after)))!;
        expect(found.difference.value).toBeCloseTo(10 * ones.difference.value, 9);
        expect(found.test.pValue).toBeCloseTo(ones.test.pValue, 9);
        expect(found.effectSize.value).toBeCloseTo(ones.effectSize.value, 9);
        expect(found.ordinal.superiority).toBe(ones.ordinal.superiority);
      }),
    );
  });

  it('comes to the same for customers when the scale and all answers are turned round', () => {
    fc.assert(
      fc.property(countsOn({ min: 1, max: 5 }), countsOn({ min: 1, max: 5 }), (before, after) => {
        for (const score of [meanRating, customerSatisfaction]) {
          const plain = comparison(score(before), score(after));
          const turned = comparison(score(mirrored(before)), score(mirrored(after)));
          expect(turned?.forCustomers).toBe(plain?.forCustomers);
          if (plain) expect(turned!.test.pValue).toBeCloseTo(plain.test.pValue, 9);
        }
      }),
    );
  });

  it('does not care what is left blank, does not apply or is no answer', () => {
    fc.assert(
      fc.property(twoCounts, ({ score, before, after }) => {
        const bare = (counts: AnswerCounts): AnswerCounts => {
          return { scale: counts.scale, perAnswer: counts.perAnswer };
        };
        expect(compareTwoScores(score(before), score(after))).toEqual(
          compareTwoScores(score(bare(before)), score(bare(after))),
        );
      }),
    );
  });

  it('is right on average: over all pairs of samples the difference is that of all', () => {
    const three = { min: 1, max: 3 };
    const population = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(population, population, (earlier, later) => {
        const share = (answers: readonly number[]): Score =>
          incidentShare(countAnswers(answers, three));
        const differences = everySample(earlier, 2).flatMap((before) =>
          everySample(later, 3).map((after) => comparison(share(before), share(after))!.difference),
        );
        const truth = comparison(share(earlier), share(later))!.difference.value;
        expect(average(differences.map(({ value }) => value))).toBeCloseTo(truth, 9);
      }),
      { numRuns: 20 },
    );
  });
});
