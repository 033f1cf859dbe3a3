import { unitRatio } from '../../model/convertUnit.ts';
import type { Standard } from '../../model/requirement.ts';
import { checkText } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { checkSketch } from '../../stats/sketch/checkSketch.ts';
import { readThrough, type TallyDoor, type Tell } from '../../survey/doors/tallyDoor.ts';
import { byValue } from '../../survey/tally/orderGroups.ts';
import type { Path } from '../../survey/tally/parseTallyFaults.ts';
import { checkStandard } from '../checkStandard.ts';
import { MEASUREMENT_TALLY_SHAPE } from './checkMeasurementTally.ts';
import { judgeCase } from './judgeCase.ts';
import { LISTED_INVALID_MEASUREMENTS } from './measurementCounter.ts';
import type { MeasurementCounts, MeasurementTally } from './tallyTypes.ts';

/**
 * Reads a tally of measurements out of anything, such as parsed JSON from a file or another machine, and
 * reports every fault at once, as `parseTally` does with the tallies of a survey.
 *
 * What is accepted is what `tallyMeasurements` makes for this standard: its operator, threshold and unit;
 * groups once and in order; values in ascending order, each once, and as many as there are cases; and no fewer
 * cases on either side of the threshold than the values of cases that are over tell. What is read shares
 * nothing with the input.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind, a word of
 * its own), `contradiction` (another standard, another order, counts that do not add up). Of one kind of fault in
 * one place the first 20 are listed.
 *
 * @param standard - the standard that was measured
 * @param input - anything
 * @returns the tally, or all issues with path, finding and expectation
 * @throws ServiceCycleError `invalid-argument` for what is no standard
 * @example
 * const standard = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.9,
 * } as const;
 * const tally = tallyMeasurements(standard, [10, 45]);
 * const result = parseMeasurementTally(standard, JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.groups[0]?.conforming; // => 1
 * const forged = { ...tally, groups: [{ ...tally.groups[0], conforming: 2, failing: 0 }] };
 * const read = parseMeasurementTally(standard, forged);
 * read.ok || read.issues[0].message;
 * // => 'groups[0].failing: found 0, expected at least the 1 of cases that are over'
 */
export function parseMeasurementTally<StandardId extends string>(
  standard: Standard<StandardId>,
  input: unknown,
): Result<MeasurementTally<StandardId>> {
  checkStandard(standard);
  checkText('id of the standard', standard.id);
  const door: TallyDoor<MeasurementTally, Standard> = {
    kind: 'measurement-tally',
    source: ['standard', 'sets'],
    shape: MEASUREMENT_TALLY_SHAPE,
    layout: (_, { id, operator, threshold, unit }) => ({ standard: id, operator, threshold, unit }),
    check,
  };
  return readThrough(door, standard, input) as Result<MeasurementTally<StandardId>>;
}

function check(tally: MeasurementTally, tell: Tell, standard: Standard): void {
  const { by, groups, customer, values, firstInvalid } = tally;
  for (const [name, found, words] of [
    ['customer', customer, ['external', 'internal']],
    ['values', values, ['exact', 'sketch']],
  ] as const) {
    if (!words.some((word) => word === found)) {
      tell([name], found, words.join(' or '), 'not-allowed');
    }
  }
  if (new Set(by).size < by.length) tell(['by'], by, 'each key once', 'duplicate-id');
  if (by.length === 0 && groups.length !== 1) tell(['groups'], groups, 'one group without keys');
  if (firstInvalid.length > LISTED_INVALID_MEASUREMENTS) {
    tell(['firstInvalid'], firstInvalid, `at most ${LISTED_INVALID_MEASUREMENTS}`, 'out-of-range');
  }
  for (const [place, counts] of groups.entries()) {
    const path = ['groups', place];
    const { group } = counts;
    const before = groups[place - 1]?.group;
    if (group.length !== by.length) {
      tell([...path, 'group'], group, `a value for each of ${by.length} keys`, 'out-of-range');
    } else if (before !== undefined && !isBefore(before, group)) {
      tell([...path, 'group'], group.join(', '), 'groups in order, each once');
    }
    checkCases(counts, tally, standard, path, tell);
  }
}

function isBefore(one: MeasurementCounts['group'], other: MeasurementCounts['group']): boolean {
  for (const [level, value] of one.entries()) {
    const order = byValue(value, other[level] ?? null);
    if (order !== 0) return order < 0;
  }
  return false;
}

/** Holds the values that are kept to the cases that are counted. */
function checkCases(
  counts: MeasurementCounts,
  { values }: MeasurementTally,
  standard: Standard,
  path: Path,
  tell: Tell,
): void {
  const { conforming, failing, undecided, measured, notOver } = counts;
  const open = undecided.abandoned + undecided.stillWaiting;
  let n = 0;
  for (const [name, kept] of [
    ['measured', measured],
    ['notOver', notOver],
  ] as const) {
    if (kept === undefined) continue;
    const where = [...path, name];
    if ('values' in kept !== (values === 'exact')) {
      tell(where, kept, values === 'exact' ? 'values and their counts' : 'a sketch');
      return;
    }
    if ('values' in kept) checkValues(kept, standard, where, tell);
    else checkExcess(kept, failing, standard, where, tell);
    n += 'values' in kept ? add(kept.counts) : kept.sketch.n;
  }
  const cases = conforming + failing + open;
  if (n !== cases) tell(path, n, `values that come to the ${cases} cases`);
  if (!('values' in measured)) return;
  const over = { conforming: 0, failing: 0, undecided: 0 };
  for (const [place, value] of measured.values.entries()) {
    over[judgeCase(value, 'completed', standard)] += measured.counts[place] ?? 0;
  }
  for (const side of ['conforming', 'failing'] as const) {
    if (counts[side] >= over[side]) continue;
    tell([...path, side], counts[side], `at least the ${over[side]} of cases that are over`);
  }
}

function checkValues(
  { values, counts }: { readonly values: readonly number[]; readonly counts: readonly number[] },
  { unit }: Standard,
  path: Path,
  tell: Tell,
): void {
  if (values.length !== counts.length) {
    tell([...path, 'counts'], counts, `a list of ${values.length}`, 'out-of-range');
  }
  const isTime = unitRatio(unit, 'seconds') !== undefined;
  for (const [place, value] of values.entries()) {
    if (isTime && value < 0) tell([...path, 'values', place], value, 'a time of 0 or more');
    if (place > 0 && !(value > (values[place - 1] ?? value))) {
      tell([...path, 'values', place], value, 'values in ascending order, each once');
    }
    if ((counts[place] ?? 0) < 1) {
      tell([...path, 'counts', place], counts[place], 'a whole number, 1 or more', 'out-of-range');
    }
  }
}

function checkExcess(
  { sketch, excess }: Exclude<MeasurementCounts['measured'], { readonly values: unknown }>,
  failing: number,
  { threshold }: Standard,
  path: Path,
  tell: Tell,
): void {
  const kind: string = sketch.kind;
  if (kind !== 'quantile-sketch') {
    tell([...path, 'sketch', 'kind'], kind, '"quantile-sketch"', 'not-allowed');
  }
  checkSketch(sketch);
  const { whole, billionths } = excess;
  if (!Number.isInteger(whole)) tell([...path, 'excess', 'whole'], whole, 'a whole number');
  if (billionths >= 1e9) {
    tell([...path, 'excess', 'billionths'], billionths, 'a whole number below 1e9', 'out-of-range');
  }
  const { smallest = threshold, largest = threshold } = sketch;
  const most = failing * Math.max(0, largest - threshold, threshold - smallest);
  if (whole > most * (1 + 1e-9)) {
    tell([...path, 'excess', 'whole'], whole, `at most ${most}, as far as values go`);
  }
}

function add(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
