import { describe, expect, it } from 'vitest';
import { rowsOf, surveyOf } from '../../../test/support/driverSketch.ts';
import { tallyDrivers } from '../importance/tallyDrivers.ts';
import { importancePerformance } from './importancePerformance.ts';
import type { ImportancePerformance, RatedItem } from './types.ts';

/** Martilla & James (1977), fourteen attributes of a car dealer's service; recalled from the paper. */
const DEALER: readonly RatedItem[] = (
  [
    ['job done right the first time', 3.83, 2.63],
    ['fast action on complaints', 3.63, 2.73],
    ['prompt warranty work', 3.6, 3.15],
    ['able to do any job needed', 3.56, 3.0],
    ['service available when needed', 3.41, 3.05],
    ['courteous and friendly service', 3.41, 3.29],
    ['car ready when promised', 3.38, 3.03],
    ['perform only necessary work', 3.37, 3.11],
    ['low prices on service', 3.29, 2.0],
    ['clean up after service work', 3.27, 3.02],
    ['convenient to home', 2.52, 2.25],
    ['convenient to work', 2.43, 2.49],
    ['courtesy buses and rental cars', 2.37, 2.35],
    ['send out maintenance notices', 2.05, 3.33],
  ] as const
).map(([id, importance, performance]) => ({ id, importance, performance }));

const on5 = (perAnswer: readonly number[], reversed = false) => ({
  scale: { min: 1, max: 5, ...(reversed && { reversed }) },
  perAnswer,
});
const high = on5([0, 0, 10, 30, 60]);
const low = on5([40, 30, 20, 10, 0]);

function quadrants({ items }: ImportancePerformance): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(items.map(({ item, quadrant }) => [item, quadrant?.name]));
}

describe('importancePerformance', () => {
  it("finds in the dealer's service what its authors found", () => {
    const matrix = importancePerformance(DEALER);
    const found = quadrants(matrix);
    const concentrate = Object.keys(found).filter((item) => found[item] === 'concentrate-here');
    expect(concentrate.toSorted()).toEqual([
      'fast action on complaints',
      'job done right the first time',
      'low prices on service',
    ]);
    expect(found['send out maintenance notices']).toBe('possible-overkill');
    expect(matrix.items[0]?.item).toBe('low prices on service');
    expect(matrix.items.at(-1)?.item).toBe('send out maintenance notices');
    expect(matrix.definition).toMatchObject({
      crosshairAt: 'mean',
      distance: 'z-scores',
      resamples: 0,
    });
  });

  it('names the lines it drew, wherever they lie', () => {
    const lines = (crosshair: Parameters<typeof importancePerformance>[1] & object) =>
      importancePerformance(DEALER, crosshair).definition.crosshair;
    expect(lines({ crosshair: { at: 'median' } })).toMatchObject({
      at: 'median',
      importance: 3.375,
    });
    const target = { at: 'target', importance: 3, performance: 3.2 } as const;
    expect(lines({ crosshair: target })).toEqual(target);
    const rated = [
      { id: 'a', importance: high, performance: low },
      { id: 'b', importance: low, performance: high },
    ];
    const middle = importancePerformance(rated, { crosshair: { at: 'scale-middle' } });
    expect(middle.definition.crosshair).toEqual({
      at: 'scale-middle',
      importance: 3,
      performance: 3,
    });
  });

  it('counts a point on a line as above it', () => {
    const items = [
      { id: 'on', importance: 3, performance: 3 },
      { id: 'off', importance: 2, performance: 2 },
    ];
    const crosshair = { at: 'target', importance: 3, performance: 3 } as const;
    expect(quadrants(importancePerformance(items, { crosshair }))).toEqual({
      on: 'keep-up',
      off: 'low-priority',
    });
  });

  it('turns reversed scales round', () => {
    const [item] = importancePerformance([
      { id: 'effort', importance: 1, performance: on5([60, 30, 10, 0, 0], true) },
    ]).items;
    expect(item?.performance).toMatchObject({ value: 4.5, n: 100, basis: 'measured' });
  });

  it('says how often a quadrant holds, and calls it fragile where that is less than 8 in 10', () => {
    const close = on5([0, 10, 30, 40, 20]);
    const closer = on5([0, 10, 30, 39, 21]);
    const { items } = importancePerformance([
      { id: 'clear', importance: high, performance: low },
      { id: 'a', importance: close, performance: closer },
      { id: 'b', importance: closer, performance: close },
      { id: 'c', importance: low, performance: high },
    ]);
    const held = Object.fromEntries(items.map(({ item, quadrant }) => [item, quadrant]));
    expect(held['clear']).toEqual({ name: 'concentrate-here', holds: 1, isFragile: false });
    expect(items[0]).toMatchObject({ item: 'clear', rank: { low: 1, high: 1 } });
    const near = importancePerformance([
      { id: 'a', importance: 4, performance: close },
      { id: 'b', importance: 3, performance: closer },
    ]).items.map(({ quadrant }) => quadrant?.isFragile);
    expect(near).toEqual([true, true]);
  });

  it('gives the same for the same seed, whatever the order of the items', () => {
    const items = [
      { id: 'a', importance: high, performance: on5([10, 20, 30, 30, 10]) },
      { id: 'b', importance: low, performance: on5([10, 20, 25, 30, 15]) },
      { id: 'c', importance: on5([5, 20, 30, 30, 15]), performance: on5([0, 20, 35, 30, 15]) },
    ];
    const found = importancePerformance(items, { seed: 4 });
    expect(importancePerformance(items.toReversed(), { seed: 4 })).toEqual(found);
    expect(importancePerformance(items, { seed: 5 })).not.toEqual(found);
  });

  it('draws no lines around a single item, or between items that are alike', () => {
    const one = importancePerformance([{ id: 'a', importance: high, performance: low }]);
    expect(one.definition).toMatchObject({ noCrosshair: 'one-item', distance: 'hundred' });
    expect(one.items[0]?.quadrant).toBeUndefined();
    // 4.5 and 2 on 1 to 5 are 87.5 and 25 in hundredths.
    expect(one.items[0]?.distance).toBeCloseTo(62.5 / Math.SQRT2, 12);
    const alike = importancePerformance([
      { id: 'a', importance: 5, performance: 3 },
      { id: 'b', importance: 5, performance: 4 },
    ]);
    expect(alike.definition.noCrosshair).toBe('zero-variance');
    expect(alike.definition.distance).toBeUndefined();
    expect(alike.warnings).toEqual([
      { code: 'importance-does-not-discriminate', range: 0, needed: 0 },
    ]);
  });

  it('warns where customers call everything as important as everything else', () => {
    const { warnings } = importancePerformance([
      { id: 'a', importance: on5([0, 0, 10, 30, 60]), performance: low },
      { id: 'b', importance: on5([0, 0, 12, 30, 58]), performance: high },
    ]);
    expect(warnings).toMatchObject([{ code: 'importance-does-not-discriminate' }]);
    expect(
      importancePerformance([
        { id: 'a', importance: high, performance: low },
        { id: 'b', importance: low, performance: high },
      ]).warnings,
    ).toEqual([]);
  });

  it('leaves out and names what nobody rated', () => {
    const none = on5([0, 0, 0, 0, 0]);
    const { items, unplaced } = importancePerformance([
      { id: 'c', importance: 3, performance: none },
      { id: 'b', importance: none, performance: high },
      { id: 'a', performance: high },
      { id: 'd', importance: 3, performance: high },
    ]);
    expect(items.map(({ item }) => item)).toEqual(['d']);
    expect(unplaced).toEqual([
      { item: 'a', reason: 'no-importance' },
      { item: 'b', reason: 'no-importance' },
      { item: 'c', reason: 'no-performance' },
    ]);
  });

  describe('with derived importance', () => {
    const wait = Array.from({ length: 80 }, (_, i) => 1 + (i % 5));
    const desk = wait.map((_, i) => 1 + (i % 4));
    const table = { all: wait.map((each, i) => 3 * each + desk[i]! + (i % 3)), wait, desk };
    const tally = (of: typeof table, drivers: readonly ('wait' | 'desk')[]) =>
      tallyDrivers(surveyOf(of), rowsOf(of), { outcome: 'all', drivers });
    const items = [
      { id: 'wait', performance: low },
      { id: 'desk', performance: high },
    ] as const;

    it('places by what goes along with the outcome, with its interval', () => {
      const matrix = importancePerformance(items, { derivedFrom: tally(table, ['wait', 'desk']) });
      expect(quadrants(matrix)).toEqual({ wait: 'concentrate-here', desk: 'possible-overkill' });
      expect(matrix.definition).toMatchObject({ importance: 'derived', method: 'johnson' });
      expect(matrix.items[0]?.importance.interval?.method).toBe('wishart');
      expect(matrix.items[0]?.quadrant?.holds).toBeGreaterThan(0.99);
    });

    it('names an item that is no driver, and says when nothing can be derived', () => {
      const part = importancePerformance<'wait' | 'desk'>(items, {
        derivedFrom: tally(table, ['wait']),
      });
      expect(part.unplaced).toEqual([{ item: 'desk', reason: 'no-importance' }]);
      const flat = { ...table, all: wait.map(() => 3) };
      const none = importancePerformance(items, { derivedFrom: tally(flat, ['wait', 'desk']) });
      expect(none.warnings).toEqual([{ code: 'importance-not-derived', reason: 'zero-variance' }]);
      expect(none.items).toEqual([]);
      const odd = { ...table, all: wait.map((_, i) => (i * 23) % 13) };
      const weak = importancePerformance(items, { derivedFrom: tally(odd, ['wait', 'desk']) });
      expect(weak.warnings).toMatchObject([{ code: 'importance-not-ranked' }]);
    });
  });

  it.each([
    [
      'an item twice',
      [
        { id: 'a', performance: 1 },
        { id: 'a', performance: 2 },
      ],
      {},
      'invalid-argument',
    ],
    ['a number that is none', [{ id: 'a', performance: NaN }], {}, 'invalid-argument'],
    [
      'weights it would ignore',
      [
        {
          id: 'a',
          importance: 1,
          performance: { ...high, weights: { perAnswer: [1, 1, 1, 1, 1] } },
        },
      ],
      {},
      'invalid-argument',
    ],
    [
      'different scales',
      [
        { id: 'a', importance: 1, performance: high },
        { id: 'b', importance: 1, performance: { scale: { min: 0, max: 1 }, perAnswer: [1, 1] } },
      ],
      {},
      'wrong-scale',
    ],
    [
      'the middle of no scale',
      [{ id: 'a', importance: 1, performance: 2 }],
      { crosshair: { at: 'scale-middle' } },
      'wrong-scale',
    ],
  ])('refuses %s', (_, items, options, code) => {
    expect(() => importancePerformance(items, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
