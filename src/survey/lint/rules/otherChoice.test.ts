import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';

function rules(language: string, choices: readonly string[]): string[] {
  const question = {
    id: 'q',
    text: { [language]: 'Q' },
    asks: 'profile',
    choices: Object.fromEntries(choices.map((text, place) => [`c${place}`, { [language]: text }])),
  } as const;
  return lintSurvey({ id: 's', title: 's', questions: [question] }).hits.map(({ rule }) => rule);
}

describe('no-other-choice', () => {
  it.each([
    ['en', ['Work', 'Holiday', 'Family']],
    ['es', ['Trabajo', 'Vacaciones', 'Familia']],
    ['el', ['Εργασία', 'Διακοπές', 'Οικογένεια']],
    ['pl', ['Praca', 'Wakacje', 'Rodzina']],
    ['lv', ['Darbs', 'Atvaļinājums', 'Ģimene']],
  ])('notes choices with nothing for the rest in %s: %j', (language, choices) => {
    expect(rules(language, choices)).toEqual(['no-other-choice']);
  });

  it.each([
    ['en', ['Work', 'Holiday', 'Something else']],
    ['en', ['Before noon', 'Between noon and three', 'After three']],
    ['en', ['Not once', 'Once', 'Five times or more']],
    ['en', ['Boarding area A, gates 1-12', 'Boarding area B, gates 20-39', 'Boarding area C']],
    ['en', ['Guest', 'Visitor']],
    ['es', ['Trabajo', 'Vacaciones', 'Otro motivo']],
    ['es', ['Por la mañana', 'Después del mediodía', 'De noche']],
    ['el', ['Εργασία', 'Διακοπές', 'Κάτι άλλο']],
    ['el', ['Πριν από το μεσημέρι', 'Το μεσημέρι', 'Το βράδυ']],
    ['pl', ['Praca', 'Wakacje', 'Inny powód']],
    ['pl', ['Przed południem', 'W południe', 'Wieczorem']],
    ['lv', ['Darbs', 'Atvaļinājums', 'Cits iemesls']],
    ['lv', ['Pirms pusdienām', 'Pusdienlaikā', 'Vakarā']],
  ])('leaves choices alone in %s that catch the rest or divide a line: %j', (language, choices) => {
    expect(rules(language, choices)).toEqual([]);
  });
});
