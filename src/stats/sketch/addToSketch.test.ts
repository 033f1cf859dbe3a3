import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { addToSketch } from './addToSketch.ts';
import { bucketBound } from './bucketBound.ts';
import { emptySketch } from './emptySketch.ts';
import { mergeSketches } from './mergeSketches.ts';

describe('addToSketch', () => {
  it('leaves the sketch it adds to as it was', () => {
    const before = addToSketch(emptySketch(), [5, 7]);
    const copy = structuredClone(before);
    addToSketch(before, [1, 100]);
    expect(before).toEqual(copy);
  });

  it('puts a duration on a bound into the bucket below, and the next number into the one above', () => {
    const accuracy = 0.01;
    const growth = (1 + accuracy) / (1 - accuracy);
    for (let bucket = -2000; bucket <= 2000; bucket += 7) {
      const bound = bucketBound(growth, bucket);
      const above = bound * (1 + 2 ** -52);
      expect(addToSketch(emptySketch(), [bound]).buckets).toEqual([[bucket, 1]]);
      expect(addToSketch(emptySketch(), [above]).buckets).toEqual([[bucket + 1, 1]]);
    }
  });

  it('would not notice if a logarithm were rounded another way', () => {
    const random = Array.from({ length: 2000 }, (_, i) => 1.37 ** (i % 90) * (1 + i / 7919));
    const growth = 1.01 / 0.99;
    const onBounds = Array.from({ length: 400 }, (_, i) => bucketBound(growth, i - 200));
    const all = [...random, ...onBounds, ...onBounds.map((bound) => bound * (1 + 1e-15))];
    const expected = addToSketch(emptySketch(), all);
    const log = Math.log;
    try {
      for (const error of [1e-15, -1e-15]) {
        Math.log = (x) => log(x) * (1 + error);
        expect(addToSketch(emptySketch(), all)).toEqual(expected);
      }
    } finally {
      Math.log = log;
    }
  });

  it('takes the largest numbers and the smallest', () => {
    const { zeros, buckets, smallest, largest } = addToSketch(
      emptySketch({ accuracy: 0.001 }),
      [1e300, 1e-300, 5e-324],
    );
    expect(zeros).toBe(1);
    expect(buckets).toHaveLength(2);
    expect([smallest, largest]).toEqual([5e-324, 1e300]);
  });

  it.each([-1, NaN, Infinity])('refuses the duration %d', (duration) => {
    expect(() => addToSketch(emptySketch(), [1, duration])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `a duration is ${duration}; expected a number from 0 to 1e+300`,
      ),
    );
  });
});

describe('emptySketch', () => {
  it.each([0, 0.0009, 0.6, NaN])('refuses the accuracy %d', (accuracy) => {
    expect(() => emptySketch({ accuracy })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `accuracy is ${accuracy}; expected a number from 0.001 to 0.5`,
      ),
    );
  });
});

describe('mergeSketches', () => {
  it('refuses nothing, and sketches of different accuracy', () => {
    expect(() => mergeSketches([])).toThrow(
      'sketches is a list of 0; expected at least one of them',
    );
    expect(() => mergeSketches([emptySketch(), emptySketch({ accuracy: 0.02 })])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'accuracy of a sketch is 0.02; expected 0.01 as of the first',
      ),
    );
  });
});
