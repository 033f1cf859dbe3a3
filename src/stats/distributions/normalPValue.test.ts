import { describe, expect, it } from 'vitest';
import { normalPValue } from './normalPValue.ts';
import { normalQuantile } from './normalQuantile.ts';

describe('normalPValue', () => {
  it('is 1 where nothing differs, and the same on either side', () => {
    expect(normalPValue(0)).toBe(1);
    expect(normalPValue(-0)).toBe(1);
    expect(normalPValue(-1.3)).toBe(normalPValue(1.3));
  });

  it('is what the level leaves at the limits of an interval', () => {
    for (const level of [0.5, 0.9, 0.95, 0.999]) {
      expect(normalPValue(normalQuantile((1 + level) / 2))).toBeCloseTo(1 - level, 12);
    }
  });
});
