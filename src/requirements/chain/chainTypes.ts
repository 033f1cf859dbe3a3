import type { Standard } from '../../model/requirement.ts';
import type { Estimate, NotEstimable } from '../../shared/estimate.ts';

/** One internal standard that an external one rests on. */
export interface ChainLink {
  /** The internal standard. */
  readonly standard: Pick<Standard, 'id' | 'unit' | 'operator' | 'threshold' | 'requiredShare'>;
  /**
   * The share of cases that conform: the `conformingShare` of `assessStandard`, or a number from 0 to 1 that somebody
   * takes it to be. Absent or not estimable, it may be anything.
   */
  readonly conformingShare?: number | Estimate<string, string> | NotEstimable<string>;
}

/**
 * Whether internal standards together warrant an external one.
 *
 * - `certain`: enough, however their failures fall together
 * - `depends`: it depends on whether failures fall on the same customers
 * - `cannot-be-met`: one of them alone fails too often
 */
export type ChainVerdict = 'certain' | 'depends' | 'cannot-be-met';

/** Two shares, 0 to 1. */
export interface ShareBounds {
  /** The least the share can be: failures never fall on the same customer. */
  readonly low: number;
  /** The most it can be: all failures fall on the same customers. */
  readonly high: number;
}

/** The share of customers for whom every internal standard is kept. */
export interface ChainShare {
  /** What it is where failures are independent of each other; absent where a share is unknown. */
  readonly product?: number;
  /** What it can be, whatever goes with what. */
  readonly bounds: ShareBounds;
  /** The same with each measured share at the limits of its interval: what the verdict rests on. */
  readonly atLimits: ShareBounds;
  /** Whether that is the required share. */
  readonly verdict: ChainVerdict;
  /** The standard with the smallest share, and that share; absent where none is known. */
  readonly weakest?: {
    /** The internal standard. */
    readonly standard: string;
    /** Its share. */
    readonly share: number;
  };
  /** The internal standards of which no share is known. */
  readonly unknown: readonly string[];
}

/** Whether the times that internal standards allow fit into the time that the external one does. */
export type ChainBudget =
  | {
      /** Whether they do. */
      readonly status: 'kept' | 'exceeded';
      /** All of them, one after another, in `unit`. */
      readonly total: number;
      /** The time that the external one allows. */
      readonly threshold: number;
      /** The unit of both, that of the external standard. */
      readonly unit: string;
    }
  | {
      /** They are no upper limits on time in units that go together. */
      readonly status: 'not-comparable';
    };

/** What internal standards come to for the external one that rests on them. */
export interface ChainStandard<StandardId extends string = string> {
  /** Tells this result from one that cannot be estimated. */
  readonly kind: 'chain-standard';
  /** The external standard. */
  readonly standard: StandardId;
  /** The share of cases that has to conform. */
  readonly requiredShare: number;
  /** What the internal standards promise: each kept in its required share of cases, and no more. */
  readonly promised: ChainShare;
  /** What they are measured to keep; absent where nothing is told of any. */
  readonly kept?: ChainShare;
  /** Whether their times fit. */
  readonly budget: ChainBudget;
}

/** Nothing internal is said to stand behind the standard. */
export type EmptyChain = NotEstimable<'empty-chain'>;
