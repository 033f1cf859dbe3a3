import fc from 'fast-check';
import type { Cycle } from '../../src/model/cycle.ts';
import * as testing from '../../src/testing/arbitraryCycle.ts';

/** Any valid cycle. */
export const arbitraryCycle: fc.Arbitrary<Cycle> = testing.arbitraryCycle(fc);
