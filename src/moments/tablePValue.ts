import { pooledShareTest } from '../stats/tests/pooledShareTest.ts';
import type { IncidentOutcomes } from './incidents/incidentTypes.ts';

/** With so many expected on every side, the normal curve tells even small chances well. */
const NORMAL_FROM = 1000;

/**
 * How often incidents and dissatisfaction would go together as strongly, in either direction, if they
 * had nothing to do with each other.
 *
 *     X = dissatisfied visits with an incident, hypergeometric given how many there are of each
 *     p = 2 · the smaller of P(X >= a) and P(X <= a), at most 1
 *
 * Exact, because the usual test of two shares finds too much where incidents are few and as many moments
 * are tested: at 25 expected incidents and a level of 1 in 600 it errs four times as often as it says.
 * With many visits in every corner of the table it is that test.
 *
 * @param counts - whole numbers; no row and no column is empty
 * @see Fisher (1935), Journal of the Royal Statistical Society 98, 39-82
 */
export function tablePValue({ incident, noIncident }: IncidentOutcomes): number {
  const incidents = incident.dissatisfied + incident.satisfied;
  const others = noIncident.dissatisfied + noIncident.satisfied;
  const { pValue, smallestExpected } = pooledShareTest(
    { successes: incident.dissatisfied, n: incidents },
    { successes: noIncident.dissatisfied, n: others },
  );
  if (smallestExpected >= NORMAL_FROM) return pValue;
  const found = incident.dissatisfied;
  const dissatisfied = found + noIncident.dissatisfied;
  const spare = others - dissatisfied;
  const highest = Math.min(dissatisfied, incidents);
  const lowest = Math.max(0, -spare);
  const mode = Math.floor(((incidents + 1) * (dissatisfied + 1)) / (incidents + others + 2));

  // Chances relative to that of the most likely number, from there up and from there down.
  let upper = 0;
  let lower = 0;
  let total = 0;
  const add = (x: number, chance: number): void => {
    total += chance;
    if (x >= found) upper += chance;
    if (x <= found) lower += chance;
  };
  let chance = 1;
  for (let x = mode; x <= highest && chance > 0; x += 1) {
    add(x, chance);
    chance *= ((dissatisfied - x) / (x + 1)) * ((incidents - x) / (spare + x + 1));
  }
  chance = 1;
  for (let x = mode; x > lowest && chance > 0; x -= 1) {
    chance *= (x / (dissatisfied - x + 1)) * ((spare + x) / (incidents - x + 1));
    add(x - 1, chance);
  }
  return Math.min(1, (2 * Math.min(upper, lower)) / total);
}
