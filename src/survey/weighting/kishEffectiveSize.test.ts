import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { kishEffectiveSize } from './kishEffectiveSize.ts';

describe('kishEffectiveSize', () => {
  it('is the number of answers where all weigh the same', () => {
    expect(kishEffectiveSize([2, 2, 2, 2])).toEqual({
      kind: 'effective-size',
      n: 4,
      effectiveN: 4,
      designEffect: 1,
    });
  });

  it('halves where half of the answers count for nothing', () => {
    expect(kishEffectiveSize([1, 0, 1, 0])).toMatchObject({ n: 4, effectiveN: 2, designEffect: 2 });
  });

  it('is 1 where one answer outweighs all others', () => {
    expect(kishEffectiveSize([1e300, 1, 1])).toMatchObject({
      n: 3,
      effectiveN: 1,
      designEffect: 3,
    });
  });

  it('neither overflows nor underflows', () => {
    expect(kishEffectiveSize([1e300, 1e300])).toMatchObject({ effectiveN: 2 });
    expect(kishEffectiveSize([1e-300, 1e-300])).toMatchObject({ effectiveN: 2 });
  });

  it('takes typed arrays', () => {
    expect(kishEffectiveSize(Float64Array.of(3, 3))).toMatchObject({ effectiveN: 2 });
  });

  it('is not estimable without a weight above 0', () => {
    expect(kishEffectiveSize([])).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
    expect(kishEffectiveSize([0, 0])).toEqual({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 2,
    });
  });

  it.each([-1, NaN, Infinity])('refuses the weight %d', (weight) => {
    expect(() => kishEffectiveSize([1, weight, 1])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `weight 1 is ${weight}; expected a finite number, 0 or more`,
      ),
    );
  });
});
