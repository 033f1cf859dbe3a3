import { describe, expect, it } from 'vitest';
import { chartSignals } from './chartSignals.ts';
import { pChart } from './pChart.ts';
import type { ShareChart, SharePoint } from './types.ts';

/** Months of 100 answers each. */
function months(...counts: readonly number[]): readonly SharePoint[] {
  return counts.map((count, month) => ({ label: `m${month + 1}`, count, n: 100 }));
}

function charted(...of: Parameters<typeof pChart>): ShareChart {
  const chart = pChart(...of);
  if (chart.kind !== 'control-chart') throw new Error(chart.reason);
  return chart;
}

/** The rules each point meets, with the direction. */
function rules({ points }: ShareChart): readonly string[] {
  return points.map(({ signals }) =>
    signals.map(({ rule, direction }) => `${rule} ${direction}`).join(', '),
  );
}

describe('pChart', () => {
  it('signals a month beyond three standard deviations, and only that one', () => {
    const chart = charted(months(80, 82, 78, 81, 79, 60, 80, 81));
    expect(rules(chart)).toEqual(['', '', '', '', '', 'beyond-limit down', '', '']);
    // 621 of 800; ± 3·sqrt(p(1 - p)/100).
    expect(chart.centre).toBe(0.77625);
    expect(chart.points[0]?.low).toBeCloseTo(0.77625 - (3 * Math.sqrt(0.77625 * 0.22375)) / 10, 12);
  });

  it('signals eight in a row on one side of the centre line, from the eighth on', () => {
    const chart = charted(months(...Array(9).fill(82), ...Array(9).fill(78)));
    expect(chart.centre).toBe(0.8);
    const found = rules(chart);
    expect(found.slice(0, 7)).toEqual(Array(7).fill(''));
    expect(found.slice(7, 9)).toEqual(Array(2).fill('same-side up'));
    expect(found.slice(9, 16)).toEqual(Array(7).fill(''));
    expect(found.slice(16)).toEqual(Array(2).fill('same-side down'));
  });

  it('signals six in a row that steadily fall, and starts again when two are equal', () => {
    expect(rules(charted(months(85, 84, 83, 82, 81, 80, 79))).slice(4)).toEqual([
      '',
      'trend down',
      'trend down',
    ]);
    expect(rules(charted(months(85, 84, 83, 82, 82, 81, 80))).join('')).toBe('');
    expect(rules(charted(months(79, 80, 81), { trend: 3 }))).toEqual(['', '', 'trend up']);
  });

  it('is provisional with fewer than twenty months behind its limits', () => {
    expect(charted(months(...Array(19).fill(80))).isProvisional).toBe(true);
    expect(charted(months(...Array(20).fill(80))).isProvisional).toBe(false);
    const baseline = charted(months(...Array(20).fill(80)), { baseline: 12 });
    expect(baseline).toMatchObject({ isProvisional: true, baseline: 12 });
  });

  it('holds later months against the limits of the first ones', () => {
    const chart = charted(months(80, 81, 79, 80, 60), { baseline: 4 });
    expect(chart.centre).toBe(0.8);
    expect(rules(chart).at(-1)).toBe('beyond-limit down');
  });

  it('draws no limits where everybody counts, or nobody, or nothing is known', () => {
    expect(pChart(months(100, 100))).toEqual({
      kind: 'not-estimable',
      reason: 'all-or-none',
      points: 2,
    });
    expect(pChart(months(0))).toMatchObject({ reason: 'all-or-none' });
    expect(pChart([])).toMatchObject({ reason: 'no-points', points: 0 });
    expect(pChart([{ label: 'm1', count: 0, n: 0 }])).toMatchObject({ reason: 'no-points' });
  });

  it('leaves out and names a month without answers', () => {
    const chart = charted([...months(80, 70), { label: 'm3', count: 0, n: 0 }, ...months(75)]);
    expect(chart.empty).toEqual(['m3']);
    expect(chart.points).toHaveLength(3);
  });

  it('keeps its limits within 0 and 1, wider for smaller months', () => {
    const chart = charted([
      { label: 'small', count: 4, n: 5 },
      { label: 'large', count: 450, n: 500 },
    ]);
    expect(chart.points[0]?.high).toBe(1);
    const [small, large] = chart.points.map(({ low }) => chart.centre - low);
    expect(small!).toBeGreaterThan(large!);
  });

  it('widens to what months differ where they are large: the plain limits would signal nearly all', () => {
    const large = [0.8, 0.83, 0.78, 0.82, 0.79, 0.81].map((share, month) => ({
      label: `m${month}`,
      count: 20_000 * share,
      n: 20_000,
    }));
    const plain = charted(large, { variant: 'binomial' });
    expect(plain.points.filter(({ signals }) => signals.length > 0).length).toBeGreaterThan(3);
    const chart = charted(large);
    expect(chart.definition.variant).toBe('laney');
    expect(chart.sigmaZ).toBeGreaterThan(5);
    expect(rules(chart).join('')).toBe('');
    expect(pChart(large.slice(0, 1))).toMatchObject({ reason: 'one-point' });
    expect(charted(months(80, 81)).definition.variant).toBe('binomial');
  });

  it.each([
    ['more than all', [{ label: 'm', count: 3, n: 2 }], {}],
    ['a count that is none', [{ label: 'm', count: NaN, n: 2 }], {}],
    ['more than can be counted', [{ label: 'm', count: 2, n: 1e300 }], {}],
    ['limits of no width', [], { sigmas: 0 }],
    ['runs of one', [], { sameSide: 1 }],
    ['trends of one', [], { trend: 1 }],
    ['no baseline', [], { baseline: 0 }],
  ])('refuses %s', (_, points, options) => {
    expect(() => pChart(points, options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('chartSignals', () => {
  it('ends a run at a point on the centre line', () => {
    const charted3 = [1, 1, 0, 1, 1].map((x) => x);
    const limits = charted3.map(() => 9);
    const input = { charted: charted3, low: limits.map((x) => -x), high: limits, centre: 0 };
    expect(chartSignals(input, { sameSide: 3 }).flat()).toEqual([]);
    expect(chartSignals(input, { sameSide: 2 }).map((one) => one.length)).toEqual([0, 1, 0, 0, 1]);
  });
});
