import { newcombeDifference, type ShareDifference } from '../stats/intervals/newcombeDifference.ts';
import { type AreaFacts, isJudgeable, type Share } from './areaFacts.ts';
import type { AreaLines } from './areaLines.ts';
import { isBelow } from './isBelow.ts';
import type { AreaLevel } from './types.ts';

/** The levels, the most urgent first. */
export const AREA_LEVELS: readonly AreaLevel[] = [
  'intervene-now',
  'plan',
  'watch',
  'measure-first',
  'keep',
  'possible-overkill',
];

/** What is to be done about an area. */
export interface AreaJudgement {
  /** The level. */
  readonly level: AreaLevel;
  /**
   * Whether the area is weak: proven to miss the target, or to lag behind the others; or seems so and
   * chance could explain it.
   */
  readonly weak: 'proven' | 'not-proven' | 'no';
  /** Whether it is known to matter as much as areas do on average; false where nobody knows. */
  readonly isImportant: boolean;
  /** Whether a moment of it is critical. */
  readonly holdsCritical: boolean;
  /**
   * The place of the area among others, as numbers to compare one after another: less is needier. The
   * place of the level, then below 0 where more is needier: whether it holds a critical moment, what is at
   * risk, the distance below target or others times the importance, the importance; then the share.
   */
  readonly standing: readonly number[];
}

/**
 * Judges an area: the one rule for what was found and for what resamples draw.
 *
 *     weak           the upper limit of its share < target; or, where no target is given,
 *                    the upper limit of its share less that of all others together < 0, and
 *                    the share of the others less its own >= relevant gap
 *     intervene-now  important and weak, or below the floor, or fallen, or out of control, or weak with a
 *                    critical moment, or a standard fails materially or at a critical moment
 *     plan           weak, or a standard fails, or out of control by provisional limits
 *     watch          as weak, but for the proof
 *
 * @param facts - what is known of the area
 * @param lines - what it is held against
 */
export function judgeArea(facts: AreaFacts, lines: AreaLines): AreaJudgement {
  const { performance, questions, earlier, failures, chart } = facts;
  const { importance: importanceLine, minimumAnswers } = lines.thresholds;
  const canJudge = isJudgeable(performance, minimumAnswers);
  // Where no line is drawn importance decides nothing.
  const importance = importanceLine === undefined ? undefined : facts.importance;
  const mattersLess =
    importance !== undefined && importanceLine !== undefined && isBelow(importance, importanceLine);
  const isImportant = importance !== undefined && !mattersLess;
  const weak = canJudge ? weaknessOf(performance, lines) : 'no';
  let holdsCritical = false;
  let risk = 0;
  for (const moment of facts.moments) {
    const known = lines.moments.get(moment);
    holdsCritical ||= known?.isCritical === true;
    risk = Math.max(risk, known?.risk ?? 0);
  }
  const isUrgent =
    (weak === 'proven' && (isImportant || holdsCritical)) ||
    failures.some((failure) => isGrave(failure, lines)) ||
    (canJudge &&
      (chart === 'settled' ||
        isUnderFloor(performance, lines) ||
        questions.some((share) => isUnderFloor(share, lines)) ||
        fallOf(performance, earlier, lines) !== undefined));
  const isOpen = weak === 'proven' || failures.length > 0 || (canJudge && chart === 'provisional');

  const level = ((): AreaLevel => {
    if (isUrgent) return 'intervene-now';
    if (isOpen) return 'plan';
    if (weak === 'not-proven') return 'watch';
    if (!canJudge) return 'measure-first';
    return mattersLess && !holdsCritical ? 'possible-overkill' : 'keep';
  })();
  return {
    level,
    weak,
    isImportant,
    holdsCritical,
    standing: [
      AREA_LEVELS.indexOf(level),
      holdsCritical ? -1 : 0,
      -risk,
      -distanceOf(performance, lines) * (importance ?? 1),
      -(importance ?? 0),
      performance?.value ?? 1,
    ],
  };
}

/** Which of two areas is needier: below 0 the first, above 0 the second, 0 where nothing tells. */
export function compareStandings(one: readonly number[], other: readonly number[]): number {
  for (let place = 0; place < one.length; place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether even the upper Wilson limit is below the floor, of answers enough to judge by. */
export function isUnderFloor(share: Share, { thresholds, z }: AreaLines): boolean {
  const { floor, minimumAnswers } = thresholds;
  return isJudgeable(share, minimumAnswers) && isUnder(share, floor, z);
}

/** Whether a failed standard calls for intervention by itself: materially failed, or critical moments hang on it. */
function isGrave(
  { isMaterial, moments }: AreaFacts['failures'][number],
  lines: AreaLines,
): boolean {
  return isMaterial || moments.some((moment) => lines.moments.get(moment)?.isCritical === true);
}

/** The share of all other areas together that can be judged; nothing where there is none. */
export function othersOf(
  own: Share | undefined,
  { pool, thresholds }: AreaLines,
): { readonly value: number; readonly n: number } | undefined {
  const isIn = isJudgeable(own, thresholds.minimumAnswers);
  const n = isIn ? pool.n - own.n : pool.n;
  // The last area leaves nothing, but for the last digits.
  if (!(n > 1e-9 * pool.n)) return undefined;
  const favourable = isIn ? pool.favourable - own.n * own.value : pool.favourable;
  return { value: Math.max(0, Math.min(1, favourable / n)), n };
}

/** One share less another, with Newcombe's interval. */
export function shareDifference(
  one: Pick<Share, 'value' | 'n'>,
  other: Pick<Share, 'value' | 'n'>,
  level: number,
): ShareDifference {
  return newcombeDifference(
    { successes: one.value * one.n, n: one.n },
    { successes: other.value * other.n, n: other.n },
    { level },
  );
}

/** The fall since the survey before; nothing where chance could explain it, or it is too small to matter. */
export function fallOf(
  now: Share,
  before: Share | undefined,
  { thresholds, level }: AreaLines,
): ShareDifference | undefined {
  const { relevantFall, minimumAnswers } = thresholds;
  if (!isJudgeable(before, minimumAnswers)) return undefined;
  if (isBelow(before.value - now.value, relevantFall)) return undefined;
  const change = shareDifference(now, before, level);
  return change.interval.high < 0 ? change : undefined;
}

function weaknessOf(own: Share, lines: AreaLines): AreaJudgement['weak'] {
  const { target, relevantGap } = lines.thresholds;
  if (target !== undefined) {
    if (!isBelow(own.value, target)) return 'no';
    return isUnder(own, target, lines.z) ? 'proven' : 'not-proven';
  }
  const others = othersOf(own, lines);
  if (others === undefined || !isBelow(own.value, others.value)) return 'no';
  if (isBelow(others.value - own.value, relevantGap)) return 'no';
  return shareDifference(own, others, lines.level).interval.high < 0 ? 'proven' : 'not-proven';
}

/** How far a share lies below its target, or below the others. */
function distanceOf(own: Share | undefined, lines: AreaLines): number {
  if (own === undefined) return 0;
  const line = lines.thresholds.target ?? othersOf(own, lines)?.value ?? 0;
  return Math.max(0, line - own.value);
}

/** Whether the upper Wilson limit is below a line: the score test refutes the line. */
function isUnder({ value, n }: Share, line: number, z: number): boolean {
  return line - value > z * Math.sqrt((line * (1 - line)) / n);
}
