import { assertType, expectTypeOf, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { prioritizeAreas } from '../prioritizeAreas.ts';
import type { AreaEvidence } from '../types.ts';
import { areaDrivers } from './areaDrivers.ts';
import { deriveImportance } from './deriveImportance.ts';
import { mergeDriverTallies } from './mergeDriverTallies.ts';
import { tallyDrivers } from './tallyDrivers.ts';

const survey = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'wait', text: 'Wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'seat', text: 'Seat?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'all', text: 'All?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
  ],
} as const;

interface Ids {
  readonly stage: never;
  readonly area: 'hall' | 'desk';
  readonly moment: 'enter' | 'pay';
  readonly requirement: never;
  readonly standard: never;
  readonly plan: never;
  readonly resource: never;
  readonly question: 'wait' | 'seat' | 'all';
}
declare const bank: Cycle<Ids>;
declare const evidence: AreaEvidence<Ids>;

it('keys importance by the drivers, questions and groups alike', () => {
  const tally = tallyDrivers(survey, [], {
    outcome: 'all',
    drivers: ['wait', { id: 'hall', questions: ['wait', 'seat'] }],
  });
  const derived = deriveImportance(tally);
  if (derived.kind === 'estimate') {
    expectTypeOf(derived.order[0]!).toEqualTypeOf<'wait' | 'hall'>();
    expectTypeOf(derived.drivers[0]!.duplicates[0]!).toEqualTypeOf<'wait' | 'hall'>();
  }
});

it('gives a promise for a stream', () => {
  async function* stream() {
    yield await Promise.resolve({ wait: 5, all: 4 });
  }
  const tally = tallyDrivers(survey, stream(), { outcome: 'all', drivers: ['wait'] });
  expectTypeOf(tally).toExtend<Promise<unknown>>();
});

it('takes the areas of a cycle for drivers, and their importance for evidence', () => {
  const tally = tallyDrivers(bank.survey!, [], { outcome: 'all', drivers: areaDrivers(bank) });
  expectTypeOf(tally.drivers[0]!.id).toEqualTypeOf<'hall' | 'desk'>();
  assertType(prioritizeAreas(bank, { ...evidence, drivers: tally }));
});

it('does not compile with a question that the survey does not have', () => {
  // @ts-expect-error -- no question 'queue'
  tallyDrivers(survey, [], { outcome: 'all', drivers: ['queue'] });
  // @ts-expect-error -- no question 'overall'
  tallyDrivers(survey, [], { outcome: 'overall', drivers: ['wait'] });
  // @ts-expect-error -- no question 'queue'
  tallyDrivers(survey, [], { outcome: 'all', drivers: [{ id: 'hall', questions: ['queue'] }] });
});

it('does not compile to merge tallies of other drivers, or derive by a method there is not', () => {
  const one = tallyDrivers(survey, [], { outcome: 'all', drivers: ['wait'] });
  const other = tallyDrivers(survey, [], { outcome: 'all', drivers: ['seat'] });
  // @ts-expect-error -- 'seat' is not 'wait'
  mergeDriverTallies(one, other);
  // @ts-expect-error -- no method 'kruskal'
  deriveImportance(one, { method: 'kruskal' });
});
