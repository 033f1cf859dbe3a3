import type { Cycle } from '../model/cycle.ts';
import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import type { FlawlessCycle } from './flawless/flawlessTypes.ts';
import type { ImpactAnalysis } from './impact/impactTypes.ts';
import type { IncidentEffect, IncidentEffectNotEstimable } from './incidents/incidentTypes.ts';
import type { JointEffects } from './jointEffect/jointTypes.ts';
import type { JudgementAgreement } from './judgements/agreementTypes.ts';
import type { CriticalReason, Reason } from './reasonTypes.ts';
import type { VisitTally } from './visits/types.ts';

/** How incidents at one moment go with how visits end, with the test of it. */
export interface TestedEffect {
  /** The moment. */
  readonly moment: string;
  /** The effect, or why there is none. */
  readonly effect: IncidentEffect | IncidentEffectNotEstimable;
  /** The p value of the difference, 0 to 1; absent where there is no effect. */
  readonly pValue?: number;
}

/** Waits at one moment against one standard. */
export interface TestedWait extends TestedEffect {
  /** The standard. */
  readonly standard: string;
  /** The longest wait it allows, in seconds. */
  readonly limitSeconds: number;
  /** The share of waits that has to keep to it. */
  readonly requiredShare: number;
  /** Waits within the limit, whether the visit tells how it ended or not. */
  readonly within: number;
  /** Waits beyond it. */
  readonly beyond: number;
}

/**
 * What visits tell, for rules to look at. What takes all moments together is computed when it is first
 * asked for, and once.
 */
export interface MeasuredFigures {
  /** The visits. */
  readonly visits: VisitTally;
  /** The incident effects, in the order of the tally. */
  readonly effects: () => readonly TestedEffect[];
  /** The effects of incidents at all moments at once. */
  readonly joint: () => JointEffects;
  /** The impact of low and high ratings. */
  readonly impacts: () => ImpactAnalysis;
  /** The cycle as a chain of moments. */
  readonly flawless: () => FlawlessCycle;
  /** The waits that are held against standards. */
  readonly waits: () => readonly TestedWait[];
  /**
   * Keeps what a rule works out for all moments at once, under a name of its own with its thresholds in it: computed when
   * it is first asked for, so that no rule does for every moment what takes all of them.
   */
  readonly remember: <Value>(name: string, compute: () => Value) => Value;
}

/** What a rule can look at besides the moment. */
export interface DetectionContext {
  /** The cycle that the moment is part of. */
  readonly cycle: Cycle;
  /** The confidence level of all intervals and tests. */
  readonly level: number;
  /** How much more often visits with an incident have to end dissatisfied for that to be grave, 0 to 1; 0.1 when absent. */
  readonly gravity?: number;
  /** How far the judges of the cycle agree, computed when it is first asked for. */
  readonly agreement: () => JudgementAgreement;
  /** What visits tell; absent where there are none. */
  readonly measured?: MeasuredFigures;
}

/**
 * A rule looks at one moment of a cycle and gives its reasons, or none: the same ones for the same moment and
 * context, so that one which does not look at `measured` is not asked again in each resample.
 *
 * @typeParam Own - the reasons it gives
 */
export type CriticalMomentRule<Own extends Reason = CriticalReason> = (
  moment: MomentOfTruth,
  context: DetectionContext,
) => readonly Own[];
