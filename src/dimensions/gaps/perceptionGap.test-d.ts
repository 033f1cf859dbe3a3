import { assertType, expectTypeOf, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import { dimensionScores } from '../scores/dimensionScores.ts';
import { servperf } from '../scores/servperf.ts';
import { tallyDimensions } from '../scores/tallyDimensions.ts';
import type { DimensionTally } from '../scores/types.ts';
import { mergeGapTallies } from './mergeGapTallies.ts';
import { perceptionGap } from './perceptionGap.ts';
import { tallyGaps } from './tallyGaps.ts';
import type { GapTally } from './types.ts';

declare const survey: SatisfactionSurvey<'was' | 'ought'>;
declare const other: SatisfactionSurvey<'food'>;
declare const stream: AsyncIterable<{ was: number }>;

const tally = tallyGaps(survey, [{ was: 5, ought: 6, branch: 'north' }]);

it('keys its results by the questions of the survey', () => {
  expectTypeOf(tally).toEqualTypeOf<GapTally<'was' | 'ought'>>();
  const found = perceptionGap(tally);
  expectTypeOf(found.items[0]!.perception).toEqualTypeOf<'was' | 'ought'>();
  expectTypeOf(found.unpaired).toEqualTypeOf<readonly ('was' | 'ought')[]>();
  expectTypeOf(found.items[0]!.gap).toEqualTypeOf<Estimated>();
});

it('gives a promise for a stream', () => {
  expectTypeOf(tallyGaps(survey, stream)).toEqualTypeOf<Promise<GapTally<'was' | 'ought'>>>();
});

it('does not compile with a misspelt question', () => {
  tallyGaps(survey, [], { pairs: [{ perception: 'was', expectation: 'ought' }] });
  // @ts-expect-error -- no question 'oght'
  tallyGaps(survey, [], { pairs: [{ perception: 'was', expectation: 'oght' }] });
  // @ts-expect-error -- no question 'points'
  tallyGaps(survey, [], { weights: { from: 'allocation', questions: { a: 'points' } } });
  // @ts-expect-error -- 'wos' is no question
  tallyGaps(survey, [{ wos: 5 }]);
});

it('does not compile with weights from nowhere, or to read a figure before it is known that there is one', () => {
  // @ts-expect-error -- weights are asked by allocation or by ratings
  tallyGaps(survey, [], { weights: { from: 'guesses' } });
  // @ts-expect-error -- 'value' does not exist on what is not estimable
  assertType(perceptionGap(tally).items[0]!.gap.value);
});

it('does not compile to merge tallies of different surveys', () => {
  // @ts-expect-error -- 'food' is no question of the first
  mergeGapTallies(tally, tallyGaps(other, []));
});

it('does not compile to take service performance from anything but perceptions', () => {
  const perceptions = tallyDimensions(survey, [{ was: 5 }], { asks: 'perception' });
  expectTypeOf(perceptions).toEqualTypeOf<DimensionTally<'was' | 'ought', 'perception'>>();
  servperf(perceptions);
  const expectations = tallyDimensions(survey, [{ was: 5 }], { asks: 'expectation' });
  expectTypeOf(dimensionScores(expectations).definition.asks).toEqualTypeOf<'expectation'>();
  // @ts-expect-error -- these are expectations
  servperf(expectations);
  // @ts-expect-error -- what is asked has to be said
  tallyDimensions(survey, [{ was: 5 }], {});
});
