import { describe, expect, it } from 'vitest';
import { wordsOf } from './wordsOf.ts';

describe('wordsOf', () => {
  it.each([
    ["check-in, don't; 12.5 - x", ['check-in', "don't", '12.5', 'x']],
    ['pan(i) kupił(a)by (tak)', ['pan(i)', 'kupił(a)by', 'tak']],
    ['pan/pani', ['pan', 'pani']],
    ["'quoted' 1,000. απ' όλα", ['quoted', '1,000', 'απ', 'όλα']],
    ['😀 … -', []],
  ])('reads the words of %s', (text, words) => {
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});
