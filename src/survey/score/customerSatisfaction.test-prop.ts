import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn, mirrored, moveOne, times } from '../../../test/support/arbitraryCounts.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { average, everySample } from '../../../test/support/everySample.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';

const box = fc.constantFrom('top', 'top-two', 'net');
const scale = fc.constantFrom(
  { min: 1, max: 4 },
  { min: 1, max: 5 },
  { min: 1, max: 5, reversed: true },
  { min: 0, max: 10 },
  { min: 0, max: 1, step: 0.25 },
);
const counts = scale.chain((one) => countsOn(one));

describe('customerSatisfaction', () => {
  it('counts at least as many satisfied in the best two boxes as in the best one', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const two = estimated(customerSatisfaction(some, { box: 'top-two' }));
        const one = estimated(customerSatisfaction(some, { box: 'top' }));
        expect(two.value).toBeGreaterThanOrEqual(one.value);
      }),
    );
  });

  it('is, net, the share of the satisfied less that share on the scale turned round', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { scale } = some;
        const turned = { ...some, scale: { ...scale, reversed: scale.reversed !== true } };
        const two = estimated(customerSatisfaction(some));
        const worst = estimated(customerSatisfaction(turned));
        const net = estimated(customerSatisfaction(some, { box: 'net' }));
        const against = estimated(customerSatisfaction(turned, { box: 'net' }));
        expect(net.value).toBeCloseTo(two.value - worst.value, 12);
        expect(against.value + net.value).toBe(0);
        expect(against.interval.low + net.interval.high).toBeCloseTo(0, 12);
        expect(against.interval.high + net.interval.low).toBeCloseTo(0, 12);
      }),
    );
  });

  it('is the same when the scale and the answers are turned round together', () => {
    fc.assert(
      fc.property(counts, box, (some, which) => {
        const { value, interval, n } = estimated(customerSatisfaction(some, { box: which }));
        expect(customerSatisfaction(mirrored(some), { box: which })).toMatchObject({
          value,
          interval,
          n,
        });
      }),
    );
  });

  it('never falls, nor do its limits, because an answer gets better', () => {
    fc.assert(
      fc.property(counts, box, fc.nat(), fc.nat(), (some, which, a, b) => {
        const size = some.perAnswer.length;
        const worse = Math.min(a % size, b % size);
        const better = Math.max(a % size, b % size);
        const [from, to] = some.scale.reversed === true ? [better, worse] : [worse, better];
        fc.pre((some.perAnswer[from] ?? 0) > 0);
        const before = estimated(customerSatisfaction(some, { box: which }));
        const after = estimated(customerSatisfaction(moveOne(some, from, to), { box: which }));
        expect(after.value).toBeGreaterThanOrEqual(before.value);
        expect(after.interval.low).toBeGreaterThanOrEqual(before.interval.low);
        expect(after.interval.high).toBeGreaterThanOrEqual(before.interval.high);
      }),
    );
  });

  it('lies in its own interval, and both lie from 0 to 1, or from -1 where it is net', () => {
    fc.assert(
      fc.property(counts, box, fc.constantFrom(0.5, 0.95, 0.999), (some, which, level) => {
        const { value, interval } = estimated(customerSatisfaction(some, { box: which, level }));
        expect(interval.low).toBeGreaterThanOrEqual(which === 'net' ? -1 : 0);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is known more exactly from four times as many answers', () => {
    fc.assert(
      fc.property(counts, box, (some, which) => {
        const once = estimated(customerSatisfaction(some, { box: which }));
        const fourfold = estimated(customerSatisfaction(times(4, some), { box: which }));
        expect(fourfold.value).toBe(once.value);
        expect(fourfold.interval.high - fourfold.interval.low).toBeLessThan(
          once.interval.high - once.interval.low,
        );
      }),
    );
  });

  it('is the same whatever is left blank, does not apply or is no answer', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.nat(), fc.nat(), (some, notApplicable, skipped, invalid) => {
        const { value, interval, n } = estimated(customerSatisfaction(some));
        const blank = { ...some, notApplicable, skipped, invalid };
        expect(customerSatisfaction(blank)).toMatchObject({ value, interval, n });
      }),
    );
  });

  it('is right on average: over every sample of a tiny population it gives the share of all', () => {
    const five = { min: 1, max: 5 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        box,
        (population, size, which) => {
          const shareOf = (answers: readonly number[]): number =>
            estimated(customerSatisfaction(countAnswers(answers, five), { box: which })).value;
          const shares = everySample(population, size).map(shareOf);
          expect(average(shares)).toBeCloseTo(shareOf(population), 9);
        },
      ),
    );
  });
});
