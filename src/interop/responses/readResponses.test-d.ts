import { describe, expectTypeOf, it } from 'vitest';
import { defineSurvey } from '../../model/defineSurvey.ts';
import { readResponses } from './readResponses.ts';

const survey = defineSurvey({
  id: 's',
  title: 'S',
  questions: [{ id: 'nps', text: 'N', asks: 'recommendation', scale: { min: 0, max: 10 } }],
});

describe('readResponses', () => {
  it('gives responses keyed by the ids of questions and the names of keys', () => {
    const read = readResponses(survey, [{}], { columns: { Q: 'nps' }, keys: { month: 'M' } });
    if (!read.ok) return;
    const [first] = read.value;
    expectTypeOf(first?.month).toEqualTypeOf<string | null | undefined>();
    expectTypeOf<NonNullable<typeof first>>().not.toHaveProperty('week');
  });

  it('refuses a question that the survey does not ask, and a key of the mapping that is none', () => {
    // @ts-expect-error there is no question "npss"
    readResponses(survey, [{}], { columns: { Q: 'npss' } });
    // @ts-expect-error there is no key "blanks"
    readResponses(survey, [{}], { columns: { Q: { question: 'nps', blanks: [0] } } });
  });
});
