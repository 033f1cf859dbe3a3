import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedApart, type Spot } from './movedApart.ts';

const room = { width: 300, height: 360 };
const spots = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 360 }) }),
  { maxLength: 60 },
);
const between = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y);

describe('movedApart', () => {
  it('leaves no mark on another, and moves none that has room', () => {
    fc.assert(
      fc.property(spots, (given) => {
        const placed = movedApart(given, 17, room);
        expect(placed).toHaveLength(given.length);
        for (const [at, spot] of placed.entries()) {
          const others = placed.filter((_, place) => place !== at);
          expect(others.every((other) => between(spot, other) >= 17)).toBe(true);
          const before = given[at] as Spot;
          const isAlone = given.every(
            (other, place) => place === at || between(before, other) >= 17,
          );
          if (isAlone) expect(spot).toBe(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('moves a mark no further than it has to', () => {
    const placed = movedApart(
      [
        { x: 100, y: 100 },
        { x: 103, y: 100 },
      ],
      20,
      room,
    );
    expect(placed[0]).toEqual({ x: 100, y: 100 });
    expect(between(placed[1] as Spot, { x: 103, y: 100 })).toBeLessThanOrEqual(20);
  });
});
