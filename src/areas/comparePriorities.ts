import type { CycleIds } from '../model/ids.ts';
import { DEFAULT_LEVEL, type Estimate } from '../shared/estimate.ts';
import { checkKind, checkScoreOptions } from '../survey/answers/guards.ts';
import { AHEAD_FROM } from './certainty/withCertainty.ts';
import { shareOf } from './evidence/areaFindings.ts';
import { shareDifference } from './judgeArea.ts';
import { PRIORITIES_SHAPE } from './priorityShapes.ts';
import type { AreaLevel, AreaPriorities, AreaPriority } from './types.ts';

/** Where an area stood at one time. */
export interface AreaPlace {
  /** Its place in the order, 1 for the neediest. */
  readonly place: number;
  /** What was to be done about it. */
  readonly level: AreaLevel;
}

/** What became of an area between two reviews. */
export interface PriorityChange<AreaId extends string = string> {
  /** The area. */
  readonly area: AreaId;
  /** Where it stood; absent where it was not there. */
  readonly before?: AreaPlace;
  /** Where it stands; absent where it is gone. */
  readonly after?: AreaPlace;
  /**
   * What became of its place.
   *
   * - `rose`, `fell`: it is needier than before, or less needy, in 9 of 10 pairs of resamples
   * - `noise`: it is not surely either, whatever its place says
   * - `new`, `gone`: it is in one of the reviews only
   * - `not-comparable`: the reviews have not the same areas, or one of them says nothing of its certainty, as of
   *   more than 1,000 areas
   */
  readonly verdict: 'rose' | 'fell' | 'noise' | 'new' | 'gone' | 'not-comparable';
  /** The share of pairs of resamples in which it is needier than before; a tie counts half. */
  readonly roseShare?: number;
  /** How its performance changed, by Newcombe's interval; absent where it was not measured twice. */
  readonly performance?: {
    /** The favourable share now less that before. */
    readonly change: Estimate;
    /** Whether the interval lies above 0, below it, or holds it. */
    readonly verdict: 'better' | 'worse' | 'noise';
  };
}

/** What became of all areas between two reviews. */
export interface PriorityComparison<AreaId extends string = string> {
  /** Tells a comparison of priorities from other results. */
  readonly kind: 'priority-comparison';
  /** The areas, in the order of the later review, then those that are gone, by id. */
  readonly changes: readonly PriorityChange<AreaId>[];
  /** From which share of pairs of resamples a place is said to have changed. */
  readonly claimedFrom: number;
}

/**
 * Compares the priorities of two reviews: which areas have become needier, which less needy, and what
 * is noise.
 *
 *     rose share = Σ P(place after = i) · (P(place before > i) + P(place before = i)/2)
 *
 * A place can change because another area did: the change of the area's own performance is given
 * beside it. Places are compared only among the same areas, and the two reviews are taken to rest on
 * different customers.
 *
 * @param before - the earlier priorities
 * @param after - the later ones, of the same cycle
 * @param options - the confidence level of the change of performance; 0.95 when absent
 * @example
 * const ask = (id: 'hall' | 'desk') => ({
 *   id,
 *   text: id,
 *   asks: 'satisfaction',
 *   about: { area: id },
 *   scale: { min: 1, max: 5 },
 * } as const);
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Bank',
 *   areas: [{ id: 'hall', name: 'Hall' }, { id: 'desk', name: 'Desk' }],
 *   moments: [{ id: 'enter', name: 'Enters', contact: 'none' }],
 *   survey: { id: 'leaving', title: 'On leaving', questions: [ask('hall'), ask('desk')] },
 * });
 * const of200 = (hall: number, desk: number) =>
 *   prioritizeAreas(bank, {
 *     scores: scoreSurvey(
 *       bank.survey,
 *       Array.from({ length: 200 }, (_, i) => ({ hall: i < hall ? 5 : 1, desk: i < desk ? 5 : 1 })),
 *     ),
 *   });
 * const { changes } = comparePriorities(of200(140, 170), of200(165, 130));
 * changes.map(({ area, verdict, performance }) => [area, verdict, performance?.verdict]);
 * // => [['desk', 'rose', 'worse'], ['hall', 'fell', 'better']]
 */
export function comparePriorities<Ids extends CycleIds>(
  before: AreaPriorities<Ids>,
  after: AreaPriorities<NoInfer<Ids>>,
  options: { readonly level?: number } = {},
): PriorityComparison<Ids['area']> {
  checkKind('before', before, 'area-priorities', PRIORITIES_SHAPE);
  checkKind('after', after, 'area-priorities', PRIORITIES_SHAPE);
  checkScoreOptions(options);
  const { level = DEFAULT_LEVEL } = options;
  const known = new Map(before.areas.map((area, at) => [area.area, { area, place: at + 1 }]));
  const left = new Set(after.areas.map(({ area }) => area));
  const sameAreas = left.size === known.size && [...left].every((area) => known.has(area));
  const changes = after.areas.map((now, at): PriorityChange<Ids['area']> => {
    const place = { place: at + 1, level: now.level };
    const then = known.get(now.area);
    if (then === undefined) return { area: now.area, after: place, verdict: 'new' };
    const roseShare = sameAreas ? chanceOfRise(then.area, now) : undefined;
    const performance = performanceChange(then.area, now, level);
    return {
      area: now.area,
      before: { place: then.place, level: then.area.level },
      after: place,
      verdict: verdictOf(roseShare),
      ...(roseShare !== undefined && { roseShare }),
      ...(performance && { performance }),
    };
  });
  const gone = before.areas
    .map(
      ({ area, level: was }, at): PriorityChange<Ids['area']> => ({
        area,
        before: { place: at + 1, level: was },
        verdict: 'gone',
      }),
    )
    .filter(({ area }) => !left.has(area))
    .sort((a, b) => (a.area < b.area ? -1 : 1));
  return { kind: 'priority-comparison', changes: [...changes, ...gone], claimedFrom: AHEAD_FROM };
}

function chanceOfRise(before: AreaPriority, after: AreaPriority): number | undefined {
  const [earlier, later] = [before.rank?.shares, after.rank?.shares];
  if (earlier === undefined || later === undefined) return undefined;
  let chance = 0;
  // Of the places before, the share that is less needy than place i.
  let beyond = 1;
  for (const [i, now] of later.entries()) {
    const then = earlier[i] ?? 0;
    beyond -= then;
    chance += now * (beyond + then / 2);
  }
  return Math.max(0, Math.min(1, Math.round(chance * 1e9) / 1e9));
}

function verdictOf(roseShare: number | undefined): PriorityChange['verdict'] {
  if (roseShare === undefined) return 'not-comparable';
  if (roseShare >= AHEAD_FROM) return 'rose';
  return 1 - roseShare >= AHEAD_FROM ? 'fell' : 'noise';
}

function performanceChange(
  { performance: before }: AreaPriority,
  { performance: now }: AreaPriority,
  level: number,
): PriorityChange['performance'] {
  const [one, other] = [shareOf(now), shareOf(before)];
  if (one === undefined || other === undefined) return undefined;
  const { difference, interval } = shareDifference(one, other, level);
  const n = (now.n ?? 0) + (before.n ?? 0);
  const unit = 'net-share';
  return {
    change: { kind: 'estimate', value: difference, unit, interval, n, basis: 'measured' },
    verdict: interval.low > 0 ? 'better' : interval.high < 0 ? 'worse' : 'noise',
  };
}
