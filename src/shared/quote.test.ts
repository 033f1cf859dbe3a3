import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathText, quote, quoteList } from './quote.ts';

describe('quote', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['a "b"', String.raw`"a \"b\""`],
    [3.5, '3.5'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [10n, '10'],
    [[1, 2], 'a list of 2'],
    [{ a: 1, b: 2 }, 'an object with a, b'],
    [{}, 'an object with no keys'],
    [() => 0, 'a function'],
    [Symbol('s'), 'a symbol'],
  ])('writes %s as %s', (value, text) => {
    expect(quote(value)).toBe(text);
  });

  it('stays within 60 characters and one line, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        fc.pre(typeof value !== 'bigint');
        expect(quote(value).length).toBeLessThanOrEqual(60);
        expect(quote(value)).not.toContain('\n');
      }),
    );
  });
});

describe('quoteList', () => {
  it('joins names as a sentence does', () => {
    expect([quoteList([]), quoteList(['a']), quoteList(['a', 'b', 'c'])]).toEqual([
      '',
      '"a"',
      '"a", "b" or "c"',
    ]);
  });
});

describe('pathText', () => {
  it('writes positions in brackets and keys behind dots', () => {
    expect(pathText(['moments', 3, 'name', 'en'])).toBe('moments[3].name.en');
    expect(pathText([])).toBe('');
  });
});
