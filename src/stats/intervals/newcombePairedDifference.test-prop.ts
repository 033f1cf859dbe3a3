import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { newcombePairedDifference } from './newcombePairedDifference.ts';

const count = fc.oneof(fc.constant(0), fc.nat({ max: 5 }), fc.nat({ max: 5000 }));
const pairs = fc
  .record({ both: count, onlyFirst: count, onlySecond: count, neither: count })
  .filter(
    ({ both, onlyFirst, onlySecond, neither }) => both + onlyFirst + onlySecond + neither > 0,
  );

describe('newcombePairedDifference', () => {
  it('contains the difference found and stays within -1 and 1', () => {
    fc.assert(
      fc.property(pairs, (found) => {
        const { difference, interval } = newcombePairedDifference(found);
        expect(interval.low).toBeGreaterThanOrEqual(-1 - EXACT);
        expect(interval.low).toBeLessThanOrEqual(difference);
        expect(interval.high).toBeGreaterThanOrEqual(difference);
        expect(interval.high).toBeLessThanOrEqual(1 + EXACT);
      }),
    );
  });

  it('turns round when first and second change places', () => {
    fc.assert(
      fc.property(pairs, (found) => {
        const { onlyFirst, onlySecond } = found;
        const there = newcombePairedDifference(found);
        const back = newcombePairedDifference({
          ...found,
          onlyFirst: onlySecond,
          onlySecond: onlyFirst,
        });
        expect(back.difference + there.difference).toBe(0);
        expect(Math.abs(back.interval.low + there.interval.high)).toBeLessThan(EXACT);
      }),
    );
  });
});
