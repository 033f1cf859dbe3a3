import type { Issues } from './issue.ts';

/**
 * What reading data from outside gives: the value, or every fault found in it.
 *
 * @typeParam Value - what is read when there is no fault
 */
export type Result<Value> =
  | {
      /** True when the data is without fault. */
      readonly ok: true;
      /** What was read; it shares nothing with the input. */
      readonly value: Value;
    }
  | {
      /** False when the data has at least one fault. */
      readonly ok: false;
      /** All faults at once, in the order of the data. */
      readonly issues: Issues;
    };
