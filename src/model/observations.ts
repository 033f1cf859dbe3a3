/** The answer that says "does not apply to me", understood on every scale beside its own codes. */
export const NOT_APPLICABLE = 'not-applicable' as const;

/**
 * One answer as it comes in: a number of the scale, {@link NOT_APPLICABLE} or a code of the scale
 * for it, or `null` or `undefined` for a question left blank. Anything else counts as invalid.
 */
export type Answer = number | string | null | undefined;

/**
 * One customer's answers, keyed by question id. Further keys (branch, channel, month) are free and
 * serve to group by.
 */
export type SurveyResponse<QuestionId extends string = string> = {
  readonly [Id in QuestionId]?: Answer;
};

/**
 * What became of something that went wrong. Every part may be absent where nobody said; a customer of whom
 * `times` of 1 or more or `answeredAfterHours` is told has complained.
 */
export interface Problem {
  /** Whether the customer told the organization of it. */
  readonly complained?: boolean | null;
  /** How often the customer complained about it, whole number; 0 for not at all. Two complaints about one problem are one problem. */
  readonly times?: number | null;
  /** How many hours after the first complaint it was answered, 0 or more. */
  readonly answeredAfterHours?: number | null;
  /** Whether the organization made it good, at once or upon a complaint. */
  readonly recovered?: boolean | null;
}

/** One thing that went wrong for one customer at one moment, as told afterwards or as logged at the time. */
export interface Incident extends Problem {
  /** The group of causes it belongs to, such as `queue too long`. */
  readonly cause?: string;
  /** Harm to the customer's mood or loyalty, whole number, 1 (none) to 10 (worst). */
  readonly severity?: number;
}

/**
 * What is known of one moment of one visit. Every part may be absent; a record that holds nothing, or
 * no more than a rating of {@link NOT_APPLICABLE}, says that the customer did not pass the moment.
 */
export interface MomentRecord {
  /** The customer's rating of the moment, higher is better. */
  readonly rating?: Answer;
  /** Whether something went wrong, or what; absent or `null` where nobody said either way. */
  readonly incident?: boolean | Incident | null;
  /** Whether something went better than the customer had expected; absent or `null` where nobody said. */
  readonly delight?: boolean | null;
  /** How long the customer waited, in seconds, 0 or more. */
  readonly waitSeconds?: number | null;
}

/**
 * One customer's way through the cycle: what happened at each moment, and how the visit ended.
 *
 * @typeParam MomentId - the ids of the cycle's moments
 */
export interface Visit<MomentId extends string = string> {
  /** What the visit is called where it comes from; it only serves to name it in lists of faults. */
  readonly id?: string;
  /** What happened, by moment; a moment that is absent or `null` was not passed, as far as is known. */
  readonly moments: { readonly [Id in MomentId]?: MomentRecord | null };
  /**
   * Whether anything went wrong in the visit, whichever moment it was at, and what became of it; absent or
   * `null` where nobody said. What went wrong at a known moment is that moment's `incident`.
   */
  readonly problem?: boolean | Problem | null;
  /** How satisfied the customer was with the whole visit, higher is better. */
  readonly overall?: Answer;
  /** Whether the customer would come back. */
  readonly wouldReturn?: boolean | null;
}

/**
 * How a measured case stands.
 *
 * - `completed`: it is over, and the value is what it came to
 * - `abandoned`: the customer gave up, so the value is only how far it had come
 * - `still-waiting`: it goes on, so the value is only how far it has come
 */
export type MeasurementEnd = 'completed' | 'abandoned' | 'still-waiting';

/**
 * One case measured against a standard, such as one wait in seconds. Further keys (place, month,
 * channel) are free and serve to group by.
 */
export interface Measurement<StandardId extends string = string> {
  /** The standard it is held against. */
  readonly standard: StandardId;
  /** What was measured, in `unit`. */
  readonly value: number;
  /** The unit of the value, such as `minutes`; the standard's when absent. */
  readonly unit?: string | undefined;
  /** How the case stands; `completed` when absent. */
  readonly ended?: MeasurementEnd | undefined;
  /** Whether the customer is one of the organization's own staff; the cycle's when absent. */
  readonly customer?: 'external' | 'internal' | undefined;
}
