import { parseServicePlan } from './parseServicePlan.ts';
import type { ServicePlan } from './servicePlan.ts';
import { type StandardSchema, standardResult } from './standardSchema.ts';

/**
 * Reads a {@link ServicePlan}, for any library that takes Standard Schema objects. It checks all that
 * {@link parseServicePlan} checks of a plan without its cycles.
 *
 * @example
 * const result = servicePlanSchema['~standard'].validate({
 *   id: 'desk', name: 'Help desk', channels: [], review: { everyMonths: 12 },
 * });
 * result.issues?.map((issue) => issue.message);
 * // => ['channels: found a list of 0, expected a list with at least one member']
 * @see Standard Schema, https://standardschema.dev
 */
export const servicePlanSchema: StandardSchema<ServicePlan> = {
  '~standard': {
    version: 1,
    vendor: 'service-cycle',
    validate: (input) => standardResult(parseServicePlan(input)),
  },
};
