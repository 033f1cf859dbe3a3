import { convert, unitRatio } from '../../model/convertUnit.ts';
import type { Standard } from '../../model/requirement.ts';
import type { NotEstimable } from '../../shared/estimate.ts';
import { checkAtLeast, checkObject, checkText, refuse } from '../../shared/refuse.ts';
import { checkRequiredShare } from '../checkStandard.ts';
import { blockedShare, forecastOf, loadOf, nextBlockedShare } from './erlangQueue.ts';
import type { QueueForecast, QueueLoad } from './queueTypes.ts';

/** How many agents a standard takes. */
export interface AgentsNeeded {
  /** Tells this result from others. */
  readonly kind: 'agents-needed';
  /** The smallest number that meets the standard. */
  readonly agents: number;
  /** How the queue behaves with them. */
  readonly forecast: QueueForecast;
  /** How it behaves with one fewer; absent where the queue would grow without end. */
  readonly withOneFewer?: QueueForecast;
}

/**
 * A standard that no number of agents meets for certain.
 *
 * It is asked of every case, and chance always leaves a few who wait longer.
 */
export type NoNumberSuffices = NotEstimable<'in-every-case'>;

/**
 * The smallest number of agents with whom a standard about waiting is met, by {@link erlangC}.
 *
 * Beginning with the fewest who keep the queue from growing without end, agents are added one by one
 * until the service level reaches the required share; it rises with every agent, so the first number is
 * the smallest.
 *
 * Not estimable: a standard that is asked of every case.
 *
 * @param standard - a standard with `<=` and a threshold in a unit of time
 * @param load - how much work comes in
 * @returns the number, with the forecast for it and for one fewer
 * @throws ServiceCycleError `invalid-argument` when the standard is not about time, has another
 * operator, or a number is outside its range
 * @example
 * const standard = { unit: 'seconds', operator: '<=', threshold: 15, requiredShare: 0.8 } as const;
 * const needed = agentsNeeded(standard, { arrivalsPerHour: 720, handlingSeconds: 240 });
 * needed.kind === 'agents-needed' && needed.agents; // => 55
 * needed.kind === 'agents-needed' && needed.withOneFewer?.serviceLevel; // ~> 0.792914
 */
export function agentsNeeded(
  standard: Pick<Standard, 'unit' | 'operator' | 'threshold' | 'requiredShare'>,
  load: QueueLoad,
): AgentsNeeded | NoNumberSuffices {
  checkObject('standard', standard);
  checkText('the unit', standard.unit);
  const { operator, requiredShare } = standard;
  const withinSeconds = secondsOf(standard);
  if (operator !== '<=') {
    refuse('the operator', operator, '"<=", a wait that is not to be longer');
  }
  checkRequiredShare('requiredShare', requiredShare);
  const erlangs = loadOf(load);
  if (requiredShare === 1) return { kind: 'not-estimable', reason: 'in-every-case' };
  const { handlingSeconds } = load;
  let agents = Math.floor(erlangs) + 1;
  let blocked = blockedShare(erlangs, agents);
  let withOneFewer: QueueForecast | undefined;
  for (let more = 0; more < MOST_MORE; more += 1) {
    const forecast = forecastOf({ handlingSeconds, agents, withinSeconds }, erlangs, blocked);
    if (forecast.kind === 'queue-forecast') {
      if (forecast.serviceLevel >= requiredShare) {
        return { kind: 'agents-needed', agents, forecast, ...(withOneFewer && { withOneFewer }) };
      }
      withOneFewer = forecast;
    }
    agents += 1;
    blocked = nextBlockedShare(erlangs, agents, blocked);
  }
  return { kind: 'not-estimable', reason: 'in-every-case' };
}

/** With so many more than the load is in erlangs nobody waits, whatever it is: 9,000 are enough for a million. */
const MOST_MORE = 100_000;

function secondsOf({ unit, threshold }: Pick<Standard, 'unit' | 'threshold'>): number {
  const ratio = unitRatio(unit, 'seconds');
  if (ratio === undefined) {
    return refuse('the unit', unit, 'a unit of time, such as "seconds"');
  }
  checkAtLeast('threshold', threshold, 0);
  return convert(threshold, ratio);
}
