import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';

/** What joint sums look like. */
export const JOINT_SUMS_SHAPE: Shape = {
  cells: [
    {
      first: 'count',
      second: 'count',
      firstParts: 'count',
      secondParts: 'count',
      n: 'count',
      firstSum: 'number',
      secondSum: 'number',
      productSum: 'number',
    },
  ],
};

/** What a joint tally looks like. */
export const JOINT_TALLY_SHAPE: Shape = {
  kind: 'text',
  survey: 'text',
  questions: [
    {
      id: 'text',
      asks: 'text',
      'about?': { 'moment?': 'text', 'area?': 'text' },
      'dimension?': 'text',
      scale: SCALE_SHAPE,
    },
  ],
  responses: 'count',
  outcomes: [{ answered: 'count', notApplicable: 'count', skipped: 'count', invalid: 'count' }],
  sums: JOINT_SUMS_SHAPE,
};
