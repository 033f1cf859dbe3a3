import type { Cycle } from '../model/cycle.ts';
import { once, remember } from '../shared/once.ts';
import { fisherExactTest } from '../stats/tests/fisherExactTest.ts';
import { flawlessCycle } from './flawless/flawlessCycle.ts';
import { impactAsymmetry } from './impact/impactAsymmetry.ts';
import type { ImpactOptions } from './impact/impactTypes.ts';
import { incidentEffect } from './incidents/incidentEffect.ts';
import { incidentEffectOf } from './incidents/incidentEffectOf.ts';
import type { IncidentEffect, IncidentEffectNotEstimable } from './incidents/incidentTypes.ts';
import { jointEffect } from './jointEffect/jointEffect.ts';
import type { MeasuredFigures, TestedEffect, TestedWait } from './ruleTypes.ts';
import type { EndedCounts, MomentTally } from './visits/countTypes.ts';
import type { VisitTally } from './visits/types.ts';

/** What visits tell, each computed when it is first asked for. */
export function measuredFigures(
  cycle: Cycle,
  visits: VisitTally,
  options: ImpactOptions & { readonly level: number },
): MeasuredFigures {
  const { level } = options;
  return {
    visits,
    effects: once(() => visits.moments.map((moment) => effectAt(moment, visits, level))),
    joint: once(() => jointEffect(visits, { level })),
    impacts: once(() => impactAsymmetry(visits.joint, options)),
    flawless: once(() => flawlessCycle(visits, { level })),
    waits: once(() => {
      const required = requiredShares(cycle);
      return visits.moments.flatMap((moment) => waitsAt(moment, required, visits, level));
    }),
    remember: remember(),
  };
}

/**
 * The dissatisfied visits of which it is known whether they had an incident at the moment: those that
 * did not pass it had none.
 */
function effectAt(moment: MomentTally, { outcome }: VisitTally, level: number): TestedEffect {
  const allDissatisfied = outcome.dissatisfied - moment.incidents.unknown.dissatisfied;
  const effect = incidentEffectOf(moment, { level, allDissatisfied });
  return { moment: moment.moment, effect, ...pValueOf(effect) };
}

/** The share that each standard requires. */
function requiredShares({ requirements = [] }: Cycle): ReadonlyMap<string, number> {
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  return new Map(standards.map(({ id, requiredShare }) => [id, requiredShare]));
}

function waitsAt(
  { moment, standards }: MomentTally,
  required: ReadonlyMap<string, number>,
  { outcome }: VisitTally,
  level: number,
): readonly TestedWait[] {
  return standards.flatMap(({ standard, limitSeconds, within, beyond }) => {
    const requiredShare = required.get(standard);
    if (requiredShare === undefined) return [];
    const effect = incidentEffect(
      { incident: beyond, noIncident: within },
      { level, allDissatisfied: outcome.dissatisfied },
    );
    const counts = { within: totalOf(within), beyond: totalOf(beyond) };
    return [
      { moment, standard, limitSeconds, requiredShare, ...counts, effect, ...pValueOf(effect) },
    ];
  });
}

function pValueOf(effect: IncidentEffect | IncidentEffectNotEstimable): { pValue?: number } {
  if (effect.kind !== 'estimate') return {};
  const { incident, noIncident } = effect.counts;
  const { pValue } = fisherExactTest([
    [incident.dissatisfied, incident.satisfied],
    [noIncident.dissatisfied, noIncident.satisfied],
  ]);
  return { pValue };
}

function totalOf({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}
