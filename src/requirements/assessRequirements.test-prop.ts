import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import type { Cycle } from '../model/cycle.ts';
import type { Measurement } from '../model/observations.ts';
import { assessRequirements } from './assessRequirements.ts';

/** A cycle and measurements, most of them against its standards. */
const measuredCycle = arbitraryCycle.chain((cycle) => {
  const known = (cycle.requirements ?? []).flatMap(({ standards = [] }) =>
    standards.map(({ id }) => id),
  );
  const measurement = fc.record({
    standard: fc.constantFrom(...known, 'no such standard'),
    value: fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constant(Number.NaN)),
  });
  return fc.tuple(fc.constant(cycle), fc.array(measurement, { maxLength: 40 }));
});

describe('assessRequirements', () => {
  it('gives every requirement one verdict and every standard one, in the order of the cycle', () => {
    fc.assert(
      fc.property(measuredCycle, ([cycle, measurements]) => {
        const { requirements } = assessRequirements(cycle, measurements);
        expect(
          requirements.map(({ requirement, standards }) => [
            requirement,
            standards.map(({ standard }) => standard),
          ]),
        ).toEqual(
          (cycle.requirements ?? []).map(({ id, standards = [] }) => [
            id,
            standards.map((standard) => standard.id),
          ]),
        );
      }),
    );
  });

  it('accounts for every measurement: under its standard, as invalid, or under a name unknown', () => {
    fc.assert(
      fc.property(measuredCycle, ([cycle, measurements]) => {
        const { requirements, unknownStandards } = assessRequirements(cycle, measurements);
        const known = requirements
          .flatMap(({ standards }) => standards)
          .reduce((sum, { measured, invalid }) => sum + measured + invalid, 0);
        const unknown = unknownStandards.reduce((sum, { count }) => sum + count, 0);
        expect(known + unknown).toBe(measurements.length);
      }),
    );
  });

  it('is blind to the order of measurements, but for the positions of the bad ones', () => {
    const statuses = (cycle: Cycle, measurements: readonly Measurement[]): unknown =>
      assessRequirements(cycle, measurements).requirements.map(({ status, standards }) => [
        status,
        standards.map(({ conforming, measured, invalid }) => [conforming, measured, invalid]),
      ]);
    fc.assert(
      fc.property(measuredCycle, ([cycle, measurements]) => {
        expect(statuses(cycle, measurements.toReversed())).toEqual(statuses(cycle, measurements));
      }),
    );
  });

  it('never calls a requirement better than one of its standards', () => {
    const worstFirst = ['not-met', 'not-proven', 'not-measured', 'met-so-far', 'met'];
    fc.assert(
      fc.property(measuredCycle, ([cycle, measurements]) => {
        for (const { status, standards } of assessRequirements(cycle, measurements).requirements) {
          if (standards.length === 0) expect(status).toBe('no-standard');
          else {
            const ranks = standards.map((one) => worstFirst.indexOf(one.status));
            expect(worstFirst.indexOf(status)).toBe(Math.min(...ranks));
          }
        }
      }),
    );
  });
});
