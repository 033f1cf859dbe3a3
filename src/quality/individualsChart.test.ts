import { describe, expect, it } from 'vitest';
import { type IndividualsChart, individualsChart } from './individualsChart.ts';

const visits = (values: readonly number[]): { label: string; value: number }[] =>
  values.map((value, at) => ({ label: `visit ${at + 1}`, value }));

function charted(...[values, options]: [readonly number[], object?]): IndividualsChart {
  const chart = individualsChart(visits(values), options);
  if (chart.kind !== 'control-chart') throw new Error(chart.reason);
  return chart;
}

describe('individualsChart', () => {
  it('has the limits of the worked example', () => {
    const chart = charted([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(chart.centre).toBeCloseTo(50.81, 12);
    expect(chart.ranges.centre).toBeCloseTo(1.877778, 6);
    expect(chart.points[0]?.low).toBeCloseTo(45.8159, 4);
    expect(chart.points[0]?.high).toBeCloseTo(55.8041, 4);
    expect(chart.ranges.high).toBeCloseTo(6.1347, 4);
    expect(chart.isProvisional).toBe(true);
  });

  it('tells a visit unlike those before it, and the jump to it', () => {
    const chart = charted([10, 11, 10, 12, 11, 10, 11, 20], { baseline: 7 });
    expect(chart.points[7]?.signals).toEqual([{ rule: 'beyond-limit', direction: 'up' }]);
    expect(chart.ranges.points.map(({ isBeyond }) => isBeyond)).toEqual([
      ...Array<boolean>(6).fill(false),
      true,
    ]);
    expect(chart.ranges.points[6]?.label).toBe('visit 8');
  });

  it('signals runs as the other charts do', () => {
    const chart = charted([1, 2, 3, 4, 5, 6, 1, 6, 1, 6]);
    expect(chart.points[5]?.signals).toEqual([{ rule: 'trend', direction: 'up' }]);
  });

  it('charts a value of -0 as 0', () => {
    const points = [3, -0, 2, 1].map((value, at) => ({ label: String(at), value }));
    expect(individualsChart(points)).toStrictEqual(
      individualsChart(points.map(({ label, value }) => ({ label, value: value || 0 }))),
    );
  });

  it('names why there is none', () => {
    const reason = (values: readonly number[]): unknown => individualsChart(visits(values));
    expect(reason([])).toMatchObject({ reason: 'no-points' });
    expect(reason([3])).toMatchObject({ reason: 'one-point' });
    expect(reason([3, 3, 3])).toMatchObject({ reason: 'zero-variance', points: 3 });
  });

  it.each([
    ['a value that is none', [Number.NaN, 1], {}],
    ['runs of one', [1, 2], { sameSide: 1 }],
    ['no baseline', [1, 2], { baseline: 0 }],
  ])('refuses %s', (_, values, options) => {
    expect(() => individualsChart(visits(values), options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
  it('refuses a point that is called by no text', () => {
    const points = [{ label: 1, value: 5 }] as unknown as { label: string; value: number }[];
    expect(() => individualsChart(points)).toThrow(/points\[0\]\.label is 1; expected a text/);
  });
});
