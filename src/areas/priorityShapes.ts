import { isFields } from '../shared/refuse.ts';
import type { Shape } from '../shared/shape.ts';

const SHARE: Shape = (value) => {
  const isEstimate = isFields(value) && Reflect.get(value, 'kind') === 'estimate';
  return isEstimate
    ? {
        value: 'number',
        interval: { low: 'number', high: 'number', level: 'number' },
        n: 'counted',
        'effectiveN?': 'counted',
      }
    : { 'n?': 'counted' };
};

/** What of the priorities of areas is compared. */
export const PRIORITIES_SHAPE: Shape = {
  kind: 'text',
  areas: [{ area: 'text', level: 'text', performance: SHARE, 'rank?': { 'shares?': ['counted'] } }],
};
