import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Visit } from '../../model/observations.ts';
import { checkCount, checkObject, checkOneOf, checkRows } from '../../shared/refuse.ts';
import { readResponses } from '../../survey/answers/readResponses.ts';
import type { VisitColumns } from './columns.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import type { VisitTally } from './types.ts';
import { visitCounter } from './visitCounter.ts';
import { DEFINITION_WORDS, visitDefinition } from './visitDefinition.ts';

/**
 * Counts visits: at each moment how many went wrong and how those visits ended, how ratings go with
 * the overall answer, how long customers waited, and which incidents come together. It is all that the
 * rules for critical moments need to know of visits.
 *
 * A visit ended `dissatisfied` when its overall answer is up to `dissatisfiedUpTo` or its customer
 * would not return: either sign is enough. It ended `satisfied` when it has any other overall answer or
 * its customer would return, and `unknown` when it has neither.
 *
 * A moment went wrong when an incident is reported there; where nothing is reported either way, a low
 * rating counts as an incident, unless `incidentsFrom` is `reports`. Customers in a bad mood remember
 * more incidents and rate lower, so prefer what was logged at the time.
 *
 * What cannot be read (a rating of 11 on 1 to 10, a moment that the cycle does not have, a severity of
 * 12, a wait below 0) is counted by kind and the first ones are listed by position; the rest of the
 * visit still counts. The tally takes one pass, and memory for the moments and the causes named but not
 * for the visits, unless waits are kept exactly. What is kept of moments that go wrong together grows with the square
 * of their number, which is why a cycle may have 2,000 moments here and no more; ratings that enter the joint
 * regression are named by `drivers`, whose work grows with their cube.
 *
 * Visits may also come by column ({@link VisitColumns}), which is faster for large numbers of them. Every visit counts
 * once: weights are refused.
 *
 * @param cycle - the cycle that customers went through
 * @param visits - one object per visit, in any iterable or as a stream, or columns
 * @param options - the scales, which answers are low, what tells of an incident
 * @returns the tally, a plain JSON value; for a stream, a promise of it
 * @throws ServiceCycleError `invalid-argument` for a reversed scale or bands that are not on it, more than 2,000
 * moments, columns of different lengths, and weights; `unknown-id` for a driver or a column that is no moment of the
 * cycle. An error of the stream is passed on.
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff' },
 *   ],
 * });
 * const tally = tallyVisits(bank, [
 *   { moments: { queue: { rating: 4 }, pay: { rating: 5, incident: false } }, overall: 5 },
 *   { moments: { queue: { rating: 3 }, pay: { incident: { cause: 'short-changed' } } }, overall: 1 },
 *   { moments: { queue: { rating: 2, waitSeconds: 900 }, pay: { rating: 4 } }, wouldReturn: true },
 * ]);
 * tally.outcome; // => { dissatisfied: 1, satisfied: 2, unknown: 0 }
 * tally.moments[1]?.incidents.incident[0]; // => { dissatisfied: 1, satisfied: 0, unknown: 0 }
 * tally.moments[0]?.sources.lowRating; // => 1
 * tally.coIncidents; // => [[1, 0], [0, 1]]
 *
 * // The same ratings and outcomes by column; 0 stands for nothing told.
 * tallyVisits(bank, {
 *   kind: 'columns',
 *   length: 3,
 *   blank: 0,
 *   moments: {
 *     queue: { rating: Uint8Array.of(4, 3, 2) },
 *     pay: { rating: Uint8Array.of(5, 0, 4), incident: [false, { cause: 'short-changed' }, null] },
 *   },
 *   overall: Uint8Array.of(5, 1, 0),
 *   wouldReturn: [null, null, true],
 * }).outcome; // => { dissatisfied: 1, satisfied: 2, unknown: 0 }
 * @see Flanagan (1954), Psychological Bulletin 51, 327-358, on collecting critical incidents
 */
export function tallyVisits<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  visits: Iterable<Visit<NoInfer<Ids['moment']>>> | VisitColumns<NoInfer<Ids['moment']>>,
  options?: VisitTallyOptions<NoInfer<Ids['moment']>>,
): VisitTally<Ids['moment']>;
/** The same for a stream. */
export function tallyVisits<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  visits: AsyncIterable<Visit<NoInfer<Ids['moment']>>>,
  options?: VisitTallyOptions<NoInfer<Ids['moment']>>,
): Promise<VisitTally<Ids['moment']>>;
export function tallyVisits<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  visits: Iterable<unknown> | AsyncIterable<unknown> | VisitColumns<Ids['moment']>,
  options: VisitTallyOptions<Ids['moment']> = {},
): VisitTally<Ids['moment']> | Promise<VisitTally<Ids['moment']>> {
  checkCycleShape(cycle);
  checkObject('options', options);
  const { firstPosition = 0 } = options;
  checkCount('firstPosition', firstPosition);
  const definition = visitDefinition(cycle, options);
  for (const [name, words] of Object.entries(DEFINITION_WORDS)) {
    checkOneOf(name, Reflect.get(definition, name), words);
  }
  const counter = visitCounter(cycle, definition);
  checkRows('visits', visits, 'stream', 'columns');
  if ('kind' in visits) {
    counter.addColumns(visits, firstPosition);
    return counter.counted();
  }
  return readResponses(
    visits,
    (visit, position) => {
      counter.add(visit, firstPosition + position);
    },
    counter.counted,
  );
}
