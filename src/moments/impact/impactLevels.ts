import type { MomentImpact, MomentImpactNotEstimable } from './impactTypes.ts';

/** Ranges that differ by no more than this share of the largest are the same but for rounding. */
const SAME = 1e-9;

/**
 * Says in which third of the moments each range lies, by its mid-rank: (ranges below + half of those
 * equal) / moments. Nothing is said of a moment that is estimated alone.
 */
export function impactLevels<MomentId extends string>(
  moments: readonly (MomentImpact<MomentId> | MomentImpactNotEstimable<MomentId>)[],
): readonly (MomentImpact<MomentId> | MomentImpactNotEstimable<MomentId>)[] {
  const ranges = moments.flatMap((each) => (each.kind === 'estimate' ? [each.range] : []));
  if (ranges.length < 2) return moments;
  return moments.map((each) => {
    if (each.kind !== 'estimate') return each;
    const rounding = SAME * Math.max(...ranges);
    const below = ranges.filter((range) => range < each.range - rounding).length;
    const equal = ranges.filter((range) => Math.abs(range - each.range) <= rounding).length;
    // In sixths of all moments, so that whole numbers are compared.
    const sixths = 3 * (2 * below + equal);
    const all = 2 * ranges.length;
    const impactLevel = sixths < all ? 'low' : sixths > 2 * all ? 'high' : 'medium';
    return { ...each, impactLevel } as const;
  });
}
