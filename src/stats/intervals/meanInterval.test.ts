import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { SIMULATION } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { meanInterval } from './meanInterval.ts';

describe('meanInterval', () => {
  it('says how it was computed', () => {
    const { level, method } = meanInterval({ n: 2, mean: 6, variance: 18 });
    expect({ level, method }).toEqual({ level: 0.95, method: 'student-t' });
    expect(meanInterval({ n: 2, mean: 6, variance: 18 }, { level: 0.8 }).level).toBe(0.8);
  });

  it('covers the true mean in 95 of 100 samples of five, drawn from a normal distribution', () => {
    const random = seededRandom(20240229);
    const trials = 4000;
    const n = 5;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const sample = Array.from({ length: n }, () => normalQuantile(random()));
      const mean = sample.reduce((sum, x) => sum + x, 0) / n;
      const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
      const { low, high } = meanInterval({ n, mean, variance });
      if (low <= 0 && 0 <= high) covered += 1;
    }
    expect(Math.abs(covered / trials - 0.95)).toBeLessThan(SIMULATION);
  });

  it.each([1, 1.9, NaN, Infinity])('refuses a sample of %d', (n) => {
    expect(() => meanInterval({ n, mean: 3, variance: 1 })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `summary.n is ${n}; expected a finite number, 2 or more`,
      ),
    );
  });

  it.each([NaN, Infinity])('refuses the mean %d', (mean) => {
    expect(() => meanInterval({ n: 5, mean, variance: 1 })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `summary.mean is ${mean}; expected a finite number, at most 1e150 away from 0`,
      ),
    );
  });

  it.each([0, -1, NaN, Infinity])('refuses the variance %d', (variance) => {
    expect(() => meanInterval({ n: 5, mean: 3, variance })).toThrow(
      `summary.variance is ${variance}; expected a finite number`,
    );
  });

  it.each([0, 1, 95, NaN])('refuses the level %d', (level) => {
    expect(() => meanInterval({ n: 5, mean: 3, variance: 1 }, { level })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `level is ${level}; expected a number above 0 and below 1`,
      ),
    );
  });
});
