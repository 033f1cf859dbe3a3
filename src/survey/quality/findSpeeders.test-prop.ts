import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import { findSpeeders } from './findSpeeders.ts';
import { mergeDurationTallies } from './mergeDurationTallies.ts';
import { mergeFlags } from './mergeFlags.ts';
import { tallyDurations } from './tallyDurations.ts';

const duration = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 900 }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
  { weight: 1, arbitrary: hostileAnswer },
);
const responses = fc.array(
  duration.map((seconds) => ({ seconds })),
  { maxLength: 25 },
);
const seconds = { duration: 'seconds' } as const;

describe('findSpeeders', () => {
  it('flags those below a third of the median of a sorted list, and nobody else', () => {
    fc.assert(
      fc.property(responses, (some) => {
        const found = findSpeeders(some, seconds);
        const sorted = some
          .map((each) => each.seconds)
          .filter((d): d is number => typeof d === 'number' && d >= 0 && d < Infinity)
          .sort((a, b) => a - b);
        const [low = 0, high = 0] = [
          sorted[Math.floor((sorted.length - 1) / 2)],
          sorted[Math.floor(sorted.length / 2)],
        ];
        const limit = (low + high) / 2 / 3;
        const below = sorted.filter((d) => d < limit * (1 - 1e-9));
        const near = sorted.filter((d) => d < limit * (1 + 1e-9));
        expect(found.flagged.length).toBeGreaterThanOrEqual(below.length);
        expect(found.flagged.length).toBeLessThanOrEqual(near.length);
        expect(2 * found.flagged.length).toBeLessThanOrEqual(sorted.length);
        expect(found.assessed + found.missing + found.invalid).toBe(some.length);
      }),
    );
  });

  it('finds in parts what it finds at once, in whatever order the parts are merged', () => {
    fc.assert(
      fc.property(responses, fc.nat(), fc.nat(), (some, one, other) => {
        const [first = 0, second = 0] = [one, other]
          .map((cut) => cut % (some.length + 1))
          .sort((x, y) => x - y);
        const starts = [0, first, second];
        const parts = [some.slice(0, first), some.slice(first, second), some.slice(second)];
        const [a, b, c] = parts.map((part) => tallyDurations(part, seconds));
        const durations = mergeDurationTallies(mergeDurationTallies(a!, b!), c!);
        expect(mergeDurationTallies(c!, mergeDurationTallies(b!, a!))).toEqual(durations);
        expect(durations).toEqual(tallyDurations(some, seconds));
        const [x, y, z] = parts.map((part, place) =>
          findSpeeders(part, { ...seconds, durations, firstPosition: starts[place]! }),
        );
        expect(mergeFlags(mergeFlags(x!, y!), z!)).toEqual(findSpeeders(some, seconds));
        expect(mergeFlags(z!, mergeFlags(y!, x!))).toEqual(findSpeeders(some, seconds));
      }),
    );
  });

  it('gives a plain value: stored as text and read back it is the same', () => {
    fc.assert(
      fc.property(responses, (some) => {
        const [tally, found] = [tallyDurations(some, seconds), findSpeeders(some, seconds)];
        expect(JSON.parse(JSON.stringify([tally, found]))).toEqual([tally, found]);
      }),
    );
  });

  it('is blind to the order of responses', () => {
    fc.assert(
      fc.property(responses, (some) => {
        const [one, other] = [some, some.toReversed()].map((all) => {
          const { flagged, ...rest } = findSpeeders(all, seconds);
          return { ...rest, flagged: flagged.map((each) => each.duration).sort((a, b) => a - b) };
        });
        expect(other).toEqual(one);
      }),
    );
  });
});
