import fc from 'fast-check';
import type { SatisfactionSurvey } from '../../src/model/survey.ts';

/** A question for each metric that a survey is scored by. */
export const SURVEY_OF_METRICS: SatisfactionSurvey<'nps' | 'csat' | 'ces' | 'problem'> = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'nps', text: 'Q', asks: 'recommendation', scale: { min: 0, max: 10 } },
    { id: 'csat', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'ces', text: 'Q', asks: 'effort', scale: { min: 1, max: 7 } },
    { id: 'problem', text: 'Q', asks: 'incident', scale: { min: 0, max: 1 } },
  ],
};

/** A response to {@link SURVEY_OF_METRICS}, with its weight. */
export interface WeightedResponse {
  /** 0 to 10. */
  readonly nps: number;
  /** 1 to 5. */
  readonly csat: number;
  /** 1 to 7. */
  readonly ces: number;
  /** 1 for a problem. */
  readonly problem: number;
  /** The weight. */
  readonly w: number;
}

/** From 2 to 40 responses to {@link SURVEY_OF_METRICS}. */
export function arbitraryWave(
  weight: fc.Arbitrary<number>,
): fc.Arbitrary<readonly WeightedResponse[]> {
  const response = fc.record({
    nps: fc.integer({ min: 0, max: 10 }),
    csat: fc.integer({ min: 1, max: 5 }),
    ces: fc.integer({ min: 1, max: 7 }),
    problem: fc.integer({ min: 0, max: 1 }),
    w: weight,
  });
  return fc.array(response, { minLength: 2, maxLength: 40 });
}
