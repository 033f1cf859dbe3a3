import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { addToSketch } from './addToSketch.ts';
import { emptySketch } from './emptySketch.ts';
import { mergeSketches } from './mergeSketches.ts';
import { quantileOf } from './quantileOf.ts';

function valueOf(durations: readonly number[], share: number): number {
  const found = quantileOf(addToSketch(emptySketch(), durations), share);
  if (found.kind !== 'estimate') throw new Error(found.reason);
  return found.value;
}

describe('quantileOf', () => {
  it('gives the same duration back where all are the same', () => {
    const waits = new Array<number>(1000).fill(30);
    for (const share of [0, 0.01, 0.5, 0.95, 1]) expect(valueOf(waits, share)).toBe(30);
  });

  it('gives the shortest and the longest exactly', () => {
    const waits = [41.7, 12.3, 300.9, 35];
    expect(valueOf(waits, 0)).toBe(12.3);
    expect(valueOf(waits, 0.25)).toBe(12.3);
    expect(valueOf(waits, 1)).toBe(300.9);
  });

  it('takes the nearest rank: 7 of 100 is the seventh, though 0.07 · 100 is above 7', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 10 ** ((i + 1) / 10));
    expect(Math.abs(valueOf(hundred, 0.07) / 10 ** 0.7 - 1)).toBeLessThan(0.01);
    expect(Math.abs(valueOf(hundred, 0.0701) / 10 ** 0.8 - 1)).toBeLessThan(0.01);
  });

  it('is 0 while most did not wait at all', () => {
    expect(valueOf([0, 0, 0, 8, 9], 0.6)).toBe(0);
    expect(valueOf([0, 0, 0, 8, 9], 0.61)).toBeCloseTo(8, 0);
    expect(valueOf([0, -0, 0], 0.5)).toBe(0);
  });

  it('cannot be told of no durations', () => {
    expect(quantileOf(emptySketch(), 0.5)).toEqual({
      kind: 'not-estimable',
      reason: 'no-data',
      n: 0,
    });
  });

  it.each([-0.1, 1.1, 95, NaN])('refuses the share %d', (share) => {
    expect(() => quantileOf(emptySketch(), share)).toThrow(
      new ServiceCycleError('invalid-argument', `share is ${share}; expected a number from 0 to 1`),
    );
  });
});

describe('a sketch changed by hand', () => {
  const sketch = addToSketch(emptySketch(), [0, 12, 30, 35, 41, 300]);

  it.each<[string, object]>([
    ['an accuracy that makes no end of buckets', { accuracy: 5e-324 }],
    ['no accuracy', { accuracy: NaN }],
    ['a bucket at the end of all', { buckets: [[-Infinity, 5]] }],
    ['a count that is none', { buckets: [[1, NaN]] }],
    ['buckets that hold too few', { buckets: sketch.buckets.slice(1) }],
    ['a number of durations that is none', { n: NaN }],
    ['less than none of no length', { zeros: -1, n: 4 }],
    ['a shortest above the longest', { smallest: 301 }],
    ['no longest', { largest: undefined }],
    ['ends, though it is empty', { n: 0, zeros: 0, buckets: [] }],
  ])('is refused with %s', (_, changed) => {
    const odd = { ...sketch, ...changed };
    for (const use of [
      () => quantileOf(odd, 0.5),
      () => addToSketch(odd, [1]),
      () => mergeSketches([odd]),
    ]) {
      expect(use).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    }
  });
});
