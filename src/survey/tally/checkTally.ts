import { checkList, checkObject } from '../../shared/refuse.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKind } from '../answers/guards.ts';
import type { Tally } from '../types.ts';
import { checkCombinations } from './orderGroups.ts';

/**
 * Refuses a tally whose groups or cells were changed by hand, since work that goes by them might not
 * end. It looks at the groups only: what the cells hold is for `parseTally` to read.
 */
export function checkTally(name: string, tally: Tally): void {
  checkKind(name, tally, 'tally');
  const { survey, by, groups, width, cells } = tally;
  for (const field of ['questions', 'by', 'groups', 'cells'] as const) {
    checkList(`${name}.${field}`, tally[field]);
  }
  for (const [at, key] of by.entries()) {
    checkObject(`${name}.by[${at}]`, key);
    checkList(`${name}.by[${at}].values`, key.values);
  }
  const combinations = checkCombinations(by.map(({ values }) => values.length));
  const wanted = groups.length * width;
  const odd = !(Number.isInteger(width) && width >= 1)
    ? `width ${quote(width)}, expected a whole number, 1 or more`
    : !areCodes(groups, combinations)
      ? `groups out of order or range, expected rising whole numbers below ${combinations}`
      : cells.length !== wanted
        ? `${quote(cells.length)} cells, expected ${wanted}`
        : undefined;
  if (odd === undefined) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the tally of ${quote(survey)}: found ${odd}; read tallies from outside with parseTally`,
  );
}

function areCodes(groups: readonly number[], combinations: number): boolean {
  let last = -1;
  for (const code of groups) {
    if (!(Number.isInteger(code) && code > last)) return false;
    last = code;
  }
  return last < combinations;
}
