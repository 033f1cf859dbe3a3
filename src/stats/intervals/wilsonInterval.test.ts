import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { wilsonInterval } from './wilsonInterval.ts';

describe('wilsonInterval', () => {
  it('says how it was computed', () => {
    const { level, method } = wilsonInterval(81, 263);
    expect({ level, method }).toEqual({ level: 0.95, method: 'wilson' });
    expect(wilsonInterval(81, 263, { level: 0.8 }).level).toBe(0.8);
  });

  it('ends exactly at 0 when nobody was satisfied, and at 1 when everybody was', () => {
    for (const n of [1, 3, 10, 29, 1e6, 0.5]) {
      expect(wilsonInterval(0, n).low).toBe(0);
      expect(wilsonInterval(n, n).high).toBe(1);
    }
  });

  it('still has width then: n of n leaves n / (n + z²) possible', () => {
    const z = 1.9599639845400543;
    const { low } = wilsonInterval(10, 10);
    expect(relativeError(low, 10 / (10 + z * z))).toBeLessThan(EXACT);
  });

  it('takes weighted counts, which are not whole', () => {
    const { low, high } = wilsonInterval(12.5, 47.64);
    expect(low).toBeGreaterThan(wilsonInterval(12, 47.64).low);
    expect(high).toBeLessThan(wilsonInterval(13, 47.64).high);
  });

  it('covers the true share in 95 of 100 samples, on average over all true shares', () => {
    // Every possible count of 20, weighed by its chance: no simulation.
    const n = 20;
    const shares = 2000;
    let covered = 0;
    for (let i = 0; i < shares; i += 1) {
      const share = (i + 0.5) / shares;
      let chance = (1 - share) ** n;
      for (let x = 0; x <= n; x += 1) {
        const { low, high } = wilsonInterval(x, n);
        if (low <= share && share <= high) covered += chance / shares;
        chance *= ((n - x) / (x + 1)) * (share / (1 - share));
      }
    }
    expect(covered).toBeGreaterThan(0.95);
    expect(covered).toBeLessThan(0.955);
  });

  it.each([0, -1, NaN, Infinity])('refuses a sample of %d', (n) => {
    expect(() => wilsonInterval(0, n)).toThrow(
      new ServiceCycleError('invalid-argument', `n is ${n}; expected a finite number above 0`),
    );
  });

  it.each([-1, 11, NaN])('refuses %d successes of 10', (successes) => {
    expect(() => wilsonInterval(successes, 10)).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `successes is ${successes}; expected a number from 0 to 10`,
      ),
    );
  });

  it.each([0, 1, 95, NaN])('refuses the level %d', (level) => {
    expect(() => wilsonInterval(5, 10, { level })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `level is ${level}; expected a number above 0 and below 1`,
      ),
    );
  });
});
