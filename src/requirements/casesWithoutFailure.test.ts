import { describe, expect, it } from 'vitest';
import { casesWithoutFailure } from './casesWithoutFailure.ts';

describe('casesWithoutFailure', () => {
  it.each([
    [0.5, 0.5, 1],
    [0.9, 0.95, 29],
    [0.95, 0.95, 59],
    [0.99, 0.95, 299],
    [0.999, 0.95, 2995],
    [0.25, 0.75, 1],
    [0.9, 0.271, 3],
  ])('proves %d at the level %d by %d cases, and by none fewer', (share, level, n) => {
    expect(casesWithoutFailure(share, { level })).toBe(n);
    expect(share ** n).toBeLessThanOrEqual(1 - level + 1e-12);
    if (n > 1) expect(share ** (n - 1)).toBeGreaterThan(1 - level);
  });

  it.each([0, 1, -1, Number.NaN])('refuses %d as a share', (share) => {
    expect(() => casesWithoutFailure(share)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
