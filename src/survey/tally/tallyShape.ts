import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import type { Shape } from '../../shared/shape.ts';

const CELLS: Shape = { whole: ['counted'], fraction: ['counted'], fine: ['counted'] };

/** What a tally of responses looks like, besides the one it was rolled up from. */
export const TALLY_SHAPE: { readonly [field: string]: Shape } = {
  kind: 'text',
  survey: 'text',
  questions: [{ id: 'text', scale: SCALE_SHAPE, firstCell: 'place' }],
  by: [{ name: 'text', values: ['key'] }],
  groups: ['count'],
  width: 'place',
  cells: ['count'],
  'weights?': { sums: CELLS, squares: CELLS, invalid: 'count', zero: 'count' },
  firstInvalid: [{ question: 'text', position: 'count', found: 'text' }],
  'unlisted?': [
    { key: 'text', responses: 'count', values: [{ value: 'text', responses: 'count' }] },
  ],
};
