import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';
import { JOINT_SUMS_SHAPE } from '../joint/jointShape.ts';
import { COUNTS_SHAPE, WEIGHING_SHAPE, WEIGHTED_SHAPE } from '../perDimension/dimensionShapes.ts';

const ITEM_SHAPE: Shape = { perception: 'text', expectation: 'text', 'dimension?': 'text' };

/** What a tally of gaps looks like. */
export const GAP_TALLY_SHAPE: Shape = {
  kind: 'text',
  layout: {
    survey: 'text',
    items: [ITEM_SHAPE],
    scale: SCALE_SHAPE,
    recoded: ['text'],
    dimensions: [{ dimension: 'text', items: [ITEM_SHAPE], needed: 'count' }],
    answeredShare: 'number',
    'weighing?': WEIGHING_SHAPE,
    unpaired: ['text'],
  },
  items: [
    {
      both: 'count',
      perceptionOnly: 'count',
      expectationOnly: 'count',
      neither: 'count',
      invalid: 'count',
      perceptionSum: 'count',
      expectationSum: 'count',
      perceptionSquares: 'count',
      expectationSquares: 'count',
      productSum: 'count',
    },
  ],
  responses: 'count',
  dimensions: COUNTS_SHAPE,
  sums: JOINT_SUMS_SHAPE,
  'weighted?': WEIGHTED_SHAPE,
};
