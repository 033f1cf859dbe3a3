import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { newcombeDifference } from '../../stats/intervals/newcombeDifference.ts';
import { welchTest } from '../../stats/tests/welchTest.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import { bothSides } from './bothSides.ts';

const survey: SatisfactionSurvey = {
  id: 'kitchen',
  title: 'The kitchen',
  questions: [
    { id: 'prompt', text: 'In time?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'told', text: 'Told?', asks: 'perception', scale: { min: 1, max: 7 } },
    { id: 'again', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
  ],
};

function scores(n: number, answers: (i: number) => Record<string, number>): SurveyScores {
  return scoreSurvey(
    survey,
    Array.from({ length: n }, (_, i) => answers(i)),
  );
}

const cooks = scores(40, (i) => ({
  prompt: i < 36 ? 5 : 2,
  told: 5 + (i % 3),
  again: 8 + (i % 3),
}));
const waiters = scores(60, (i) => ({
  prompt: i < 30 ? 4 : 1,
  told: 4 + (i % 3),
  again: 8 + (i % 3),
}));

describe('bothSides', () => {
  const found = bothSides(cooks, waiters);

  it('takes the user off the provider, by Newcombe for shares and Welch for means', () => {
    const [prompt, told] = found.questions;
    const share = newcombeDifference({ successes: 36, n: 40 }, { successes: 30, n: 60 });
    expect(prompt?.question).toBe('prompt');
    expect(prompt?.provider.value).toBe(0.9);
    expect(prompt?.difference.value).toBeCloseTo(share.difference, 12);
    expect(prompt?.difference.interval.low).toBeCloseTo(share.interval.low, 12);
    const welch = welchTest(
      { n: 40, mean: 5.975, variance: 0.6916666666666667 },
      { n: 60, mean: 5, variance: 40 / 59 },
    );
    expect(told?.difference.value).toBeCloseTo(welch.difference, 12);
    expect(told?.test.method).toBe('welch-t');
  });

  it('puts the largest difference first, as a share of what the score can span', () => {
    expect(found.questions.map(({ question, verdict }) => [question, verdict])).toEqual([
      ['prompt', 'provider-higher'],
      ['told', 'provider-higher'],
      ['again', 'no-proven-difference'],
    ]);
    expect(bothSides(waiters, cooks).questions[0]?.verdict).toBe('user-higher');
  });

  it('names the questions that are not compared', () => {
    const silent = scores(0, () => ({}));
    const none = bothSides(cooks, silent);
    expect(none.questions).toEqual([]);
    expect(none.notCompared.map(({ question, reason }) => [question, reason])).toEqual([
      ['prompt', 'not-estimable'],
      ['told', 'not-estimable'],
      ['again', 'not-estimable'],
    ]);
  });

  it('refuses what are no scores', () => {
    expect(() => bothSides({} as never, waiters)).toThrow(/survey-scores/);
    expect(() => bothSides(cooks, waiters, { level: 95 })).toThrow(/level is 95/);
  });
});
