import { describe, expect, it } from 'vitest';
import { foldText, originalSpan, originalWords } from './foldText.ts';

describe('foldText', () => {
  it('reads capitals, accents in two units, final sigma and curly apostrophes alike', () => {
    expect(foldText('ΌΛΟΥΣ').folded).toBe('όλουσ');
    expect(foldText('όλους').folded).toBe('όλουσ');
    expect(foldText('mas\u0301').folded).toBe('maś');
    expect(foldText('Don’t').folded).toBe("don't");
    expect(foldText('well\u2011known').folded).toBe('well-known');
  });

  it('leads back to the letters as they were written', () => {
    const text = foldText('a\u0301b 😀 İx');
    expect(text.folded).toBe('áb 😀 i\u0307x');
    expect(originalSpan(text, { start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
    expect(originalWords(text, { start: 0, end: 2 })).toBe('a\u0301b');
    expect(originalWords(text, { start: 6, end: 9 })).toBe('İx');
  });
});
