import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JointEffect, JointEffects } from './jointTypes.ts';
import { shrunkHarms } from './shrunkHarms.ts';

type Sketch = readonly [value: number, standardError: number, incidents: number];

/** Effects that do not vary together. */
function effectsOf(...sketches: readonly Sketch[]): Pick<JointEffects, 'moments' | 'covariance'> {
  return {
    moments: sketches.map(
      ([value, standardError, incidents], place) =>
        ({
          kind: 'estimate',
          moment: String(place),
          value,
          standardError,
          incidents,
        }) as JointEffect,
    ),
    covariance: sketches.map(([, error], i) => sketches.map((_, j) => (i === j ? error ** 2 : 0))),
  };
}

describe('shrunkHarms', () => {
  it('take off as much as the noise of one moment lets expect', () => {
    expect(shrunkHarms(effectsOf([0.5, 0.1, 40]))[0]).toBeCloseTo(0.48, 12);
    expect(shrunkHarms(effectsOf([0.2, 0.1, 40]))[0]).toBeCloseTo(0.15, 12);
    // 0.5 - 0.01/0.5, and the moment that seems to do good takes nothing off it.
    const beside = shrunkHarms(effectsOf([0.5, 0.1, 40], [-0.3, 0.1, 40]));
    expect(beside.map((harm) => harm?.toFixed(6))).toEqual(['0.480000', '0.000000']);
  });

  it('are nothing where an effect is no more than its error, or below 0', () => {
    for (const value of [0.1, 0.05, 0, -0.5]) {
      expect(shrunkHarms(effectsOf([value, 0.1, 40]))).toEqual([0]);
    }
  });

  it('give back what several mild harms are sure of together', () => {
    const mild: Sketch = [0.2, 0.1, 40];
    const harms = shrunkHarms(effectsOf(mild, mild, mild, mild));
    // Four times 40 · 0.2 is 32, with an error of 8: 32 - 64/32 = 30 customers, and not 4 · 40 · 0.15 = 24.
    expect(harms.reduce<number>((sum, harm) => sum + 40 * (harm ?? 0), 0)).toBeCloseTo(30, 10);
  });

  it('say nothing of a moment without an effect', () => {
    const { moments, covariance } = effectsOf([0.5, 0.1, 40]);
    const gap = {
      kind: 'not-estimable',
      moment: 'gap',
      reason: 'too-few',
      n: 9,
      incidents: 1,
      duplicates: [],
    } as const;
    const [none, harm] = shrunkHarms({ moments: [gap, ...moments], covariance });
    expect(none).toBeUndefined();
    expect(harm).toBeCloseTo(0.48, 12);
  });

  it('are shares, and never more than the effects', () => {
    const sketch = fc.tuple(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 1e-9, max: 2, noNaN: true }),
      fc.nat(1e6),
    );
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 8 }), (sketches) => {
        for (const [place, harm] of shrunkHarms(effectsOf(...sketches)).entries()) {
          const [value = 0] = sketches[place] ?? [];
          expect(harm).toBeGreaterThanOrEqual(0);
          expect(harm).toBeLessThanOrEqual(Math.min(1, Math.max(0, value)) + 1e-12);
        }
      }),
    );
  });
});
