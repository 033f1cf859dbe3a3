import { describe, expect, it } from 'vitest';
import { nameOf, plainText } from './plainText.ts';

describe('plainText', () => {
  it.each([
    ['a line end and a tab are blanks', 'a\r\n\tb', 'a b'],
    [
      'what colours a terminal is seen and does nothing',
      '\u001b[31mred \u009b1m',
      '␛[31mred \\u009b1m',
    ],
    ['another end of a line is a blank', 'a\u0085\u2028b', 'a b'],
    ['what turns the direction is seen', '\u202eevil \u2066x', '\\u202eevil \\u2066x'],
    ['half of a pair is told by its number', '\ud800 a \udc00', '\\ud800 a \\udc00'],
    ['a sign that no XML may hold too', 'a\ufffeb', 'a\\ufffeb'],
    ['what nobody sees goes', 'a\u200b\u00ad\ufeffb\u200e', 'ab'],
    ['joiners stay', '👩‍👧 می‌خواهم', '👩‍👧 می‌خواهم'],
    ['a pile of marks is three high', 'Z\u0301\u0302\u0303\u0304\u0305', 'Z\u0301\u0302\u0303'],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('looks at no more of a text than is ever shown', () => {
    expect(plainText('x'.repeat(10_000_000))).toBe(`${'x'.repeat(599)}…`);
    expect(plainText('👩'.repeat(9), 4)).toBe('👩👩👩…');
  });
});

describe('nameOf', () => {
  it('is the id where nothing of the name can be seen', () => {
    expect(nameOf({ id: 'greet', name: ' \u200b ' }, [])).toBe('greet');
    expect(nameOf({ id: '', name: '' }, [])).toBe('–');
  });
});
