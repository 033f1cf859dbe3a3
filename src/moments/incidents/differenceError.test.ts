import { describe, expect, it } from 'vitest';
import { differenceError } from './differenceError.ts';

describe('differenceError', () => {
  it('takes each side with one visit more of either end', () => {
    const error = differenceError({
      incident: { dissatisfied: 1, satisfied: 1 },
      noIncident: { dissatisfied: 0, satisfied: 2 },
    });
    expect(error).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 4 + (0.25 * 0.75) / 4), 12);
  });

  it.each([
    [60, -50],
    [1, -3],
    [5, -7],
  ])('is a number also of counts that do not go together: %d and %d', (dissatisfied, satisfied) => {
    const error = differenceError({
      incident: { dissatisfied, satisfied },
      noIncident: { dissatisfied: 1, satisfied: 1 },
    });
    expect(error).toBeGreaterThanOrEqual(0);
    expect(error).toBeLessThan(Infinity);
  });
});
