import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import type { AreaImportance } from '../types.ts';
import { askedImportances, meanAnswer } from './askedImportances.ts';

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

  const asked = askedImportances<Ids>(scores);
  return new Map(
    [...asked].map(([area, counts]) => [area, { value: meanAnswer(counts), basis: 'measured' }]),
  );
}
