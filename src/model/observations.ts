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

/** One case measured against a standard, such as one wait in seconds. */
export interface Measurement<StandardId extends string = string> {
  /** The standard it is held against. */
  readonly standard: StandardId;
  /** What was measured, in the standard's unit. */
  readonly value: number;
}
