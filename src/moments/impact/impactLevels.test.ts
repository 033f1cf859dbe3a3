import { describe, expect, it } from 'vitest';
import { impactLevels } from './impactLevels.ts';
import type { MomentImpact, MomentImpactNotEstimable } from './impactTypes.ts';

const unknown = { kind: 'not-estimable', moment: 'none' } as MomentImpactNotEstimable;

function levelsOf(...ranges: readonly (number | 'unknown')[]) {
  const moments = ranges.map((range) =>
    range === 'unknown' ? unknown : ({ kind: 'estimate', moment: 'm', range } as MomentImpact),
  );
  return impactLevels(moments).map((each) =>
    each.kind === 'estimate' ? each.impactLevel : each.kind,
  );
}

describe('impactLevels', () => {
  it('cuts the moments into thirds, in whatever order they come', () => {
    expect(levelsOf(1, 2, 3)).toEqual(['low', 'medium', 'high']);
    expect(levelsOf(5, 1, 6, 2, 4, 3)).toEqual(['high', 'low', 'high', 'low', 'medium', 'medium']);
  });

  it('calls the better of two high and the worse low, and two that are alike medium', () => {
    expect(levelsOf(1, 2)).toEqual(['low', 'high']);
    expect(levelsOf(2, 2)).toEqual(['medium', 'medium']);
  });

  it('takes ranges for alike that differ by rounding only', () => {
    expect(levelsOf(2, 2 + 1e-12, 2 - 1e-12)).toEqual(['medium', 'medium', 'medium']);
    expect(levelsOf(2, 2 + 1e-6, 2 - 1e-6)).toEqual(['medium', 'high', 'low']);
  });

  it('leaves out what cannot be estimated, and says nothing of a single moment', () => {
    expect(levelsOf(1, 'unknown', 2)).toEqual(['low', 'not-estimable', 'high']);
    expect(levelsOf(1, 'unknown')).toEqual([undefined, 'not-estimable']);
  });
});
