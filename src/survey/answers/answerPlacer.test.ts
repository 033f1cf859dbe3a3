import { describe, expect, it } from 'vitest';
import { answerPlacer } from './answerPlacer.ts';

describe('answerPlacer', () => {
  it.each([
    { min: NaN, max: 5 },
    { min: 1, max: NaN },
    { min: 5, max: 1 },
    { min: 1, max: 2 ** 60 },
    { min: 1, max: 5, step: 0 },
  ])('refuses the scale %o, so that nothing is counted on it', (scale) => {
    expect(() => answerPlacer({ id: 'food', scale, firstCell: 0 })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
