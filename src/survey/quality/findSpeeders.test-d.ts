import { expectTypeOf, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { findSpeeders } from './findSpeeders.ts';
import { findStraightLiners } from './findStraightLiners.ts';
import { mergeFlags } from './mergeFlags.ts';
import type { Speeders, StraightLiners } from './types.ts';

declare const survey: SatisfactionSurvey<'a' | 'b'>;
declare const stream: AsyncIterable<{ seconds: number }>;

it('takes rows that hold the duration beside other keys', () => {
  const found = findSpeeders([{ seconds: 5, branch: 'north' }], { duration: 'seconds' });
  expectTypeOf(found).toEqualTypeOf<Speeders>();
  expectTypeOf(findSpeeders(stream, { duration: 'seconds' })).toEqualTypeOf<Promise<Speeders>>();
});

it('does not compile with a misspelt key', () => {
  // @ts-expect-error -- no key 'secnds'
  findSpeeders([{ seconds: 5 }], { duration: 'secnds' });
});

it('keys straight lines by the questions of the survey', () => {
  const found = findStraightLiners(survey, [{ a: 1 }]);
  expectTypeOf(found).toEqualTypeOf<StraightLiners<'a' | 'b'>>();
  expectTypeOf(found.flagged[0]!.from).toEqualTypeOf<'a' | 'b'>();
  // @ts-expect-error -- no question 'c'
  findStraightLiners(survey, [{ a: 1 }], { blocks: [['a', 'c']] });
});

it('does not compile to merge speeders with straight lines', () => {
  const lines = findStraightLiners(survey, [{ a: 1 }]);
  // @ts-expect-error -- flags of two kinds
  mergeFlags(lines, findSpeeders([{ seconds: 5 }], { duration: 'seconds' }));
});
