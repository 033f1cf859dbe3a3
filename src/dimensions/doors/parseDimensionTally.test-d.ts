import { expectTypeOf, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Result } from '../../shared/result.ts';
import { parseTally } from '../../survey/doors/parseTally.ts';
import type { GapTally } from '../gaps/types.ts';
import type { DimensionTally } from '../scores/types.ts';
import { parseDimensionTally } from './parseDimensionTally.ts';

declare const survey: SatisfactionSurvey<'kind' | 'heard'>;
declare const input: unknown;

it('gives the tally of the kind that is told, and one of dimensions where none is', () => {
  expectTypeOf(parseDimensionTally(survey, input)).toEqualTypeOf<
    Result<DimensionTally<'kind' | 'heard'>>
  >();
  expectTypeOf(parseDimensionTally(survey, input, { kind: 'gap-tally' })).toEqualTypeOf<
    Result<GapTally<'kind' | 'heard'>>
  >();
});

it('does not compile with a kind that is read by the other verb', () => {
  // @ts-expect-error -- parseTally reads it
  parseDimensionTally(survey, input, { kind: 'duration-tally' });
  // @ts-expect-error -- parseDimensionTally reads it
  parseTally(survey, input, { kind: 'item-tally' });
});
