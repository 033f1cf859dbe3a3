import { expectTypeOf, it } from 'vitest';
import { defineCycle } from '../../model/defineCycle.ts';
import type { Visit } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { mergeVisitTallies } from './mergeVisitTallies.ts';
import { tallyVisits } from './tallyVisits.ts';
import type { VisitTally } from './types.ts';
import { visitsFromResponses } from './visitsFromResponses.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Bank',
  moments: [
    { id: 'queue', name: 'Waits in line', contact: 'none' },
    { id: 'pay', name: 'Receives the money', contact: 'staff' },
  ],
});
const hotel = defineCycle({
  id: 'hotel',
  name: 'Hotel',
  moments: [{ id: 'key', name: 'Gets the key', contact: 'staff' }],
});
declare const survey: SatisfactionSurvey<'line' | 'all', 'queue'>;
declare const stream: AsyncIterable<Visit<'pay'>>;

it('keeps the moments of the cycle in the tally', () => {
  const tally = tallyVisits(bank, [{ moments: { queue: { rating: 3 } }, overall: 4 }]);
  expectTypeOf(tally).toEqualTypeOf<VisitTally<'queue' | 'pay'>>();
  expectTypeOf(tally.moments[0]?.moment).toEqualTypeOf<'queue' | 'pay' | undefined>();
});

it('gives a promise for a stream', () => {
  expectTypeOf(tallyVisits(bank, stream)).toEqualTypeOf<Promise<VisitTally<'queue' | 'pay'>>>();
});

it('takes moments that are not passed, and visits that only some moments tell of', () => {
  const visits: Visit<'queue'>[] = [{ moments: { queue: null }, wouldReturn: false }];
  tallyVisits(bank, visits, { drivers: ['queue'] });
});

it('does not compile with moments that the cycle does not have', () => {
  // @ts-expect-error -- 'quue' is no moment
  tallyVisits(bank, [{ moments: { quue: { rating: 3 } } }]);
  // @ts-expect-error -- 'key' is a moment of the hotel
  tallyVisits(bank, [] as Visit<'key'>[]);
  // @ts-expect-error -- nor is it one to regress on
  tallyVisits(bank, [], { drivers: ['key'] });
});

it('does not compile with records that can only be invalid', () => {
  // @ts-expect-error -- a rating is no boolean
  tallyVisits(bank, [{ moments: { queue: { rating: true } } }]);
  // @ts-expect-error -- a wait is a number of seconds
  tallyVisits(bank, [{ moments: { queue: { waitSeconds: '30' } } }]);
  // @ts-expect-error -- a severity is a number
  tallyVisits(bank, [{ moments: { queue: { incident: { severity: 'high' } } } }]);
});

it('does not add up tallies of different cycles', () => {
  const money = tallyVisits(bank, []);
  expectTypeOf(mergeVisitTallies(money, money)).toEqualTypeOf<VisitTally<'queue' | 'pay'>>();
  // @ts-expect-error -- a bank and a hotel
  mergeVisitTallies(money, tallyVisits(hotel, []));
});

it('keys visits from responses by the moments that the survey asks about', () => {
  const { visits, scales } = visitsFromResponses(survey, [{ line: 3, all: 4 }]);
  expectTypeOf(visits).toEqualTypeOf<Iterable<Visit<'queue'>>>();
  tallyVisits(bank, visits, scales);
  // @ts-expect-error -- 'paying' is no question
  visitsFromResponses(survey, [{ line: 3 }], { questions: ['paying'] });
});
