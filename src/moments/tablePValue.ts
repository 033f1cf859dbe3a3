import { fisherExactTest } from '../stats/tests/fisherExactTest.ts';
import { pooledShareTest } from '../stats/tests/pooledShareTest.ts';
import type { IncidentOutcomes } from './incidents/incidentTypes.ts';

/** With so many expected on every side, the normal curve tells even small chances well. */
const NORMAL_FROM = 1000;

/**
 * How often incidents and dissatisfaction would go together as strongly, in either direction, if they
 * had nothing to do with each other: Fisher's exact test.
 *
 * Exact, because the usual test of two shares finds too much where incidents are few and as many moments
 * are tested: at 25 expected incidents and a level of 1 in 600 it errs four times as often as it
 * says. With many visits in every corner of the table it is that test, which takes no time.
 *
 * @param counts - whole numbers; no row and no column is empty
 */
export function tablePValue({ incident, noIncident }: IncidentOutcomes): number {
  const { pValue, smallestExpected } = pooledShareTest(
    { successes: incident.dissatisfied, n: incident.dissatisfied + incident.satisfied },
    { successes: noIncident.dissatisfied, n: noIncident.dissatisfied + noIncident.satisfied },
  );
  if (smallestExpected >= NORMAL_FROM) return pValue;
  return fisherExactTest([
    [incident.dissatisfied, incident.satisfied],
    [noIncident.dissatisfied, noIncident.satisfied],
  ]).pValue;
}
