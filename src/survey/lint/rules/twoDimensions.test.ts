import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';

function labelHits(language: string, label: string): string[] {
  const question = {
    id: 'q',
    text: { [language]: 'S' },
    asks: 'satisfaction',
    scale: { min: 1, max: 5, labels: { 1: { [language]: '1' }, 5: { [language]: label } } },
  } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.rule === 'two-dimensions' ? [hit.text] : []));
}

describe('two-dimensions', () => {
  it.each([
    ['en', 'Fast and friendly'],
    ['es', 'Rápido y amable'],
    ['el', 'Γρήγορο και φιλικό'],
    ['pl', 'Szybko i uprzejmie'],
    ['lv', 'Ātri un laipni'],
  ])('hears two things in a label in %s: %s', (language, label) => {
    expect(labelHits(language, label)).toEqual([label]);
  });

  it.each([
    ['en', 'Neither satisfied nor dissatisfied'],
    ['en', 'Good or very good'],
    ['es', 'Ni satisfecho ni insatisfecho'],
    ['es', 'Más o menos'],
    ['el', 'Ούτε ικανοποιημένος ούτε δυσαρεστημένος'],
    ['el', 'Έτσι κι έτσι'],
    ['pl', 'Ani zadowolony, ani niezadowolony'],
    ['pl', 'Mniej lub więcej'],
    ['lv', 'Ne apmierināts, ne neapmierināts'],
    ['lv', 'Vairāk vai mazāk'],
  ])('leaves a label alone that grades one thing in %s: %s', (language, label) => {
    expect(labelHits(language, label)).toEqual([]);
  });

  it('leaves the choices of a question about the customer alone', () => {
    const question = {
      id: 'q',
      text: 'Why did you come?',
      asks: 'profile',
      choices: { a: 'Sun and sea', b: 'Other' },
    } as const;
    expect(lintSurvey({ id: 's', title: 's', questions: [question] }).hits).toEqual([]);
  });
});
