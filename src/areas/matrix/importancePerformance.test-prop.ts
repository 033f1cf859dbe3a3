import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importancePerformance } from './importancePerformance.ts';
import { paretoLayers } from './paretoLayers.ts';
import type { RatedItem } from './types.ts';
import { type Criterion, weightedSum } from './weightedSum.ts';

const figure = fc.integer({ min: 1, max: 9 });
const items: fc.Arbitrary<readonly RatedItem[]> = fc
  .array(fc.record({ importance: figure, performance: figure }), { maxLength: 6 })
  .map((list) => list.map((each, place) => ({ id: `i${place}`, ...each })));

const target = { crosshair: { at: 'target', importance: 5, performance: 5 } } as const;

describe('importancePerformance', () => {
  it('does not care in what order items are given', () => {
    fc.assert(
      fc.property(items, (of) => {
        expect(importancePerformance(of.toReversed())).toEqual(importancePerformance(of));
      }),
    );
  });

  it('moves nobody to another quadrant when an item comes, where the lines are given', () => {
    fc.assert(
      fc.property(items, figure, figure, (of, importance, performance) => {
        const placed = (list: readonly RatedItem[]) =>
          new Map(
            importancePerformance(list, target).items.map(({ item, quadrant }) => [
              item,
              quadrant?.name,
            ]),
          );
        const more = placed([...of, { id: 'new', importance, performance }]);
        for (const [item, quadrant] of placed(of)) expect(more.get(item)).toBe(quadrant);
      }),
    );
  });

  it('never cares less for an item because it does worse', () => {
    fc.assert(
      fc.property(items, fc.nat(), (of, which) => {
        fc.pre(of.length > 1);
        const { id } = of[which % of.length]!;
        const worse = of.map((each) =>
          each.id === id ? { ...each, performance: (each.performance as number) - 1 } : each,
        );
        const place = (list: readonly RatedItem[]) => {
          const matrix = importancePerformance(list);
          fc.pre(matrix.definition.distance === 'z-scores');
          return matrix.items.findIndex(({ item }) => item === id);
        };
        expect(place(worse)).toBeLessThanOrEqual(place(of));
      }),
    );
  });
});

const criteria: readonly Criterion<'x' | 'y'>[] = [
  { id: 'x', weight: 2, anchors: { worst: 0, best: 10 } },
  { id: 'y', weight: 1, anchors: { worst: 10, best: 0 } },
];
const alternatives = fc
  .array(fc.record({ x: figure, y: figure }), { minLength: 1, maxLength: 6 })
  .map((list) => list.map((figures, place) => ({ id: `i${place}`, figures })));

describe('weightedSum', () => {
  it('changes no score and no order of others when one more is judged, as its anchors are fixed', () => {
    fc.assert(
      fc.property(alternatives, figure, figure, (of, x, y) => {
        const more = weightedSum([...of, { id: 'new', figures: { x, y } }], criteria);
        const others = more.alternatives.filter(({ id }) => id !== 'new');
        expect(others).toEqual(weightedSum(of, criteria).alternatives);
      }),
    );
  });
});

describe('paretoLayers', () => {
  it('puts every item in one layer, outdone by none of its own and by one of the layer before', () => {
    const outdoes = (one: readonly number[], other: readonly number[]): boolean =>
      one.every((x, i) => x >= other[i]!) && one.some((x, i) => x > other[i]!);
    fc.assert(
      fc.property(alternatives, (of) => {
        const list = of.map(({ id, figures: { x, y } }) => ({ id, figures: [x, y] }));
        const byId = new Map(list.map(({ id, figures }) => [id, figures]));
        const layers = paretoLayers(list).map((ids) => ids.map((id) => byId.get(id)!));
        expect(paretoLayers(list).flat().toSorted()).toEqual(list.map(({ id }) => id));
        for (const [depth, layer] of layers.entries()) {
          for (const one of layer) {
            expect(layer.some((other) => outdoes(other, one))).toBe(false);
            if (depth > 0) {
              expect(layers[depth - 1]!.some((other) => outdoes(other, one))).toBe(true);
            }
          }
        }
      }),
    );
  });
});
