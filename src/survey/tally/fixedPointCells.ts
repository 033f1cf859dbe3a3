import type { FixedPointCells } from '../types.ts';

/** How many units make 1: 2^40. */
const UNITS = 1_099_511_627_776;

/** Sums to add to, cell by cell. */
export interface FixedPointSums {
  /** The whole parts. */
  whole: Float64Array;
  /** The rest, in units of 2^-40. */
  fraction: Float64Array;
}

/** So many sums, all 0. */
export function fixedPointSums(cells: number): FixedPointSums {
  return { whole: new Float64Array(cells), fraction: new Float64Array(cells) };
}

/** Adds whole numbers and units to a sum, carrying so that less than one whole is left in units. */
export function addFixedPoint(
  sums: FixedPointSums,
  cell: number,
  whole: number,
  fraction: number,
): void {
  const units = (sums.fraction[cell] ?? 0) + fraction;
  const carry = Math.floor(units / UNITS);
  sums.whole[cell] = (sums.whole[cell] ?? 0) + whole + carry;
  sums.fraction[cell] = units - carry * UNITS;
}

/** Adds a number, 0 or more, rounded to the nearest 2^-40th. */
export function addNumber(sums: FixedPointSums, cell: number, amount: number): void {
  const whole = Math.floor(amount);
  addFixedPoint(sums, cell, whole, Math.round((amount - whole) * UNITS));
}

/** The number that a cell holds. */
export function fixedPointValue({ whole, fraction }: FixedPointCells, cell: number): number {
  return (whole[cell] ?? 0) + (fraction[cell] ?? 0) / UNITS;
}

/** The same numbers with room for at least so many. */
export function longer<Numbers extends Float64Array | Uint32Array>(
  numbers: Numbers,
  wanted: number,
): Numbers {
  if (numbers.length >= wanted) return numbers;
  const Type = numbers.constructor as new (length: number) => Numbers;
  const room = new Type(Math.max(wanted, 2 * numbers.length));
  room.set(numbers);
  return room;
}
