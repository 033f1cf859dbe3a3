import { describe, expect, it } from 'vitest';
import { checkGroups, comparePairs } from './comparePairs.ts';

describe('comparePairs', () => {
  it('counts every pair as above, below or tied', () => {
    expect(comparePairs([2, 0, 1], [1, 3, 1])).toEqual({
      n1: 3,
      n2: 5,
      above: 4,
      below: 8,
      tied: 3,
    });
  });
});

describe('checkGroups', () => {
  it('refuses groups that do not have the same categories', () => {
    expect(() => {
      checkGroups([1, 2], [1, 2, 3]);
    }).toThrow('second is a list of 3; expected a list of 2');
  });

  it('refuses an empty group', () => {
    expect(() => {
      checkGroups([0, 0], [1, 2]);
    }).toThrow('the sum of first is 0; expected a number above 0');
    expect(() => {
      checkGroups([1], [0]);
    }).toThrow('the sum of second is 0');
  });

  it.each([
    [[1, -1], [1, 2], 'a count of first is -1'],
    [[1, 1], [NaN, 2], 'a count of second is NaN'],
    [[Infinity], [1], 'a count of first is Infinity'],
  ])('refuses counts that are none: %j and %j', (first, second, message) => {
    expect(() => {
      checkGroups(first, second);
    }).toThrow(message);
  });
});
