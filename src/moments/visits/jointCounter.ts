import type { JointRatings } from './types.ts';

/** Sums the products of low and high ratings and the overall answer, visit by visit. */
export interface JointCounter<MomentId extends string> {
  /**
   * Adds a visit.
   *
   * @param bands - the band of each moment's rating
   * @param overall - the overall answer in steps from the lowest, or below 0 where there is none
   */
  readonly add: (bands: ArrayLike<number>, overall: number) => void;
  /** What was summed. */
  readonly counted: () => JointRatings<MomentId>;
}

/** The band of a rating. */
export const NOT_RATED: number = -1;
/** The band of a rating between low and high. */
export const REFERENCE: number = 0;
/** The band of a low rating. */
export const LOW: number = 1;
/** The band of a high rating. */
export const HIGH: number = 2;

/**
 * A counter for these drivers.
 *
 * @param drivers - the moments that enter
 * @param places - the place of each driver among the moments of the cycle
 */
export function jointCounter<MomentId extends string>(
  drivers: readonly MomentId[],
  places: readonly number[],
): JointCounter<MomentId> {
  const columns = 2 * drivers.length;
  const last = rowStart(columns + 1);
  const sums = new Float64Array(rowStart(columns + 2));
  const rowStarts = Float64Array.from({ length: columns + 1 }, (_, row) => rowStart(row));
  const unrated = new Float64Array(drivers.length);
  // The columns that are 1 in the current visit, ascending; the first one always is.
  const ones = new Int32Array(drivers.length + 1);
  const driverPlaces = Int32Array.from(places);
  let n = 0;
  let noOverall = 0;
  let incomplete = 0;

  function add(bands: ArrayLike<number>, overall: number): void {
    if (overall < 0) {
      noOverall += 1;
      return;
    }
    let count = 1;
    let missing = 0;
    for (let driver = 0; driver < driverPlaces.length; driver += 1) {
      const band = bands[driverPlaces[driver] as number] as number;
      if (band === NOT_RATED) missing += 1;
      else if (band !== REFERENCE) {
        ones[count] = 2 * driver + band;
        count += 1;
      }
    }
    if (missing === 0) addProducts(count, overall);
    else addIncomplete(bands);
  }

  function addProducts(count: number, overall: number): void {
    n += 1;
    for (let i = 0; i < count; i += 1) {
      const row = ones[i] as number;
      const start = rowStarts[row] as number;
      for (let j = 0; j <= i; j += 1) {
        const place = start + (ones[j] as number);
        sums[place] = (sums[place] as number) + 1;
      }
      sums[last + row] = (sums[last + row] as number) + overall;
    }
    const square = sums.length - 1;
    sums[square] = (sums[square] as number) + overall * overall;
  }

  function addIncomplete(bands: ArrayLike<number>): void {
    incomplete += 1;
    for (let driver = 0; driver < driverPlaces.length; driver += 1) {
      const band = bands[driverPlaces[driver] as number];
      if (band === NOT_RATED) unrated[driver] = (unrated[driver] as number) + 1;
    }
  }

  function counted(): JointRatings<MomentId> {
    return {
      drivers,
      products: { kind: 'cross-products', n, columns, sums: Array.from(sums) },
      noOverall,
      incomplete,
      unrated: Array.from(unrated),
    };
  }

  return { add, counted };
}

/** Where a row of the lower triangle starts, the diagonal included. */
function rowStart(row: number): number {
  return (row * (row + 1)) / 2;
}
