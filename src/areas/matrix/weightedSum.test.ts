import { describe, expect, it } from 'vitest';
import { paretoLayers } from './paretoLayers.ts';
import { type Alternative, type Criterion, weightedSum } from './weightedSum.ts';

const two: readonly Alternative<'harm' | 'cost'>[] = [
  { id: 'hall', figures: { harm: 8, cost: 20 } },
  { id: 'desk', figures: { harm: 4, cost: 0 } },
];
const harm = { id: 'harm', weight: 3, anchors: { worst: 0, best: 10 } } as const;
const cost = { id: 'cost', weight: 1, anchors: { worst: 100, best: 0 } } as const;

describe('weightedSum', () => {
  it('weighs what lies between the anchors, and shows what each criterion adds', () => {
    const { alternatives } = weightedSum(two, [harm, cost]);
    expect(alternatives[0]).toMatchObject({
      id: 'hall',
      parts: [
        { criterion: 'harm', score: 0.8 },
        { criterion: 'cost', score: 0.8 },
      ],
    });
    expect(alternatives.map(({ score }) => score)).toEqual([0.8, expect.closeTo(0.55, 12)]);
  });

  it('gives no more than 1 beyond the best figure and no less than 0 beyond the worst', () => {
    const odd = [{ id: 'a', figures: { harm: 12, cost: 200 } }];
    const [only] = weightedSum(odd, [harm, cost]).alternatives;
    expect(only?.parts.map(({ score }) => score)).toEqual([1, 0]);
  });

  it('takes 0 from a criterion by which all are the same and whose anchors are observed, and names it', () => {
    const same = two.map(({ id }) => ({ id, figures: { harm: 5, cost: 5 } }));
    const sums = weightedSum(same, [
      { id: 'harm', weight: 1, anchors: { observed: 'highest-is-best' } },
      cost,
    ]);
    expect(sums.constant).toEqual(['harm', 'cost']);
    expect(sums.unanchored).toEqual(['harm']);
    expect(sums.alternatives.map(({ id, score }) => [id, score])).toEqual([
      ['desk', 0.475],
      ['hall', 0.475],
    ]);
  });

  it('reads criteria that inherit their fields', () => {
    const inherited = Object.create(harm) as typeof harm;
    expect(weightedSum(two, [inherited, cost])).toEqual(weightedSum(two, [harm, cost]));
  });

  it.each<[string, readonly Criterion<'harm' | 'cost'>[], readonly Alternative<'harm' | 'cost'>[]]>(
    [
      ['a negative weight', [{ ...harm, weight: -1 }, cost], two],
      ['weights that are all 0', [{ ...harm, weight: 0 }], two],
      ['anchors that are the same', [{ ...harm, anchors: { worst: 1, best: 1 } }], two],
      ['a figure that is no number', [harm], [{ id: 'a', figures: { harm: NaN, cost: 1 } }]],
      ['a criterion that comes twice', [harm, harm], two],
      ['an alternative that comes twice', [harm], [two[0]!, two[0]!]],
    ],
  )('refuses %s', (_, criteria, alternatives) => {
    expect(() => weightedSum(alternatives, criteria)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('paretoLayers', () => {
  it('keeps items with the same figures together', () => {
    expect(
      paretoLayers([
        { id: 'b', figures: [1, 1] },
        { id: 'a', figures: [1, 1] },
        { id: 'c', figures: [0, 1] },
      ]),
    ).toEqual([['a', 'b'], ['c']]);
  });

  it('has no layer of nothing, and refuses figures that do not match', () => {
    expect(paretoLayers([])).toEqual([]);
    for (const figures of [[1], [1, NaN]]) {
      expect(() =>
        paretoLayers([
          { id: 'a', figures: [1, 2] },
          { id: 'b', figures },
        ]),
      ).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    }
  });
});
