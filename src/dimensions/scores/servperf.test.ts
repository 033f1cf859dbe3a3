import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { servperf } from './servperf.ts';
import { tallyDimensions } from './tallyDimensions.ts';

const seven = { min: 1, max: 7 };

function question(id: string, dimension: string, scale: Scale, asks: RatedQuestion['asks']) {
  return { id, text: 'Q', asks, dimension, scale };
}

const survey: SatisfactionSurvey = {
  id: 's',
  title: 'S',
  questions: [
    question('look', 'tangibles', seven, 'perception'),
    question('kept', 'reliability', seven, 'perception'),
    question('ought', 'reliability', seven, 'expectation'),
    question('points look', 'tangibles', { min: 0, max: 100 }, 'importance'),
    question('points kept', 'reliability', { min: 0, max: 100 }, 'importance'),
  ],
};
const asks = { asks: 'perception' } as const;
const person = (look: number, kept: number, forLook: number, forKept: number): SurveyResponse => ({
  look,
  kept,
  'points look': forLook,
  'points kept': forKept,
});
const people = [person(6, 4, 25, 75), person(7, 3, 50, 50), person(5, 5, 0, 0)];

describe('servperf', () => {
  it('is the mean of the dimensions, by perceptions alone', () => {
    const found = servperf(tallyDimensions(survey, people, asks));
    expect(found.dimensions.map(({ score }) => estimated(score).value)).toEqual([6, 4]);
    expect(found.overall).toEqual({ kind: 'not-estimable', reason: 'zero-variance', n: 3 });
    const more = servperf(tallyDimensions(survey, [...people, person(7, 7, 0, 0)], asks));
    expect(estimated(more.overall)).toMatchObject({ value: 5.5, n: 4, unit: 'scale' });
    expect(found).not.toHaveProperty('weighted');
  });

  it('is weighted by the respondents’ own points, each by their own', () => {
    const weights = { from: 'allocation' } as const;
    const { weighted, definition } = servperf(
      tallyDimensions(survey, people, { ...asks, weights }),
    );
    expect(estimated(weighted!.overall).value).toBeCloseTo((4.5 + 5 + 5) / 3, 12);
    expect(weighted).toMatchObject({ counts: { weighted: 3, unweighted: 1 } });
    expect(definition).toEqual({
      metric: 'servperf',
      scale: { min: 1, max: 7, step: 1 },
      recoded: [],
      answeredShare: 0.5,
      allocation: { total: 100, tolerance: 0.5 },
    });
  });

  it('is weighted by weights that the caller gives', () => {
    const { weighted } = servperf(tallyDimensions(survey, people, asks), {
      weights: { tangibles: 1, reliability: 3 },
    });
    expect(estimated(weighted!.overall).value).toBe(4.5);
    expect(weighted!.dimensions).toEqual([
      { dimension: 'tangibles', share: 0.25 },
      { dimension: 'reliability', share: 0.75 },
    ]);
  });

  it('is the mean perception of a gap, where both were asked and everybody answered both', () => {
    const twice = people.map((each) => ({ ...each, ought: 7 }));
    expect(servperf(tallyDimensions(survey, twice, asks)).dimensions[1]!.score).toEqual(
      servperf(tallyDimensions(survey, people, asks)).dimensions[1]!.score,
    );
  });

  it('stays within its scale, at its very ends', () => {
    const best = [person(7, 7, 30, 70), person(7, 7, 10, 10), person(7, 6, 0, 100)];
    const weights = { from: 'allocation' } as const;
    const found = servperf(tallyDimensions(survey, best, { ...asks, weights }));
    const { value, interval } = estimated(found.weighted!.overall);
    expect(value).toBeLessThanOrEqual(7);
    expect(interval.high).toBe(7);
  });

  it('refuses dimensions on different scales', () => {
    const mixed: SatisfactionSurvey = {
      ...survey,
      questions: [
        question('look', 'tangibles', seven, 'perception'),
        question('kept', 'reliability', { min: 1, max: 5 }, 'perception'),
      ],
    };
    expect(() => servperf(tallyDimensions(mixed, [], asks))).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
