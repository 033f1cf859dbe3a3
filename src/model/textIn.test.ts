import { describe, expect, it } from 'vitest';
import { textIn } from './textIn.ts';

const name = { es: 'Cola', en: 'Queue', 'en-GB': 'Line', 'pt-BR': 'Fila', 'zh-Hant-TW': '隊伍' };

describe('textIn', () => {
  it.each([
    ['en', 'Queue', 'that language'],
    ['EN-gb', 'Line', 'that tag, however it is capitalized'],
    ['en-US', 'Queue', 'the language without its region'],
    ['en-GB-oxendict', 'Line', 'the tag without its last part first'],
    ['pt', 'Fila', 'another form of the language'],
    ['pt-PT', 'Fila', 'another form of the language'],
    ['zh-Hant', '隊伍', 'a longer form of the tag'],
    ['de', 'Cola', 'what was written first'],
    ['e', 'Cola', 'no language that only begins alike'],
    ['', 'Cola', 'what was written first'],
  ])('gives for %j %j: %s', (language, expected) => {
    expect(textIn(name, language)).toBe(expected);
  });

  it('goes through several languages in order, near forms of the first before the second', () => {
    expect(textIn(name, ['de', 'pt', 'en'])).toBe('Fila');
    expect(textIn(name, [])).toBe('Cola');
  });

  it('gives a text of one language as it is', () => {
    expect(textIn('Queue', 'es')).toBe('Queue');
  });

  it('reads no text from where objects come from', () => {
    expect(textIn({ en: 'Queue' }, ['constructor', 'toString', '__proto__'])).toBe('Queue');
  });

  it('refuses what is no text and no language', () => {
    expect(() => textIn(null as never, 'en')).toThrow(
      'text is null; expected a text, or one a language',
    );
    expect(() => textIn(name, 5 as never)).toThrow(
      'languages is 5; expected a language tag or a list of them',
    );
    expect(() => textIn(name, [undefined] as never)).toThrow(
      'a language is nothing; expected a text',
    );
  });
});

describe('a tag of thousands of parts', () => {
  it('is looked up in no time, and found nowhere', () => {
    expect(textIn({ en: 'Waiting', es: 'Espera' }, '-'.repeat(50_000))).toBe('Waiting');
  });
});
