import { describe, expect, it } from 'vitest';
import { checkScale } from './checkScale.ts';

describe('checkScale', () => {
  it.each([
    { min: 0, max: 1 },
    { min: -5, max: 5 },
    { min: 0, max: 100, step: 0.01 },
  ])('takes %o', (scale) => {
    expect(() => {
      checkScale(scale);
    }).not.toThrow();
  });

  it.each([
    { min: 5, max: 1 },
    { min: 1, max: 1 },
    { min: Number.NaN, max: 5 },
    { min: 1, max: Infinity },
    { min: 1, max: 2_147_483_648 },
    { min: 1, max: 5, step: 0 },
    { min: 1, max: 5, step: -1 },
  ])('refuses %o', (scale) => {
    expect(() => {
      checkScale(scale);
    }).toThrow(expect.objectContaining({ code: 'wrong-scale' }));
  });
});
