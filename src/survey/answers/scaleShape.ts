import type { Shape } from '../../shared/shape.ts';
/** A code for "not applicable". */
const CODE: Shape = (value) => (typeof value === 'string' ? 'text' : 'number');

/** What the scale of a question looks like where it is read with a tally. */
export const SCALE_SHAPE: Shape = {
  min: 'number',
  max: 'number',
  'step?': 'number',
  'reversed?': 'flag',
  'notApplicable?': [CODE],
  'labels?': 'any',
};
