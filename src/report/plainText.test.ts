import { describe, expect, it } from 'vitest';
import { nameOf, plainText } from './plainText.ts';

describe('plainText', () => {
  it.each([
    ['a line end and a tab are blanks', 'a\r\n\tb', 'a b'],
    ['what colours a terminal goes whole', '\u001b[31mred\u001b[0m \u009b1mbold', 'red bold'],
    ['C1 codes are blanks', 'a\u0085b', 'a b'],
    ['marks that turn the direction go', '\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['half of a pair is shown as unreadable', '\ud800 a \udc00', '\ufffd a \ufffd'],
    ['signs that no XML may hold are unreadable', 'a\ufffe\uffffb', 'a\ufffd\ufffdb'],
    ['joiners stay', '👩‍👧 می‌خواهم', '👩‍👧 می‌خواهم'],
    ['a pile of marks is three high', 'Z\u0301\u0302\u0303\u0304\u0305', 'Z\u0301\u0302\u0303'],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('looks at no more of a text than is ever shown', () => {
    expect(plainText('x'.repeat(10_000_000))).toHaveLength(600);
  });
});

describe('nameOf', () => {
  it('is the id where nothing of the name can be seen', () => {
    expect(nameOf({ id: 'greet', name: ' \u200b ' }, [])).toBe('greet');
    expect(nameOf({ id: '', name: '' }, [])).toBe('–');
  });
});
