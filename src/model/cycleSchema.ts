import type { Issue } from '../shared/issue.ts';
import type { Cycle } from './cycle.ts';
import { parseCycle } from './parseCycle.ts';

/** A schema in the form of the Standard Schema specification, version 1. */
export interface StandardSchema<Value> {
  /** What libraries that know the specification look for. */
  readonly '~standard': {
    /** The version of the specification. */
    readonly version: 1;
    /** Who made the schema. */
    readonly vendor: 'service-cycle';
    /** Reads a value: the value itself, or all issues. */
    readonly validate: (
      input: unknown,
    ) =>
      | { readonly value: Value; readonly issues?: undefined }
      | { readonly issues: readonly Issue[] };
    /** What goes in and what comes out; for the compiler only. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/**
 * Reads a {@link Cycle}, for any library that takes Standard Schema objects. It checks all that
 * {@link parseCycle} checks.
 *
 * @example
 * const result = cycleSchema['~standard'].validate({ id: 'desk', name: 'Front desk', moments: [] });
 * result.issues?.map((issue) => issue.message);
 * // => ['moments: found a list of 0, expected a list with at least one member']
 * @see Standard Schema, https://standardschema.dev
 */
export const cycleSchema: StandardSchema<Cycle> = {
  '~standard': {
    version: 1,
    vendor: 'service-cycle',
    validate(input) {
      const result = parseCycle(input);
      return result.ok ? { value: result.value } : { issues: result.issues };
    },
  },
};
