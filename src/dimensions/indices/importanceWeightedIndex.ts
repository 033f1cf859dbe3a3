import type { Scale } from '../../model/survey.ts';
import { checkObjects, checkOneOf } from '../../shared/refuse.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { type JointMean, jointMeans } from '../joint/jointMeans.ts';
import { JOINT_TALLY_SHAPE } from '../joint/jointShape.ts';
import { spreadOf } from '../joint/spreadOf.ts';
import { tEstimate } from '../joint/tEstimate.ts';
import type { JointTally } from '../joint/types.ts';
import { type IndexItems, type PlacedItem, placeItems } from './indexItems.ts';
import { inForm } from './inForm.ts';
import { partAt } from './partAt.ts';
import type {
  ImportanceIndexDefinition,
  ImportanceWeightedIndex,
  IndexForm,
  IndexPart,
} from './types.ts';
import { weighItems } from './weighItems.ts';

/** What {@link importanceWeightedIndex} takes besides the tally. */
export interface ImportanceIndexOptions<QuestionId extends string = string> extends ScoreOptions {
  /**
   * The questions and what weighs them. When absent, each satisfaction or perception question goes
   * with the importance question of the same `about` and dimension; questions without one stay out.
   */
  readonly items?: IndexItems<QuestionId>;
  /** In which form the index is given; `share-of-range` when absent. */
  readonly form?: IndexForm;
}

/** In which form an index is given where none is asked for: 0 for the worst answer, 100 for the best. */
export const DEFAULT_INDEX_FORM: IndexForm = 'share-of-range';

/**
 * The importance-weighted satisfaction index: the mean of mean scores, each weighted by how much it
 * matters to customers.
 *
 *     w_j   = I_j / Σ I,  index = Σ w_j · S_j      (I_j mean importance, S_j mean score of question j)
 *     share of range   = 100 · (index - min) / (max - min)
 *     share of maximum = 100 · index / max
 *
 * Weights are always divided by their sum, so the index of answers that are all the best is the best
 * there is, whatever the weights add up to. Each mean is over all who answered that question. The
 * interval is Student's t with the linearized standard error, which knows that weights and scores come
 * from the same sample of customers; weights that the caller gives count as known. Its n is how many
 * answered the question that the fewest answered.
 *
 * Not estimable: a question that nobody answered or only one; importance that is 0 throughout
 * (`zero-importance`); answers that leave the index no spread.
 *
 * @param tally - the joint tally of the questions
 * @param options - the questions and their weights, the form and the confidence level
 * @returns the index with its interval, and every question with its mean, weight and counts
 * @throws ServiceCycleError `invalid-argument` where no question has an importance, where it is not
 * clear which belongs to which, or where a weight is below 0; `wrong-scale` where the scored questions
 * differ in scale or the importance questions do; `unknown-id` for a question not in the tally
 * @example
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'food', text: 'The food?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'rest', text: 'The quiet?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const tally = tallyJointly(survey, [
 *   { food: 5, rest: 2 },
 *   { food: 4, rest: 1 },
 *   { food: 3, rest: 3 },
 * ]);
 * const index = importanceWeightedIndex(tally, {
 *   items: [
 *     { score: 'food', weight: 3 },
 *     { score: 'rest', weight: 1 },
 *   ],
 * });
 * index.kind === 'estimate' && index.value; // => 62.5
 * index.parts.map(({ weightShare }) => weightShare); // => [0.75, 0.25]
 * @see Hill, Roche and Allen (2007), Customer Satisfaction, Cogent
 */
export function importanceWeightedIndex<QuestionId extends string>(
  tally: JointTally<QuestionId>,
  options: ImportanceIndexOptions<NoInfer<QuestionId>> = {},
): ImportanceWeightedIndex<QuestionId> {
  checkKind('tally', tally, 'joint-tally', JOINT_TALLY_SHAPE);
  checkScoreOptions(options, 'items', 'form');
  const { form = DEFAULT_INDEX_FORM } = options;
  if (options.items !== undefined) checkObjects('items', options.items);
  checkOneOf('form', form, ['share-of-range', 'share-of-maximum', 'scale']);
  const placed = placeItems(tally, options.items);
  const { items, scale, importanceScale } = placed;
  const means = jointMeans(tally.sums, tally.questions.length);
  const { shares, value, slopes, importance } = weighItems(placed, means);
  const parts = items.map((item, place) => {
    const share = shares[place];
    return {
      ...partAt(tally, means, item.score, scale, options),
      ...importanceOf(tally, means, item, importanceScale, options),
      ...(share !== undefined && { weightShare: share }),
    };
  });
  const definition: ImportanceIndexDefinition = {
    metric: 'importance-weighted-index',
    scale,
    form,
    weights: importanceScale === undefined ? 'given' : 'mean-importance',
    standardError: 'linearized',
  };
  const spread = spreadOf(tally.sums, means, slopes);
  if (importance === 'zero') {
    const n = Math.min(...parts.map(({ counts }) => counts.answered));
    return { kind: 'not-estimable', reason: 'zero-importance', n, definition, parts };
  }
  const estimated = tEstimate(value, spread, { low: scale.min, high: scale.max }, options);
  return { ...inForm(estimated, scale, form), definition, parts };
}

function importanceOf<QuestionId extends string>(
  tally: JointTally<QuestionId>,
  means: readonly JointMean[],
  { importance }: PlacedItem,
  scale: Scale | undefined,
  options: ScoreOptions,
): Pick<IndexPart<QuestionId>, 'importance' | 'meanImportance' | 'importanceCounts'> {
  if (importance === undefined || scale === undefined) return {};
  const { question, mean, counts } = partAt(tally, means, importance, scale, options);
  return { importance: question, meanImportance: mean, importanceCounts: counts };
}
