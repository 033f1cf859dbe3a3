import type { Standard } from '../model/requirement.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/** Refuses a standard that was not read with `parseCycle` and whose numbers nothing can be held against. */
export function checkStandard({ id, threshold, requiredShare }: Standard): void {
  if (!Number.isFinite(threshold)) {
    throw refusal(id, 'threshold', threshold, 'a finite number');
  }
  if (!(requiredShare > 0 && requiredShare <= 1)) {
    throw refusal(id, 'requiredShare', requiredShare, 'a number above 0, up to 1');
  }
}

function refusal(id: string, key: string, found: number, expected: string): ServiceCycleError {
  const message = `${key} of the standard ${quote(id)}: found ${quote(found)}, expected ${expected}`;
  return new ServiceCycleError('invalid-argument', message);
}
