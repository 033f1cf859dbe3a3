import { incidentCost } from './incidents/incidentCost.ts';
import type { MeasuredFigures } from './ruleTypes.ts';
import type { MomentVerdict } from './types.ts';

/** What incidents at a moment cost, as far as visits tell. */
export function costAt(
  moment: string,
  measured: MeasuredFigures | undefined,
): Pick<MomentVerdict, 'dissatisfiedPerThousand'> {
  const effect = measured?.effects().find((each) => each.moment === moment)?.effect;
  const counted = measured?.visits.moments.find((each) => each.moment === moment);
  if (effect?.kind !== 'estimate' || counted === undefined) return {};
  const cost = incidentCost(effect, {
    usage: counted.passed / (counted.passed + counted.notPassed),
  });
  return cost.kind === 'estimate' ? { dissatisfiedPerThousand: cost.dissatisfiedPerThousand } : {};
}
