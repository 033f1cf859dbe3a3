import { checkAtLeast, checkShare, refuse } from '../shared/refuse.ts';
import { quote } from '../shared/quote.ts';
import type { MomentStake } from './types.ts';

/** The stakes by moment, refused when one is out of range or two are about the same moment. */
export function readStakes<MomentId extends string>(
  stakes: readonly MomentStake<MomentId>[],
): ReadonlyMap<MomentId, MomentStake<MomentId>> {
  const byMoment = new Map<MomentId, MomentStake<MomentId>>();
  for (const stake of stakes) {
    const { moment, visits, incidentShare, harm } = stake;
    if (byMoment.has(moment)) refuse('the moment of a second stake', moment, 'each moment once');
    checkAtLeast(`visits at ${quote(moment)}`, visits, 0);
    checkShare(`incidentShare at ${quote(moment)}`, incidentShare.value);
    checkShare(`harm at ${quote(moment)}`, harm.value);
    byMoment.set(moment, stake);
  }
  return byMoment;
}

/** Customers per period who end dissatisfied because of the moment, as things are. */
export function customersAtStake({ visits, incidentShare, harm }: MomentStake): number {
  return visits * incidentShare.value * harm.value;
}
