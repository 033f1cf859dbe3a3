import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';

function hits(language: string, choices: readonly string[]): string[] {
  const question = {
    id: 'q',
    text: { [language]: 'Q' },
    asks: 'profile',
    choices: Object.fromEntries(choices.map((text, place) => [`c${place}`, { [language]: text }])),
  } as const;
  return lintSurvey({ id: 's', title: 's', questions: [question] }).hits.map(
    ({ rule, severity, message }) => `${rule} ${severity} ${message}`,
  );
}

describe('choice-bands', () => {
  it.each([
    ['en', ['Under 18', '18 to 25', '25 to 64', '65 or more'], '"18 to 25" and "25 to 64"'],
    ['es', ['Menos de 18', '18 a 25', '25 a 64', '65 o más'], '"18 a 25" and "25 a 64"'],
    ['el', ['Κάτω των 18', '18 έως 25', '25 έως 64', '65 και άνω'], '"18 έως 25" and "25 έως 64"'],
    ['pl', ['Poniżej 18', '18 do 25', '25 do 64', '65 lub więcej'], '"18 do 25" and "25 do 64"'],
    ['lv', ['Zem 18', '18 līdz 25', '25 līdz 64', '65 un vairāk'], '"18 līdz 25" and "25 līdz 64"'],
  ])('finds bands that overlap in %s: %j', (language, choices, both) => {
    expect(hits(language, choices)).toEqual([`choice-bands error ${both} overlap`]);
  });

  it.each([
    [
      'en',
      ['Up to 17 years', '19 to 64 years', 'Over 64 years'],
      '"Up to 17 years" and "19 to 64 years"',
    ],
    ['es', ['De 18 a 24', 'De 26 a 64', 'Más de 64'], '"De 18 a 24" and "De 26 a 64"'],
    ['el', ['Από 18 έως 24', '26-64', '65+'], '"Από 18 έως 24" and "26-64"'],
    ['pl', ['Od 18 do 24', 'Od 26 do 64', 'Powyżej 64'], '"Od 18 do 24" and "Od 26 do 64"'],
    ['lv', ['No 18 līdz 24', 'No 26 līdz 64', 'Virs 64'], '"No 18 līdz 24" and "No 26 līdz 64"'],
  ])('warns of a hole between bands in %s: %j', (language, choices, both) => {
    expect(hits(language, choices)).toEqual([
      `choice-bands warning nothing stands between ${both}`,
    ]);
  });

  it.each([
    ['en', ['65+', 'Under 18', '18–24', '25-64']],
    ['en', ['1 visit', '2 visits', '3 or more visits']],
    ['en', ['Less than €1,000', '€1,000 to €1,999', '€2,000 or more']],
    ['en', ['0-0.9', '1.0-1.9', '2.0 and over', 'Prefer not to say']],
    ['en', ['0-50 %', '51-100 %']],
    ['es', ['Menos de 18', '18 a 24', '25 o más', 'Prefiero no decirlo']],
    ['es', ['Hasta 2 veces', '3 a 5 veces', 'Más de 5 veces']],
    ['el', ['Κάτω των 18', '18-24', '25 και άνω']],
    ['el', ['Έως 2', '3 έως 5', 'Πάνω από 5']],
    ['pl', ['Poniżej 18', '18-24', 'Powyżej 24']],
    ['pl', ['Do 2', 'Od 3 do 5', '6 lub więcej']],
    ['lv', ['Zem 18', '18-24', 'Virs 24']],
    ['lv', ['Līdz 2', 'No 3 līdz 5', '6 un vairāk']],
  ])('is content with bands that meet in %s: %j', (language, choices) => {
    expect(hits(language, choices)).toEqual([]);
  });

  it.each([
    [['Before 11 am', 'From 11 am to 5 pm', 'After 5 pm']],
    [['Gates 1-12', 'Gates 12-20', 'Gates 20-30']],
    [['1-2 weeks', '1-2 months', '3 or more months']],
    [['2 stars', '4 stars']],
  ])('leaves alone what it cannot read as bands of one thing: %j', (choices) => {
    expect(hits('en', choices)).toEqual([]);
  });

  it('notes bands that end without anything for more', () => {
    expect(hits('en', ['18-24', '25-64'])).toEqual([
      'no-other-choice note nothing is offered for more than "25-64"',
    ]);
    expect(hits('en', ['18-24', '25-64', 'Other'])).toEqual([]);
  });
});
