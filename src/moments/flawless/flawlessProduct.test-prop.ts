import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { flawlessProduct } from './flawlessProduct.ts';
import type { MomentSuccess } from './flawlessTypes.ts';

const moment: fc.Arbitrary<MomentSuccess> = fc
  .record({
    wrong: fc.nat(50),
    right: fc.nat(50),
    usage: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ wrong, right, usage }) => ({ moment: 'm', flawless: right, n: wrong + right, usage }));
const moments = fc.array(moment, { minLength: 1, maxLength: 8 });

describe('flawlessProduct', () => {
  it('lies within its bounds and its interval', () => {
    fc.assert(
      fc.property(moments, (given) => {
        const { product, bounds } = flawlessProduct(given);
        expect(bounds.low).toBeGreaterThanOrEqual(0);
        expect(bounds.high).toBeLessThanOrEqual(1);
        expect(bounds.low).toBeLessThanOrEqual(bounds.high);
        if (product.kind !== 'estimate') return;
        const { value, interval } = product;
        expect(value).toBeGreaterThanOrEqual(bounds.low);
        expect(value).toBeLessThanOrEqual(bounds.high + EXACT);
        expect(interval.low).toBeLessThanOrEqual(value + EXACT);
        expect(interval.high).toBeGreaterThanOrEqual(value - EXACT);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gains most where the weakest link is perfected', () => {
    fc.assert(
      fc.property(moments, (given) => {
        const { product, links, weakest } = flawlessProduct(
          given.map((each, place) => ({ ...each, moment: `m${place}` })),
        );
        fc.pre(product.kind === 'estimate');
        const gains = links.map(({ gain = NaN }) => gain);
        const most = Math.max(...gains);
        for (const { moment: name, gain = NaN } of links) {
          expect(gain).toBeGreaterThanOrEqual(0);
          if (weakest.includes(name)) expect(Math.abs(gain - most)).toBeLessThan(EXACT);
        }
      }),
    );
  });

  it('falls, and never rises, with every further moment', () => {
    fc.assert(
      fc.property(moments, moment, (given, further) => {
        const shorter = flawlessProduct(given);
        const longer = flawlessProduct([...given, further]);
        expect(longer.bounds.high).toBeLessThanOrEqual(shorter.bounds.high);
        expect(longer.bounds.low).toBeLessThanOrEqual(shorter.bounds.low + EXACT);
        if (shorter.product.kind !== 'estimate' || longer.product.kind !== 'estimate') return;
        expect(longer.product.value).toBeLessThanOrEqual(shorter.product.value);
      }),
    );
  });
});
