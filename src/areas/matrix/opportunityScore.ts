import { DEFAULT_LEVEL, type NotEstimable } from '../../shared/estimate.ts';
import { checkObject, checkOptions } from '../../shared/refuse.ts';
import { customerSatisfaction } from '../../survey/score/customerSatisfaction.ts';
import type { AnswerCounts } from '../../survey/types.ts';

/**
 * How much of an opportunity it is to do better.
 *
 * - `extreme`: a score above 15
 * - `high`: above 12, up to 15
 * - `worthwhile`: 10 to 12
 * - `served`: below 10
 */
export type OpportunityBand = 'extreme' | 'high' | 'worthwhile' | 'served';

/** What {@link opportunityScore} is computed from. */
export interface OpportunityCounts {
  /** The answers to how important it is. */
  readonly importance: AnswerCounts;
  /** The answers to how satisfied customers are with it. */
  readonly satisfaction: AnswerCounts;
}

/** An opportunity score, or the reason why there is none. */
export type OpportunityScore =
  | {
      /** Tells an estimate from a case that cannot be estimated. */
      readonly kind: 'estimate';
      /** The score, 0 to 20. */
      readonly value: number;
      /** How much of an opportunity that is. */
      readonly band: OpportunityBand;
      /** How far the score can be trusted. */
      readonly interval: {
        /** The lower limit. */
        readonly low: number;
        /** The upper limit. */
        readonly high: number;
        /** The confidence level. */
        readonly level: number;
        /** Distances of the Wilson limits of both shares, as each moves the score, squared and added. */
        readonly method: 'square-and-add';
      };
      /** Ten times the share who call it important, 0 to 10. */
      readonly importance: number;
      /** Ten times the share who are satisfied, 0 to 10. */
      readonly satisfaction: number;
      /** Which answers count: the best two of each scale. */
      readonly box: 'top-two';
      /** How many say how important it is, and how many how satisfied they are. */
      readonly n: {
        /** Answers on importance. */
        readonly importance: number;
        /** Answers on satisfaction. */
        readonly satisfaction: number;
      };
    }
  // Nobody answered the one or the other.
  | NotEstimable<'no-importance' | 'no-satisfaction'>;

/**
 * The opportunity score: how important something is, plus what is lacking of satisfaction with it.
 *
 *     score = I + max(0, I - S),  I and S ten times the share of the best two answers
 *
 * It is made of shares and not of means, as its author has it; a score of means is another one. Where
 * more are satisfied than care, S does not count, and no satisfaction makes up for unimportance.
 *
 * @param counts - the answers to both questions, each on a scale of four answers or more
 * @param options - the confidence level
 * @throws ServiceCycleError `wrong-scale` when a scale has fewer than four answers; `invalid-argument`
 * when counts or the level are outside their range
 * @example
 * const on5 = (perAnswer: readonly number[]) => ({ scale: { min: 1, max: 5 }, perAnswer });
 * const score = opportunityScore({
 *   importance: on5([0, 0, 10, 40, 50]),
 *   satisfaction: on5([20, 20, 30, 20, 10]),
 * });
 * score.kind === 'estimate' && [score.value, score.band]; // => [15, 'high']
 * score.kind === 'estimate' && score.interval.low; // ~> 13.230595
 * @see Ulwick (2002), Harvard Business Review 80(1), 91-97
 */
export function opportunityScore(
  counts: OpportunityCounts,
  options: { readonly level?: number } = {},
): OpportunityScore {
  checkObject('counts', counts);
  checkOptions(options, ['level']);
  const { importance, satisfaction } = counts;
  const { level = DEFAULT_LEVEL } = options;
  const matters = customerSatisfaction(importance, { box: 'top-two', level });
  const pleased = customerSatisfaction(satisfaction, { box: 'top-two', level });
  if (matters.kind !== 'estimate') return { kind: 'not-estimable', reason: 'no-importance' };
  if (pleased.kind !== 'estimate') return { kind: 'not-estimable', reason: 'no-satisfaction' };
  const I = 10 * matters.value;
  const S = 10 * pleased.value;
  const value = scoreOf(I, S);
  const down = diagonal(
    value - scoreOf(10 * matters.interval.low, S),
    value - scoreOf(I, 10 * pleased.interval.high),
  );
  const up = diagonal(
    scoreOf(10 * matters.interval.high, S) - value,
    scoreOf(I, 10 * pleased.interval.low) - value,
  );
  return {
    kind: 'estimate',
    value,
    band: bandOf(value),
    interval: {
      low: Math.max(0, value - down),
      high: Math.min(20, value + up),
      level,
      method: 'square-and-add',
    },
    importance: I,
    satisfaction: S,
    box: 'top-two',
    n: { importance: matters.n, satisfaction: pleased.n },
  };
}

function scoreOf(importance: number, satisfaction: number): number {
  return importance + Math.max(0, importance - satisfaction);
}

function bandOf(value: number): OpportunityBand {
  if (value > 15) return 'extreme';
  if (value > 12) return 'high';
  return value < 10 ? 'served' : 'worthwhile';
}

function diagonal(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
