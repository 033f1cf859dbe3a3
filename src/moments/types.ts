import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { LocalizedText } from '../model/localizedText.ts';
import type { MomentOfTruth, Trait } from '../model/momentOfTruth.ts';

/**
 * How much a moment matters.
 *
 * - `critical`: one bad incident here can undo the whole service
 * - `watch`: there is a sign of it, from a default or a middling judgement
 * - `ordinary`: people who know the work have judged it and see no great harm
 * - `not-assessed`: nobody has said anything about it, which does not mean that it is not critical
 */
export type MomentLevel = 'critical' | 'watch' | 'ordinary' | 'not-assessed';

/** Three ratings of a bad incident, whole numbers from 1 to 10. */
export interface RiskRatings {
  /** Harm to the customer's mood or loyalty: 1 none, 10 worst. */
  readonly severity: number;
  /** How often it happens: 1 hardly ever, 10 nearly always. */
  readonly occurrence: number;
  /** How hard it is for staff to notice first: 1 always noticed, 10 never noticed. */
  readonly detection: number;
}

/** How urgently an incident calls for action. */
export type ActionPriority = 'high' | 'medium' | 'low';

/** What every reason carries: what it says about the moment, and where it comes from. */
interface ReasonFacts {
  /** The level that this reason alone would give. */
  readonly level: 'critical' | 'watch' | 'ordinary';
}

/** A person has declared the moment critical. */
export interface DeclaredReason extends ReasonFacts {
  /** Tells this reason from the others. */
  readonly code: 'declared';
  /** A person's word. */
  readonly basis: 'judged';
  /** The reason given. */
  readonly because: LocalizedText;
  /** The role of the person. */
  readonly by?: string;
}

/** The judgements of people who know the work give an action priority. */
export interface ActionPriorityReason extends ReasonFacts, RiskRatings {
  /** Tells this reason from the others. */
  readonly code: 'action-priority';
  /** People's ratings. */
  readonly basis: 'judged';
  /** The priority that the three ratings give: high is critical, medium is watch, low is ordinary. */
  readonly priority: ActionPriority;
  /** The roles of those who judged. */
  readonly by: readonly string[];
  /** Why they judged so, where they said it. */
  readonly notes: readonly LocalizedText[];
}

/** Life, property or rights are at stake, which nothing else in the service makes good. */
export interface TraitReason extends ReasonFacts {
  /** Tells this reason from the others. */
  readonly code: 'grave-trait';
  /** The trait was given by a person. */
  readonly basis: 'judged';
  /** Which trait. */
  readonly trait: Extract<Trait, 'safety' | 'legal'>;
}

/** The customer meets staff face to face for the first time. */
export interface FirstContactReason extends ReasonFacts {
  /** Tells this reason from the others. */
  readonly code: 'first-direct-contact';
  /** First impressions are assumed to weigh more, so this alone gives no more than `watch`. */
  readonly basis: 'assumed';
}

/** Why a moment has its level. */
export type CriticalReason =
  | DeclaredReason
  | ActionPriorityReason
  | TraitReason
  | FirstContactReason;

/** A rule looks at one moment of a cycle and gives its reasons, or none. */
export type CriticalMomentRule = (moment: MomentOfTruth, cycle: Cycle) => readonly CriticalReason[];

/** What was found about one moment. */
export interface MomentVerdict<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** How much it matters. */
  readonly level: MomentLevel;
  /** Why, the strongest reason first. */
  readonly reasons: readonly CriticalReason[];
}

/** Which moments of a cycle are critical, and why. */
export interface CriticalMoments<Ids extends CycleIds = CycleIds> {
  /** Tells critical moments from other results. */
  readonly kind: 'critical-moments';
  /**
   * One verdict per moment, the most critical first: by level, then by severity, occurrence and
   * detection as judged, then in the order of the cycle.
   */
  readonly moments: readonly MomentVerdict<Ids['moment']>[];
}
