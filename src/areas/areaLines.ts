import { criticalValue } from '../stats/distributions/normal.ts';
import { type AreaFacts, isJudgeable } from './areaFacts.ts';
import { isBelow } from './isBelow.ts';

import type { AreaThresholds } from './types.ts';

/** What the lines are drawn by. */
export interface LineSettings {
  /** The confidence level. */
  readonly level: number;
  /** The floor of the favourable share. */
  readonly floor: number;
  /** The smallest fall that matters. */
  readonly relevantFall: number;
  /** The smallest distance behind the other areas that matters. */
  readonly relevantGap: number;
  /** The fewest answers an area is judged by. */
  readonly minimumAnswers: number;
  /** The importance from which an area counts as important; the mean when absent. */
  readonly importantFrom?: number | undefined;
  /** The target below which an area counts as weak; areas are compared with each other when absent. */
  readonly weakBelow?: number | undefined;
}

/** What is known of a moment. */
export interface MomentState {
  /** Whether it is critical. */
  readonly isCritical: boolean;
  /** How many of 1,000 visits end dissatisfied with incidents there; 0 where that is not proven. */
  readonly risk: number;
  /** Its place among the moments as they were found, the most critical first. */
  readonly place: number;
}

/** All that areas are held against. */
export interface AreaLines {
  /** The lines. */
  readonly thresholds: AreaThresholds;
  /** The confidence level. */
  readonly level: number;
  /** The quantile of the normal distribution for that level. */
  readonly z: number;
  /** The answers to all areas that can be judged. */
  readonly pool: {
    /** How many of them are favourable. */
    readonly favourable: number;
    /** How many there are. */
    readonly n: number;
  };
  /** What is known of the moments. */
  readonly moments: ReadonlyMap<string, MomentState>;
}

/** Importances no further from their mean than this share of it tell nothing. */
const DISCRIMINATES_BEYOND = 0.1;

/** Draws the lines that areas are held against: at the means, where none are given. */
export function areaLines(
  areas: readonly AreaFacts[],
  moments: ReadonlyMap<string, MomentState>,
  settings: LineSettings,
): AreaLines {
  const { level, floor, relevantFall, relevantGap, minimumAnswers } = settings;
  const { importantFrom, weakBelow: target } = settings;
  // Loops, since it is called for every resample.
  let shares = 0;
  let judged = 0;
  let favourable = 0;
  let n = 0;
  for (const { performance } of areas) {
    if (!isJudgeable(performance, minimumAnswers)) continue;
    shares += performance.value;
    judged += 1;
    favourable += performance.value * performance.n;
    n += performance.n;
  }
  const spread = importantFrom === undefined ? importanceSpread(areas) : undefined;
  const importance = importantFrom ?? (spread?.discriminates === true ? spread.mean : undefined);
  const performance = target ?? (judged === 0 ? undefined : shares / judged);
  return {
    thresholds: {
      ...(importance !== undefined && { importance }),
      ...(performance !== undefined && { performance }),
      ...(target !== undefined && { target }),
      relevantGap,
      floor,
      relevantFall,
      minimumAnswers,
    },
    level,
    z: criticalValue(level),
    pool: { favourable, n },
    moments,
  };
}

/** How far importances lie from their mean. */
export interface ImportanceSpread {
  /** The mean. */
  readonly mean: number;
  /** The largest distance from it. */
  readonly largest: number;
  /** The distance that it takes to tell areas apart. */
  readonly needed: number;
  /** Whether they tell areas apart. */
  readonly discriminates: boolean;
}

/** How far the importances of areas lie from their mean; nothing where none is known. */
export function importanceSpread(
  areas: readonly { readonly importance?: number | undefined }[],
): ImportanceSpread | undefined {
  let sum = 0;
  let known = 0;
  for (const { importance } of areas) {
    if (importance === undefined) continue;
    sum += importance;
    known += 1;
  }
  if (known === 0) return undefined;
  const mean = sum / known;
  let largest = 0;
  for (const { importance = mean } of areas)
    largest = Math.max(largest, Math.abs(importance - mean));
  const needed = DISCRIMINATES_BEYOND * Math.abs(mean);
  return { mean, largest, needed, discriminates: largest > 0 && isBelow(needed, largest) };
}
