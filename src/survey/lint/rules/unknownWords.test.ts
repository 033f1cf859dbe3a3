import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('acronym', () => {
  it.each([
    ['en', 'How good is our CRM portal?', 'CRM'],
    ['en', 'How many ATMs/FXs and IVRs did you use?', 'FXs', 'IVRs'],
    ['es', '¿Qué tan claro es el CRM?', 'CRM'],
    ['el', 'Πόσο σαφής είναι ο ΚΑΕ;', 'ΚΑΕ'],
    ['pl', 'Jak jasny jest formularz RODO?', 'RODO'],
    ['lv', 'Cik skaidra ir VID veidlapa?', 'VID'],
  ])('asks what the letters mean in %s: %s', (language, text, ...words) => {
    expect(wordsHit('acronym', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How safe did you feel at the ATM?'],
    ['en', 'How good is the customer portal (CRM)?'],
    ['en', 'How good is the CRM (customer portal)?'],
    ['en', 'WAS THE ROOM CLEAN?'],
    ['en', 'Was the WI-FI good?'],
    ['en', 'Did the AirTrain run?'],
    ['en', 'Were you NOT served?'],
    ['en', 'Did you land in terminal II?'],
    ['es', '¿Estaba el IVA en la factura?'],
    ['es', '¿Sirvió la TV?'],
    ['el', 'Είχε η απόδειξη ΦΠΑ;'],
    ['el', 'ΗΤΑΝ ΤΟ ΔΩΜΑΤΙΟ ΚΑΘΑΡΟ;'],
    ['pl', 'Czy faktura miała VAT?'],
    ['pl', 'Czy działał kod QR?'],
    ['lv', 'Vai rēķinā bija PVN?'],
    ['lv', 'Vai darbojās WC?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('acronym', language, text)).toEqual([]);
  });

  it('takes your word for the acronyms that your customers know', () => {
    const question = {
      id: 'q',
      text: 'How clear is the KYC form?',
      asks: 'satisfaction',
      scale: { min: 1, max: 5 },
    } as const;
    const survey = { id: 's', title: 's', questions: [question] };
    const rules = (knownAcronyms: string[]): string[] =>
      lintSurvey(survey, { knownAcronyms }).hits.map(({ rule }) => rule);
    expect(rules([])).toContain('acronym');
    expect(rules(['KYC'])).not.toContain('acronym');
  });
});

describe('jargon', () => {
  const hits = (language: string, text: string, jargon: string[]): string[] => {
    const question = {
      id: 'q',
      text: { [language]: text },
      asks: 'profile',
      choices: { a: { [language]: text } },
    } as const;
    const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] }, { jargon });
    return hits.flatMap((hit) =>
      hit.rule === 'jargon' ? [`${hit.label ?? 'text'}: ${hit.text}`] : [],
    );
  };

  it.each([
    ['en', 'How was the Touch  Point?', ['touch point'], 'Touch  Point'],
    ['es', '¿Cómo fue la gestión?', ['gestión'], 'gestión'],
    ['el', 'Πώς ήταν οι ΕΠΑΦΕΣ;', ['επαφ*'], 'ΕΠΑΦΕΣ'],
    ['pl', 'Jak ocenia Pan interakcję?', ['interakcj*'], 'interakcję'],
    ['lv', 'Kā vērtējat mijiedarbību?', ['mijiedarb*'], 'mijiedarbību'],
  ])('finds your words in %s, in questions and in choices: %s', (language, text, list, words) => {
    expect(hits(language, text, list)).toEqual([`text: ${words}`, `a: ${words}`]);
  });

  it.each([
    ['en', 'How was the appointment?', ['point']],
    ['en', 'How was the point?', []],
    ['es', '¿Cómo fue la digestión?', ['gestión']],
    ['es', '¿Cómo fue la cena?', ['']],
    ['el', 'Πώς ήταν η επαφή;', ['επαφές']],
    ['el', 'Πώς ήταν;', ['(ήταν|πώς)']],
    ['pl', 'Jak ocenia Pan akcję?', ['interakcj*']],
    ['pl', 'Jak?', ['*']],
    ['lv', 'Kā vērtējat darbību?', ['mijiedarb*']],
    ['lv', 'Kā?', ['k']],
  ])('takes them whole and as they are in %s: %s', (language, text, list) => {
    expect(hits(language, text, list)).toEqual([]);
  });
});
