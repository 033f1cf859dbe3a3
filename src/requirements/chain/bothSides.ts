import type { Estimate } from '../../shared/estimate.ts';
import { type CompareOptions, compareScores } from '../../survey/compare/compareScores.ts';
import type {
  ChangeTest,
  QuestionComparison,
  ScoreComparison,
} from '../../survey/compare/types.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';

/** What the two sides say to one question. */
export interface SideGap<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** What is compared. */
  readonly metric: ScoreComparison['metric'];
  /** The score of those who provide. */
  readonly provider: Estimate;
  /** The score of those who use it. */
  readonly user: Estimate;
  /** The score of the provider less that of the user, with its interval. */
  readonly difference: Estimate;
  /** The test that the verdict rests on, made fit to be read beside the others. */
  readonly test: ChangeTest;
  /** Which side scores higher, or that no difference is proven. */
  readonly verdict: 'provider-higher' | 'user-higher' | 'no-proven-difference';
}

/** A question of which the two sides cannot be compared, and why. */
export type NotBothSides<QuestionId extends string = string> = Exclude<
  QuestionComparison<QuestionId>,
  ScoreComparison
>;

/** The same questions, asked of both sides. */
export interface BothSides<QuestionId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'both-sides';
  /** The questions, the largest difference first, as a share of what the score can span. */
  readonly questions: readonly SideGap<QuestionId>[];
  /** The questions that are not compared; `before` is the user, `after` the provider. */
  readonly notCompared: readonly NotBothSides<QuestionId>[];
  /** The confidence level of intervals and verdicts. */
  readonly level: number;
}

/**
 * What those who provide a service inside the house think of it, beside what those think who use it: the same
 * questions, asked of different people.
 *
 *     difference = score of the provider - score of the user
 *
 * By the methods of `compareScores`: Newcombe's interval for shares, Welch's for means, p values adjusted for
 * all questions together. A provider who scores itself higher than its users do does not see what they miss. Never
 * pooled with what external customers say.
 *
 * @param provider - the scores of the supplying side
 * @param user - the scores of the using side, to the same questions
 * @param options - the confidence level, and how p values are adjusted
 * @throws ServiceCycleError `invalid-argument` when either are no scores, or an option is none
 * @example
 * const survey = {
 *   id: 'kitchen',
 *   title: 'The kitchen',
 *   questions: [
 *     { id: 'prompt', text: 'Are dishes ready in time?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'told', text: 'Are delays told?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const asked = (n: number, prompt: number, told: number) =>
 *   Array.from({ length: n }, (_, i) => ({ prompt: i < prompt ? 5 : 2, told: i < told ? 4 : 1 }));
 * const cooks = scoreSurvey(survey, asked(40, 36, 30));
 * const waiters = scoreSurvey(survey, asked(60, 51, 18));
 * bothSides(cooks, waiters).questions.map(({ question, verdict }) => [question, verdict]);
 * // => [['told', 'provider-higher'], ['prompt', 'no-proven-difference']]
 * @see Heskett et al. (1994), Harvard Business Review 72(2), 164-174
 */
export function bothSides<QuestionId extends string>(
  provider: SurveyScores<QuestionId>,
  user: SurveyScores<NoInfer<QuestionId>>,
  options: CompareOptions = {},
): BothSides<QuestionId> {
  const { questions, level } = compareScores(user, provider, options);
  const gaps = questions.flatMap((each) => (each.kind === 'comparison' ? [each] : []));
  return {
    kind: 'both-sides',
    questions: gaps
      .toSorted((one, other) => spanShare(other) - spanShare(one))
      .map(({ question, metric, before, after, difference, test, verdict }) => ({
        question,
        metric,
        provider: after,
        user: before,
        difference,
        test,
        verdict: VERDICTS[verdict],
      })),
    notCompared: questions.flatMap((each) => (each.kind === 'comparison' ? [] : [each])),
    level,
  };
}

const VERDICTS = {
  rose: 'provider-higher',
  fell: 'user-higher',
  'no-proven-change': 'no-proven-difference',
} as const;

/** How large a difference is as a share of what the score can span, so that points and means stand in one order. */
function spanShare({ difference, definition, after }: ScoreComparison): number {
  const { min, max } = definition.scale;
  const spans = { points: 200, share: 1, 'net-share': 2, scale: max - min };
  return Math.abs(difference.value) / spans[after.unit];
}
