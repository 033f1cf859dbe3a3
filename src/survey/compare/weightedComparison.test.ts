import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { compareScores } from './compareScores.ts';
import { compareTwoScores } from './compareTwoScores.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'q', text: 'How satisfied were you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
  ],
};

interface Row {
  readonly q: number;
  readonly w: number;
}

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const scoresOf = (rows: readonly Row[]) => scoreSurvey(survey, rows, { weight: 'w' });

describe('a comparison of weighted scores', () => {
  // Shares of .5 and .75 by hand; R survey::svymean gives standard errors .05025 and .03769, z 3.980.
  const before = scoresOf([...times(50, { q: 5, w: 1 }), ...times(50, { q: 1, w: 1 })]);
  const after = scoresOf([...times(50, { q: 5, w: 3 }), ...times(50, { q: 1, w: 1 })]);

  it('is of what is shown, not of the unweighted counts behind it', () => {
    const [question] = compareScores(before, after).questions;
    expect(question).toMatchObject({
      kind: 'comparison',
      before: { value: 0.5 },
      after: { value: 0.75 },
      difference: { value: 0.25 },
      test: { method: 'linearized-z' },
      verdict: 'rose',
    });
    const pValue = question?.kind === 'comparison' ? question.test.pValue : 1;
    expect(pValue / 6.892984e-5).toBeCloseTo(1, 1);
    const two = compareTwoScores(before.questions[0]!.scores[0], after.questions[0]!.scores[0]);
    expect(two).toMatchObject({ difference: { value: 0.25 } });
  });

  it('finds a fall where the old count much and fell, though most of the rows rose', () => {
    const wave = (young: number, old: number): Row[] => [
      ...Array.from({ length: 800 }, (_, i) => ({ q: i < young * 10 ? 5 : 2, w: 0.25 })),
      ...Array.from({ length: 200 }, (_, i) => ({ q: i < old * 10 ? 5 : 2, w: 4 })),
    ];
    const [question] = compareScores(scoresOf(wave(40, 14)), scoresOf(wave(60, 8))).questions;
    expect(question).toMatchObject({ kind: 'comparison', verdict: 'fell', forCustomers: 'worse' });
    const difference = question?.kind === 'comparison' ? question.difference.value : 0;
    expect(difference).toBeCloseTo(-0.19, 12);
  });
});

describe('a response of weight 0', () => {
  const scores = scoresOf([
    { q: 5, w: 1 },
    { q: 4, w: 1 },
    { q: 1, w: 1 },
    { q: 2, w: 2 },
    ...times(3, { q: 5, w: 0 }),
  ]);

  it('is nobody: not in n, nor in the design effect, nor in the interval', () => {
    const [share, mean] = scores.questions[0]!.scores;
    for (const score of [share, mean!]) {
      expect(score).toMatchObject({ n: 4, counts: { answered: 4 } });
      expect(score.designEffect).toBeCloseTo(1.12, 12);
    }
    expect(estimated(mean!).interval).toMatchObject({ low: 1, high: 5 });
    expect(scores.weights).toEqual({ invalid: 0, zero: 3 });
  });

  it('does not make two answers many', () => {
    const two = scoresOf([...times(2, { q: 4, w: 1 }), ...times(40, { q: 1, w: 0 })]);
    expect(two.questions[0]).toMatchObject({ scores: [{ n: 2 }, {}], warnings: ['few-answers'] });
  });
});
