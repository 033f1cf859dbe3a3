import { describe, expect, it } from 'vitest';
import { foldText } from './foldText.ts';
import { occurrences, phrasePattern, wordPattern } from './wordPattern.ts';

const alphabet = { endings: 'ος|η|α|as|a', numbers: 'one|two' };

function found(patterns: string, text: string): string[] {
  const { folded } = foldText(text);
  return occurrences(folded, wordPattern(patterns, alphabet)).map(({ start, end }) =>
    folded.slice(start, end),
  );
}

describe('wordPattern', () => {
  it.each([
    ['all', 'All, all-inclusive, overall, hall, all’s: (all)', ['all', 'all']],
    ['satisf*', 'satisfied, dissatisfied', ['satisfied']],
    ["*n't", "don't isn’t hunt", ["don't", "isn't"]],
    ['rapid~', 'rapida rapidas rapidez', ['rapida', 'rapidas']],
    [
      'last (#) years',
      'last years, last two years, last 12 years, last many years',
      ['last years', 'last two years', 'last 12 years'],
    ],
    ['in|at once', 'in once at once on once', ['in once', 'at once']],
    ['if ... would', 'If it rains, would you? If. Would', ['if it rains, would']],
    ['* czy', 'czy pokój czy', ['pokój czy']],
    ['παντα', 'ΠΑΝΤΑ πάντα παντα', ['παντα', 'πάντα', 'παντα']],
    ['ή', 'ή Η η', ['ή']],
    ['n/a, e.g.', 'n/a, e.g. x', ['n/a', 'e.g.']],
    ['', 'anything', []],
  ])('reads %s', (patterns, text, expected) => {
    expect(found(patterns, text)).toEqual(expected);
  });
});

describe('phrasePattern', () => {
  it('takes every sign as it is, and only * for letters', () => {
    const text = 'touch  points and (a|b) and a in c#';
    const spans = occurrences(text, phrasePattern(['Touch point*', '(a|b)', ' ', '*', 'C#', '~x']));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'touch  points',
      '(a|b)',
      'c#',
    ]);
  });
});
