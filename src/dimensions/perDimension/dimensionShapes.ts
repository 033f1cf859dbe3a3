import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';
import { JOINT_SUMS_SHAPE } from '../joint/jointShape.ts';

/** How dimensions are weighed, as a tally tells it. */
export const WEIGHING_SHAPE: Shape = {
  from: 'text',
  questions: ['text'],
  scale: SCALE_SHAPE,
  recoded: ['text'],
};

/** Counts of respondents, dimension by dimension. */
export const COUNTS_SHAPE: Shape = [{ scored: 'count', tooFew: 'count', unanswered: 'count' }];

/** Weighted scores, summed. */
export const WEIGHTED_SHAPE: Shape = {
  withoutWeights: 'count',
  withoutScore: 'count',
  groups: [{ total: 'count', respondents: 'count', weightSums: ['count'], sums: JOINT_SUMS_SHAPE }],
};
