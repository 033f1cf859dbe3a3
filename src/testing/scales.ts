import type { Arbitrary } from 'fast-check';
import type { Scale } from '../model/survey.ts';
import type { FastCheck } from './fastCheck.ts';

/** Scales as surveys use them: either direction, steps, negative answers, two answers and a hundred. */
export function anyScale(fc: FastCheck): Arbitrary<Scale> {
  return fc
    .record({
      min: fc.integer({ min: -5, max: 5 }),
      steps: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(100)),
      step: fc.constantFrom(1, 2, 0.5, 0.25, 0.1),
      reversed: fc.boolean(),
    })
    .map(({ min, steps, step, reversed }) => ({ min, max: min + steps * step, step, reversed }));
}

/** The scales that questions are mostly asked on, with and without codes for "does not apply". */
export function usualScale(fc: FastCheck): Arbitrary<Scale> {
  return fc.constantFrom<Scale[]>(
    { min: 0, max: 10 },
    { min: 1, max: 5 },
    { min: 1, max: 5, reversed: true, notApplicable: [0, 'none'] },
    { min: 1, max: 7 },
    { min: 1, max: 7, labels: { '1': 'hard', '7': { en: 'easy', es: 'fácil' } } },
    { min: 0, max: 1, step: 0.25 },
    { min: -2, max: 2, notApplicable: [9] },
  );
}
