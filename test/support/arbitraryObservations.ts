import fc from 'fast-check';
import type { Cycle } from '../../src/model/cycle.ts';
import type { Measurement, SurveyResponse } from '../../src/model/observations.ts';
import { arbitraryCycle } from './arbitraryCycle.ts';
import { hostileAnswer } from './arbitrarySurvey.ts';
import type { ObservedRows } from './observed.ts';

/** What may come in about a cycle: answers good and bad, measurements of its standards and of none. */
export function observationsOf(cycle: Cycle): fc.Arbitrary<ObservedRows> {
  const answer = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 10 }) },
    { weight: 1, arbitrary: fc.constantFrom(0.25, 0.5, null, undefined, 'not-applicable') },
    { weight: 1, arbitrary: hostileAnswer },
  );
  const response = fc.record(
    Object.fromEntries((cycle.survey?.questions ?? []).map(({ id }) => [id, answer])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<SurveyResponse>;
  const standards = (cycle.requirements ?? []).flatMap((one) => one.standards ?? []);
  const measurement: fc.Arbitrary<Measurement> = fc.record({
    standard: fc.constantFrom(...standards.map(({ id }) => id), 'no such standard'),
    value: fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constant(Number.NaN)),
  });
  // The same few responses many times over, so that areas have enough of them to be judged.
  const responses = fc
    .tuple(fc.array(response, { maxLength: 4 }), fc.constantFrom(1, 20))
    .map(([some, times]) => Array.from({ length: times }, () => some).flat());
  return fc.record(
    {
      responses,
      earlierResponses: responses,
      measurements: fc.array(measurement, { maxLength: 30 }),
    },
    { requiredKeys: [] },
  );
}

/** Any cycle, what was observed of it, and a toss. */
export const observedCycle: fc.Arbitrary<[Cycle, ObservedRows, boolean]> = arbitraryCycle.chain(
  (cycle) => fc.tuple(fc.constant(cycle), observationsOf(cycle), fc.boolean()),
);
