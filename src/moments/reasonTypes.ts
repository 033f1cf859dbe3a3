import type { LocalizedText } from '../model/localizedText.ts';
import type { Trait } from '../model/momentOfTruth.ts';
import type { Basis, Estimate } from '../shared/estimate.ts';
import type { Concordance, ConcordanceNotEstimable } from '../stats/agreement/kendallW.ts';
import type { FamilyTest } from './familyTests.ts';
import type { BandEffect, ImpactAsymmetry } from './impact/impactTypes.ts';
import type {
  IncidentEffect,
  IncidentEffectGap,
  IncidentEffectNotEstimable,
} from './incidents/incidentTypes.ts';
import type {
  JointEffect,
  JointEffectGap,
  JointEffectNotEstimable,
} from './jointEffect/jointTypes.ts';

/**
 * How much a moment matters.
 *
 * - `critical`: one bad incident here can undo the whole service
 * - `watch`: there is a sign of it, from a default, a middling judgement or a lesser effect
 * - `ordinary`: people who know the work see no great harm, or enough visits show none
 * - `not-assessed`: nobody has said anything about it and no data tell, which does not mean that it is
 *   not critical
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

/** What every reason carries; a reason of one's own adds the figures behind it. */
export interface Reason {
  /** Tells this reason from the others. */
  readonly code: string;
  /**
   * The level that this reason alone would give; `not-assessed` where a rule looked at something and
   * could not tell.
   */
  readonly level: MomentLevel;
  /** Where it comes from. */
  readonly basis: Basis;
  /** How many visits or people stand behind it; 0 where it follows from how the cycle is described. */
  readonly n: number;
}

/** A person has declared the moment critical. */
export interface DeclaredReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'declared';
  /** A person's word is enough. */
  readonly level: 'critical';
  /** A person's word. */
  readonly basis: 'judged';
  /** The reason given. */
  readonly because: LocalizedText;
  /** The role of the person. */
  readonly by?: string;
}

/** The judgements of people who know the work: how bad an incident is, and how urgent. */
export interface ActionPriorityReason extends Reason, RiskRatings {
  /** Tells this reason from the others. */
  readonly code: 'action-priority';
  /**
   * Severity 9 and 10 is critical, and 7 and 8 where the priority is high; else 7 and 8 is watch, and so is
   * a high or medium priority.
   */
  readonly level: 'critical' | 'watch' | 'ordinary';
  /** People's ratings; each of the three is the median, of two middle ones the higher. */
  readonly basis: 'judged';
  /** The median of the priorities, of two middle ones the more urgent. */
  readonly priority: ActionPriority;
  /** The roles of those who judged. */
  readonly by: readonly string[];
  /** Why they judged so, where they said it. */
  readonly notes: readonly LocalizedText[];
  /** The highest less the lowest of each rating: 0 where all say the same. */
  readonly spread: RiskRatings;
  /** The priority that each one's own ratings give, in the order of `by`. */
  readonly priorities: readonly ActionPriority[];
  /** Whether those priorities differ: the judges would not do the same. */
  readonly isDisputed: boolean;
  /**
   * The share of all ways of moving every rating one step down, not at all or one up that keep the level, 0 to 1;
   * absent with more than 100 judges.
   */
  readonly stability?: number;
  /**
   * Of each rating, how far the judges of the cycle put its moments in the same order: Kendall's W over
   * the moments that all of them judged.
   */
  readonly agreement: {
    readonly [Rating in keyof RiskRatings]: Concordance | ConcordanceNotEstimable;
  };
}

/** A judgement that cannot be used, because a rating is missing or not on its scale. */
export interface UnreadableJudgementReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'unreadable-judgement';
  /** It says nothing about the moment. */
  readonly level: 'not-assessed';
  /** A person's ratings. */
  readonly basis: 'judged';
  /** The role of the person. */
  readonly by: string;
  /** The first rating that is at fault. */
  readonly rating: keyof RiskRatings;
  /** What was found there, as text; a whole number from 1 to 10 was expected. */
  readonly found: string;
}

/** Life, property or rights are at stake, which nothing else in the service makes good. */
export interface TraitReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'grave-trait';
  /** It needs no more. */
  readonly level: 'critical';
  /** The trait was given by a person. */
  readonly basis: 'judged';
  /** Which trait. */
  readonly trait: Extract<Trait, 'safety' | 'legal'>;
}

/** Value changes hands, or the customer is passed on. */
export interface DelicateTraitReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'delicate-trait';
  /** It is no more than a sign. */
  readonly level: 'watch';
  /** That such moments are delicate is assumed. */
  readonly basis: 'assumed';
  /** Which trait. */
  readonly trait: Extract<Trait, 'payment' | 'handover'>;
}

/** The customer meets staff face to face for the first time. */
export interface FirstContactReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'first-direct-contact';
  /** It is no more than a sign. */
  readonly level: 'watch';
  /** First impressions are assumed to weigh more. */
  readonly basis: 'assumed';
}

/** The customer meets somebody or something of the organization for the last time. */
export interface LastContactReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'last-contact';
  /** It is no more than a sign. */
  readonly level: 'watch';
  /** What comes last is assumed to be remembered best. */
  readonly basis: 'assumed';
}

/** How incidents at the moment go with how visits end. */
export interface IncidentEffectReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'incident-effect';
  /** What the effect comes to. */
  readonly level: 'critical' | 'watch' | 'ordinary';
  /** Visits that passed the moment; `n` of them tell of incidents and of how they ended. */
  readonly basis: 'measured';
  /** How many of these visits had an incident there. */
  readonly incidents: number;
  /** How much more often visits with an incident end dissatisfied, with Newcombe's interval. */
  readonly riskDifference: Estimate;
  /** The same with incidents at all other moments held fixed, or why that cannot be told. */
  readonly jointEffect: JointEffect | JointEffectNotEstimable;
  /** The one-sided test of whether the joint effect is above `gravity`; absent where there is none. */
  readonly test?: FamilyTest;
  /** The effect from which a moment is critical. */
  readonly gravity: number;
  /** How many visits with an incident, and without, it takes to be ordinary. */
  readonly minimumIncidents: number;
  /** Whether incidents were told by those who also told how the visit was: they share a mood with it. */
  readonly isCommonSource: boolean;
  /** How many visits it takes to be critical where the source is common. */
  readonly minimumCommonSource: number;
  /** Why a moment is to be watched that would be critical: the source is common, and visits are few. */
  readonly heldBack?: 'common-source';
}

/** A low rating of the moment costs more of the overall answer than a high one gains. */
export interface ImpactAsymmetryReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'impact-asymmetry';
  /** Critical where it is grave, among the stronger half, and holds among as many tests. */
  readonly level: 'critical' | 'watch';
  /** Visits with a rating of every moment compared, and an overall answer: `n`. */
  readonly basis: 'measured';
  /** (reward - penalty) / (reward + penalty), with its interval. */
  readonly asymmetry: ImpactAsymmetry;
  /** What goes with a low rating, the other moments held fixed. */
  readonly penalty: BandEffect;
  /** What goes with a high one. */
  readonly reward: BandEffect;
  /** Penalty and reward together, in steps of the overall scale. */
  readonly range: number;
  /** The median range of the moments compared, which it has to exceed to be critical. */
  readonly medianRange: number;
  /** The test of whether penalty and reward differ. */
  readonly test: FamilyTest;
  /** The one-sided test of whether the penalty is more than `gravePenalty`. */
  readonly penaltyTest: FamilyTest;
  /** What a low rating has to cost to be critical, in steps of the overall scale. */
  readonly gravePenalty: number;
  /** How many visits it takes to be critical, since ratings share a mood with the overall answer. */
  readonly minimumCommonSource: number;
  /** Why a moment is to be watched that would be critical: the source is common, and visits are few. */
  readonly heldBack?: 'common-source';
}

/** What goes wrong here is seldom made good. */
export interface SeldomRecoveredReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'seldom-recovered';
  /** It is no more than a sign. */
  readonly level: 'watch';
  /** Reported incidents of which somebody said whether they were made good: `n`. */
  readonly basis: 'measured';
  /** The share that was made good. */
  readonly recovered: Estimate<'share', 'wilson'>;
  /** What the upper limit of that share stays below. */
  readonly leastRecovered: number;
  /** How many incidents it takes to say so. */
  readonly minimumIncidents: number;
}

/** More visits have an incident here than at any other moment. */
export interface WeakestLinkReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'weakest-link';
  /** As the rule was told; `watch` by default. */
  readonly level: 'critical' | 'watch';
  /** Visits that passed the moment and tell whether there was an incident: `n`. */
  readonly basis: 'measured';
  /** The share of visits through the moment without an incident there. */
  readonly flawlessShare: Estimate;
  /** The share of all visits without an incident there. */
  readonly perVisit: number;
  /** How many visits it takes to call a link the weakest. */
  readonly minimumVisits: number;
}

/** Customers wait longer than a standard allows. */
export interface WaitReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'wait-beyond-standard';
  /** Critical where waits beyond the limit lose visits, as incidents would have to. */
  readonly level: 'critical' | 'watch';
  /** Waits at the moment: `n`. */
  readonly basis: 'measured';
  /** The standard. */
  readonly standard: string;
  /** The longest wait it allows, in seconds. */
  readonly limitSeconds: number;
  /** The share of waits within the limit. */
  readonly withinShare: Estimate;
  /** The share it requires, which the interval of `withinShare` stays below. */
  readonly requiredShare: number;
  /** How waits beyond the limit go with how visits end, or why that cannot be told. */
  readonly effect: IncidentEffect | IncidentEffectNotEstimable;
  /** The one-sided test of whether that effect is above `gravity`; absent where waits are too few. */
  readonly test?: FamilyTest;
  /** The difference from which late service is critical. */
  readonly gravity: number;
}

/**
 * Why visits do not tell what a rule asks of them.
 *
 * - `not-in-tally`: the visits were counted for a cycle without this moment
 * - `nobody-passed`: no visit passed the moment
 * - `undecided`: there are too few visits to tell an effect from none
 * - `too-few`: too few incidents or visits without one; too few low ratings, high ones or ones in
 *   between; too few visits for a weakest link; too few incidents of which it is known whether they were made good
 * - `too-few-visits`: there are fewer visits than the regression of so many moments takes
 * - `zero-variance`: all overall answers are the same
 * - `collinear`: the incidents or ratings tell nothing that those at other moments do not
 * - `zero-range`: neither low nor high ratings go with the overall answer as they should
 * - `wrong-sign`: low ratings go with higher overall answers, or high ones with lower
 * - the others as `IncidentEffectGap` says
 */
export type EvidenceGap =
  | IncidentEffectGap
  | JointEffectGap
  | 'not-in-tally'
  | 'nobody-passed'
  | 'undecided'
  | 'zero-variance'
  | 'zero-range'
  | 'wrong-sign';

/** There are visits, and they do not tell what a rule asks of them. */
export interface EvidenceGapReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'evidence-gap';
  /** It says nothing about the moment, neither that it is critical nor that it is not. */
  readonly level: 'not-assessed';
  /** Visits; `n` of them were of use. */
  readonly basis: 'measured';
  /** The code of the reason that could have been given. */
  readonly of:
    | 'incident-effect'
    | 'impact-asymmetry'
    | 'weakest-link'
    | 'wait-beyond-standard'
    | 'seldom-recovered';
  /** Why it was not. */
  readonly because: EvidenceGap;
  /** The difference that is undecided, with its interval; absent where there is none. */
  readonly riskDifference?: Estimate;
  /** The joint effect that is undecided, with its interval; absent where there is none. */
  readonly jointEffect?: JointEffect;
  /** The moments whose incidents or ratings these follow from, where they are collinear. */
  readonly duplicates?: readonly string[];
  /** The standard, where a wait is held against one. */
  readonly standard?: string;
}

/** Why a moment has its level, by the default rules. */
export type CriticalReason =
  | DeclaredReason
  | TraitReason
  | ActionPriorityReason
  | UnreadableJudgementReason
  | IncidentEffectReason
  | ImpactAsymmetryReason
  | WaitReason
  | WeakestLinkReason
  | SeldomRecoveredReason
  | DelicateTraitReason
  | FirstContactReason
  | LastContactReason
  | EvidenceGapReason;
