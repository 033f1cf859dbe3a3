import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { Rated, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import type { Tally } from '../types.ts';
import { scoreTally } from './scoreTally.ts';
import { FEW_ANSWERS } from './surveyScores.ts';

const five = { min: 1, max: 5 } as const;

function surveyOf(asks: Rated, scale: Scale): SatisfactionSurvey<'q'> {
  return { id: 's', title: 'S', questions: [{ id: 'q', text: 'Q', asks, scale }] };
}

function scored(asks: Rated, scale: Scale, answers: readonly (number | string | null)[]) {
  const survey = surveyOf(asks, scale);
  const tally = tallyResponses(
    survey,
    answers.map((q) => ({ q })),
  );
  const [question] = scoreTally(survey, tally).questions;
  if (question === undefined) throw new Error('no question was scored');
  return question;
}

describe('scoreTally', () => {
  it.each<[Rated, Scale, readonly string[]]>([
    ['recommendation', { min: 0, max: 10 }, ['net-promoter-score']],
    ['satisfaction', five, ['customer-satisfaction', 'mean-rating']],
    ['effort', { min: 1, max: 7 }, ['customer-effort']],
    ['incident', { min: 0, max: 1 }, ['incident-share']],
    ['perception', five, ['mean-rating']],
    ['expectation', five, ['mean-rating']],
    ['importance', five, ['mean-rating']],
  ])('scores a question that asks for %s on %o by %o', (asks, scale, metrics) => {
    const { scores } = scored(asks, scale, [scale.min, scale.max]);
    expect(scores.map(({ definition }) => definition.metric)).toEqual(metrics);
  });

  it.each<[string, Scale]>([
    ['1 to 10', { min: 1, max: 10 }],
    ['1 to 5', five],
    ['0 to 10, low is good', { min: 0, max: 10, reversed: true }],
  ])(
    'gives a recommendation asked on %s its mean and a warning, never a net promoter score',
    (_, scale) => {
      const { scores, warnings } = scored('recommendation', scale, [scale.min, scale.max]);
      expect(scores.map(({ definition }) => definition.metric)).toEqual(['mean-rating']);
      expect(warnings).toContain('not-a-net-promoter-scale');
    },
  );

  it('warns of a mean whose answers lean so far to one end that its interval misses too often', () => {
    const answers = (perAnswer: readonly number[]) =>
      perAnswer.flatMap((count, place) => Array<number>(count).fill(place + 1));
    const leaning = answers([1, 0, 0, 1, 98]);
    expect(scored('satisfaction', five, leaning).warnings).toEqual(['skewed-mean']);
    expect(scored('effort', five, leaning).warnings).toEqual(['skewed-mean']);
    expect(scored('satisfaction', five, answers([3, 5, 15, 40, 37])).warnings).toEqual([]);
    // It takes 25 times the square of the skewness: 25 · 2.67² = 178 answers of this shape.
    expect(scored('perception', five, answers([10, 0, 0, 0, 90])).warnings).toEqual([
      'skewed-mean',
    ]);
    expect(scored('perception', five, answers([20, 0, 0, 0, 180])).warnings).toEqual([]);
    // No mean, and one without a spread.
    expect(
      scored('incident', { min: 0, max: 1 }, [...Array<number>(99).fill(0), 1]).warnings,
    ).toEqual([]);
    expect(scored('effort', five, Array<number>(40).fill(5)).warnings).toEqual([]);
  });

  it('gives the two scores of satisfaction from the same answers', () => {
    const { scores } = scored('satisfaction', five, [5, 4, 3, 1, null, 'not-applicable']);
    expect(scores.map((score) => estimated(score).value)).toEqual([0.5, 3.25]);
    for (const { counts } of scores) {
      expect(counts).toMatchObject({ answered: 4, skipped: 1, notApplicable: 1, invalid: 0 });
    }
  });

  it('warns of few answers below 30 and not from there on', () => {
    const of = (n: number) => scored('satisfaction', five, new Array<number>(n).fill(4)).warnings;
    expect(FEW_ANSWERS).toBe(30);
    expect(of(29)).toEqual(['few-answers']);
    expect(of(30)).toEqual([]);
  });

  it('goes by those who answered, and not by those who were asked, when it warns', () => {
    const blanks = new Array<null>(100).fill(null);
    expect(scored('satisfaction', five, [...blanks, 5]).warnings).toEqual(['few-answers']);
  });

  it('warns of answers that are not on the scale', () => {
    const many = new Array<number>(40).fill(4);
    expect(scored('satisfaction', five, [...many, 6]).warnings).toEqual(['invalid-answers']);
  });

  it('scores a satisfaction question with two answers, thumbs down or up, by the better one', () => {
    const { scores } = scored('satisfaction', { min: 0, max: 1 }, [1, 1, 1, 0]);
    expect(scores[0].definition).toMatchObject({ satisfied: [1] });
    expect(estimated(scores[0]).value).toBe(0.75);
  });

  it('says what each question asks and what it is about', () => {
    const survey: SatisfactionSurvey = {
      id: 'leaving',
      title: 'On leaving',
      questions: [
        { id: 'all', text: 'A', asks: 'satisfaction', scale: five },
        { id: 'why', text: 'Why?', asks: 'comment' },
        { id: 'pay', text: 'P', asks: 'effort', scale: five, about: { moment: 'pay' } },
        { id: 'desk', text: 'D', asks: 'importance', scale: five, about: { area: 'desk' } },
      ],
    };
    const scores = scoreTally(survey, tallyResponses(survey, [{ all: 1 }, { all: 9 }]));
    expect(scores).toMatchObject({ kind: 'survey-scores', survey: 'leaving', responses: 2 });
    expect(scores.firstInvalid).toEqual([{ question: 'all', position: 1, found: '9' }]);
    expect(scores.questions.map(({ question, asks, about }) => [question, asks, about])).toEqual([
      ['all', 'satisfaction', undefined],
      ['pay', 'effort', { moment: 'pay' }],
      ['desk', 'importance', { area: 'desk' }],
    ]);
  });

  it('gives every interval the level that was asked for', () => {
    const survey = surveyOf('satisfaction', five);
    const tally = tallyResponses(survey, [{ q: 5 }, { q: 1 }]);
    const [question] = scoreTally(survey, tally, { level: 0.8 }).questions;
    for (const score of question?.scores ?? []) {
      expect(estimated(score).interval.level).toBe(0.8);
    }
  });

  it('refuses a tally that was made with another survey', () => {
    const tally = tallyResponses(surveyOf('satisfaction', five), [{ q: 5 }]);
    expect(() => scoreTally(surveyOf('satisfaction', { min: 1, max: 7 }), tally)).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });

  it('takes a tally that a database stored and gave back with its keys in another order', () => {
    const survey = surveyOf('satisfaction', five);
    const tally = tallyResponses(survey, [{ q: 5 }, { q: 4 }]);
    const stored = {
      ...tally,
      questions: tally.questions.map(({ id, scale: { min, max }, firstCell }) => ({
        firstCell,
        scale: { max, min },
        id,
      })),
    } satisfies Tally<'q'>;
    expect(scoreTally(survey, stored)).toEqual(scoreTally(survey, tally));
  });

  it('takes a tally made before the words beside the answers were translated', () => {
    const before = surveyOf('satisfaction', { ...five, labels: { '5': 'very good' } });
    const after = surveyOf('satisfaction', {
      ...five,
      labels: { '5': { en: 'very good', es: 'muy bueno' } },
    });
    const tally = tallyResponses(before, [{ q: 5 }]);
    expect(scoreTally(after, tally).questions[0]?.scores[0]).toMatchObject({ value: 1 });
  });

  it('refuses a minimum total above that of groups, which would tell it', () => {
    const survey = surveyOf('satisfaction', five);
    const tally = tallyResponses(survey, []);
    expect(() => scoreTally(survey, tally, { minimumTotal: 6 })).toThrow(
      'minimumTotal is 6; expected a whole number from 1 to 5',
    );
    expect(scoreTally(survey, tally, { minimumTotal: 6, minimumGroupSize: 6 }).responses).toBe(0);
  });

  describe('beside a tally published before', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } },
        { id: 'r', text: 'R', asks: 'effort', scale: { min: 1, max: 7 } },
      ],
    } as const;
    const march = Array.from({ length: 40 }, (_, at) => ({ q: 1 + (at % 5), r: 1 + (at % 7) }));

    it('shows nothing of a total that has grown by fewer than the minimum', () => {
      const before = tallyResponses(survey, march);
      const after = tallyResponses(survey, [...march, { q: 1, r: 1 }, { q: 9, r: 2 }]);
      const scores = scoreTally(survey, after, { published: [before] });
      expect(scores).toMatchObject({
        responses: 'suppressed',
        questions: [],
        suppressedQuestions: ['q', 'r'],
        firstInvalid: [],
      });
      expect(scoreTally(survey, after)).toMatchObject({ responses: 42, suppressedQuestions: [] });
    });

    it('leaves out only the question that few more have answered', () => {
      const before = tallyResponses(survey, march);
      const more = Array.from({ length: 6 }, (_, at) => ({ q: 5, r: at < 2 ? 7 : null }));
      const after = tallyResponses(survey, [...march, ...more]);
      const scores = scoreTally(survey, after, { published: [before] });
      expect(scores.responses).toBe(46);
      expect(scores.suppressedQuestions).toEqual(['r']);
      expect(scores.questions.map(({ question }) => question)).toEqual(['q']);
    });
  });
});
