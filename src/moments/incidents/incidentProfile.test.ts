import { describe, expect, it } from 'vitest';
import { incidentProfile } from './incidentProfile.ts';

describe('incidentProfile', () => {
  it('tells of each group which share of its incidents displeased', () => {
    const { groups, negativeShare } = incidentProfile([
      { group: 'queue', positive: 5, negative: 15 },
      { group: 'pay', positive: 10, negative: 0 },
    ]);
    expect(groups[0]?.negativeShare).toMatchObject({ value: 0.75, n: 20 });
    expect(groups[1]?.negativeShare).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(negativeShare).toMatchObject({ value: 0.5, n: 30 });
  });

  it('has no share for a group that nobody told of', () => {
    const { groups } = incidentProfile([
      { group: 'queue', positive: 5, negative: 15 },
      { group: 'pay', positive: 0, negative: 0 },
    ]);
    expect(groups[1]).toEqual({
      group: 'pay',
      positive: 0,
      negative: 0,
      shareOfPositive: 0,
      shareOfNegative: 0,
      negativeShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
    });
  });

  it('compares nothing when no incident pleased', () => {
    const found = incidentProfile([{ group: 'queue', positive: 0, negative: 15 }]);
    expect(found).not.toHaveProperty('test');
    expect(found.groups[0]).not.toHaveProperty('shareOfPositive');
  });

  it('takes no incidents for no data', () => {
    expect(incidentProfile([])).toEqual({
      kind: 'incident-profile',
      basis: 'measured',
      groups: [],
      positive: 0,
      negative: 0,
      negativeShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
    });
  });

  it('refuses counts below 0 and a level of 95', () => {
    expect(() => incidentProfile([{ group: 'a', positive: -1, negative: 0 }])).toThrow('positive');
    expect(() => incidentProfile([{ group: 'a', positive: 1, negative: NaN }])).toThrow('negative');
    expect(() => incidentProfile([], { level: 95 })).toThrow('level is 95');
  });
});
