import type { MomentLevel } from './reasonTypes.ts';

/** The place of each level: the lower, the more a moment matters. */
export const RANK_OF_LEVEL: { readonly [level in MomentLevel]: number } = {
  critical: 0,
  watch: 1,
  ordinary: 2,
  'not-assessed': 3,
};
