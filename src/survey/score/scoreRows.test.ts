import { describe, expect, it } from 'vitest';
import { scoreByGroup } from './scoreByGroup.ts';
import { scoreRows } from './scoreRows.ts';
import { scoreSurvey } from './scoreSurvey.ts';

const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'wait', text: 'W', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'ease', text: 'E', asks: 'effort', scale: { min: 1, max: 7 } },
  ],
} as const;

describe('scoreRows', () => {
  it('gives the scores of all where nothing is grouped', () => {
    const responses = [{ wait: 5, ease: 6 }, { wait: 4 }];
    expect(Array.from(scoreRows(scoreSurvey(survey, responses, { level: 0.9 })))).toMatchObject([
      { question: 'wait', metric: 'customer-satisfaction', value: 1, n: 2, level: 0.9 },
      { question: 'wait', metric: 'mean-rating', value: 4.5, status: 'estimate', because: null },
      { question: 'ease', value: null, low: null, status: 'not-estimable', because: 'one-answer' },
    ]);
  });

  it('says of answers that are all the same that they are', () => {
    const [, mean] = scoreRows(scoreSurvey(survey, [{ wait: 5 }, { wait: 5 }]));
    expect(mean).toMatchObject({ value: 5, status: 'estimate', because: 'unanimous-answers' });
  });

  it('refuses a key that is called like a field, before any row is made', () => {
    const scores = scoreByGroup(survey, [{ wait: 5, level: 'gold' }], { by: ['level'] });
    expect(() => scoreRows(scores)).toThrow(
      'by names "level", which is a field of the row; expected a key of another name',
    );
  });

  it('refuses a group with an outcome that there is not', () => {
    const scores = structuredClone(scoreByGroup(survey, [{ wait: 5, b: 'x' }], { by: ['b'] }));
    Reflect.set(scores.groups?.columns[0]?.outcome ?? [], 0, 99);
    expect(() => Array.from(scoreRows(scores))).toThrow(
      /an outcome of groups is 99; expected a place among \d+ outcomes/,
    );
  });

  it('puts a key called __proto__ into the row like any other', () => {
    const row = JSON.parse('{"wait":5,"__proto__":"x"}') as {
      wait: number;
      ['__proto__']: string;
    };
    const [first] = scoreRows(
      scoreByGroup(survey, [row], { by: ['__proto__'], minimumGroupSize: 1 }),
    );
    expect(Object.entries(first ?? {})[0]).toEqual(['__proto__', 'x']);
  });
});
