import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

function words(count: number): string {
  return `${Array.from({ length: count }, (_, place) => `w${place + 1}`).join(' ')}?`;
}

describe('length', () => {
  it.each(['en', 'es', 'el', 'pl', 'lv'])(
    'takes 20 words in %s, and shows those beyond',
    (language) => {
      expect(wordsHit('length', language, words(20))).toEqual([]);
      expect(wordsHit('length', language, words(1))).toEqual([]);
      expect(wordsHit('length', language, words(22))).toEqual(['w21 w22']);
    },
  );

  it('counts a hyphened word, a number and a contraction as one', () => {
    expect(wordsHit('length', 'en', `check-in 12.5 don't ${words(17)}`)).toEqual([]);
    expect(wordsHit('length', 'en', `check-in 12.5 don't ${words(18)}`)).toEqual(['w18']);
  });

  it('is a warning up to 30 words and an error beyond', () => {
    const severity = (count: number): string[] => {
      const question = { id: 'q', text: words(count), asks: 'comment' } as const;
      const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
      return hits.map((hit) => `${hit.rule}: ${hit.severity}`);
    };
    expect([21, 30, 31].map(severity)).toEqual([
      ['length: warning'],
      ['length: warning'],
      ['length: error'],
    ]);
  });
});
