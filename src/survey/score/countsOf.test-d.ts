import { expectTypeOf, it } from 'vitest';
import type { AnswerCounts, Tally } from '../types.ts';
import { countsOf } from './countsOf.ts';

declare const tally: Tally<'greeting' | 'paying'>;

it('counts a question that the survey has', () => {
  expectTypeOf(countsOf(tally, 0, 'paying')).toEqualTypeOf<AnswerCounts>();
});

it('does not compile with a misspelt question', () => {
  // @ts-expect-error -- no question 'payin'
  countsOf(tally, 0, 'payin');
});
