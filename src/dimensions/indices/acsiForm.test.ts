import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import { acsiForm, EQUAL_WEIGHTS } from './acsiForm.ts';

const scale = { min: 1, max: 10 };

function surveyOf<Id extends string>(
  ids: readonly Id[],
  on: Scale = scale,
): SatisfactionSurvey<Id> {
  const questions = ids.map((id) => ({ id, text: 'Q', asks: 'satisfaction' as const, scale: on }));
  return { id: 's', title: 'S', questions };
}

const three = surveyOf(['overall', 'met', 'ideal']);
const people = [
  { overall: 9, met: 8, ideal: 8 },
  { overall: 7, met: 6, ideal: 6 },
];

describe('acsiForm', () => {
  it('is 0 where all give 1, 100 where all give 10, and says so of nothing in between', () => {
    const index = (a: number, b: number) =>
      acsiForm(
        tallyJointly(three, [
          { overall: a, met: a, ideal: a },
          { overall: b, met: b, ideal: b },
        ]),
      );
    expect(index(1, 10)).toMatchObject({ value: 50, unit: 'hundred', n: 2 });
    expect(index(10, 9)).toMatchObject({ value: expect.closeTo(94.444444, 6) });
    expect(index(10, 10)).toMatchObject({ kind: 'not-estimable', reason: 'zero-variance' });
  });

  it('names the form and the weights, and nothing that is not ours', () => {
    const { definition, parts } = acsiForm(tallyJointly(three, people));
    expect(definition).toEqual({
      metric: 'acsi-form',
      scale: { min: 1, max: 10, step: 1 },
      weights: EQUAL_WEIGHTS,
    });
    expect(parts.map(({ question, weightShare }) => [question, weightShare])).toEqual([
      ['overall', 1 / 3],
      ['met', 1 / 3],
      ['ideal', 1 / 3],
    ]);
  });

  it('takes the questions that are named, in their order, with their weights', () => {
    const four = surveyOf(['price', 'overall', 'met', 'ideal']);
    const tally = tallyJointly(
      four,
      people.map((one) => ({ ...one, price: 1 })),
    );
    const questions = ['ideal', 'met', 'overall'] as const;
    const found = acsiForm(tally, { questions, weights: [0, 0, 2] });
    expect(found).toMatchObject({ value: expect.closeTo((100 * 7) / 9, 9) });
    expect(found.parts.map(({ question }) => question)).toEqual(questions);
  });

  it('refuses another number of questions, another scale and weights below 0', () => {
    const two = surveyOf(['a', 'b']);
    expect(() => acsiForm(tallyJointly(two, []))).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    const four = surveyOf(['a', 'b', 'c', 'd']);
    expect(() => acsiForm(tallyJointly(four, []))).toThrow(/expected three/);
    const five = surveyOf(['a', 'b', 'c'], { min: 1, max: 5 });
    expect(() => acsiForm(tallyJointly(five, []))).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
    const halves = surveyOf(['a', 'b', 'c'], { min: 1, max: 10, step: 0.5 });
    expect(() => acsiForm(tallyJointly(halves, []))).toThrow(/steps of 0.5/);
    expect(() => acsiForm(tallyJointly(three, people), { weights: [1, 1, -1] })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('says zero-importance of weights that are all 0', () => {
    expect(acsiForm(tallyJointly(three, people), { weights: [0, 0, 0] })).toMatchObject({
      kind: 'not-estimable',
      reason: 'zero-importance',
      n: 2,
    });
  });

  it('says no-answers where one of the three was never answered', () => {
    const tally = tallyJointly(
      three,
      people.map(({ overall, met }) => ({ overall, met })),
    );
    expect(acsiForm(tally)).toMatchObject({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
  });
});
