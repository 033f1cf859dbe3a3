import { describe, expect, it } from 'vitest';
import { lix } from './lix.ts';

describe('lix', () => {
  it('adds the words to a sentence and the long words in a hundred', () => {
    // 10 words, 2 sentences, long: "waiting", "morning" (7 letters each): 10/2 + 100*2/10 = 25.
    expect(lix(['The waiting room was cold. We sat there all morning.'])).toEqual({
      kind: 'lix',
      value: 25,
      band: 'very-easy',
      words: 10,
      sentences: 2,
      longWords: 2,
    });
  });

  it('counts letters and not units: an accent in two units makes no word longer', () => {
    // "atención" has 8 letters and "médico" 6.
    expect(lix(['¿Atención del médico?'.normalize('NFD')])).toMatchObject({
      words: 3,
      longWords: 1,
    });
    expect(lix(['café-sol a b c'])).toMatchObject({ words: 4, longWords: 1 });
  });

  it.each([
    // One sentence of `words` words of which `long` are long: words + 100 long / words.
    [10, 1, 20, 'very-easy'],
    [20, 2, 30, 'easy'],
    [20, 4, 40, 'medium'],
    [25, 6, 49, 'medium'],
    [20, 6, 50, 'hard'],
    [20, 8, 60, 'hard'],
    [20, 9, 65, 'very-hard'],
  ])('puts %i words with %i long ones at %i, %s', (words, long, value, band) => {
    const text = [...Array<string>(long).fill('longest'), ...Array<string>(words - long).fill('a')];
    expect(lix([text.join(' ')])).toMatchObject({ value, band });
  });

  it('ends a sentence with each text, and takes ";" for a question mark in Greek', () => {
    expect(lix(['One two', 'three four'])).toMatchObject({ sentences: 2, value: 2 });
    expect(lix(['Ήταν καλό; Γιατί;'])).toMatchObject({ sentences: 2, value: 1.5 });
  });

  it('has no value without words', () => {
    expect(lix([])).toEqual({ kind: 'not-estimable', reason: 'no-words' });
    expect(lix(['', '...', '😀'])).toEqual({ kind: 'not-estimable', reason: 'no-words' });
  });
});
