import { type CapacityRow, TAKEN } from './searchTypes.ts';

/**
 * How far the sum of costs may pass a capacity where not all of them are whole, as a share of it.
 */
export const CAPACITY_SLACK = 1e-9;

/** A limit on the sum of these weights. */
export function capacityRow(weights: Float64Array, limit: number): CapacityRow {
  const scaled = weights.map((weight) => (weight <= limit && limit > 0 ? weight / limit : 0));
  return { weights, scaled, unit: limit, limit };
}

/**
 * What the plans taken may add up to.
 *
 * Whole numbers are compared exactly. Other sums carry rounding errors (0.1 + 0.2 is above 0.3), so
 * they may pass the capacity by a billionth of it.
 */
export function limitOf(capacity: number, weights: Iterable<number>): number {
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return capacity * (1 + CAPACITY_SLACK);
  }
  return Number.isInteger(capacity) ? capacity : capacity * (1 + CAPACITY_SLACK);
}

/** What each plan takes of each row, plan by plan. */
export function planByPlan(
  rows: readonly CapacityRow[],
  measure: 'weights' | 'scaled',
  plans: number,
): Float64Array {
  const list = new Float64Array(plans * rows.length);
  for (const [row, { [measure]: takes }] of rows.entries()) {
    for (let plan = 0; plan < plans; plan += 1) list[plan * rows.length + row] = takes[plan] ?? 0;
  }
  return list;
}

/** What the plans taken add up to, summed afresh in the order of the plans. */
export function usedOf(weights: Float64Array, state: Int8Array): number {
  let used = 0;
  for (let plan = 0; plan < state.length; plan += 1) {
    if (state[plan] === TAKEN) used += weights[plan] ?? 0;
  }
  return used;
}

/** Whether the plans taken stay within all limits. */
export function fitsRows(rows: readonly CapacityRow[], state: Int8Array): boolean {
  return rows.every(({ weights, limit }) => usedOf(weights, state) <= limit);
}
