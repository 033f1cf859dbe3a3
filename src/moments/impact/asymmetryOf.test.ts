import { describe, expect, it } from 'vitest';
import { asymmetryOf, drawsFrom } from './asymmetryOf.ts';
import type { BandEffect, ImpactSettings } from './impactTypes.ts';

const settings: ImpactSettings = {
  seed: 1,
  resamples: 1000,
  minimumCases: 10,
  thresholds: { hybrid: 0.2, extreme: 0.7 },
  level: 0.9,
};

const draws = () => drawsFrom(settings);

function effect(coefficient: number, size: number, standardError = 0.1): BandEffect {
  return { cases: 50, coefficient, standardError, sign: 'expected', size, varianceInflation: 1 };
}

function intervalOf(low: number, high: number, standardError = 0.5) {
  const [penalty, reward] = [effect(-low, low, standardError), effect(high, high, standardError)];
  const found = asymmetryOf(penalty, reward, 0, false, settings, draws);
  return found.kind === 'estimate' ? found.interval : undefined;
}

describe('asymmetryOf', () => {
  it.each([
    ['hybrid, on the threshold of a hybrid', 3, 2, { impactClass: 'hybrid' }],
    ['a dissatisfier beyond it', 4, 2, { impactClass: 'dissatisfier' }],
    ['a satisfier beyond it', 2, 4, { impactClass: 'satisfier' }],
    ['a frustrator', 9, 1, { impactClass: 'dissatisfier', extreme: 'frustrator' }],
    ['a delighter', 1, 9, { impactClass: 'satisfier', extreme: 'delighter' }],
    ['no extreme on the threshold of one', 17, 3, { impactClass: 'dissatisfier' }],
  ] as const)('calls it %s', (_, penalty, reward, expected) => {
    const found = asymmetryOf(
      effect(-penalty, penalty),
      effect(reward, reward),
      0,
      true,
      settings,
      draws,
    );
    expect(found).toEqual({
      kind: 'estimate',
      value: (reward - penalty) / (reward + penalty),
      ...expected,
    });
  });

  it('holds the value within its interval, as wide as the errors are', () => {
    const [narrow, wide] = [intervalOf(4, 1, 0.1), intervalOf(4, 1, 0.2)];
    expect(narrow?.low).toBeLessThan(-0.6);
    expect(narrow?.high).toBeGreaterThan(-0.6);
    // By the delta method: 2 / 25 · sqrt(1² + 4²) · 0.1 = 0.033, times 1.645 to either side.
    expect((narrow?.high ?? NaN) - (narrow?.low ?? NaN)).toBeCloseTo(2 * 1.645 * 0.033, 1);
    expect((wide?.high ?? NaN) - (wide?.low ?? NaN)).toBeGreaterThan(
      1.7 * ((narrow?.high ?? NaN) - (narrow?.low ?? NaN)),
    );
  });

  it('reaches to both ends where one draw in ten has no asymmetry', () => {
    // Either coefficient is of the wrong sign in about a third of the draws, both in a ninth.
    expect(intervalOf(0.2, 0.2)).toMatchObject({ low: -1, high: 1 });
  });
});
