import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { chainStandard } from './chainStandard.ts';

const WITHIN = { measure: 'm', unit: 'minutes', operator: '<=' } as const;

/** Which cases fail, of each of several internal standards: a joint distribution by listing it. */
const joint = fc.integer({ min: 1, max: 60 }).chain((cases) =>
  fc.array(fc.array(fc.boolean(), { minLength: cases, maxLength: cases }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe('chainStandard', () => {
  it('holds the share of cases in which all are kept, however failures fall together', () => {
    fc.assert(
      fc.property(joint, fc.double({ min: 0.01, max: 1, noNaN: true }), (kept, requiredShare) => {
        const cases = kept[0]?.length ?? 1;
        const all =
          Array.from({ length: cases }, (_, i) => kept.every((one) => one[i])).filter(Boolean)
            .length / cases;
        const chain = chainStandard(
          { id: 'external', ...WITHIN, threshold: 100, requiredShare },
          kept.map((one, at) => ({
            standard: { id: String(at), ...WITHIN, threshold: 1, requiredShare: 0.5 },
            conformingShare: one.filter(Boolean).length / cases,
          })),
        );
        if (chain.kind !== 'chain-standard' || chain.kept === undefined) throw new Error('none');
        const { bounds, product, verdict, weakest } = chain.kept;
        expect(bounds.low).toBeLessThanOrEqual(all + EXACT);
        expect(bounds.high).toBeGreaterThanOrEqual(all - EXACT);
        expect(product).toBeGreaterThanOrEqual(bounds.low - EXACT);
        expect(product).toBeLessThanOrEqual(bounds.high + EXACT);
        expect(weakest?.share).toBe(bounds.high);
        if (verdict === 'certain') expect(all).toBeGreaterThanOrEqual(requiredShare - EXACT);
        if (verdict === 'cannot-be-met') expect(all).toBeLessThan(requiredShare);
      }),
    );
  });
});
