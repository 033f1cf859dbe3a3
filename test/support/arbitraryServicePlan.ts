import fc from 'fast-check';
import type { Cycle } from '../../src/model/cycle.ts';
import type { ServicePlan } from '../../src/model/servicePlan.ts';
import * as testing from '../../src/testing/arbitraryServicePlan.ts';

/** Any valid service plan for a cycle. */
export function arbitraryServicePlan(cycle: Cycle): fc.Arbitrary<ServicePlan> {
  return testing.arbitraryServicePlan(fc, cycle);
}
