import { assertType, expectTypeOf, it } from 'vitest';
import type { Cycle } from '../model/cycle.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { prioritizeAreas } from './prioritizeAreas.ts';

interface Ids {
  readonly stage: never;
  readonly area: 'hall' | 'desk';
  readonly moment: 'wait' | 'pay';
  readonly requirement: never;
  readonly standard: never;
  readonly plan: never;
  readonly resource: never;
  readonly question: 'waiting' | 'paying';
}
declare const bank: Cycle<Ids>;
declare const scores: SurveyScores<'waiting' | 'paying', 'wait' | 'pay', 'hall' | 'desk'>;
declare const hotelScores: SurveyScores<'sleeping', 'sleep', 'room'>;

it('keys the order by the areas and questions of the cycle', () => {
  const { areas } = prioritizeAreas(bank, { scores });
  expectTypeOf(areas[0]!.area).toEqualTypeOf<'hall' | 'desk'>();
  expectTypeOf(areas[0]!.questions[0]!.question).toEqualTypeOf<'waiting' | 'paying'>();
});

it("does not compile with a hotel's scores for a bank's areas", () => {
  // @ts-expect-error -- no question 'sleeping', no moment 'sleep', no area 'room'
  prioritizeAreas(bank, { scores: hotelScores });
});

it('does not compile to read the figures of a reason before its code is known', () => {
  const reason = prioritizeAreas(bank, { scores }).areas[0]!.reasons[0]!;
  // @ts-expect-error -- only some reasons have an upper limit
  assertType(reason.upperLimit);
  if (reason.code === 'level-deteriorated') {
    expectTypeOf(reason.upperLimit).toEqualTypeOf<number>();
  }
});

it('does not compile with a line that does not exist', () => {
  // @ts-expect-error -- no option 'ceiling'
  prioritizeAreas(bank, { scores }, { ceiling: 0.9 });
});
