import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { AreaImportance } from './types.ts';

/**
 * How much each area matters: as the organization states it, or, when it states nothing for any area,
 * the mean answer of the customers who were asked. The two are never mixed.
 */
export function areaImportances<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
): ReadonlyMap<Ids['area'], AreaImportance> {
  const stated = new Map<Ids['area'], AreaImportance>();
  for (const { id, importance } of cycle.areas ?? []) {
    if (importance !== undefined) stated.set(id, { value: importance, basis: 'judged' });
  }
  if (stated.size > 0) return stated;

  const asked = new Map<Ids['area'], AreaImportance>();
  for (const {
    asks,
    about,
    scores: [score],
  } of scores.questions) {
    if (asks !== 'importance' || about === undefined || !('area' in about)) continue;
    const { scale } = score.definition;
    const n = score.counts.answered;
    if (n === 0) continue;
    let places = 0;
    for (const [place, count] of score.counts.perAnswer.entries()) places += place * count;
    asked.set(about.area, {
      value: scale.min + ((scale.step ?? 1) * places) / n,
      basis: 'measured',
    });
  }
  return asked;
}
