import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { type Columns, crossProducts } from './crossProducts.ts';
import { mergeCrossProducts } from './mergeCrossProducts.ts';

describe('crossProducts', () => {
  it('sums every pair once, the constant first and the outcome last', () => {
    const { n, columns, sums } = crossProducts({
      columns: [
        [1, 2],
        [10, 20],
      ],
      outcome: [100, 300],
    });
    expect({ n, columns }).toEqual({ n: 2, columns: 2 });
    expect(sums).toEqual([2, 3, 5, 30, 50, 500, 400, 700, 7000, 100_000]);
  });

  it('counts a row as often as its weight says, and one without weight not at all', () => {
    const weighted = crossProducts({
      columns: [[1, 2, 9]],
      outcome: [3, 5, 9],
      weights: [1, 3, 0],
    });
    const repeated = crossProducts({ columns: [[1, 2, 2, 2]], outcome: [3, 5, 5, 5] });
    expect(weighted).toEqual({ ...repeated, n: 2 });
  });

  it('keeps what a running sum would lose', () => {
    const tenths = new Float64Array(100_000).fill(0.1);
    const { sums } = crossProducts({ columns: [tenths], outcome: tenths });
    expect(sums[1]).toBe(100_000 * 0.1);
    expect(crossProducts({ columns: [[1e16, 1, -1e16]], outcome: [1, 1, 1] }).sums[1]).toBe(1);
  });

  it('sums nothing to nothing', () => {
    expect(crossProducts({ columns: [[]], outcome: [] }).sums).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each<[string, Columns]>([
    [
      'length of columns[1] is 1; expected 2 as of outcome',
      {
        columns: [[1, 2], [1]],
        outcome: [1, 2],
      },
    ],
    [
      'columns[0][1] is NaN; expected a number of at most 1e75 in size',
      {
        columns: [[1, NaN]],
        outcome: [1, 2],
      },
    ],
    [
      'outcome[0] is Infinity; expected a number of at most 1e75 in size',
      {
        columns: [],
        outcome: [Infinity],
      },
    ],
    [
      'a weight is -1; expected a finite number, 0 or more',
      { columns: [], outcome: [1], weights: [-1] },
    ],
    [
      'length of weights is 0; expected 1 as of outcome',
      {
        columns: [],
        outcome: [1],
        weights: [],
      },
    ],
  ])('refuses data of which %s', (message, data) => {
    expect(() => crossProducts(data)).toThrow(new ServiceCycleError('invalid-argument', message));
  });
});

describe('mergeCrossProducts', () => {
  it('gives what all rows at once give', () => {
    const parts = [
      { columns: [[1, 2]], outcome: [4, 8] },
      { columns: [[3]], outcome: [2] },
      { columns: [[]], outcome: [] },
    ].map(crossProducts);
    const whole = crossProducts({ columns: [[1, 2, 3]], outcome: [4, 8, 2] });
    expect(mergeCrossProducts(parts)).toEqual(whole);
    expect(mergeCrossProducts([whole])).toEqual(whole);
  });

  it('refuses nothing, and parts of different columns', () => {
    const two = crossProducts({ columns: [[1], [2]], outcome: [3] });
    const one = crossProducts({ columns: [[1]], outcome: [3] });
    expect(() => mergeCrossProducts([])).toThrow('parts is a list of 0');
    expect(() => mergeCrossProducts([one, two])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'columns of a part is 2; expected 1 as of the first',
      ),
    );
    for (const odd of [
      { kind: NaN as never },
      { n: NaN },
      { sums: [NaN, ...one.sums.slice(1)] },
      { sums: [1] },
    ]) {
      expect(() => mergeCrossProducts([one, { ...one, ...odd }])).toThrow(ServiceCycleError);
      expect(() => mergeCrossProducts([{ ...one, ...odd }])).toThrow(ServiceCycleError);
    }
  });
});
