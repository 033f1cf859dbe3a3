import { describe, expect, it } from 'vitest';
import { toldAcross } from './toldAcross.ts';

const layout = { width: 3, questions: [{ firstCell: 1, answers: 2 }] };
const by = ['region', 'shift'].map((name) => ({ name, values: ['a', 'b'] }));
const told = (cells: readonly number[]): readonly number[] =>
  toldAcross({ by, groups: [0, 1, 2, 3], cells }, layout, 5);

describe('what groups by single keys tell of groups by two', () => {
  it('is who gave an answer that only one region gave, by the shift they work', () => {
    // The eight who said no are all of region a: seven of the first shift, one of the second.
    expect(told([20, 13, 7, 3, 2, 1, 20, 20, 0, 20, 20, 0])).toEqual([1]);
  });

  it('is nothing where both regions gave each answer in both shifts', () => {
    expect(told([20, 13, 7, 3, 2, 1, 20, 15, 5, 20, 15, 5])).toEqual([]);
  });
});
