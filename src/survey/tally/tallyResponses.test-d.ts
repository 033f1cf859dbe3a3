import { expectTypeOf, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Tally } from '../types.ts';
import { tallyResponses } from './tallyResponses.ts';

declare const survey: SatisfactionSurvey<'greeting' | 'paying'>;

it('takes rows that answer some of the questions and carry further keys', () => {
  const tally = tallyResponses(survey, [
    { greeting: 5, paying: null, branch: 'north' },
    { paying: 'not-applicable', month: 3 },
  ]);
  expectTypeOf(tally).toEqualTypeOf<Tally<'greeting' | 'paying', never>>();
});

it('takes rows one by one, from a stream', () => {
  tallyResponses(survey, new Set([{ greeting: 5 }]));
});

it('does not compile with rows that answer no question of the survey', () => {
  // @ts-expect-error -- 'greetin' and 'payin' are no questions
  tallyResponses(survey, [{ greetin: 5, payin: 4 }]);
});

it('does not compile with answers that can only be invalid', () => {
  // @ts-expect-error -- true is no answer
  tallyResponses(survey, [{ greeting: true }]);
  // @ts-expect-error -- nor is a list
  tallyResponses(survey, [{ greeting: [5] }]);
});

it('keys groups by the names they were grouped by', () => {
  const tally = tallyResponses(survey, [{ greeting: 5, branch: 'north' }], { by: ['branch'] });
  expectTypeOf(tally.by[0]?.name).toEqualTypeOf<'branch' | undefined>();
});

it('does not compile with a key to group by that no row has', () => {
  const rows = [{ greeting: 5, branch: 'north' }];
  // @ts-expect-error -- did you mean 'branch'?
  tallyResponses(survey, rows, { by: ['brnach'] });
  tallyResponses(survey, rows as Record<string, string | number>[], { by: ['brnach'] });
});

it('takes a key that only some of the rows have', () => {
  const rows: ({ greeting: number } | { paying: number; month: string })[] = [];
  tallyResponses(survey, rows, { by: ['month'] });
});
