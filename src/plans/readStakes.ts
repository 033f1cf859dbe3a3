import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { MomentStake } from './types.ts';

/** The stakes by moment, refused when one is out of range or two are about the same moment. */
export function readStakes<MomentId extends string>(
  stakes: readonly MomentStake<MomentId>[],
): ReadonlyMap<MomentId, MomentStake<MomentId>> {
  const byMoment = new Map<MomentId, MomentStake<MomentId>>();
  for (const stake of stakes) {
    const { moment, visits, incidentShare, harm } = stake;
    if (byMoment.has(moment)) refuse(`two stakes for the moment ${quote(moment)}`, 'one');
    if (!(visits >= 0 && visits < Infinity)) {
      refuse(`${quote(visits)} visits at ${quote(moment)}`, 'a number, 0 or more');
    }
    if (!isShare(incidentShare.value) || !isShare(harm.value)) {
      const found = `incident share ${quote(incidentShare.value)} and harm ${quote(harm.value)}`;
      refuse(`${found} at ${quote(moment)}`, 'shares from 0 to 1');
    }
    byMoment.set(moment, stake);
  }
  return byMoment;
}

/** Customers per period who end dissatisfied because of the moment, as things are. */
export function customersAtStake({ visits, incidentShare, harm }: MomentStake): number {
  return visits * incidentShare.value * harm.value;
}

/** Whether a number is a share. */
export function isShare(x: number): boolean {
  return x >= 0 && x <= 1;
}

function refuse(found: string, expected: string): never {
  throw new ServiceCycleError('invalid-argument', `found ${found}, expected ${expected}`);
}
