import { describe, expect, it } from 'vitest';
import type { Requirement, Standard } from '../model/requirement.ts';
import { lintRequirements, type RequirementLint } from './lintRequirements.ts';

const quick: Standard = {
  id: 'quick',
  measure: 'Time to the greeting',
  unit: 'seconds',
  operator: '<=',
  threshold: 30,
  requiredShare: 0.9,
};

function lintOf(
  statement: Requirement['statement'],
  language?: string,
  standards: readonly Standard[] = [],
): RequirementLint {
  const source = { kind: 'expectation' } as const;
  const requirements = [{ id: 'r', statement, moments: ['greet'], source, standards }];
  return lintRequirements({ requirements }, language === undefined ? {} : { language });
}

function wordsHit(...given: Parameters<typeof lintOf>): readonly string[] {
  return lintOf(...given).hits.map(({ text }) => text);
}

describe('lintRequirements', () => {
  it('shows where a vague word stands, in the language it was written in', () => {
    const { hits } = lintOf({ en: 'Fast service', es: 'El personal es amable' });
    expect(hits).toEqual([
      {
        requirement: 'r',
        language: 'en',
        text: 'Fast',
        span: { start: 0, end: 4 },
        message: '"Fast" means something else to everyone: "r" says no number',
      },
      {
        requirement: 'r',
        language: 'es',
        text: 'amable',
        span: { start: 15, end: 21 },
        message: '"amable" means something else to everyone: "r" says no number',
      },
    ]);
  });

  it.each([
    ['en', 'Staff are friendly and the room is cleaned regularly', ['friendly', 'regularly']],
    ['en', 'Good morning is said, and thanks as well', []],
    ['en', 'Calls are answered promptly, if possible', ['promptly', 'if possible']],
    ['es', 'Se atiende rápidamente y con frecuencia', ['rápidamente', 'con frecuencia']],
    ['es-MX', 'La sala está limpia', ['limpia']],
    ['el', 'Γρήγορη και ευγενική εξυπηρέτηση', ['Γρήγορη', 'ευγενική']],
    ['pl', 'Obsługa jest szybka i miła', ['szybka', 'miła']],
    ['lv', 'Klientu apkalpo ātri un laipni', ['ātri', 'laipni']],
  ])('knows vague words of %s: %s', (language, statement, words) => {
    expect(wordsHit(statement, language)).toEqual(words);
    expect(lintOf(statement, language).notChecked).toEqual([]);
  });

  it.each(['de', 'constructor'])('says that it did not check what is in %s', (language) => {
    const { hits, notChecked, untaggedLanguage } = lintOf('Fast, schnell', language);
    expect([hits, untaggedLanguage]).toEqual([[], language]);
    expect(notChecked).toEqual([{ language, requirements: ['r'] }]);
  });

  it('takes statements without a tag to be in English, where nothing else is said', () => {
    expect(lintOf('Fast service').untaggedLanguage).toBe('en');
    expect(wordsHit('Fast service')).toEqual(['Fast']);
  });

  it('lets a vague word pass where a number or a standard holds it', () => {
    expect(wordsHit('A fast answer: within 2 rings')).toEqual([]);
    expect(wordsHit('A fast answer', 'en', [quick])).toEqual([]);
    expect(lintOf('Schnell', 'de', [quick]).notChecked).toEqual([]);
  });

  it('has nothing to say of a cycle without requirements', () => {
    expect(lintRequirements({})).toEqual({
      kind: 'requirement-lint',
      hits: [],
      notChecked: [],
      untaggedLanguage: 'en',
    });
  });
});
