import type { Cycle } from './cycle.ts';
import { parseCycle } from './parseCycle.ts';
import { type StandardSchema, standardResult } from './standardSchema.ts';

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
    validate: (input) => standardResult(parseCycle(input)),
  },
};
