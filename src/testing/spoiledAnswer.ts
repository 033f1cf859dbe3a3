import type { Arbitrary } from 'fast-check';
import type { FastCheck } from './fastCheck.ts';

/** What is an answer of no usual scale, and no way to say that none is given. */
export function spoiledAnswer(fc: FastCheck): Arbitrary<unknown> {
  return fc.oneof(
    fc.string().filter((text) => text !== 'not-applicable' && text !== 'none'),
    fc.constantFrom('5', '10', ' 3', '', 'toString'),
    // Not a quarter, nor within the dust that counting in tenths leaves.
    fc.double().filter((x) => Math.abs(4 * x - Math.round(4 * x)) > 1e-6),
    fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e308, -7, 99),
    fc.boolean(),
    fc.bigInt(),
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
    fc.object({ maxDepth: 2 }),
    fc.constantFrom<unknown[]>(
      { valueOf: () => 3 },
      Object(3),
      Object.create(null),
      () => 3,
      Symbol('3'),
      Object.freeze({ q: 3 }),
      new Date(3),
      new Map([[3, 3]]),
    ),
  );
}
