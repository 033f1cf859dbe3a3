import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { wilcoxonSignedRank } from './wilcoxonSignedRank.ts';

describe('wilcoxonSignedRank', () => {
  // From -4 to 4: -4 -2 -2 -1 -1 -1 -1 -1 0 0 0 0 0 1 4.
  const lienert = [1, 0, 2, 5, 5, 1, 0, 0, 1];

  it('is the published one, ties and all: V = 13, p = 0.1367', () => {
    // exactRankTests::wilcox.exact on the example of Bortz, Lienert & Boehnke
    expect(wilcoxonSignedRank(lienert)).toMatchObject({
      method: 'wilcoxon-exact',
      rankSum: 13,
      rose: 2,
      same: 5,
      fell: 8,
    });
    expect(wilcoxonSignedRank(lienert).pValue).toBeCloseTo(0.1367, 4);
  });

  it('is that of R where it is not exact: p = 0.1436', () => {
    // stats::wilcox.test with its continuity correction, on the same example
    const { method, pValue } = wilcoxonSignedRank(lienert, { exactUpTo: 0 });
    expect(method).toBe('wilcoxon-normal');
    expect(pValue).toBeCloseTo(0.1436, 4);
  });

  it('finds nothing where nobody changed, or nobody was asked twice', () => {
    const nothing = { rankSum: 0, rankBiserial: 0, statistic: 0, pValue: 1, rose: 0, fell: 0 };
    expect(wilcoxonSignedRank([0, 0, 9, 0, 0])).toMatchObject({ ...nothing, same: 9 });
    expect(wilcoxonSignedRank([0, 0, 0, 0, 0], { exactUpTo: 0 })).toMatchObject(nothing);
    expect(wilcoxonSignedRank([4])).toMatchObject({ ...nothing, same: 4 });
  });

  it('is 1 where all who changed rose, and sure only if they are many', () => {
    expect(wilcoxonSignedRank([0, 0, 5, 3, 2])).toMatchObject({
      rankBiserial: 1,
      pValue: 2 / 2 ** 5,
    });
  });

  it('is exact up to 50 pairs that changed', () => {
    expect(wilcoxonSignedRank([20, 900, 30]).method).toBe('wilcoxon-exact');
    expect(wilcoxonSignedRank([21, 900, 30]).method).toBe('wilcoxon-normal');
    expect(wilcoxonSignedRank([1.5, 0, 2]).method).toBe('wilcoxon-normal');
  });

  it('refuses counts without a middle, and counts that are none', () => {
    expect(() => wilcoxonSignedRank([1, 2])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'perDifference is a list of 2; expected an odd number of counts, no change in the middle',
      ),
    );
    expect(() => wilcoxonSignedRank([1, -2, 3])).toThrow(/^a count of perDifference is -2/);
  });
});

describe('a signed rank test asked to be exact for many', () => {
  it('does not overflow: of changes by one step it is the sign test', () => {
    const test = wilcoxonSignedRank([502, 0, 522], { exactUpTo: 1024 });
    expect(test.method).toBe('wilcoxon-exact');
    expect(test.pValue).toBeCloseTo(0.553, 3);
  });

  it('goes over to the normal p value, and says so, where it would take too long', () => {
    const test = wilcoxonSignedRank([240, 1000, 0, 1020, 240], { exactUpTo: 3000 });
    expect(test.method).toBe('wilcoxon-normal');
    expect(test.pValue).toBeGreaterThan(0.5);
    expect(wilcoxonSignedRank([540, 0, 560], { exactUpTo: 1100 }).pValue).toBeCloseTo(0.566, 2);
  });
});
