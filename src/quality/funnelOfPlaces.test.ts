import { describe, expect, it } from 'vitest';
import { funnelOfPlaces } from './funnelOfPlaces.ts';
import type { Funnel, PlaceShare } from './types.ts';

function shares(
  ...counts: readonly (readonly [count: number, n: number])[]
): readonly PlaceShare[] {
  return counts.map(([count, n], at) => ({ place: `${at}`, count, n }));
}

function funnelOf(...of: Parameters<typeof funnelOfPlaces>): Funnel {
  const found = funnelOfPlaces(...of);
  if (found.kind !== 'funnel') throw new Error(found.reason);
  return found;
}

describe('funnelOfPlaces', () => {
  it('names why there is none', () => {
    const reason = (...of: Parameters<typeof funnelOfPlaces>): unknown => {
      const found = funnelOfPlaces(...of);
      return found.kind === 'not-estimable' && found.reason;
    };
    expect(reason([])).toBe('no-data');
    expect(reason(shares([0, 0]))).toBe('no-data');
    expect(reason(shares([3, 5], [0, 0]))).toBe('one-place');
    expect(reason(shares([5, 5], [9, 9]))).toBe('all-or-none');
    expect(reason(shares([0, 5], [0, 9]))).toBe('all-or-none');
  });

  it('holds a single place against a given target', () => {
    const { places, targetFrom } = funnelOf(shares([50, 100]), { target: 0.8 });
    expect([targetFrom, places[0]?.verdict, places[0]?.direction]).toEqual([
      'given',
      'alarm',
      'below',
    ]);
  });

  it('passes over a place without anything to count, and names it', () => {
    expect(funnelOf(shares([3, 5], [0, 0], [4, 5]))).toMatchObject({
      empty: ['1'],
      places: { length: 2 },
    });
  });

  it('says where so few could not be told from chance', () => {
    const { places } = funnelOf(shares([0, 2], [50, 100]), { target: 0.5 });
    expect(places.map(({ reason }) => reason)).toEqual(['too-few-to-tell', 'as-chance-has-it']);
  });

  it('does not alarm at thirty of thirty where 97 % are usual, though they lie above the drawn limit', () => {
    const [place] = funnelOf(shares([30, 30]), { target: 0.97 }).places;
    expect(place?.value).toBeGreaterThan(place!.alarm.high);
    expect(place?.verdict).toBe('within');
  });

  it('widens limits from ten places on where places differ more than chance has it', () => {
    const split = (places: number): readonly PlaceShare[] =>
      shares(...Array.from({ length: places }, (_, at) => [at % 2 ? 60 : 90, 100] as const));
    const few = funnelOf(split(8)).overdispersion;
    expect([few.isApplied, few.winsorized, few.pValue < 0.001]).toEqual([false, 0, true]);
    const many = funnelOf(split(10));
    expect([many.overdispersion.isApplied, many.overdispersion.winsorized]).toEqual([true, 1]);
    expect(many.places.every(({ verdict }) => verdict === 'within')).toBe(true);
    const plain = funnelOf(shares([75, 100]), { target: 0.75 }).places[0]!;
    const factor = Math.sqrt(many.overdispersion.phi);
    expect(many.places[0]!.warning.low).toBeCloseTo(0.75 - factor * (0.75 - plain.warning.low), 12);
  });

  it('takes the outermost tenth of many for the next one inwards', () => {
    const { overdispersion, places } = funnelOf(
      shares(
        [0, 100],
        ...Array.from({ length: 18 }, (_, at) => [45 + (at % 9), 100] as const),
        [100, 100],
      ),
      { target: 0.5 },
    );
    const sorted = places.map(({ z }) => z).toSorted((a, b) => a - b);
    const kept = sorted.map((z) => Math.min(sorted[17]!, Math.max(sorted[2]!, z)));
    expect(overdispersion.winsorized).toBe(2);
    expect(overdispersion.phi).toBeCloseTo(kept.reduce((sum, z) => sum + z * z, 0) / 20, 12);
  });

  it('says how many places lie beyond limits by chance', () => {
    const { expectedFalse } = funnelOf(shares([4, 9], [5, 9]));
    expect(expectedFalse).toEqual({ warnings: 0.1, alarms: 0.004 });
  });

  it.each([
    ['a target of 1', shares([1, 2]), { target: 1 }],
    ['more than all', shares([3, 2]), {}],
    ['half a customer', shares([0.5, 2]), {}],
    ['a place that comes twice', [...shares([1, 2]), ...shares([1, 3])], {}],
  ])('refuses %s', (_, places, options) => {
    expect(() => funnelOfPlaces(places, options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
