import { describe, expect, it } from 'vitest';
import { foldText, originalWords } from './foldText.ts';
import { sentencesOf } from './sentencesOf.ts';

function sentences(original: string): string[] {
  const text = foldText(original);
  return sentencesOf(text).map((sentence) => originalWords(text, sentence).trim());
}

describe('sentencesOf', () => {
  it('ends a sentence at a question mark, an exclamation mark, or a full stop before a capital', () => {
    expect(sentences('Thanks! It is short. How was it? Good or bad')).toEqual([
      'Thanks!',
      'It is short.',
      'How was it?',
      'Good or bad',
    ]);
  });

  it('does not end one within "e.g. soap", "3.5" or "Wait... what"', () => {
    expect(sentences('Was there anything, e.g. soap, for 3.5 people... or more?')).toHaveLength(1);
  });

  it('reads ";" as a question mark in Greek and nowhere else', () => {
    expect(sentences('Ήταν καθαρό; Γιατί;')).toEqual(['Ήταν καθαρό;', 'Γιατί;']);
    expect(sentences('Ήταν καθαρό\u037E Γιατί\u037E')).toHaveLength(2);
    expect(sentences('It was clean; why?')).toHaveLength(1);
  });

  it('leaves out what has no letter or digit', () => {
    expect(sentences('How?? ... !')).toEqual(['How??']);
    expect(sentences(' … ')).toEqual([]);
  });
});
