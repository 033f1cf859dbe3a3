import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import { average, populationVariance } from '../../../test/support/everySample.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import { dimensionScores } from './dimensionScores.ts';
import { mergeDimensionTallies } from './mergeDimensionTallies.ts';
import { servperf } from './servperf.ts';
import { tallyDimensions } from './tallyDimensions.ts';

const SIZES = [5, 4, 1];
const items: readonly RatedQuestion[] = SIZES.flatMap((size, dimension) =>
  Array.from({ length: size }, (_, place) => ({
    id: `q${String(dimension)}${String(place)}`,
    text: 'Q',
    asks: 'perception' as const,
    dimension: `d${String(dimension)}`,
    scale: { min: 1, max: 5, reversed: place === 1 },
  })),
);
const points: readonly RatedQuestion[] = SIZES.map((_, dimension) => ({
  id: `w${String(dimension)}`,
  text: 'Q',
  asks: 'importance',
  dimension: `d${String(dimension)}`,
  scale: { min: 1, max: 10 },
}));
const survey: SatisfactionSurvey = { id: 's', title: 'S', questions: [...items, ...points] };

const answer = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'not-applicable') },
  { weight: 1, arbitrary: hostileAnswer },
);
const weight = fc.integer({ min: 1, max: 10 });
const arbitraries: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries([
  ...items.map(({ id }) => [id, answer]),
  ...points.map(({ id }) => [id, weight]),
]);
const response = fc.record(arbitraries, {
  requiredKeys: points.map(({ id }) => id),
}) as fc.Arbitrary<SurveyResponse>;
const responses = fc.array(response, { maxLength: 12 });

const options = { asks: 'perception', weights: { from: 'ratings' } } as const;

/** A respondent's score in each dimension, worked out as on paper, by a rule of so much answered. */
function scoresOf(response: SurveyResponse, share: number): (number | undefined)[] {
  return SIZES.map((size, dimension) => {
    const answers = items
      .filter((item) => item.dimension === `d${String(dimension)}`)
      .flatMap(({ id, scale }) => {
        const given: unknown = response[id];
        if (typeof given !== 'number' || ![1, 2, 3, 4, 5].includes(given)) return [];
        return [scale.reversed === true ? 6 - given : given];
      });
    return answers.length > 0 && answers.length >= share * size ? average(answers) : undefined;
  });
}

describe('dimensionScores and servperf', () => {
  it('are what a patient person works out respondent by respondent, by either rule', () => {
    fc.assert(
      fc.property(responses, fc.constantFrom(0.5, 0.8), (some, answeredShare) => {
        const tally = tallyDimensions(survey, some, { ...options, answeredShare });
        const { dimensions } = dimensionScores(tally);
        for (const [dimension, { score, counts }] of dimensions.entries()) {
          const values = some.flatMap((each) => scoresOf(each, answeredShare)[dimension] ?? []);
          const n = values.length;
          expect(counts.scored).toBe(n);
          expect(counts.scored + counts.tooFew + counts.unanswered).toBe(some.length);
          if (score.kind !== 'estimate') continue;
          const mean = average(values);
          const variance = (n * populationVariance(values)) / (n - 1);
          const { low, high } = meanInterval({ n, mean, variance });
          expect(score.value).toBeCloseTo(mean, 9);
          expect(score.interval.low).toBeCloseTo(Math.max(1, low), 9);
          expect(score.interval.high).toBeCloseTo(Math.min(5, high), 9);
        }
        const weighted = some.flatMap((each) => {
          const scores = scoresOf(each, answeredShare);
          if (scores.includes(undefined)) return [];
          const weights = points.map(({ id }) => each[id] as number);
          const total = weights.reduce((sum, one) => sum + one, 0);
          return [weights.reduce((sum, one, i) => sum + (one * scores[i]!) / total, 0)];
        });
        const { overall } = servperf(tally).weighted!;
        expect(overall.n).toBe(weighted.length);
        if (overall.kind === 'estimate') expect(overall.value).toBeCloseTo(average(weighted), 9);
      }),
      { numRuns: 300 },
    );
  });

  it('are blind to the order of respondents, and to how they are parted', () => {
    fc.assert(
      fc.property(responses, fc.nat(), (some, cut) => {
        const at = cut % (some.length + 1);
        const [one, other] = [some.slice(0, at), some.slice(at)].map((part) =>
          tallyDimensions(survey, part, options),
        );
        const all = JSON.stringify(tallyDimensions(survey, some, options));
        expect(JSON.stringify(mergeDimensionTallies(one!, other!))).toBe(all);
        expect(JSON.stringify(mergeDimensionTallies(other!, one!))).toBe(all);
        expect(JSON.stringify(tallyDimensions(survey, some.toReversed(), options))).toBe(all);
      }),
    );
  });

  it('lie in their intervals, and these on the scale', () => {
    fc.assert(
      fc.property(responses, (some) => {
        const { dimensions, overall, weighted } = servperf(tallyDimensions(survey, some, options));
        const all = [...dimensions.map(({ score }) => score), overall, weighted!.overall];
        for (const each of all) {
          if (each.kind !== 'estimate') continue;
          const { low, high } = each.interval;
          const order = [1, low, each.value, high, 5];
          expect(order.toSorted((a, b) => a - b)).toEqual(order);
        }
      }),
    );
  });

  it('give a stricter rule fewer respondents, never more', () => {
    fc.assert(
      fc.property(responses, (some) => {
        const scored = [0.2, 0.5, 0.8, 1].map((answeredShare) =>
          tallyDimensions(survey, some, { ...options, answeredShare }).dimensions.map(
            (counts) => counts.scored,
          ),
        );
        for (const dimension of SIZES.keys()) {
          const falling = scored.map((counts) => counts[dimension]!);
          expect(falling.toSorted((a, b) => b - a)).toEqual(falling);
        }
      }),
    );
  });
});
