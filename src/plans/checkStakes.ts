import { checkShape, type Shape } from '../shared/shape.ts';

const STAKES: Shape = [
  {
    moment: 'text',
    visits: 'counted',
    incidentShare: { value: 'number', basis: 'text' },
    harm: { value: 'number', 'low?': 'number', 'high?': 'number', basis: 'text' },
  },
];

/** Refuses what tells of no stakes. */
export function checkStakes(stakes: unknown): void {
  checkShape('stakes', stakes, Array.isArray(stakes) ? STAKES : { moments: STAKES });
}

/** An effect of a plan. */
export const EFFECT_SHAPE: Shape = {
  moment: 'text',
  incidentReduction: { low: 'number', base: 'number', high: 'number' },
  basis: 'text',
};
