import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areUsual, byteRun } from './byteRun.ts';

const byte = fc.integer({ min: 0, max: 255 });

describe('bytes looked at four at a time', () => {
  it('are usual where each by itself is', () => {
    const nearTheRun = fc
      .tuple(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 127 }))
      .chain(([one, other]) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const usual = fc.integer({ min: low, max: high });
        const any = fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: byte });
        return fc.record({
          low: fc.constant(low),
          high: fc.constant(high),
          values: fc.array(any, { maxLength: 40 }),
          from: fc.integer({ min: 0, max: 9 }).map((words) => 4 * words),
          count: fc.integer({ min: 0, max: 9 }).map((words) => 4 * words),
        });
      });
    fc.assert(
      fc.property(nearTheRun, ({ low, high, values, from, count }) => {
        const bytes = Uint8Array.from(values);
        const start = Math.min(from, bytes.length & ~3);
        const to = Math.min(bytes.length & ~3, start + count);
        const run = byteRun(bytes, low, high);
        const isEach = bytes.subarray(start, to).every((each) => each >= low && each <= high);
        expect(run && areUsual(run, start, to)).toBe(isEach);
      }),
    );
  });

  it('are told by every byte in every place of a word', () => {
    for (let value = 0; value < 256; value += 1) {
      for (let place = 0; place < 4; place += 1) {
        const bytes = new Uint8Array(4).fill(5);
        bytes[place] = value;
        const run = byteRun(bytes, 3, 7);
        expect(run && areUsual(run, 0, 4)).toBe(value >= 3 && value <= 7);
      }
    }
  });

  it('are not said to be where they are no whole words', () => {
    const run = byteRun(new Uint8Array(12), 0, 1);
    expect(run && [areUsual(run, 0, 12), areUsual(run, 0, 11), areUsual(run, 2, 12)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are left to be looked at one by one where they start within a word, or go beyond 127', () => {
    const bytes = new Uint8Array(12);
    expect(byteRun(bytes.subarray(1), 0, 1)).toBeUndefined();
    expect(byteRun(bytes, 0, 128)).toBeUndefined();
    expect(byteRun(bytes, 0, -1)).toBeUndefined();
    expect(byteRun(bytes.subarray(4), 0, 127)).toBeDefined();
  });
});
