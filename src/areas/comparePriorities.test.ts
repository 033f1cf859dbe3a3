import { describe, expect, it } from 'vitest';
import {
  type AreaSketch,
  answers,
  cycleOf,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import { comparePriorities } from './comparePriorities.ts';
import { type AreaOptions, prioritizeAreas } from './prioritizeAreas.ts';
import type { AreaPriorities } from './types.ts';

/** Areas that matter equally, so many of 400 favourable. */
function reviewed(
  shares: Readonly<Record<string, number>>,
  options: AreaOptions = {},
): AreaPriorities {
  const sketches = Object.entries(shares).map(
    ([id, percent]): AreaSketch => ({
      id,
      importance: 5,
      asked: { [`${id} liked`]: answers(4 * percent, 400 - 4 * percent) },
    }),
  );
  return prioritizeAreas(cycleOf(sketches), { scores: sketchedScores(sketches) }, options);
}

function verdicts(before: AreaPriorities, after: AreaPriorities): Readonly<Record<string, string>> {
  return Object.fromEntries(
    comparePriorities(before, after).changes.map(({ area, verdict }) => [area, verdict]),
  );
}

describe('comparePriorities', () => {
  it('says which areas have become needier, and which less needy', () => {
    const before = reviewed({ desk: 60, hall: 75, cafe: 90 });
    const after = reviewed({ desk: 91, hall: 75, cafe: 60 });
    expect(verdicts(before, after)).toEqual({ cafe: 'rose', hall: 'noise', desk: 'fell' });
    const { changes, claimedFrom } = comparePriorities(before, after);
    expect(claimedFrom).toBe(0.9);
    expect(changes[0]).toMatchObject({
      area: 'cafe',
      before: { place: 3, level: 'keep' },
      after: { place: 1, level: 'plan' },
      roseShare: 1,
      performance: {
        verdict: 'worse',
        change: { value: expect.closeTo(-0.3, 12), n: 800, unit: 'net-share' },
      },
    });
  });

  it('calls it noise when two areas that are as needy change places', () => {
    const before = reviewed({ desk: 70, hall: 71, cafe: 90 });
    const after = reviewed({ desk: 71, hall: 70, cafe: 90 });
    expect(before.areas.map(({ area }) => area)).not.toEqual(after.areas.map(({ area }) => area));
    expect(verdicts(before, after)).toEqual({ hall: 'noise', desk: 'noise', cafe: 'noise' });
  });

  it('finds nothing changed against itself', () => {
    const once = reviewed({ desk: 60, hall: 75, cafe: 90 });
    for (const { verdict, roseShare, performance } of comparePriorities(once, once).changes) {
      expect(verdict).toBe('noise');
      expect(roseShare).toBeCloseTo(0.5, 1);
      expect(performance).toMatchObject({ verdict: 'noise', change: { value: 0 } });
    }
  });

  it('tells of a better performance though the place stays', () => {
    const { changes } = comparePriorities(
      reviewed({ desk: 60, hall: 80 }),
      reviewed({ desk: 70, hall: 90 }),
    );
    expect(changes.map(({ verdict, performance }) => [verdict, performance?.verdict])).toEqual([
      ['noise', 'better'],
      ['noise', 'better'],
    ]);
  });

  it('does not compare places among different areas, and names the new and the gone', () => {
    const before = reviewed({ desk: 60, hall: 75 });
    const after = reviewed({ cafe: 60, hall: 75 });
    expect(verdicts(before, after)).toEqual({
      cafe: 'new',
      hall: 'not-comparable',
      desk: 'gone',
    });
    const [, hall] = comparePriorities(before, after).changes;
    expect(hall?.performance?.verdict).toBe('noise');
    expect(hall?.roseShare).toBeUndefined();
  });

  it('claims nothing where nothing was redrawn', () => {
    const bare = reviewed({ desk: 60, hall: 75 }, { resamples: 0 });
    expect(verdicts(bare, bare)).toEqual({ desk: 'not-comparable', hall: 'not-comparable' });
  });

  it.each(['200', {}, new Proxy({}, { get: () => 1 }), -1, Number.NaN])(
    'refuses areas of which %o answered',
    (n) => {
      const before = reviewed({ desk: 60, hall: 75 });
      const areas = before.areas.map((area) => ({
        ...area,
        performance: { ...area.performance, n: n as never },
      }));
      expect(() => comparePriorities(before, { ...before, areas })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    },
  );
});
