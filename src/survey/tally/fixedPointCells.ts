import type { FixedPointCells } from '../types.ts';

/** How many units make one of the next larger ones: 2^48. */
const UNITS = 281_474_976_710_656;

/** Sums to add to, cell by cell. */
export interface FixedPointSums {
  /** The whole parts. */
  whole: Float64Array;
  /** The rest, in units of 2^-48. */
  fraction: Float64Array;
  /** What is left of that, in units of 2^-96. */
  fine: Float64Array;
}

/** So many sums, all 0. */
export function fixedPointSums(cells: number): FixedPointSums {
  return {
    whole: new Float64Array(cells),
    fraction: new Float64Array(cells),
    fine: new Float64Array(cells),
  };
}

/** Adds whole numbers and units to a sum, carrying so that less than one of the larger is left in each. */
export function addFixedPoint(
  sums: FixedPointSums,
  cell: number,
  whole: number,
  fraction: number,
  fine: number,
): void {
  const fineUnits = (sums.fine[cell] ?? 0) + fine;
  const carried = Math.floor(fineUnits / UNITS);
  const units = (sums.fraction[cell] ?? 0) + fraction + carried;
  const carry = Math.floor(units / UNITS);
  sums.whole[cell] = (sums.whole[cell] ?? 0) + whole + carry;
  sums.fraction[cell] = units - carry * UNITS;
  sums.fine[cell] = fineUnits - carried * UNITS;
}

/** Adds a number, 0 or more, rounded to the nearest 2^-96th. */
export function addNumber(sums: FixedPointSums, cell: number, amount: number): void {
  const whole = Math.floor(amount);
  const rest = (amount - whole) * UNITS;
  const fraction = Math.floor(rest);
  addFixedPoint(sums, cell, whole, fraction, Math.round((rest - fraction) * UNITS));
}

/** The number that a cell holds. */
export function fixedPointValue({ whole, fraction, fine }: FixedPointCells, cell: number): number {
  return (whole[cell] ?? 0) + ((fraction[cell] ?? 0) + (fine[cell] ?? 0) / UNITS) / UNITS;
}

/** Makes room for at least so many sums. */
export function makeRoom(sums: FixedPointSums, wanted: number): void {
  sums.whole = longer(sums.whole, wanted);
  sums.fraction = longer(sums.fraction, wanted);
  sums.fine = longer(sums.fine, wanted);
}

/** The sums as plain numbers. */
export function plainCells({ whole, fraction, fine }: FixedPointSums): FixedPointCells {
  return { whole: Array.from(whole), fraction: Array.from(fraction), fine: Array.from(fine) };
}

/** The same numbers with room for at least so many. */
export function longer<Numbers extends Float64Array | Uint32Array | Uint16Array>(
  numbers: Numbers,
  wanted: number,
): Numbers {
  if (numbers.length >= wanted) return numbers;
  const Type = numbers.constructor as new (length: number) => Numbers;
  const room = new Type(Math.max(wanted, 2 * numbers.length));
  room.set(numbers);
  return room;
}
