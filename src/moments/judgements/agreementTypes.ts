import type { Concordance, ConcordanceNotEstimable } from '../../stats/agreement/kendallW.ts';
import type { ActionPriority, RiskRatings } from '../reasonTypes.ts';

/** How far the ratings of one moment lie apart. */
export interface RatingSpread {
  /** The lowest, 1 to 10. */
  readonly lowest: number;
  /** The median; of two middle ones the higher. */
  readonly median: number;
  /** The highest, 1 to 10. */
  readonly highest: number;
}

/** What several people think of one moment. */
export interface MomentAgreement<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** How many judgements of it there are, at least 1. */
  readonly judgements: number;
  /** Of each rating, how far they lie apart. */
  readonly spread: Readonly<Record<keyof RiskRatings, RatingSpread>>;
  /** The action priority that each judge's own ratings give, in the order of the judgements. */
  readonly priorities: readonly {
    /** The role of the judge. */
    readonly by: string;
    /** The priority. */
    readonly priority: ActionPriority;
  }[];
  /** Whether the judges' priorities differ: they would not do the same about it. */
  readonly isDisputed: boolean;
}

/** How far those who judge the moments of a cycle agree. */
export interface JudgementAgreement<MomentId extends string = string> {
  /** Tells the agreement from other results. */
  readonly kind: 'judgement-agreement';
  /** Always `judged`: it compares what people think. */
  readonly basis: 'judged';
  /** Of each rating, whether the judges put the moments compared in the same order: Kendall's W. */
  readonly concordance: Readonly<Record<keyof RiskRatings, Concordance | ConcordanceNotEstimable>>;
  /** The roles compared: those who judged at least two moments, in the order in which they come. */
  readonly judges: readonly string[];
  /** The moments compared: those that every one of these judged. */
  readonly compared: readonly MomentId[];
  /** Every moment that was judged, in the order given. */
  readonly moments: readonly MomentAgreement<MomentId>[];
  /** The moments over which judges would not do the same, in the order given. */
  readonly disputed: readonly MomentId[];
}
