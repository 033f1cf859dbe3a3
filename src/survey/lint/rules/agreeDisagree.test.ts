import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('agree-disagree', () => {
  it.each([
    ['en', 'Do you agree that the room was clean?', 'you agree'],
    ['en', 'To what extent do you agree or disagree with this?', 'you agree'],
    ['es', '¿Está de acuerdo en que la habitación estaba limpia?', 'Está de acuerdo'],
    ['es', '¿Qué tan de acuerdo está con esto?', 'tan de acuerdo'],
    ['el', 'Συμφωνείτε ότι το δωμάτιο ήταν καθαρό;', 'Συμφωνείτε'],
    ['el', 'Πόσο διαφωνείτε με αυτό;', 'διαφωνείτε'],
    ['pl', 'Czy zgadza się Pan, że pokój był czysty?', 'zgadza się Pan'],
    ['pl', 'W jakim stopniu zgadza się Pani z tym zdaniem?', 'stopniu zgadza'],
    ['lv', 'Vai piekrītat, ka numurs bija tīrs?', 'piekrītat'],
    ['lv', 'Cik lielā mērā piekrītat?', 'piekrītat'],
  ])('hears a plea for agreement in %s: %s', (language, text, ...words) => {
    expect(wordsHit('agree-disagree', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Were you charged the agreed price?'],
    ['en', 'How clear was the rental agreement?'],
    ['en', "Don't you agree that it was clean?"],
    ['es', '¿Actuó el personal de acuerdo con sus expectativas?'],
    ['es', '¿Fue claro el acuerdo?'],
    ['el', 'Τηρήθηκε η τιμή σύμφωνα με τον κατάλογο;'],
    ['el', 'Ήταν σαφής η συμφωνία;'],
    ['pl', 'Czy kwota zgadza się z rachunkiem?'],
    ['pl', 'Czy obsłużono Pana zgodnie z umową?'],
    ['lv', 'Vai Jums deva piekrišanas veidlapu?'],
    ['lv', 'Vai rēķins bija pareizs?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('agree-disagree', language, text)).toEqual([]);
  });

  it.each([
    ['en', 'Strongly disagree', 'Strongly agree', 'disagree'],
    ['es', 'Muy en desacuerdo', 'Muy de acuerdo', 'desacuerdo'],
    ['el', 'Διαφωνώ απόλυτα', 'Συμφωνώ απόλυτα', 'Διαφωνώ'],
    ['pl', 'Zdecydowanie się nie zgadzam', 'Zdecydowanie się zgadzam', 'zgadzam'],
    ['lv', 'Pilnīgi nepiekrītu', 'Pilnīgi piekrītu', 'nepiekrītu'],
  ])('knows the scale by its first label in %s: %s', (language, low, high, words) => {
    expect(labelHits(language, 'S', low, high)).toEqual([`1: ${words}`]);
  });

  it('leaves labels alone that grade the thing itself', () => {
    expect(labelHits('en', 'How easy was it?', 'Very difficult', 'Very easy')).toEqual([]);
    expect(labelHits('es', '¿Fue fácil?', 'Muy difícil', 'Muy fácil')).toEqual([]);
  });

  it('says it once when the question asks for agreement too', () => {
    expect(labelHits('en', 'Do you agree?', 'Strongly disagree', 'Strongly agree')).toEqual([
      'text: you agree',
    ]);
  });
});

function labelHits(language: string, text: string, low: string, high: string): string[] {
  const labels = { 1: { [language]: low }, 5: { [language]: high } };
  const question = {
    id: 'q',
    text: { [language]: text },
    asks: 'satisfaction',
    scale: { min: 1, max: 5, labels },
  } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) =>
    hit.rule === 'agree-disagree' ? [`${hit.label ?? 'text'}: ${hit.text}`] : [],
  );
}
