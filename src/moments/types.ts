import type { CycleIds } from '../model/ids.ts';
import type { CostFigure } from './incidents/costTypes.ts';
import type { CriticalReason, MomentLevel, Reason } from './reasonTypes.ts';
import type { MomentStrength } from './strengths/strengthTypes.ts';
import type { EndedCounts } from './visits/countTypes.ts';
import type { VisitIssues } from './visits/types.ts';

/**
 * People and data do not agree about a moment.
 *
 * - `effect-not-seen`: people say that it is critical, and enough visits show no effect
 * - `effect-not-judged`: visits say that it is critical, and people who judged it say that it is not
 */
export interface Disagreement {
  /** Who sees less. */
  readonly code: 'effect-not-seen' | 'effect-not-judged';
  /** The codes of the reasons on people's side. */
  readonly judged: readonly string[];
  /** The codes of the reasons on the side of the data. */
  readonly measured: readonly string[];
  /** The most visits that a reason on the side of the data rests on. */
  readonly visits: number;
  /** A sentence that says so. */
  readonly message: string;
}

/** How often a verdict holds when the visits are drawn anew. */
export interface VerdictStability {
  /** The share of resamples that give the moment the same level, 0 to 1. */
  readonly share: number;
  /** How many resamples were drawn. */
  readonly resamples: number;
  /** What they were drawn from. */
  readonly seed: number;
  /** Whether the share is below 0.9: other visits might well have told otherwise. */
  readonly isUnstable: boolean;
}

/** What was found about one moment. */
export interface MomentVerdict<
  MomentId extends string = string,
  Own extends Reason = CriticalReason,
> {
  /** The moment. */
  readonly moment: MomentId;
  /** How much it matters. */
  readonly level: MomentLevel;
  /**
   * Why, the strongest reason first: by level, of one level what is measured before what is judged and
   * that before what is assumed, then in the order of the rules.
   */
  readonly reasons: readonly Own[];
  /** Where people and data do not agree. */
  readonly disagreements: readonly Disagreement[];
  /**
   * The burden: how many of 1,000 visits end dissatisfied with incidents here, incidents elsewhere held
   * fixed, by association and not by cause. It orders moments and decides no level; absent where visits
   * do not tell.
   */
  readonly dissatisfiedPerThousand?: CostFigure;
  /** How often the level holds in resamples; absent without visits, and where nothing is assessed. */
  readonly stability?: VerdictStability;
}

/** The visits that verdicts rest on. */
export interface VisitSummary {
  /** Visits that could be read. */
  readonly visits: number;
  /** Visits that are no objects. */
  readonly unreadable: number;
  /** How they ended; visits of which that is unknown say nothing about effects. */
  readonly outcome: EndedCounts;
  /** What was wrong with visits, moments that the cycle does not have and missing outcomes included. */
  readonly issues: readonly VisitIssues[];
  /** Moments that the visits were counted for and the cycle does not have; they are left out. */
  readonly unknownMoments: readonly string[];
}

/** Which moments of a cycle are critical, and why. */
export interface CriticalMoments<
  Ids extends CycleIds = CycleIds,
  Own extends Reason = CriticalReason,
> {
  /** Tells critical moments from other results. */
  readonly kind: 'critical-moments';
  /**
   * One verdict per moment, the most critical first: by level, then by the burden of incidents there, then
   * by action priority, severity, occurrence and detection as judged, then in the order of the cycle. A
   * burden that is unknown counts as none there, and so does one below 0. Where a reason is held back for a common
   * source, burdens of the same visits do not go before what people judged, and order nothing.
   */
  readonly moments: readonly MomentVerdict<Ids['moment'], Own>[];
  /** The moments that delight, the strongest effect first, as `momentStrengths` finds them; absent without visits. */
  readonly strengths?: readonly MomentStrength<Ids['moment']>[];
  /** The visits they rest on; absent without visits. */
  readonly visits?: VisitSummary;
}
