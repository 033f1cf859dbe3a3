import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('two-questions', () => {
  it.each([
    ['en', 'Was it good? Was it cheap?', 'Was it cheap?'],
    ['es', '¿Estaba limpio? ¿Estaba cerca?', 'Estaba cerca?'],
    ['el', 'Ήταν καθαρό; Ήταν κοντά;', 'Ήταν κοντά;'],
    ['el', 'Ήταν καθαρό\u037e Ήταν κοντά\u037e', 'Ήταν κοντά\u037e'],
    [
      'pl',
      'Czy było czysto? Czy było blisko? Czy było tanio?',
      'Czy było blisko?',
      'Czy było tanio?',
    ],
    ['lv', 'Vai bija tīrs? Vai bija tuvu?', 'Vai bija tuvu?'],
  ])('counts the questions after the first in %s: %s', (language, text, ...words) => {
    expect(wordsHit('two-questions', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Really, was it good???'],
    ['en', 'Was it good; or bad?'],
    ['es', '¿Estaba limpio?'],
    ['es', 'El personal fue amable, ¿verdad?'],
    ['el', 'Ήταν καθαρό;'],
    ['el', 'Καλώς ήρθατε. Ήταν καθαρό;'],
    ['pl', 'Czy było czysto?!'],
    ['pl', 'Czy było czysto? Dziękujemy.'],
    ['lv', 'Vai bija tīrs?'],
    ['lv', 'Paldies! Vai bija tīrs?'],
  ])('counts one question in %s: %s', (language, text) => {
    expect(wordsHit('two-questions', language, text)).toEqual([]);
  });
});
