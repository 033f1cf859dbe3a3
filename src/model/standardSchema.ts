import type { Issue } from '../shared/issue.ts';
import type { Result } from '../shared/result.ts';

/** What reading by a {@link StandardSchema} gives: the value, or all issues. */
export type StandardResult<Value> =
  | {
      /** What was read; it shares nothing with the input. */
      readonly value: Value;
      /** Absent where there is a value. */
      readonly issues?: undefined;
    }
  | {
      /** All faults at once. */
      readonly issues: readonly Issue[];
    };

/** What goes into a {@link StandardSchema} and what comes out; for the compiler only. */
export interface StandardTypes<Value> {
  /** What goes in. */
  readonly input: Value;
  /** What comes out. */
  readonly output: Value;
}

/** What libraries that know the Standard Schema specification look for. */
export interface StandardProps<Value> {
  /** The version of the specification. */
  readonly version: 1;
  /** Who made the schema. */
  readonly vendor: 'service-cycle';
  /** Reads a value. */
  readonly validate: (input: unknown) => StandardResult<Value>;
  /** What goes in and what comes out; never present at run time. */
  readonly types?: StandardTypes<Value> | undefined;
}

/** A schema in the form of the Standard Schema specification, version 1. */
export interface StandardSchema<Value> {
  /** What libraries that know the specification look for. */
  readonly '~standard': StandardProps<Value>;
}

/** A result in the words of the Standard Schema specification. */
export function standardResult<Value>(result: Result<Value>): StandardResult<Value> {
  return result.ok ? { value: result.value } : { issues: result.issues };
}
