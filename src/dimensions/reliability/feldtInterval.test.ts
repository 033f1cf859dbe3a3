import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { SIMULATION } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import { feldtInterval } from './feldtInterval.ts';

const sample = { alpha: 0.85, n: 89, items: 7 };

describe('feldtInterval', () => {
  it('says how it was computed', () => {
    expect(feldtInterval(sample)).toMatchObject({ level: 0.95, method: 'feldt' });
    expect(feldtInterval(sample, { level: 0.9 }).level).toBe(0.9);
  });

  it('holds alpha between its limits, the upper one nearer', () => {
    const { low, high } = feldtInterval(sample);
    expect(low).toBeLessThan(0.85);
    expect(high).toBeGreaterThan(0.85);
    expect(high - 0.85).toBeLessThan(0.85 - low);
  });

  it('narrows with more responses and widens with the level', () => {
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    const here = width(feldtInterval(sample));
    expect(width(feldtInterval({ ...sample, n: 200 }))).toBeLessThan(here);
    expect(width(feldtInterval(sample, { level: 0.99 }))).toBeGreaterThan(here);
  });

  it('has finite limits with the fewest responses and items there can be, far below 0 as they are', () => {
    const { low, high } = feldtInterval({ alpha: 0.5, n: 2, items: 2 });
    expect(low).toBeLessThan(-100);
    expect(low).toBeGreaterThan(-Infinity);
    expect(high).toBeLessThan(1);
  });

  it('covers the true alpha in 95 of 100 samples of 20, with four parallel normal items', () => {
    const random = seededRandom(20250301);
    const [n, k, trials] = [20, 4, 4000];
    const truth = (k * 0.5) / (1 + (k - 1) * 0.5);
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const normal = (): number => normalQuantile(random() || 0.5) * Math.SQRT1_2;
      const rows = Array.from({ length: n }, () => {
        const common = normal();
        return Array.from({ length: k }, () => common + normal());
      });
      const spreads = Array.from({ length: k }, (_, item) => spread(rows.map((row) => row[item]!)));
      const totals = rows.map((row) => row.reduce((sum, x) => sum + x, 0));
      const sum = spreads.reduce((all, each) => all + each, 0);
      const alpha = (k / (k - 1)) * (1 - sum / spread(totals));
      const { low, high } = feldtInterval({ alpha, n, items: k });
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(Math.abs(covered / trials - 0.95)).toBeLessThan(SIMULATION);
  });

  it.each([0, 1, 95, NaN])('refuses the level %d', (level) => {
    expect(() => feldtInterval(sample, { level })).toThrow(ServiceCycleError);
  });
});

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}
