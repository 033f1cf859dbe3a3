import { newcombeDifference } from '../stats/intervals/newcombeDifference.ts';
import { normalQuantile } from '../stats/distributions/normal.ts';
import { isBelow } from './isBelow.ts';
import type { AreaThresholds } from './types.ts';

/** A share of so many. */
export interface Share {
  /** The share, 0 to 1. */
  readonly value: number;
  /** Of how many. */
  readonly n: number;
}

/** All that the place of an area depends on, as numbers. */
export interface AreaFacts {
  /** The favourable share; absent where nobody answered. */
  readonly performance?: Share | undefined;
  /** That of each question. */
  readonly questions: readonly Share[];
  /** The share of the survey before. */
  readonly earlier?: Share | undefined;
  /** How much the area matters. */
  readonly importance?: number | undefined;
  /** Whether it fails a standard. */
  readonly failsStandard: boolean;
  /** Whether it holds a critical moment. */
  readonly holdsCritical: boolean;
  /** What is at risk at its moments; 0 where nothing is known. */
  readonly atRisk: number;
  /** What its charts say of the newest period. */
  readonly chart: 'settled' | 'provisional' | 'nothing';
}

/**
 * The place of an area among others, as numbers to compare one after another: less is needier, but for
 * the level every number is negative where more is needier.
 */
export type AreaStanding = readonly [
  level: number,
  critical: number,
  risk: number,
  gap: number,
  importance: number,
  share: number,
];

/** Lines that are the same for all areas. */
export interface StandingLines {
  /** The lines that areas are held against. */
  readonly thresholds: AreaThresholds;
  /** The confidence level. */
  readonly level: number;
  /** The quantile of the normal distribution for that level. */
  readonly z: number;
}

/** Works out what all areas have in common. */
export function standingLines(thresholds: AreaThresholds, level: number): StandingLines {
  return { thresholds, level, z: -normalQuantile((1 - level) / 2) };
}

/**
 * Where an area stands. It says in numbers what `areaReasons` and `levelOf` say in reasons, so that
 * thousands of resamples cost little.
 */
export function areaStanding(facts: AreaFacts, lines: StandingLines): AreaStanding {
  const { performance, importance } = facts;
  const { performance: line = 0 } = lines.thresholds;
  const gap = performance === undefined ? 0 : Math.max(0, line - performance.value);
  return [
    levelIndex(facts, lines),
    facts.holdsCritical ? -1 : 0,
    -facts.atRisk,
    -gap * (importance ?? 1),
    -(importance ?? 0),
    performance?.value ?? 1,
  ];
}

/** Which of two areas is needier: below 0 the first, above 0 the second, 0 where nothing tells. */
export function compareStandings(one: AreaStanding, other: AreaStanding): number {
  for (let place = 0; place < one.length; place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The place of the level in `AREA_LEVELS`. */
function levelIndex(facts: AreaFacts, { thresholds, level, z }: StandingLines): number {
  const { performance, questions, earlier, importance, failsStandard, chart } = facts;
  const { importance: importanceLine, performance: line, minimumAnswers } = thresholds;
  const canJudge = performance !== undefined && performance.n >= minimumAnswers;
  const isWeak = canJudge && line !== undefined && isBelow(performance.value, line);
  const isKnown = importance !== undefined && importanceLine !== undefined;
  const mattersLess = isKnown && isBelow(importance, importanceLine);
  if (isKnown && !mattersLess && (isWeak || failsStandard)) return 0;
  if (canJudge) {
    if (chart === 'settled') return 0;
    const isLow = (share: Share): boolean =>
      share.n >= minimumAnswers && isUnder(share, thresholds.floor, z);
    if (isLow(performance) || questions.some(isLow)) return 0;
    if (earlier && hasFallen(performance, earlier, thresholds, level)) return 0;
    if (chart === 'provisional') return 1;
  }
  if (isWeak || failsStandard) return 1;
  if (!canJudge) return 2;
  return mattersLess && !facts.holdsCritical ? 4 : 3;
}

/** Whether the upper Wilson limit is below the floor: the score test refutes the floor. */
function isUnder({ value, n }: Share, floor: number, z: number): boolean {
  return floor - value > z * Math.sqrt((floor * (1 - floor)) / n);
}

function hasFallen(
  now: Share,
  before: Share,
  { relevantFall, minimumAnswers }: AreaThresholds,
  level: number,
): boolean {
  if (before.n < minimumAnswers || isBelow(before.value - now.value, relevantFall)) return false;
  const { interval } = newcombeDifference(
    { successes: now.value * now.n, n: now.n },
    { successes: before.value * before.n, n: before.n },
    { level },
  );
  return interval.high < 0;
}
