import { assertType, expectTypeOf, it } from 'vitest';
import { defineCycle } from '../../model/defineCycle.ts';
import type { SatisfactionDefinition, Score } from '../types.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { scoreSurvey } from './scoreSurvey.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  areas: [{ id: 'desk', name: 'Desk' }],
  moments: [{ id: 'pay', name: 'Is paid', contact: 'staff', area: 'desk' }],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'paying',
        text: 'How satisfied were you?',
        asks: 'satisfaction',
        about: { moment: 'pay' },
        scale: { min: 1, max: 5 },
      },
      {
        id: 'recommend',
        text: 'Would you recommend us?',
        asks: 'recommendation',
        scale: { min: 0, max: 10 },
      },
    ],
  },
});
const scores = scoreSurvey(bank.survey, [{ paying: 5, branch: 'north' }]);

it('keys its results by the questions, moments and areas of the cycle', () => {
  const question = scores.questions[0]!;
  expectTypeOf(question.question).toEqualTypeOf<'paying' | 'recommend'>();
  expectTypeOf(question.about).toEqualTypeOf<
    { readonly moment: 'pay' } | { readonly area: 'desk' } | undefined
  >();
  expectTypeOf(scores.firstInvalid[0]!.question).toEqualTypeOf<'paying' | 'recommend'>();
  // @ts-expect-error -- no question 'payin'
  scores.questions.find((one) => one.question === 'payin');
});

it('has at least one score for each question', () => {
  expectTypeOf(scores.questions[0]!.scores[0]).toEqualTypeOf<Score>();
});

it('does not compile to read a figure before it is known that there is one', () => {
  const score = scores.questions[0]!.scores[0];
  // @ts-expect-error -- 'value' does not exist on what is not estimable
  assertType(score.value);
  // @ts-expect-error -- nor does 'interval'
  assertType(score.interval);
  if (score.kind === 'estimate') expectTypeOf(score.value).toEqualTypeOf<number>();
  else expectTypeOf(score.reason).toBeString();
});

it('carries the counts and the definition whether there is a figure or not', () => {
  const counts = { scale: { min: 1, max: 5 }, perAnswer: [0, 0, 0, 0, 0] };
  const score = customerSatisfaction(counts);
  expectTypeOf(score.definition).toEqualTypeOf<SatisfactionDefinition>();
  expectTypeOf(score.counts.answered).toEqualTypeOf<number>();
});

it('does not compile to read who is dissatisfied before it is known that the share is net', () => {
  const { definition } = customerSatisfaction({
    scale: { min: 1, max: 4 },
    perAnswer: [0, 0, 0, 0],
  });
  // @ts-expect-error -- 'dissatisfied' does not exist on a share
  assertType(definition.dissatisfied);
  if (definition.box === 'net') {
    expectTypeOf(definition.dissatisfied).toEqualTypeOf<readonly number[]>();
  } else expectTypeOf(definition.box).toEqualTypeOf<'top' | 'top-two' | 'top-three'>();
});

it('does not compile with an option that another metric takes, or that none does', () => {
  const counts = { scale: { min: 0, max: 10 }, perAnswer: [] };
  // @ts-expect-error -- a net promoter score has no box
  netPromoterScore(counts, { box: 'top' });
  // @ts-expect-error -- a box is one of four
  customerSatisfaction(counts, { box: 'top-four' });
  // @ts-expect-error -- an interval is computed by a function
  netPromoterScore(counts, { interval: 'wald' });
  // @ts-expect-error -- no option 'confidence'
  scoreSurvey(bank.survey, [], { confidence: 0.9 });
});
