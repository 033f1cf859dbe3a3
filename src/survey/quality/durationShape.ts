import type { Shape } from '../../shared/shape.ts';
/** What a tally of durations looks like. */
export const DURATION_TALLY_SHAPE: Shape = {
  kind: 'text',
  duration: 'text',
  responses: 'count',
  missing: 'count',
  invalid: 'count',
  counts: [['counted']],
};
