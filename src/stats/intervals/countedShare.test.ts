import { describe, expect, it } from 'vitest';
import { countedShare, shareEstimate } from './countedShare.ts';
import { wilsonInterval } from './wilsonInterval.ts';

describe('countedShare', () => {
  it('is seven of ten with the interval of Wilson', () => {
    expect(countedShare(7, 10, 0.9)).toEqual({
      kind: 'estimate',
      value: 0.7,
      unit: 'share',
      interval: wilsonInterval(7, 10, { level: 0.9 }),
      n: 10,
      basis: 'measured',
    });
    expect(countedShare(7, 10, 0.9)).toEqual(shareEstimate(7, 10, 0.9));
  });

  it('has nothing to say of nobody', () => {
    expect(countedShare(0, 0, 0.95)).toEqual({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 0,
    });
  });
});
