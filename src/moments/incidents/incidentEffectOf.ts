import type { MomentTally } from '../visits/countTypes.ts';
import { incidentEffect } from './incidentEffect.ts';
import type {
  IncidentEffect,
  IncidentEffectNotEstimable,
  IncidentEffectOptions,
} from './incidentTypes.ts';

/**
 * How incidents at one moment of a tally are associated with how visits end.
 *
 * The table holds the visits that passed the moment, tell whether something went wrong there and tell
 * how they ended; see {@link incidentEffect}. The odds ratio is adjusted as well, among visits with 0,
 * 1, 2, and 3 or more incidents at other moments: where one bad moment tends to bring another, it
 * tells what is left of the association with the others held alike.
 *
 * Give `tally.outcome.dissatisfied` as `allDissatisfied` to have the moment's share of all dissatisfied
 * visits.
 *
 * @param moment - what was counted at the moment
 * @param options - the confidence level, and how many visits ended dissatisfied in all
 * @returns the effect, or why there is none
 * @throws ServiceCycleError `invalid-argument` when the level or `allDissatisfied` is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'pay', name: 'Receives the money', contact: 'staff' }],
 * });
 * const visits = [
 *   ...Array.from({ length: 30 }, () => ({ moments: { pay: { incident: true } }, overall: 1 })),
 *   ...Array.from({ length: 20 }, () => ({ moments: { pay: { incident: true } }, overall: 4 })),
 *   ...Array.from({ length: 10 }, () => ({ moments: { pay: { incident: false } }, overall: 2 })),
 *   ...Array.from({ length: 90 }, () => ({ moments: { pay: { incident: false } }, overall: 5 })),
 * ];
 * const tally = tallyVisits(bank, visits);
 * const [pay] = tally.moments;
 * const effect = pay && incidentEffectOf(pay, { allDissatisfied: tally.outcome.dissatisfied });
 * effect?.kind === 'estimate' && effect.riskDifference.value; // ~> 0.5
 * effect?.kind === 'estimate' && effect.shareOfAllDissatisfied?.value; // ~> 0.625
 * effect?.kind === 'estimate' && effect.oddsRatio.value; // ~> 13.5
 */
export function incidentEffectOf(
  { incidents }: Pick<MomentTally, 'incidents'>,
  options: IncidentEffectOptions = {},
): IncidentEffect | IncidentEffectNotEstimable {
  const { incident, noIncident } = incidents;
  const strata = Array.from({ length: Math.max(incident.length, noIncident.length) }, (_, row) => ({
    incident: incident[row] ?? NONE,
    noIncident: noIncident[row] ?? NONE,
  }));
  return incidentEffect(strata, options);
}

const NONE = { dissatisfied: 0, satisfied: 0 };
