import { describe, expect, it } from 'vitest';
import {
  type AreaSketch,
  answers,
  critical,
  cycleOf,
  momentOf,
  scoresOf,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import type { CriticalMoments } from '../moments/types.ts';
import type { ControlChart, EwmaChart, ShareChart } from './charts/types.ts';
import { areaDrivers } from './importance/areaDrivers.ts';
import { tallyDrivers } from './importance/tallyDrivers.ts';
import { type AreaOptions, prioritizeAreas } from './prioritizeAreas.ts';
import type { AreaEvidence, AreaPriorities, AreaPriority } from './types.ts';

function prioritized(
  sketches: readonly AreaSketch[],
  more: Partial<AreaEvidence> = {},
  options: AreaOptions = {},
): AreaPriorities {
  const evidence = { scores: sketchedScores(sketches), ...more };
  return prioritizeAreas(cycleOf(sketches), evidence, options);
}

function one({ areas }: AreaPriorities, id: string): AreaPriority {
  return areas.find(({ area }) => area === id)!;
}

/** An area with one question, so many of `n` answers favourable. */
function area(id: string, percent: number, importance?: number, n = 200): AreaSketch {
  const favourable = Math.round((percent * n) / 100);
  const asked = { [`${id} liked`]: answers(favourable, n - favourable) };
  return { id, asked, ...(importance !== undefined && { importance }) };
}

describe('how sure the order is', () => {
  it('is certain where areas lie far apart', () => {
    const result = prioritized([area('bad', 55, 5), area('good', 95, 5)]);
    expect(one(result, 'bad').rank).toEqual({
      place: 1,
      median: 1,
      low: 1,
      high: 1,
      first: 1,
      topThree: 1,
      shares: [1, 0],
    });
    expect(one(result, 'bad').aheadOf).toEqual([{ area: 'good', share: 1 }]);
    expect(one(result, 'good').aheadOf).toEqual([]);
    expect(result.certainty).toEqual({
      resamples: 2000,
      seed: 1,
      redrawn: 'areas-apart',
      aheadFrom: 0.9,
      ties: 'by-id-and-shared',
    });
  });

  it('claims no order between areas that a few answers tell apart', () => {
    const result = prioritized([area('a', 79, 5), area('b', 80, 5), area('c', 95, 5)]);
    expect(one(result, 'a').rank).toMatchObject({ place: 1, low: 1, high: 2 });
    expect(one(result, 'a').aheadOf).toEqual([{ area: 'c', share: 1 }]);
    expect(one(result, 'b').aheadOf).toEqual([{ area: 'c', share: 1 }]);
    expect(one(result, 'a').rank!.first).toBeLessThan(0.9);
  });

  it('knows more from more answers', () => {
    const width = (n: number): number => {
      const { low, high } = one(
        prioritized([area('a', 70, 5, n), area('b', 72, 5, n), area('c', 74, 5, n)]),
        'b',
      ).rank!;
      return high - low;
    };
    expect(width(100)).toBe(2);
    expect(width(100_000)).toBe(0);
  });

  it('does not let the id decide between areas that nothing tells apart', () => {
    const few = (id: string): AreaSketch => ({ id, importance: 3 });
    const result = prioritized([few('a'), few('b')]);
    expect(result.areas.map(({ area: id }) => id)).toEqual(['a', 'b']);
    for (const { rank, aheadOf } of result.areas) {
      expect(rank).toMatchObject({ first: 0.5, topThree: 1, shares: [0.5, 0.5] });
      expect(aheadOf).toEqual([]);
    }
  });

  it('is the same for the same seed, and says which', () => {
    const sketches = [area('a', 70, 5), area('b', 72, 4), area('c', 74, 6)];
    const draw = (seed: number) => prioritized(sketches, {}, { seed, resamples: 100 });
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).certainty).toMatchObject({ seed: 7, resamples: 100 });
    expect(prioritized(sketches.toReversed(), {}, { seed: 7, resamples: 100 })).toEqual(draw(7));
  });

  it('works with one area, two and three', () => {
    const all = [area('a', 40, 5), area('b', 72, 4), area('c', 90, 6)];
    for (const size of [1, 2, 3]) {
      const { areas } = prioritized(all.slice(0, size));
      expect(areas).toHaveLength(size);
      for (const { rank } of areas) expect(rank!.shares).toHaveLength(size);
    }
    const [lone] = prioritized([area('a', 40, 5)]).areas;
    expect(lone).toMatchObject({ level: 'intervene-now', rank: { place: 1, low: 1, high: 1 } });
  });

  it('places areas by importance and performance, and says how often that holds', () => {
    const result = prioritized([area('desk', 60, 9), area('cafe', 95, 1), area('hall', 77, 5)]);
    expect(one(result, 'desk').quadrant).toEqual({
      name: 'concentrate-here',
      holds: 1,
      isFragile: false,
    });
    expect(one(result, 'cafe').quadrant).toMatchObject({ name: 'possible-overkill', holds: 1 });
    expect(one(result, 'hall').quadrant).toMatchObject({ isFragile: true });
    expect(one(prioritized([area('desk', 60)]), 'desk').quadrant).toBeUndefined();
  });

  it('says how often the level holds', () => {
    const result = prioritized([area('clear', 20, 5), area('edge', 43, 1), area('fine', 95, 5)]);
    expect(one(result, 'clear').levelHolds).toBe(1);
    expect(one(result, 'edge').levelHolds).toBeGreaterThan(0.3);
    expect(one(result, 'edge').levelHolds).toBeLessThan(0.9);
  });
});

describe('the lines that areas are held against', () => {
  it('are those that are given, instead of the means', () => {
    const sketches = [area('desk', 60, 2), area('hall', 90, 4)];
    const { thresholds } = prioritized(sketches, {}, { importantFrom: 5, weakBelow: 0.95 });
    expect(thresholds).toMatchObject({ importance: 5, performance: 0.95 });
  });

  it.each([
    ['a floor above 1', { floor: 1.2 }],
    ['a fall below 0', { relevantFall: -0.1 }],
    ['fewer than no answers', { minimumAnswers: -1 }],
    ['half a resample', { resamples: 0.5 }],
    ['a seed that is no number', { seed: NaN }],
    ['a share above 1', { weakBelow: 80 }],
    ['a gap above 1', { relevantGap: 5 }],
    ['an importance that is no number', { importantFrom: NaN }],
    ['a customer worth less than nothing', { customerValue: -1 }],
    ['a level of 1', { level: 1 }],
  ])('are refused where they are %s', (_, options) => {
    expect(() => prioritized([area('desk', 60)], {}, options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('what is at risk', () => {
  const interval = { level: 0.95, method: 'square-and-add' } as const;
  const costs = (perThousand: Readonly<Record<string, readonly [number, number]>>) => ({
    criticalMoments: {
      kind: 'critical-moments',
      moments: Object.entries(perThousand).map(([id, [value, low]]) => ({
        moment: momentOf(id),
        level: 'watch',
        reasons: [],
        disagreements: [],
        dissatisfiedPerThousand: { value, interval: { low, high: value + 5, ...interval } },
      })),
    } satisfies CriticalMoments,
  });

  it('is a reason where incidents surely cost something, in money too where a customer has a value', () => {
    const sketches = [area('a', 80, 5), area('b', 80, 5)];
    const result = prioritized(sketches, costs({ a: [3, -1], b: [40, 30] }), {
      customerValue: 100,
    });
    expect(one(result, 'b').reasons).toEqual([
      {
        code: 'value-at-risk',
        moment: 'at b',
        dissatisfiedPerThousand: { value: 40, interval: { low: 30, high: 45, ...interval } },
        valuePerThousand: { value: 4000, interval: { low: 3000, high: 4500, ...interval } },
      },
    ]);
    expect(one(result, 'a').reasons).toEqual([]);
  });

  it('orders areas of one level before gaps do, and after critical moments', () => {
    const sketches = [area('wide gap', 60, 5), area('at risk', 70, 5), area('fine', 100, 5)];
    const order = (more: Partial<AreaEvidence>) =>
      prioritized(sketches, more).areas.map(({ area: id }) => id);
    expect(order({})).toEqual(['wide gap', 'at risk', 'fine']);
    expect(order(costs({ 'at risk': [40, 30] }))).toEqual(['at risk', 'wide gap', 'fine']);
    expect(order(critical('wide gap'))).toEqual(['wide gap', 'at risk', 'fine']);
  });
});

describe('a chart of an area', () => {
  const point = { label: '2024-01', value: 0.4, charted: 0.4, low: 0.6, high: 0.9 };
  const control = (direction: 'up' | 'down', isProvisional: boolean): ControlChart => ({
    kind: 'control-chart',
    centre: 0.75,
    points: [{ ...point, signals: [{ rule: 'beyond-limit', direction }] }],
    baseline: isProvisional ? 12 : 24,
    isProvisional,
    empty: [],
  });
  const charts = (id: string, direction: 'up' | 'down', isProvisional = false) => ({
    charts: {
      kind: 'area-charts' as const,
      period: 'month',
      areas: [
        {
          area: id,
          share: control(direction, isProvisional) as ShareChart,
          ewma: { kind: 'not-estimable', reason: 'one-point', points: 1 } as const,
          suppressed: [],
        },
      ],
      withoutPeriod: 0,
    },
  });
  const sketches = [area('desk', 90, 4), area('hall', 60, 5)];

  it('calls for intervention when its newest period is worse than chance has it', () => {
    const desk = one(prioritized(sketches, charts('desk', 'down')), 'desk');
    expect(desk.level).toBe('intervene-now');
    expect(desk.reasons).toEqual([
      {
        code: 'special-cause',
        chart: 'p',
        rule: 'beyond-limit',
        period: '2024-01',
        charted: 0.4,
        limit: 0.6,
        isProvisional: false,
      },
    ]);
    expect(desk.levelHolds).toBe(1);
  });

  it('calls for no more than a plan while its limits are provisional', () => {
    const desk = one(prioritized(sketches, charts('desk', 'down', true)), 'desk');
    expect([desk.level, desk.levelHolds]).toEqual(['plan', 1]);
  });

  it('is no reason when its newest period is better than chance has it', () => {
    expect(one(prioritized(sketches, charts('desk', 'up')), 'desk').reasons).toEqual([]);
  });

  it('is no reason for an area with too few answers', () => {
    const few = { id: 'desk', importance: 5, asked: { q: answers(20, 9) } };
    const desk = one(prioritized([few, area('hall', 90, 5)], charts('desk', 'down')), 'desk');
    expect([desk.level, desk.levelHolds]).toEqual(['measure-first', 1]);
  });

  it('is named, and left aside, when it is of an area the cycle does not have', () => {
    const { warnings } = prioritized(sketches, charts('vault', 'down'));
    expect(warnings).toEqual([{ code: 'unknown-areas', areas: ['vault'] }]);
  });

  it('tells by its moving average too', () => {
    const average = charts('desk', 'down');
    const [own] = average.charts.areas;
    const ewma = control('down', false) as EwmaChart;
    const both = { charts: { ...average.charts, areas: [{ ...own!, ewma }] } };
    const reasons = one(prioritized(sketches, both), 'desk').reasons;
    expect(reasons.map((reason) => reason.code === 'special-cause' && reason.chart)).toEqual([
      'p',
      'ewma',
    ]);
  });
});

describe('the importance of areas', () => {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const [desk, hall] = [1 + (i % 5), 1 + (Math.floor(i / 5) % 4)];
    return { 'desk liked': desk, 'hall liked': hall, all: Math.min(20, 3 * desk + hall) };
  });
  const overall = {
    id: 'all',
    text: 'All in all?',
    asks: 'satisfaction',
    scale: { min: 1, max: 20 },
  } as const;
  const sketches: readonly AreaSketch[] = [area('desk', 60), area('hall', 50)];
  const stated = sketches.map((each) => ({ ...each, importance: each.id === 'hall' ? 9 : 1 }));
  const evidenceOf = (
    of: readonly AreaSketch[],
  ): { cycle: ReturnType<typeof cycleOf> } & AreaEvidence => {
    const cycle = cycleOf(of, [overall]);
    const counts = Object.assign({}, ...of.map(({ asked }) => asked)) as Record<string, number[]>;
    const drivers = tallyDrivers(cycle.survey!, rows, {
      outcome: 'all',
      drivers: areaDrivers(cycle),
    });
    return { cycle, scores: scoresOf(cycle, counts), drivers };
  };

  it('is derived from answers where nobody states it', () => {
    const { cycle, ...evidence } = evidenceOf(sketches);
    const result = prioritizeAreas(cycle, evidence);
    expect(result.importanceFrom).toBe('derived');
    const desk = one(result, 'desk');
    expect(desk.importance).toEqual({ value: desk.derivedImportance!.value, basis: 'measured' });
    expect(desk.derivedImportance!.share).toBeGreaterThan(0.8);
    expect(desk.derivedImportance!.interval?.method).toBe('wishart');
    expect(desk.quadrant?.holds).toBeGreaterThan(0.9);
  });

  it('is as stated where it is stated, with what is derived beside it, unless that is preferred', () => {
    const { cycle, ...evidence } = evidenceOf(stated);
    const kept = prioritizeAreas(cycle, evidence);
    expect(kept.importanceFrom).toBe('stated');
    expect(one(kept, 'hall').importance).toEqual({ value: 9, basis: 'judged' });
    expect(one(kept, 'hall').derivedImportance!.share).toBeLessThan(0.2);
    const turned = prioritizeAreas(cycle, evidence, { importance: 'derived' });
    expect(turned.importanceFrom).toBe('derived');
    expect(one(turned, 'hall').importance!.value).toBeLessThan(0.2);
  });

  it('is not derived from drivers that explain too little, and it is said why', () => {
    const { cycle, drivers, scores } = evidenceOf(sketches);
    const noise = rows.map((row, i) => ({ ...row, all: 1 + ((i * 23) % 13) }));
    const weak = tallyDrivers(cycle.survey!, noise, {
      outcome: 'all',
      drivers: areaDrivers(cycle),
    });
    const result = prioritizeAreas(cycle, { scores, drivers: weak });
    expect(result.importanceFrom).toBeUndefined();
    expect(result.warnings).toMatchObject([{ code: 'importance-not-ranked' }]);
    const none = prioritizeAreas(cycle, {
      scores,
      drivers: { ...drivers!, complete: 0 },
    });
    expect(none.warnings).toEqual([{ code: 'importance-not-derived', reason: 'no-data' }]);
  });

  it('warns where all areas are stated to matter equally', () => {
    const equal = sketches.map((each) => ({ ...each, importance: 5 }));
    expect(prioritized(equal).warnings).toEqual([
      {
        code: 'importance-does-not-discriminate',
        mean: 5,
        largestDistance: 0,
        needed: 0.5,
      },
    ]);
    expect(prioritized(stated).warnings).toBeUndefined();
  });

  it('is redrawn where customers were asked, and warns where they call all as important', () => {
    const question = (id: string) =>
      ({
        id: `${id} matters`,
        text: id,
        asks: 'importance',
        about: { area: id },
        scale: { min: 1, max: 5 },
      }) as const;
    const asked = (desk: readonly number[], hall: readonly number[]) => {
      const cycle = cycleOf(sketches, [question('desk'), question('hall')]);
      const counts = Object.assign({}, ...sketches.map((each) => each.asked)) as Record<
        string,
        readonly number[]
      >;
      const scores = scoresOf(cycle, { ...counts, 'desk matters': desk, 'hall matters': hall });
      return prioritizeAreas(cycle, { scores });
    };
    const near = asked([0, 0, 20, 40, 40], [0, 0, 21, 40, 39]);
    expect(near.importanceFrom).toBe('asked');
    expect(near.warnings).toMatchObject([{ code: 'importance-does-not-discriminate' }]);
    expect(one(near, 'desk').quadrant).toBeUndefined();
    const apart = asked([0, 0, 20, 40, 40], [0, 30, 30, 20, 20]);
    expect(apart.warnings).toBeUndefined();
    expect(one(apart, 'desk').quadrant!.holds).toBeGreaterThan(0.7);
    expect(one(apart, 'desk').quadrant!.holds).toBeLessThan(0.99);
    const far = asked([0, 0, 0, 0, 100], [100, 0, 0, 0, 0]);
    expect(far.warnings).toBeUndefined();
    expect(one(far, 'desk').importance).toEqual({ value: 5, basis: 'measured' });
  });
});
