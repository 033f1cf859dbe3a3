import type { CycleIds } from '../../model/ids.ts';
import type { Scale } from '../../model/survey.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import { effectiveNumber } from '../favourableOf.ts';

/** What customers said when they were asked how much an area matters. */
export interface AskedImportance {
  /** The answers the question takes. */
  readonly scale: Scale;
  /** How many gave each answer, or the sum of their weights, the lowest answer first. */
  readonly perAnswer: readonly number[];
  /** How many answered; where they are weighted, how many of equal weight would tell as much. */
  readonly n: number;
}

/** The answers of customers who were asked how much an area matters, by area. */
export function askedImportances<Ids extends CycleIds>(
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
): ReadonlyMap<Ids['area'], AskedImportance> {
  const asked = new Map<Ids['area'], AskedImportance>();
  for (const {
    asks,
    about,
    scores: [{ counts, definition, weights }],
  } of scores.questions) {
    if (asks !== 'importance' || about === undefined || !('area' in about)) continue;
    const { answered, perAnswer } = counts;
    const { scale } = definition;
    if (answered === 0) continue;
    const places = [...perAnswer.keys()];
    asked.set(
      about.area,
      weights === undefined
        ? { scale, perAnswer, n: answered }
        : {
            scale,
            perAnswer: weights.perAnswer,
            n: effectiveNumber({ scale, weights, n: answered }, places),
          },
    );
  }
  return asked;
}

/** The mean answer, as it was given. */
export function meanAnswer({ scale, perAnswer }: Omit<AskedImportance, 'n'>): number {
  let n = 0;
  let places = 0;
  for (const [place, count] of perAnswer.entries()) {
    n += count;
    places += place * count;
  }
  return scale.min + ((scale.step ?? 1) * places) / n;
}
