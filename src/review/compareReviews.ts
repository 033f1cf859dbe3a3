import { comparePriorities, type PriorityComparison } from '../areas/comparePriorities.ts';
import { CRITICAL_MOMENTS_SHAPE, REQUIREMENTS_SHAPE } from '../areas/evidence/checkEvidence.ts';
import type { CycleIds } from '../model/ids.ts';
import type { MomentLevel } from '../moments/reasonTypes.ts';
import { isVerified, movementBetween } from '../plans/tracking/standardMovement.ts';
import type { StandardMovement } from '../plans/tracking/types.ts';
import type { StandardStatus, StandardVerdict } from '../requirements/types.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import { checkLevel, checkObject, checkOptions, refuse } from '../shared/refuse.ts';
import { checkShape, type Shape } from '../shared/shape.ts';
import { compareScores } from '../survey/compare/compareScores.ts';
import type { ScoreComparisons } from '../survey/compare/types.ts';
import type { Review } from './types.ts';

/** A moment that became critical, or ceased to be. */
export interface MomentChange<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** What became of it. */
  readonly verdict: 'became-critical' | 'ceased-to-be-critical';
  /** How much it mattered; absent where the cycle did not have it. */
  readonly before?: MomentLevel;
  /** How much it matters; absent where the cycle has it no more. */
  readonly after?: MomentLevel;
  /**
   * Whether other visits might well have told otherwise: either level held in less than 0.9 of its
   * resamples.
   */
  readonly isUnstable: boolean;
}

/** A standard that is met anew, or no more. */
export interface StandardChange<StandardId extends string = string> {
  /** The standard. */
  readonly standard: StandardId;
  /**
   * What became of it.
   *
   * - `met-anew`: it is met, or met so far, and was not known to be
   * - `lost`: it was met, or met so far, and is not known to be any more: the status says whether it is
   *   failed or was not measured enough
   */
  readonly verdict: 'met-anew' | 'lost';
  /** How it stood; absent where the cycle did not have it. */
  readonly before?: StandardStatus;
  /** How it stands; absent where the cycle has it no more. */
  readonly after?: StandardStatus;
}

/** A plan that the later cycle says is carried out, and what its standards say. */
export interface PlanChange<Ids extends CycleIds = CycleIds> {
  /** The plan. */
  readonly plan: Ids['plan'];
  /** `verified` where a standard that it is to move has moved, and none became worse. */
  readonly verdict: 'verified' | 'not-verified';
  /** Its standards that both cycles have, one by one; none where its requirements have none. */
  readonly standards: readonly StandardMovement<Ids['standard']>[];
}

/** What changed from one review to the next. */
export interface ReviewComparison<Ids extends CycleIds = CycleIds> {
  /** Tells a comparison of reviews from other results. */
  readonly kind: 'review-comparison';
  /** The cycle's id. */
  readonly cycle: string;
  /** Moments that became critical or ceased to be: those of the later review in its order, then others. */
  readonly moments: readonly MomentChange<Ids['moment']>[];
  /** Standards that are met anew, or no more, in the order of the later cycle, then others. */
  readonly standards: readonly StandardChange<Ids['standard']>[];
  /** Plans that are carried out by the later review, in its order. */
  readonly plans: readonly PlanChange<Ids>[];
  /** What became of the areas: which moved beyond noise, and how each one's performance changed. */
  readonly areas: PriorityComparison<Ids['area']>;
  /** The scores question by question, with their tests, corrected for how many there are. */
  readonly scores: ScoreComparisons<Ids['question']>;
  /** The confidence level of intervals and verdicts. */
  readonly level: number;
}

/**
 * Compares two reviews of a cycle: what became critical or ceased to be, which standards are met anew or
 * lost, which plans are verified, which areas moved beyond noise, and which scores.
 *
 * A plan is verified as in `trackActionPlans`: it is carried out, a greater share conforms to a standard
 * that it is to move, and Newcombe's interval of the difference lies above 0; and no standard of it
 * became worse. The two reviews are taken to rest on different customers.
 *
 * Compared with itself a review has not changed; the other way round, every change of a moment, a
 * standard, an area and a score is reversed.
 *
 * @param before - the earlier review
 * @param after - the later one, of the same cycle, whose parts may have changed
 * @param options - the confidence level; 0.95 when absent
 * @returns what changed
 * @throws ServiceCycleError `invalid-argument` when one of them is no review or they are of different
 * cycles, or the level is out of its range
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   requirements: [
 *     {
 *       id: 'promptly',
 *       statement: 'A guest is greeted within 60 seconds',
 *       moments: ['greet'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'in-60-s',
 *           measure: 'Time until greeted',
 *           unit: 'seconds',
 *           operator: '<=',
 *           threshold: 60,
 *           requiredShare: 0.8,
 *         },
 *       ],
 *     },
 *   ],
 *   actionPlans: [
 *     {
 *       id: 'second-clerk',
 *       name: 'A second clerk at noon',
 *       requirements: ['promptly'],
 *       effects: [],
 *       cost: {},
 *       status: 'done',
 *     },
 *   ],
 * });
 * const cases = (slow: number, quick: number) => [
 *   ...Array.from({ length: slow }, () => ({ standard: 'in-60-s', value: 90 }) as const),
 *   ...Array.from({ length: quick }, () => ({ standard: 'in-60-s', value: 30 }) as const),
 * ];
 * const spring = reviewCycle(desk, { measurements: cases(40, 60) });
 * const autumn = reviewCycle(desk, { measurements: cases(8, 92) });
 * const changes = compareReviews(spring, autumn);
 * changes.standards;
 * // => [{ standard: 'in-60-s', verdict: 'met-anew', before: 'not-met', after: 'met' }]
 * changes.plans[0]?.verdict; // => 'verified'
 * changes.plans[0]?.standards[0]?.interval?.low; // ~> 0.205521
 * compareReviews(autumn, autumn).standards; // => []
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function compareReviews<Ids extends CycleIds>(
  before: Review<Ids>,
  after: Review<NoInfer<Ids>>,
  options: { readonly level?: number } = {},
): ReviewComparison<Ids> {
  checkReview('before', before);
  checkReview('after', after);
  checkOptions(options, ['level']);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  if (after.cycle !== before.cycle) {
    refuse(
      'the cycle of the later review',
      after.cycle,
      `${quote(before.cycle)} as of the earlier`,
    );
  }
  return {
    kind: 'review-comparison',
    cycle: after.cycle,
    moments: momentChanges(before, after),
    standards: standardChanges(before, after),
    plans: planChanges(before, after, level),
    areas: comparePriorities(before.areas, after.areas, { level }),
    scores: compareScores(before.scores, after.scores, { level }),
    level,
  };
}

function checkReview(name: string, review: unknown): void {
  checkObject(name, review);
  const kind: unknown = Reflect.get(review, 'kind');
  if (kind !== 'review') refuse(`the kind of ${name}`, kind, '"review"');
  checkShape(name, review, REVIEW);
}

/** What of a review is compared here; areas and scores are looked at where they are compared. */
const REVIEW: Shape = {
  kind: 'text',
  cycle: 'text',
  criticalMoments: CRITICAL_MOMENTS_SHAPE,
  requirements: REQUIREMENTS_SHAPE,
  planStates: [{ plan: 'text', status: 'text', standards: ['text'] }],
};

/** Those of either list by id: first the later ones in their order, then those that are gone. */
function paired<Item, Id extends string>(
  before: readonly Item[],
  after: readonly Item[],
  idOf: (item: Item) => Id,
): readonly { readonly id: Id; readonly then?: Item; readonly now?: Item }[] {
  const earlier = new Map(before.map((item) => [idOf(item), item]));
  const later = new Set(after.map(idOf));
  return [
    ...after.map((now) => {
      const id = idOf(now);
      const then = earlier.get(id);
      return { id, now, ...(then !== undefined && { then }) };
    }),
    ...before.flatMap((then) => (later.has(idOf(then)) ? [] : [{ id: idOf(then), then }])),
  ];
}

function momentChanges<Ids extends CycleIds>(
  before: Review<Ids>,
  after: Review<Ids>,
): readonly MomentChange<Ids['moment']>[] {
  return paired(
    before.criticalMoments.moments,
    after.criticalMoments.moments,
    ({ moment }) => moment,
  ).flatMap(({ id, then, now }) => {
    const was = then?.level === 'critical';
    const is = now?.level === 'critical';
    if (was === is) return [];
    return [
      {
        moment: id,
        verdict: is ? ('became-critical' as const) : ('ceased-to-be-critical' as const),
        ...(then && { before: then.level }),
        ...(now && { after: now.level }),
        isUnstable: [then, now].some((one) => one?.stability?.isUnstable === true),
      },
    ];
  });
}

function standardsOf<Ids extends CycleIds>(
  review: Review<Ids>,
): readonly StandardVerdict<Ids['standard'], never>[] {
  return review.requirements.requirements.flatMap(({ standards }) => standards);
}

function standardChanges<Ids extends CycleIds>(
  before: Review<Ids>,
  after: Review<Ids>,
): readonly StandardChange<Ids['standard']>[] {
  return paired(standardsOf(before), standardsOf(after), ({ standard }) => standard).flatMap(
    ({ id, then, now }) => {
      const was = isMet(then);
      const is = isMet(now);
      if (was === is) return [];
      return [
        {
          standard: id,
          verdict: is ? ('met-anew' as const) : ('lost' as const),
          ...(then && { before: then.status }),
          ...(now && { after: now.status }),
        },
      ];
    },
  );
}

function isMet(verdict: StandardVerdict | undefined): boolean {
  return verdict?.status === 'met' || verdict?.status === 'met-so-far';
}

function planChanges<Ids extends CycleIds>(
  before: Review<Ids>,
  after: Review<Ids>,
  level: number,
): readonly PlanChange<Ids>[] {
  const [then, now] = [before, after].map(
    (review) => new Map(standardsOf(review).map((verdict) => [verdict.standard, verdict])),
  );
  return after.planStates
    .filter(({ status }) => status === 'done' || status === 'verified')
    .map(({ plan, standards }) => {
      const movements = standards.flatMap((standard): StandardMovement<Ids['standard']>[] => {
        const [first, second] = [then?.get(standard), now?.get(standard)];
        if (first === undefined || second === undefined) return [];
        return [{ standard, ...movementBetween(first, second, level) }];
      });
      return {
        plan,
        verdict: isVerified(movements) ? 'verified' : 'not-verified',
        standards: movements,
      };
    });
}
