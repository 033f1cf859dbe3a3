import type { Standard } from '../model/requirement.ts';
import { quote } from '../shared/quote.ts';
import { checkNumber, checkObject, checkShare, checkText, refuse } from '../shared/refuse.ts';

/** Refuses a standard that was not read with `parseCycle` and whose numbers nothing can be held against. */
export function checkStandard(standard: Standard): void {
  checkObject('standard', standard);
  const { id, unit, operator, threshold, requiredShare, tolerated } = standard;
  checkText('id of the standard', id);
  checkText(`unit of the standard ${quote(id)}`, unit);
  checkText(`operator of the standard ${quote(id)}`, operator);
  checkNumber(`threshold of the standard ${quote(id)}`, threshold);
  checkRequiredShare(`requiredShare of the standard ${quote(id)}`, requiredShare);
  if (tolerated !== undefined) checkShare(`tolerated of the standard ${quote(id)}`, tolerated);
}

/** Refuses a share of which nothing at all is required, or more than all. */
export function checkRequiredShare(name: string, share: number): void {
  if (typeof (share as unknown) !== 'number' || !(share > 0 && share <= 1))
    refuse(name, share, 'a number above 0, up to 1');
}
