import type { Cycle } from '../model/cycle.ts';
import { flawlessCycle } from './flawless/flawlessCycle.ts';
import { impactAsymmetry } from './impact/impactAsymmetry.ts';
import type { ImpactOptions } from './impact/impactTypes.ts';
import { incidentEffect } from './incidents/incidentEffect.ts';
import { incidentEffectOf } from './incidents/incidentEffectOf.ts';
import type { IncidentEffect, IncidentEffectNotEstimable } from './incidents/incidentTypes.ts';
import { jointEffect } from './jointEffect/jointEffect.ts';
import { once } from './bootstrap/once.ts';
import type { MeasuredFigures, TestedEffect, TestedWait } from './ruleTypes.ts';
import { tablePValue } from './tablePValue.ts';
import type { EndedCounts, MomentTally, VisitTally } from './visits/types.ts';

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
    waits: once(() => visits.moments.flatMap((moment) => waitsAt(moment, cycle, visits, level))),
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

function waitsAt(
  { moment, standards }: MomentTally,
  { requirements = [] }: Cycle,
  { outcome }: VisitTally,
  level: number,
): readonly TestedWait[] {
  const known = requirements.flatMap((requirement) => requirement.standards ?? []);
  return standards.flatMap(({ standard, limitSeconds, within, beyond }) => {
    const requiredShare = known.find(({ id }) => id === standard)?.requiredShare;
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
  return effect.kind === 'estimate' ? { pValue: tablePValue(effect.counts) } : {};
}

function totalOf({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}
