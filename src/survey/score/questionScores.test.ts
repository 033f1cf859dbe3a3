import { describe, expect, it } from 'vitest';
import { scoreSurvey } from './scoreSurvey.ts';

describe('a satisfaction question', () => {
  it.each<[answers: number, box: string, satisfied: readonly number[]]>([
    [2, 'top', [2]],
    [3, 'top', [3]],
    [4, 'top-two', [3, 4]],
    [5, 'top-two', [4, 5]],
    [10, 'top-two', [9, 10]],
  ])(
    'of %i answers is scored by the box %s: nobody in the middle counts as satisfied',
    (answers, box, satisfied) => {
      const scale = { min: 1, max: answers };
      const survey = {
        id: 's',
        title: 'S',
        questions: [{ id: 'q', text: 'Q', asks: 'satisfaction' as const, scale }],
      };
      const responses = Array.from({ length: answers }, (_, place) => ({ q: place + 1 }));
      const [question] = scoreSurvey(survey, responses).questions;
      expect(question?.scores[0]).toMatchObject({
        value: satisfied.length / answers,
        definition: { metric: 'customer-satisfaction', box, satisfied },
      });
    },
  );
});
