import type { Shape } from '../../shared/shape.ts';
/** What the scale of a question looks like where it is read with a tally. */
export const SCALE_SHAPE: Shape = {
  min: 'number',
  max: 'number',
  'step?': 'number',
  'reversed?': 'flag',
  'notApplicable?': 'any',
  'labels?': 'any',
};
