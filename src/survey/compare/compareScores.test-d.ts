import { assertType, expectTypeOf, it } from 'vitest';
import type { Estimate } from '../../shared/estimate.ts';
import type { SurveyScores } from '../score/surveyScores.ts';
import type { Score } from '../types.ts';
import { comparePairedAnswers } from './comparePairedAnswers.ts';
import { compareScores } from './compareScores.ts';
import { compareTwoScores } from './compareTwoScores.ts';
import type { PairedAnswers } from './types.ts';

declare const before: SurveyScores<'greeting' | 'paying'>;
declare const after: SurveyScores<'greeting' | 'leaving'>;
declare const score: Score;
declare const pairs: PairedAnswers;

it('keys its results by the questions of either survey', () => {
  const [question] = compareScores(before, after).questions;
  expectTypeOf(question!.question).toEqualTypeOf<'greeting' | 'paying' | 'leaving'>();
  // @ts-expect-error -- no question 'payin'
  assertType<boolean>(question!.question === 'payin');
});

it('does not compile to read a difference before it is known that there is one', () => {
  const question = compareScores(before, after).questions[0]!;
  // @ts-expect-error -- 'difference' does not exist on a refusal
  assertType(question.difference);
  if (question.kind === 'comparison') {
    expectTypeOf(question.difference).toEqualTypeOf<Estimate>();
    expectTypeOf(question.test.adjustedPValue).toBeNumber();
  } else if (question.reason === 'different-definition') {
    expectTypeOf(question.details.before).toBeString();
  } else if (question.reason === 'not-estimable') {
    expectTypeOf(question.details.before).not.toBeNumber();
  }
});

it('does not compile with an option that there is not', () => {
  // @ts-expect-error -- no option 'confidence'
  compareScores(before, after, { confidence: 0.9 });
  // @ts-expect-error -- no adjustment 'sidak'
  compareScores(before, after, { adjustment: 'sidak' });
  // @ts-expect-error -- one comparison has nothing to be adjusted for
  compareTwoScores(score, score, { adjustment: 'holm' });
});

it('does not compile to compare pairs without saying what, or with a box for what has none', () => {
  // @ts-expect-error -- no metric
  comparePairedAnswers(pairs, {});
  // @ts-expect-error -- a mean has no box
  comparePairedAnswers(pairs, { metric: 'mean-rating', box: 'top' });
  comparePairedAnswers(pairs, { metric: 'customer-satisfaction', box: 'top' });
});
