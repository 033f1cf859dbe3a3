import { describe, expect, it } from 'vitest';
import { ewmaChart } from './ewmaChart.ts';
import type { EwmaChart, ValuePoint } from './types.ts';

function points(values: readonly number[], standardDeviation?: number): readonly ValuePoint[] {
  return values.map((value, month) => ({
    label: `m${month + 1}`,
    value,
    ...(standardDeviation !== undefined && { standardDeviation }),
  }));
}

function charted(...of: Parameters<typeof ewmaChart>): EwmaChart {
  const chart = ewmaChart(...of);
  if (chart.kind !== 'control-chart') throw new Error(chart.reason);
  return chart;
}

/** Small and lasting: one and a half standard deviations, from the eleventh month on. */
const shifted = [...Array(10).fill(0), ...Array(10).fill(-1.5)] as number[];

describe('ewmaChart', () => {
  it('tells a small lasting shift that no month tells by itself', () => {
    const chart = charted(points(shifted, 1), { centre: 0 });
    const signalled = chart.points.findIndex(({ signals }) => signals.length > 0);
    expect(signalled).toBeGreaterThan(10);
    expect(chart.points[signalled]?.signals).toEqual([{ rule: 'beyond-limit', direction: 'down' }]);
    expect(shifted.every((value) => Math.abs(value) < 3)).toBe(true);
  });

  it('starts at the centre line with limits that widen up to those of a long chart', () => {
    const chart = charted(points(Array(60).fill(0), 1), { lambda: 0.2, centre: 0 });
    const widths = chart.points.map(({ high }) => high);
    expect(widths[0]).toBeCloseTo(3 * 0.2, 12);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    const long = charted(points(Array(60).fill(0), 1), {
      lambda: 0.2,
      centre: 0,
      limits: 'asymptotic',
    });
    expect(long.points[0]?.high).toBeCloseTo(3 * Math.sqrt(0.2 / 1.8), 12);
    expect(widths.at(-1)).toBeCloseTo(long.points[0]!.high, 5);
  });

  it('is the values themselves where the newest counts for all', () => {
    const chart = charted(points([1, 4, 2], 1), { lambda: 1 });
    expect(chart.points.map(({ charted: z }) => z)).toEqual([1, 4, 2]);
  });

  it('tells the standard deviation from month to month where none is given', () => {
    const chart = charted(points([1, 3, 2, 2]), { lambda: 1, sigmas: 1 });
    expect(chart.definition.deviation).toBe('moving-range');
    expect(chart.points[0]!.high - chart.centre).toBeCloseTo(1 / 1.128, 12);
  });

  it('keeps limits within the values there can be', () => {
    const chart = charted(points([0.9, 0.95], 0.5), { within: { low: 0, high: 1 } });
    expect(chart.points[1]?.high).toBe(1);
  });

  it('says why there is none', () => {
    expect(ewmaChart([])).toMatchObject({ reason: 'no-points' });
    expect(ewmaChart(points([1]))).toMatchObject({ reason: 'one-point' });
    expect(ewmaChart(points([2, 2, 2]))).toMatchObject({ reason: 'zero-variance' });
  });

  it.each([
    ['a weight of 0', { lambda: 0 }],
    ['a weight above 1', { lambda: 1.1 }],
    ['limits of no width', { sigmas: 0 }],
    ['a centre that is no number', { centre: NaN }],
    ['half a baseline', { baseline: 0.5 }],
  ])('refuses %s', (_, options) => {
    expect(() => ewmaChart(points([1, 2]), options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses a value that is no number', () => {
    expect(() => ewmaChart(points([NaN]))).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
