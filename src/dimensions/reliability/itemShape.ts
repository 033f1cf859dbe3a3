import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';

/** What a tally of items looks like. */
export const ITEM_TALLY_SHAPE: Shape = {
  kind: 'text',
  survey: 'text',
  items: [{ id: 'text', scale: SCALE_SHAPE }],
  complete: 'count',
  incomplete: 'count',
  invalid: 'count',
  sums: ['count'],
  squares: ['count'],
  withTotal: ['count'],
};
