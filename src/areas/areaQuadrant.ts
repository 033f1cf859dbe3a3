import { type AreaFacts, isJudgeable } from './areaFacts.ts';
import { quadrantOf } from './matrix/placePoints.ts';
import type { Quadrant } from './matrix/types.ts';
import type { AreaThresholds } from './types.ts';

/** The quadrant of an area by importance and performance; none where either or its line is unknown. */
export function areaQuadrant(
  { importance, performance }: AreaFacts,
  { importance: importanceLine, performance: performanceLine, minimumAnswers }: AreaThresholds,
): Quadrant | undefined {
  if (importance === undefined || importanceLine === undefined) return undefined;
  if (!isJudgeable(performance, minimumAnswers)) return undefined;
  if (performanceLine === undefined) return undefined;
  return quadrantOf(
    { importance, performance: performance.value },
    { at: 'mean', importance: importanceLine, performance: performanceLine },
  );
}
