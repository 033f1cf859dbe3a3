import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import type { JointMean } from '../joint/jointMeans.ts';
import { spreadOf } from '../joint/spreadOf.ts';
import { tEstimate } from '../joint/tEstimate.ts';
import type { JointTally } from '../joint/types.ts';
import type { IndexPart } from './types.ts';

/** One question of a tally, by its place: its mean with the worst answer lowest, and its counts. */
export function partAt<QuestionId extends string>(
  tally: JointTally<QuestionId>,
  means: readonly JointMean[],
  place: number,
  { min, max, step = 1 }: Scale,
  options: ScoreOptions,
): Pick<IndexPart<QuestionId>, 'question' | 'mean' | 'counts'> {
  const question = tally.questions[place];
  const counts = tally.outcomes[place];
  if (question === undefined || counts === undefined) {
    throw new ServiceCycleError('unknown-id', `the tally has no question at ${quote(place)}`);
  }
  const spread = spreadOf(tally.sums, means, new Map([[place, step]]));
  const value = min + step * (means[place]?.mean ?? 0);
  const mean = tEstimate(value, spread, { low: min, high: max }, options);
  return { question: question.id, mean, counts };
}
