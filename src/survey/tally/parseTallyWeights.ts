import type { Issue } from '../../shared/issue.ts';
import { pathText, quote } from '../../shared/quote.ts';
import type { FixedPointCells, TallyWeights } from '../types.ts';
import {
  addFixedPoint,
  type FixedPointSums,
  fixedPointSums,
  fixedPointValue,
} from './fixedPointCells.ts';
import { placesOf } from './parseTallyCells.ts';
import {
  addFault,
  COUNT,
  LISTED_FAULTS,
  type NumberRule,
  type Path,
  readField,
  readFields,
  readNumber,
  readNumbers,
} from './parseTallyFaults.ts';
import type { TallyLayout } from './types.ts';

/** Large weights, squared, go beyond the whole numbers that are exact, and are still whole. */
const WHOLE: NumberRule = {
  accepts: (value) => Number.isInteger(value) && value >= 0,
  expected: 'a whole number, 0 or more',
};

const FRACTION: NumberRule = {
  accepts: (value) => Number.isInteger(value) && value >= 0 && isCarried(value),
  expected: 'a whole number from 0 below 2^48',
};

/** The weights of a tally; none when there is any fault in them, or no cells to hold them to. */
export function readWeights(
  issues: Issue[],
  value: unknown,
  layout: TallyLayout,
  cells: readonly number[] | undefined,
): TallyWeights | undefined {
  const path = ['weights'];
  const fields = readFields(issues, path, value, ['sums', 'squares', 'invalid', 'zero']);
  if (fields === undefined) return undefined;
  const before = issues.length;
  const read = (key: string): FixedPointCells | undefined =>
    readField(fields, key, (found) => readFixedPoint(issues, [...path, key], found, layout, cells));
  const sums = read('sums');
  const squares = read('squares');
  const count = (key: string): number | undefined =>
    readField(fields, key, (found) => readNumber(issues, [...path, key], found, COUNT));
  const invalid = count('invalid');
  const zero = count('zero');
  if (sums === undefined || squares === undefined) return undefined;
  if (invalid === undefined || zero === undefined) return undefined;
  if (cells === undefined) return undefined;
  checkSquares(issues, { sums, squares }, cells);
  return issues.length === before ? { sums, squares, invalid, zero } : undefined;
}

function readFixedPoint(
  issues: Issue[],
  path: Path,
  value: unknown,
  layout: TallyLayout,
  cells: readonly number[] | undefined,
): FixedPointCells | undefined {
  const fields = readFields(issues, path, value, ['whole', 'fraction', 'fine']);
  const read = (key: string, rule: NumberRule): readonly number[] | undefined =>
    readField(fields, key, (found) =>
      readNumbers(issues, [...path, key], found, rule, cells?.length),
    );
  const whole = read('whole', WHOLE);
  const fraction = read('fraction', FRACTION);
  const fine = read('fine', FRACTION);
  if (whole === undefined || fraction === undefined || fine === undefined) return undefined;
  const sums = { whole, fraction, fine };
  if (cells !== undefined) {
    checkEmpty(issues, path, sums, cells);
    checkSums(issues, path, sums, layout);
  }
  return sums;
}

/** Reports weights where nothing is counted. */
function checkEmpty(
  issues: Issue[],
  path: Path,
  sums: FixedPointCells,
  cells: readonly number[],
): void {
  const before = issues.length;
  for (const [cell, count] of cells.entries()) {
    if (count > 0 || fixedPointValue(sums, cell) === 0) continue;
    const part = sums.whole[cell] !== 0 ? 'whole' : sums.fraction[cell] !== 0 ? 'fraction' : 'fine';
    const expected = `0, since cells[${String(cell)}] is 0`;
    addFault(issues, 'contradiction', [...path, part, cell], sums[part][cell], expected);
    if (issues.length - before >= LISTED_FAULTS) return;
  }
}

/** Reports questions whose weights do not add up to those of the responses, as they do to the last bit. */
function checkSums(
  issues: Issue[],
  path: Path,
  cells: FixedPointCells,
  { questions, width }: TallyLayout,
): void {
  const { whole, fraction, fine } = cells;
  const before = issues.length;
  for (let start = 0; start < whole.length; start += width) {
    // Beyond 2^53 sums are rounded, and nothing exact can be said.
    if (!Number.isSafeInteger(whole[start])) continue;
    for (const question of questions) {
      const [from, to] = placesOf(question, start);
      const sum = fixedPointSums(1);
      for (let cell = from; cell < to; cell += 1) {
        addFixedPoint(sum, 0, whole[cell] ?? 0, fraction[cell] ?? 0, fine[cell] ?? 0);
      }
      const isSame =
        sum.whole[0] === whole[start] &&
        sum.fraction[0] === fraction[start] &&
        sum.fine[0] === fine[start];
      if (isSame) continue;
      const found = textOf(sum, 0);
      const expected = `weights of ${quote(question.id)} that sum up to the ${textOf(cells, start)} of their group's responses`;
      const where = [...path, 'whole', from];
      const message = `${pathText(where)}: found ${found}, expected ${expected}`;
      issues.push({ code: 'contradiction', path: where, found, expected, message });
      if (issues.length - before >= LISTED_FAULTS) return;
    }
  }
}

/**
 * Reports squares that no weights with these sums have: n weights with sum s have squares that sum up
 * to s²/n at least, where all are alike, and to s² at most, where all but one are 0.
 */
function checkSquares(
  issues: Issue[],
  { sums, squares }: Pick<TallyWeights, 'sums' | 'squares'>,
  cells: readonly number[],
): void {
  const before = issues.length;
  for (const [cell, count] of cells.entries()) {
    if (count === 0 || !Number.isSafeInteger(squares.whole[cell])) continue;
    const sum = fixedPointValue(sums, cell);
    const square = fixedPointValue(squares, cell);
    const rounding = count * LARGEST_ROUNDING;
    const least = Math.max(0, sum - rounding) ** 2 / count - rounding;
    const most = (sum + rounding) ** 2 + rounding;
    if (square >= least * (1 - SLACK) && square <= most * (1 + SLACK)) continue;
    const path = ['weights', 'squares', 'whole', cell];
    const expected = `squares from ${String(sum ** 2 / count)} to ${String(sum ** 2)}, for ${String(count)} weights with the sum ${String(sum)}`;
    addFault(issues, 'contradiction', path, square, expected);
    if (issues.length - before >= LISTED_FAULTS) return;
  }
}

/** The most by which rounding to 2^-96ths moves a weight or a square: 2^-97. */
const LARGEST_ROUNDING = 6.310887241768095e-30;

/** Room for the rounding of the comparison itself. */
const SLACK = 1e-9;

/** Whether so many units stay as they are, since they are less than one whole. */
function isCarried(units: number): boolean {
  const sum = fixedPointSums(1);
  addFixedPoint(sum, 0, 0, units, 0);
  return sum.whole[0] === 0;
}

function textOf({ whole, fraction }: FixedPointCells | FixedPointSums, cell: number): string {
  return `${String(whole[cell] ?? 0)} and ${String(fraction[cell] ?? 0)}/2^48`;
}
