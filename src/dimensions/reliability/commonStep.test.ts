import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { commonStep } from './commonStep.ts';

describe('commonStep', () => {
  it.each([
    [[1, 1], 1],
    [[1, 2], 1],
    [[2, 4], 2],
    [[0.5, 1, 2], 0.5],
    [[0.25, 0.1], 0.05],
    [[0.3, 0.7], 0.1],
    [[1 / 3, 1], 1 / 3],
    [[0.1, 0.2, 0.3, 0.6], 0.1],
    [[1000, 0.001], 0.001],
  ])('of steps %j is %d', (steps, common) => {
    const items = steps.map((step) => ({ id: 'q', scale: { min: 0, max: step, step } }));
    expect(Math.abs(commonStep(items) - common)).toBeLessThan(EXACT);
  });

  it('is 1 where no step is said', () => {
    expect(commonStep([{ id: 'q', scale: { min: 1, max: 5 } }])).toBe(1);
  });
});
