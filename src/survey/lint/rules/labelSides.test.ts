import { describe, expect, it } from 'vitest';
import type { Rated } from '../../../model/survey.ts';
import { lintSurvey } from '../lintSurvey.ts';
import type { ScaleRuleId } from '../types.ts';

function hits(
  rule: ScaleRuleId,
  language: string,
  texts: readonly string[],
  asks: Rated = 'satisfaction',
  reversed = false,
): string[] {
  const labels = Object.fromEntries(texts.map((text, place) => [place + 1, { [language]: text }]));
  const scale = { min: 1, max: texts.length, reversed, labels };
  const questions = [{ id: 'q', text: { [language]: 'Q' }, asks, scale }];
  return lintSurvey({ id: 's', title: 's', questions }).hits.flatMap((hit) =>
    hit.rule === rule ? [hit.message] : [],
  );
}

describe('unbalanced-labels', () => {
  it.each([
    ['en', ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'], 3],
    ['es', ['Malo', 'Regular', 'Bueno', 'Muy bueno', 'Excelente'], 3],
    ['el', ['Κακό', 'Μέτριο', 'Καλό', 'Πολύ καλό', 'Άριστο'], 3],
    ['pl', ['Źle', 'Przeciętnie', 'Dobrze', 'Bardzo dobrze', 'Doskonałe'], 3],
    ['lv', ['Slikti', 'Viduvēji', 'Labi', 'Ļoti labi', 'Izcili'], 2],
  ])('finds more good labels than bad ones in %s: %j', (language, texts) => {
    expect(hits('unbalanced-labels', language, texts)).toHaveLength(1);
  });

  it('finds a scale that has good labels only, and says how many stand where', () => {
    expect(hits('unbalanced-labels', 'en', ['Good', 'Very good', 'Great', 'Excellent'])).toEqual([
      '4 labels are on the good side and 0 on the bad one',
    ]);
  });

  it.each([
    [
      'en',
      [
        'Very dissatisfied',
        'Dissatisfied',
        'Neither satisfied nor dissatisfied',
        'Satisfied',
        'Very satisfied',
      ],
    ],
    [
      'en',
      [
        'Not at all satisfied',
        'Slightly satisfied',
        'Satisfied',
        'Very satisfied',
        'Extremely satisfied',
      ],
    ],
    ['en', ['Dirty', 'Fair', 'Clean']],
    ['en', ['Green', 'Good', 'Very good', 'Excellent']],
    [
      'es',
      [
        'Muy insatisfecho',
        'Insatisfecho',
        'Ni satisfecho ni insatisfecho',
        'Satisfecho',
        'Muy satisfecho',
      ],
    ],
    ['es', ['Nada satisfecho', 'Poco satisfecho', 'Satisfecho', 'Muy satisfecho']],
    [
      'el',
      [
        'Πολύ δυσαρεστημένος',
        'Δυσαρεστημένος',
        'Ούτε το ένα ούτε το άλλο',
        'Ευχαριστημένος',
        'Πολύ ευχαριστημένος',
      ],
    ],
    ['el', ['Πολύ δύσκολο', 'Δύσκολο', 'Εύκολο', 'Πολύ εύκολο']],
    [
      'pl',
      [
        'Bardzo niezadowolony',
        'Niezadowolony',
        'Ani zadowolony, ani niezadowolony',
        'Zadowolony',
        'Bardzo zadowolony',
      ],
    ],
    ['pl', ['Bardzo trudno', 'Trudno', 'Trudno powiedzieć', 'Łatwo', 'Bardzo łatwo']],
    [
      'lv',
      [
        'Ļoti neapmierināts',
        'Neapmierināts',
        'Ne apmierināts, ne neapmierināts',
        'Apmierināts',
        'Ļoti apmierināts',
      ],
    ],
    ['lv', ['Ļoti grūti', 'Grūti', 'Viegli', 'Ļoti viegli']],
  ])(
    'leaves a scale alone in %s that is even, has one side or is not understood: %j',
    (language, texts) => {
      expect(hits('unbalanced-labels', language, texts)).toEqual([]);
    },
  );

  it('leaves importance alone, which has one side', () => {
    const texts = ['Not good to have', 'Good to have', 'Very good to have', 'Great to have'];
    expect(hits('unbalanced-labels', 'en', texts, 'importance')).toEqual([]);
  });
});

describe('label-direction', () => {
  it.each([
    ['en', 'Very satisfied', 'Very dissatisfied'],
    ['es', 'Muy fácil', 'Muy difícil'],
    ['el', 'Πολύ εύκολο', 'Πολύ δύσκολο'],
    ['pl', 'Bardzo zadowolony', 'Bardzo niezadowolony'],
    ['lv', 'Ļoti viegli', 'Ļoti grūti'],
  ])('finds labels against the direction of the scale in %s: %s to %s', (language, good, bad) => {
    const rule = 'label-direction';
    expect(hits(rule, language, [good, '-', '-', '-', bad])).toEqual([
      'the labels say that low is good, and the scale says that high is',
    ]);
    expect(hits(rule, language, [bad, '-', '-', '-', good], 'effort', true)).toHaveLength(1);
    expect(hits(rule, language, [bad, '-', '-', '-', good])).toEqual([]);
    expect(hits(rule, language, [good, '-', '-', '-', bad], 'effort', true)).toEqual([]);
  });

  it('leaves a scale alone whose ends are both bad, or not understood', () => {
    expect(hits('label-direction', 'en', ['Too quick', '-', '-', 'Too slow'])).toEqual([]);
    expect(hits('label-direction', 'en', ['Warm', '-', '-', 'Cold'])).toEqual([]);
  });
});
