import type { CycleIds } from '../model/ids.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { AnswerCounts } from '../survey/types.ts';

/** The answers of customers who were asked how much an area matters, by area. */
export function askedImportances<Ids extends CycleIds>(
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
): ReadonlyMap<Ids['area'], AnswerCounts> {
  const asked = new Map<Ids['area'], AnswerCounts>();
  for (const {
    asks,
    about,
    scores: [score],
  } of scores.questions) {
    if (asks !== 'importance' || about === undefined || !('area' in about)) continue;
    const { answered, perAnswer } = score.counts;
    if (answered > 0) asked.set(about.area, { scale: score.definition.scale, perAnswer });
  }
  return asked;
}

/** The mean answer, as it was given. */
export function meanAnswer({ scale, perAnswer }: AnswerCounts): number {
  let n = 0;
  let places = 0;
  for (const [place, count] of perAnswer.entries()) {
    n += count;
    places += place * count;
  }
  return scale.min + ((scale.step ?? 1) * places) / n;
}
