import type { CurrentVisit } from './currentVisit.ts';
import { cellAt, rowStart } from './triangle.ts';
import type { JointRatings } from './types.ts';

/** Sums the products of low and high ratings and the overall answer, visit by visit. */
export interface JointCounter<MomentId extends string> {
  /** Adds a visit. */
  readonly add: (visit: CurrentVisit) => void;
  /** What was summed. */
  readonly counted: () => JointRatings<MomentId>;
}

/**
 * A counter for these drivers.
 *
 * Most ratings are high, so that visits are summed by their low ratings and those in between, which are few:
 * a high one is one that is neither, and its sums follow from the others'.
 *
 * @param drivers - the moments that enter
 * @param places - the place of each driver among the moments of the cycle
 * @param moments - how many moments the cycle has
 * @param silent - the place of an overall answer that says that there is none
 */
export function jointCounter<MomentId extends string>(
  drivers: readonly MomentId[],
  places: readonly number[],
  moments: number,
  silent: number,
): JointCounter<MomentId> {
  const columns = 2 * drivers.length;
  const outcome = columns + 1;
  const sums = new Float64Array(rowStart(columns + 2));
  const last = rowStart(outcome);
  const driverAt = new Int32Array(moments).fill(-1);
  for (const [driver, place] of places.entries()) driverAt[place] = driver;
  const areAll = drivers.length === moments && places.every((place, driver) => place === driver);
  // The columns that are 1 in the current visit; the first one always is.
  const ones = new Int32Array(drivers.length + 1);
  const ratedIncomplete = new Float64Array(moments);
  let n = 0;
  let noOverall = 0;
  let incomplete = 0;

  function add(visit: CurrentVisit): void {
    if (visit.overall === silent) {
      noOverall += 1;
      return;
    }
    if (ratedDrivers(visit) < drivers.length) {
      addIncomplete(visit);
      return;
    }
    const { low, between } = visit;
    let count = 1;
    let nextLow = 0;
    let nextBetween = 0;
    // Both lists ascend, and so do the columns of what is taken from the front of either.
    while (nextLow < low.count || nextBetween < between.count) {
      const one = nextLow < low.count ? (low.at[nextLow] as number) : moments;
      const other = nextBetween < between.count ? (between.at[nextBetween] as number) : moments;
      const isLow = one < other;
      if (isLow) nextLow += 1;
      else nextBetween += 1;
      const driver = driverAt[isLow ? one : other] as number;
      if (driver >= 0) {
        ones[count] = 2 * driver + (isLow ? 1 : 2);
        count += 1;
      }
    }
    if (!areAll) ones.subarray(0, count).sort();
    addProducts(count, visit.overall);
  }

  function ratedDrivers({ passed, unrated }: CurrentVisit): number {
    if (areAll) return passed.count - unrated.count;
    // A visit that passed all moments need not list them.
    const isThrough = passed.count === moments;
    let rated = isThrough ? drivers.length : 0;
    for (let nth = 0; nth < passed.count && !isThrough; nth += 1) {
      if ((driverAt[passed.at[nth] as number] as number) >= 0) rated += 1;
    }
    for (let nth = 0; nth < unrated.count; nth += 1) {
      if ((driverAt[unrated.at[nth] as number] as number) >= 0) rated -= 1;
    }
    return rated;
  }

  function addProducts(count: number, overall: number): void {
    n += 1;
    for (let i = 0; i < count; i += 1) {
      const row = ones[i] as number;
      const start = rowStart(row);
      for (let j = 0; j <= i; j += 1) {
        const place = start + (ones[j] as number);
        sums[place] = (sums[place] as number) + 1;
      }
      sums[last + row] = (sums[last + row] as number) + overall;
    }
    const square = sums.length - 1;
    sums[square] = (sums[square] as number) + overall * overall;
  }

  function addIncomplete({ passed, unrated }: CurrentVisit): void {
    incomplete += 1;
    for (let nth = 0; nth < passed.count; nth += 1) {
      const place = passed.at[nth] as number;
      ratedIncomplete[place] = (ratedIncomplete[place] as number) + 1;
    }
    for (let nth = 0; nth < unrated.count; nth += 1) {
      const place = unrated.at[nth] as number;
      ratedIncomplete[place] = (ratedIncomplete[place] as number) - 1;
    }
  }

  /** Puts HIGH = 1 - LOW - (in between) where the columns in between were, on either side. */
  function withHigh(): readonly number[] {
    const at = (row: number, column: number): number => sums[cellAt(row, column)] as number;
    const isHigh = (column: number): boolean => column > 0 && column % 2 === 0 && column <= columns;
    const left = (row: number, column: number): number =>
      isHigh(row) ? at(0, column) - at(row - 1, column) - at(row, column) : at(row, column);
    const found: number[] = [];
    for (let row = 0; row <= outcome; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        found.push(
          isHigh(column)
            ? left(row, 0) - left(row, column - 1) - left(row, column)
            : left(row, column),
        );
      }
    }
    return found;
  }

  return {
    add,
    counted: () => ({
      drivers,
      products: { kind: 'cross-products', n, columns, sums: withHigh() },
      noOverall,
      incomplete,
      unrated: places.map((place) => incomplete - (ratedIncomplete[place] as number)),
    }),
  };
}
