import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToSketch } from './addToSketch.ts';
import { emptySketch } from './emptySketch.ts';
import { mergeSketches } from './mergeSketches.ts';
import type { QuantileSketch } from './quantileSketch.ts';

const accuracy = fc.constantFrom(0.001, 0.01, 0.2);
const duration = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 1.02),
  fc.double({ min: 0, max: 1e5, noNaN: true }),
);
const part = fc.array(duration, { maxLength: 20 });

describe('mergeSketches', () => {
  it('gives the sketch of all durations at once, whichever way they are parted', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), accuracy, (parts, accuracy) => {
        const empty = emptySketch({ accuracy });
        const whole = addToSketch(empty, parts.flat());
        expect(mergeSketches(parts.map((each) => addToSketch(empty, each)))).toEqual(whole);
        expect(parts.reduce<QuantileSketch>(addToSketch, empty)).toEqual(whole);
      }),
    );
  });

  it('does not depend on the order, nor on what is merged first', () => {
    fc.assert(
      fc.property(part, part, part, (...parts) => {
        const [a, b, c] = parts.map((each) => addToSketch(emptySketch(), each));
        const left = mergeSketches([mergeSketches([a!, b!]), c!]);
        expect(mergeSketches([a!, mergeSketches([b!, c!])])).toEqual(left);
        expect(mergeSketches([c!, a!, b!])).toEqual(left);
        expect(mergeSketches([left, emptySketch()])).toEqual(left);
      }),
    );
  });

  it('does not depend on the order of the durations, to the last byte', () => {
    fc.assert(
      fc.property(part, (all) => {
        const textOf = (durations: readonly number[]): string =>
          JSON.stringify(addToSketch(emptySketch(), durations));
        expect(textOf(all.toReversed())).toBe(textOf(all));
      }),
    );
  });

  it('goes on from JSON as if it had never been written', () => {
    fc.assert(
      fc.property(part, part, (before, after) => {
        const sketch = addToSketch(emptySketch(), before);
        const read = JSON.parse(JSON.stringify(sketch)) as QuantileSketch;
        expect(read).toEqual(sketch);
        expect(addToSketch(read, after)).toEqual(addToSketch(sketch, after));
      }),
    );
  });
});
