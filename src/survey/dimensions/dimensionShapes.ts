import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';
import { JOINT_SUMS_SHAPE } from '../joint/jointShape.ts';

const WEIGHING_SHAPE: Shape = {
  from: 'text',
  questions: ['text'],
  scale: SCALE_SHAPE,
  recoded: ['text'],
};

const COUNTS_SHAPE: Shape = [{ scored: 'count', tooFew: 'count', unanswered: 'count' }];

const WEIGHTED_SHAPE: Shape = {
  withoutWeights: 'count',
  withoutScore: 'count',
  groups: [{ total: 'count', respondents: 'count', weightSums: ['count'], sums: JOINT_SUMS_SHAPE }],
};

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
