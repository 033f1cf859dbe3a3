import type { AreaFacts } from './areaStanding.ts';
import type { AreaThresholds } from './types.ts';

/** What the lines are drawn by. */
export interface LineSettings {
  /** The floor of the favourable share. */
  readonly floor: number;
  /** The smallest fall that matters. */
  readonly relevantFall: number;
  /** The fewest answers an area is judged by. */
  readonly minimumAnswers: number;
  /** The importance from which an area counts as important; the mean when absent. */
  readonly importantFrom?: number | undefined;
  /** The share below which an area counts as weak; the mean when absent. */
  readonly weakBelow?: number | undefined;
}

/** Draws the lines that areas are held against: at the means, where none are given. */
export function areaLines(areas: readonly AreaFacts[], settings: LineSettings): AreaThresholds {
  const { floor, relevantFall, minimumAnswers, importantFrom, weakBelow } = settings;
  // Loops, since it is called for every resample.
  let [importances, important] = [0, 0];
  let [shares, judged] = [0, 0];
  for (const { importance, performance } of areas) {
    if (importance !== undefined) {
      importances += importance;
      important += 1;
    }
    if (performance !== undefined && performance.n >= minimumAnswers) {
      shares += performance.value;
      judged += 1;
    }
  }
  const importance = importantFrom ?? (important === 0 ? undefined : importances / important);
  const performance = weakBelow ?? (judged === 0 ? undefined : shares / judged);
  return {
    ...(importance !== undefined && { importance }),
    ...(performance !== undefined && { performance }),
    floor,
    relevantFall,
    minimumAnswers,
  };
}
