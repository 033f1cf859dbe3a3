import { describe, expect, it } from 'vitest';
import { studentTPValue } from './studentTPValue.ts';
import { studentTQuantile } from './studentTQuantile.ts';

describe('studentTPValue', () => {
  it('is 1 where nothing differs, and the same on either side', () => {
    expect(studentTPValue(0, 3)).toBe(1);
    expect(studentTPValue(-0, 3)).toBe(1);
    expect(studentTPValue(-1.3, 3)).toBe(studentTPValue(1.3, 3));
  });

  it('is what the level leaves at the limits of an interval', () => {
    for (const df of [1, 2.7, 30, 1e6]) {
      expect(studentTPValue(studentTQuantile(0.975, df), df)).toBeCloseTo(0.05, 12);
    }
  });
});
