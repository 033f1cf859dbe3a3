import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { adjustForMultipleTests } from '../../stats/tests/adjustForMultipleTests.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { compareScores } from './compareScores.ts';

type Questions = Readonly<Record<string, Omit<RatedQuestion, 'id' | 'text'>>>;

function survey(id: string, questions: Questions): SatisfactionSurvey {
  return {
    id,
    title: id,
    questions: Object.entries(questions).map(([name, one]) => ({ ...one, id: name, text: name })),
  };
}

/** One response per answer: the answers to each question, the shorter lists left blank at the end. */
function responses(answers: Readonly<Record<string, readonly number[]>>): object[] {
  const length = Math.max(0, ...Object.values(answers).map((list) => list.length));
  return Array.from({ length }, (_, person) =>
    Object.fromEntries(Object.entries(answers).map(([id, list]) => [id, list[person] ?? null])),
  );
}

const FIVE = { min: 1, max: 5 };
const asked: Questions = {
  greeting: { asks: 'perception', about: { moment: 'greet' }, scale: FIVE },
  ease: { asks: 'effort', scale: { min: 1, max: 7 } },
  weight: { asks: 'importance', scale: FIVE },
};

describe('compareScores', () => {
  it('names what only one survey has, what changed its meaning and what nobody answered', () => {
    const before = scoreSurvey(
      survey('2025', {
        ...asked,
        gone: { asks: 'incident', scale: { min: 0, max: 1 } },
        rescaled: { asks: 'satisfaction', scale: FIVE },
        recommend: { asks: 'recommendation', scale: { min: 1, max: 10 } },
        moved: { asks: 'perception', about: { moment: 'pay' }, scale: FIVE },
      }),
      responses({ greeting: [1, 2, 3], weight: [3, 4] }),
    );
    const after = scoreSurvey(
      survey('2026', {
        fresh: { asks: 'satisfaction', scale: FIVE },
        moved: { asks: 'perception', about: { moment: 'queue' }, scale: FIVE },
        recommend: { asks: 'recommendation', scale: { min: 0, max: 10 } },
        rescaled: { asks: 'satisfaction', scale: { min: 1, max: 7 } },
        ...asked,
      }),
      responses({ greeting: [4, 5, 5], weight: [3, 5] }),
    );
    const { questions, ...rest } = compareScores(before, after);
    expect(rest).toEqual({
      kind: 'score-comparisons',
      before: '2025',
      after: '2026',
      level: 0.95,
      adjustment: 'holm',
    });
    expect(
      questions.map((one) => [one.question, one.kind === 'comparison' ? one.metric : one.reason]),
    ).toEqual([
      ['greeting', 'mean-rating'],
      ['ease', 'not-estimable'],
      ['weight', 'mean-rating'],
      ['gone', 'only-before'],
      ['rescaled', 'different-scale'],
      ['recommend', 'different-metric'],
      ['moved', 'different-definition'],
      ['fresh', 'only-after'],
    ]);
    expect(questions[3]).toEqual({
      question: 'gone',
      kind: 'not-comparable',
      reason: 'only-before',
      details: { metric: 'incident-share' },
    });
  });

  const many = { greeting: [1, 2, 2, 3, 3, 3, 4, 2, 1, 3, 2, 4], ease: [4, 5, 6, 3, 5, 4, 4, 5] };
  const more = { greeting: [4, 5, 3, 5, 4, 4, 5, 3, 5, 4, 5, 5], ease: [5, 6, 6, 5, 6, 5, 6, 5] };
  const earlier = scoreSurvey(survey('a', asked), responses({ ...many, weight: many.greeting }));
  const later = scoreSurvey(survey('b', asked), responses({ ...more, weight: more.greeting }));

  it('adjusts the tests of all questions together, and those of order among themselves', () => {
    const { questions } = compareScores(earlier, later);
    const comparisons = questions.filter((one) => one.kind === 'comparison');
    expect(comparisons).toHaveLength(3);
    expect(comparisons.map(({ test }) => test.adjustedPValue)).toEqual(
      adjustForMultipleTests(comparisons.map(({ test }) => test.pValue)),
    );
    expect(comparisons.map(({ ordinal }) => ordinal.test.adjustedPValue)).toEqual(
      adjustForMultipleTests(comparisons.map(({ ordinal }) => ordinal.test.pValue)),
    );
  });

  it('lets the adjusted p value decide, at the level asked for', () => {
    const verdicts = (level: number): string[] =>
      compareScores(earlier, later, { level }).questions.map((one) =>
        one.kind === 'comparison' ? one.verdict : one.reason,
      );
    expect(verdicts(0.95)).toEqual(['rose', 'rose', 'rose']);
    expect(verdicts(0.99)).toEqual(['rose', 'no-proven-change', 'rose']);
    // By Holm the largest of three p values stays as it is, by Bonferroni it is tripled.
    const [, ease] = compareScores(earlier, later).questions;
    expect(ease?.kind === 'comparison' && ease.test.pValue).toBeGreaterThan(0.05 / 3);
    const strict = compareScores(earlier, later, { adjustment: 'bonferroni' });
    expect(strict.adjustment).toBe('bonferroni');
    expect(strict.questions[1]).toMatchObject({ verdict: 'no-proven-change' });
    expect(strict.questions[1]).not.toHaveProperty('forCustomers');
  });

  it('says where it was the correction for several that turned a verdict', () => {
    const strict = compareScores(earlier, later, { adjustment: 'bonferroni' });
    expect(strict.questions[1]).toMatchObject({
      verdict: 'no-proven-change',
      correction: {
        comparisons: 3,
        uncorrected: 'rose',
        message: 'corrected for 3 comparisons',
      },
    });
    const [greeting] = strict.questions;
    expect(greeting).toMatchObject({ correction: { comparisons: 3, uncorrected: 'rose' } });
    expect(greeting).not.toHaveProperty('correction.message');
    const one = survey('one', { ease: { asks: 'effort', scale: { min: 1, max: 7 } } });
    const alone = scoreSurvey(one, responses(many));
    expect(compareScores(alone, alone).questions[0]).not.toHaveProperty('correction');
  });

  it('calls a better greeting better, and greater importance neither', () => {
    const [greeting, , weight] = compareScores(earlier, later).questions;
    expect(greeting).toMatchObject({ verdict: 'rose', forCustomers: 'better' });
    expect(weight).toMatchObject({ verdict: 'rose' });
    expect(weight).not.toHaveProperty('forCustomers');
  });

  it('adjusts the test of order of a question whose mean has no spread, too', () => {
    const flat = scoreSurvey(
      survey('c', asked),
      responses({ greeting: [3, 3, 3, 3], ease: [4, 5] }),
    );
    const { questions } = compareScores(flat, later);
    expect(questions[0]).toMatchObject({
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { before: 'zero-variance' },
    });
    const tests = questions.flatMap((one) => ('ordinal' in one ? [one.ordinal.test] : []));
    expect(tests).toHaveLength(2);
    expect(tests.map(({ adjustedPValue }) => adjustedPValue)).toEqual(
      adjustForMultipleTests(tests.map(({ pValue }) => pValue)),
    );
  });

  it('compares surveys without questions in common, and refuses a level that is no share', () => {
    const other = scoreSurvey(survey('d', { other: { asks: 'effort', scale: FIVE } }), []);
    const reasons = compareScores(other, later).questions.map((one) =>
      one.kind === 'not-comparable' ? one.reason : one.kind,
    );
    expect(reasons).toEqual(['only-before', 'only-after', 'only-after', 'only-after']);
    expect(() => compareScores(other, other, { level: 95 })).toThrow(/^level is 95/);
  });

  it('sees a change in hardly more than 5 of 100 pairs of surveys of ten questions between which nothing changed', () => {
    const random = seededRandom(7);
    const ten = survey('t', {
      ...Object.fromEntries(
        [0, 1, 2].map((at) => [`r${at}`, { asks: 'recommendation', scale: { min: 0, max: 10 } }]),
      ),
      ...Object.fromEntries(
        [0, 1, 2].map((at) => [`s${at}`, { asks: 'satisfaction', scale: FIVE }]),
      ),
      ...Object.fromEntries(
        [0, 1, 2, 3].map((at) => [`p${at}`, { asks: 'perception', scale: FIVE }]),
      ),
    });
    const scores = () =>
      scoreSurvey(
        ten,
        Array.from({ length: 80 }, () =>
          Object.fromEntries(
            ten.questions.map(({ id }) => {
              const skewed = 1 - random() ** 2;
              return [
                id,
                id.startsWith('r') ? Math.floor(11 * skewed) : 1 + Math.floor(5 * skewed),
              ];
            }),
          ),
        ),
      );
    const trials = 300;
    let alarms = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const { questions } = compareScores(scores(), scores());
      const isChanged = questions.some(
        (one) => one.kind === 'comparison' && one.verdict !== 'no-proven-change',
      );
      if (isChanged) alarms += 1;
    }
    // Three standard errors of 0.05 among 300 are 0.038.
    expect(alarms / trials).toBeLessThan(0.05 + 0.038);
  });
});
