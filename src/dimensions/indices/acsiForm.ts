import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { jointMeans } from '../joint/jointMeans.ts';
import { JOINT_TALLY_SHAPE } from '../joint/jointShape.ts';
import { spreadOf } from '../joint/spreadOf.ts';
import { tEstimate } from '../joint/tEstimate.ts';
import type { JointTally } from '../joint/types.ts';
import { placeItems } from './indexItems.ts';
import { inForm } from './inForm.ts';
import { partAt } from './partAt.ts';
import type { AcsiForm, AcsiFormDefinition } from './types.ts';
import { weighItems } from './weighItems.ts';

/** What {@link acsiForm} takes besides the tally. */
export interface AcsiFormOptions<QuestionId extends string = string> extends ScoreOptions {
  /**
   * The questions on overall satisfaction, on how expectations were met and on how near the service
   * comes to the ideal; the three of the tally when absent.
   */
  readonly questions?: readonly [QuestionId, QuestionId, QuestionId];
  /** Their weights, 0 or more; 1 each when absent. */
  readonly weights?: readonly [number, number, number];
}

/** The weights of the three questions where none are given. */
export const EQUAL_WEIGHTS: readonly [number, number, number] = [1, 1, 1];

/**
 * An index of three questions on 1 to 10, in the form of the American Customer Satisfaction Index.
 *
 *     value = 100 · (Σ w·x̄ - Σ w) / (9 · Σ w);   with equal weights 100 · (Σ x̄ - 3) / 27
 *
 * The form alone: the index of that name weighs its questions by a proprietary model and is a
 * trademark, so do not call this figure "ACSI" nor set it beside published ones.
 *
 * Each mean is over all who answered that question. The interval is Student's t; where everybody
 * answered all three it is the t interval of the respondents' own indices.
 *
 * Not estimable: a question that nobody answered or only one; weights that are all 0
 * (`zero-importance`); answers without a spread.
 *
 * @param tally - the joint tally of the questions
 * @param options - the questions, their weights and the confidence level
 * @returns the index from 0 to 100 with its interval, and every question with its mean and counts
 * @throws ServiceCycleError `wrong-scale` for a question that is not on 1 to 10; `invalid-argument`
 * where the tally has not three questions and none are named, or a weight is below 0; `unknown-id` for
 * a question not in the tally
 * @example
 * const scale = { min: 1, max: 10 };
 * const survey = {
 *   id: 'year',
 *   title: 'The year',
 *   questions: [
 *     { id: 'overall', text: 'How satisfied are you?', asks: 'satisfaction', scale },
 *     { id: 'met', text: 'Were your expectations met?', asks: 'satisfaction', scale },
 *     { id: 'ideal', text: 'How near to ideal were we?', asks: 'satisfaction', scale },
 *   ],
 * } as const;
 * const tally = tallyJointly(survey, [
 *   { overall: 9, met: 7, ideal: 8 },
 *   { overall: 7, met: 7, ideal: 6 },
 * ]);
 * const index = acsiForm(tally);
 * index.kind === 'estimate' && index.value; // ~> 70.370370
 * @see Fornell, Johnson, Anderson, Cha and Bryant (1996), Journal of Marketing 60(4), 7-18
 */
export function acsiForm<QuestionId extends string>(
  tally: JointTally<QuestionId>,
  options: AcsiFormOptions<NoInfer<QuestionId>> = {},
): AcsiForm<QuestionId> {
  checkKind('tally', tally, 'joint-tally', JOINT_TALLY_SHAPE);
  checkScoreOptions(options, 'questions', 'weights');
  const { weights = EQUAL_WEIGHTS } = options;
  checkList('weights', weights);
  if (options.questions !== undefined) checkList('questions', options.questions);
  const [one, two, three] = options.questions ?? threeOf(tally);
  const placed = placeItems(tally, [
    { score: one, weight: weights[0] },
    { score: two, weight: weights[1] },
    { score: three, weight: weights[2] },
  ]);
  const { items, scale } = placed;
  checkScale(scale);

  const means = jointMeans(tally.sums, tally.questions.length);
  const { shares, value, slopes, importance } = weighItems(placed, means);
  const parts = items.map(({ score }, place) => {
    const share = shares[place];
    const part = partAt(tally, means, score, scale, options);
    return { ...part, ...(share !== undefined && { weightShare: share }) };
  });
  const definition: AcsiFormDefinition = { metric: 'acsi-form', scale, weights };
  if (importance === 'zero') {
    const n = Math.min(...parts.map(({ counts }) => counts.answered));
    return { kind: 'not-estimable', reason: 'zero-importance', n, definition, parts };
  }
  const spread = spreadOf(tally.sums, means, slopes);
  const estimated = tEstimate(value, spread, { low: scale.min, high: scale.max }, options);
  return { ...inForm(estimated, scale, 'share-of-range'), definition, parts };
}

function checkScale({ min, max, step = 1 }: Scale): void {
  if (min === 1 && max === 10 && step === 1) return;
  throw new ServiceCycleError(
    'wrong-scale',
    `the questions are asked from ${min} to ${max} in steps of ${step}; expected 1 to 10 in steps of 1`,
  );
}

function threeOf<QuestionId extends string>({
  questions,
}: JointTally<QuestionId>): readonly [QuestionId, QuestionId, QuestionId] {
  const [one, two, three, ...more] = questions.map(({ id }) => id);
  if (one !== undefined && two !== undefined && three !== undefined && more.length === 0) {
    return [one, two, three];
  }
  throw new ServiceCycleError(
    'invalid-argument',
    `the tally has the questions ${quote(questions.map(({ id }) => id).join(', '))}; expected three, or to be told which`,
  );
}
