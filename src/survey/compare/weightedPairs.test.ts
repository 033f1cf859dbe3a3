import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { comparePairedAnswers } from './comparePairedAnswers.ts';
import { pairAnswers } from './pairAnswers.ts';

const five = { min: 1, max: 5 };

describe('a weighted comparison of the same people', () => {
  it('weighs each change, with its linearized error', () => {
    const pairs = pairAnswers(five, [3, 4, 2, 4], [4, 4, 4, 3], { weights: [1, 2, 1, 4] });
    const change = comparePairedAnswers(pairs, { metric: 'mean-rating' });
    if (change.kind !== 'paired-comparison') throw new Error('no comparison');
    // By hand: changes 1, 0, 2, -1; d = (1 + 2 - 4)/8; around 0 the error is sqrt(4/3 · (1 + 4 + 16))/8.
    expect(change.difference.value).toBeCloseTo(-0.125, 12);
    expect(change.test.method).toBe('linearized-z');
    expect(change.test.statistic).toBeCloseTo(-1 / Math.sqrt((4 / 3) * 21), 12);
    expect(change.ordinal).toMatchObject({ rose: 2, same: 1, fell: 1 });
    expect(change.difference.n).toBe(4);
  });

  it('has limits at the last level below 1, whose upper half rounds to 1', () => {
    const people = Array.from({ length: 400 }, (_, at) => at);
    const before = people.map((at) => 2 + (at % 3));
    const after = people.map((at) => 2 + (at % 2));
    const weights = people.map((at) => 1 + (at % 5));
    const pairs = pairAnswers(five, before, after, { weights });
    const change = comparePairedAnswers(pairs, { metric: 'mean-rating', level: 1 - 2 ** -53 });
    if (change.kind !== 'paired-comparison') throw new Error('no comparison');
    expect(change.difference.interval.low).toBeGreaterThan(-2);
    expect(change.difference.interval.high).toBeLessThan(2);
  });

  it('turns the verdict where those who count for more changed the other way', () => {
    const before = [...Array<number>(60).fill(2), ...Array<number>(40).fill(5)];
    const after = [...Array<number>(60).fill(5), ...Array<number>(40).fill(2)];
    const weights = [...Array<number>(60).fill(0.25), ...Array<number>(40).fill(4)];
    const options = { metric: 'customer-satisfaction' } as const;
    const plain = comparePairedAnswers(pairAnswers(five, before, after), options);
    const weighted = comparePairedAnswers(pairAnswers(five, before, after, { weights }), options);
    expect(plain).toMatchObject({ kind: 'paired-comparison', verdict: 'rose' });
    expect(weighted).toMatchObject({ kind: 'paired-comparison', verdict: 'fell' });
  });

  it('counts only people with a weight above 0, also among those who answered once', () => {
    const pairs = pairAnswers(five, [1, 1, null, null], [2, null, 3, null], {
      weights: [0, 0, 2, 'x' as never],
    });
    expect(pairs).toMatchObject({ onlyBefore: 0, onlyAfter: 1, neither: 0 });
    expect(pairs.weights).toMatchObject({ zero: 2, invalid: 1 });
    expect(comparePairedAnswers(pairs, { metric: 'mean-rating' })).toMatchObject({
      details: { change: 'no-answers' },
    });
  });

  it.each([
    ['too few weights', [1]],
    ['too many', [1, 1, 1]],
    ['text', 'w'],
    ['an object', {}],
  ])('refuses %s', (_, weights) => {
    expect(() => pairAnswers(five, [1, 2], [2, 3], { weights: weights as never })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses weights that were changed by hand so that they fit no pairs', () => {
    const pairs = pairAnswers({ min: 0, max: 1 }, [0, 1], [1, 1], { weights: [1, 2] });
    const { weights } = pairs;
    const table = (cell: unknown) => [
      [0, cell],
      [0, 2],
    ];
    for (const cell of [0, -1, '1', Number.NaN, Infinity]) {
      const spoiled = { ...weights!, perPair: table(cell) as never };
      expect(() =>
        comparePairedAnswers({ ...pairs, weights: spoiled }, { metric: 'incident-share' }),
      ).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    }
  });

  it('finds a change that is not there in at most 6 of 100 surveys, though those who change weigh more', () => {
    const random = seededRandom(7);
    const people = Array.from({ length: 40 }, (_, place) => place);
    let [found, ordered] = [0, 0];
    const surveys = 1500;
    for (let survey = 0; survey < surveys; survey += 1) {
      const change = people.map(() => (random() < 0.4 ? (random() < 0.5 ? 1 : -1) : 0));
      const weights = change.map((by) => Math.exp(random() + (by === 0 ? 0 : 0.9)));
      const pairs = pairAnswers(
        five,
        people.map(() => 3),
        change.map((by) => 3 + by),
        { weights },
      );
      const result = comparePairedAnswers(pairs, { metric: 'mean-rating' });
      if (result.kind !== 'paired-comparison') continue;
      found += Number(result.test.pValue <= 0.05);
      ordered += Number(result.ordinal.test.pValue <= 0.05);
    }
    for (const share of [found / surveys, ordered / surveys]) {
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.06);
    }
  });
});
