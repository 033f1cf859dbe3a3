import { describe, expect, it } from 'vitest';
import { customerSatisfaction } from '../survey/score/customerSatisfaction.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { checkScale } from './checkScale.ts';

describe('checkScale', () => {
  it.each([
    { min: 0, max: 1 },
    { min: -5, max: 5 },
    { min: 0, max: 100, step: 0.01 },
  ])('takes %o', (scale) => {
    expect(() => {
      checkScale(scale);
    }).not.toThrow();
  });

  it.each([
    { min: 5, max: 1 },
    { min: 1, max: 1 },
    { min: Number.NaN, max: 5 },
    { min: 1, max: Infinity },
    { min: 1, max: 2_147_483_648 },
    { min: 1, max: 5, step: 0 },
    { min: 1, max: 5, step: -1 },
  ])('refuses %o at once, wherever a scale is first used', (scale) => {
    const refusal = expect.objectContaining({ code: 'wrong-scale' });
    expect(() => {
      checkScale(scale);
    }).toThrow(refusal);
    expect(() => customerSatisfaction({ scale, perAnswer: [1, 2] })).toThrow(refusal);
    const survey = {
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q', asks: 'satisfaction' as const, scale }],
    };
    expect(() => tallyResponses(survey, [{ q: 1 }])).toThrow(refusal);
  });
});
