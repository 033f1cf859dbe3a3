import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';
import { JOINT_SUMS_SHAPE } from '../joint/jointShape.ts';
import { COUNTS_SHAPE, WEIGHING_SHAPE, WEIGHTED_SHAPE } from '../perDimension/dimensionShapes.ts';

/** What a tally of dimensions looks like. */
export const DIMENSION_TALLY_SHAPE: Shape = {
  kind: 'text',
  layout: {
    survey: 'text',
    asks: 'text',
    dimensions: [{ dimension: 'text', items: ['text'], needed: 'count' }],
    scales: [SCALE_SHAPE],
    recoded: ['text'],
    answeredShare: 'number',
    'weighing?': WEIGHING_SHAPE,
  },
  responses: 'count',
  dimensions: COUNTS_SHAPE,
  sums: JOINT_SUMS_SHAPE,
  'weighted?': WEIGHTED_SHAPE,
};
