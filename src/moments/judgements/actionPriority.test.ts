import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { actionPriority } from './actionPriority.ts';

const RATINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const ALL = RATINGS.flatMap((severity) =>
  RATINGS.flatMap((occurrence) =>
    RATINGS.map((detection) => ({ severity, occurrence, detection })),
  ),
);

describe('actionPriority', () => {
  it('calls 318 of all 1,000 triples high, 214 medium and 468 low, as the table does', () => {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const ratings of ALL) counts[actionPriority(ratings)] += 1;
    expect(counts).toEqual({ high: 318, medium: 214, low: 468 });
  });

  it.each([
    // severity, occurrence, detection: the corners of each band
    [10, 8, 1, 'high'],
    [9, 6, 1, 'high'],
    [9, 4, 2, 'high'],
    [9, 4, 1, 'medium'],
    [9, 2, 7, 'high'],
    [9, 3, 6, 'medium'],
    [10, 2, 4, 'low'],
    [10, 1, 10, 'low'],
    [8, 6, 2, 'high'],
    [8, 6, 1, 'medium'],
    [7, 4, 7, 'high'],
    [7, 5, 6, 'medium'],
    [7, 3, 5, 'medium'],
    [7, 3, 4, 'low'],
    [6, 8, 5, 'high'],
    [6, 8, 4, 'medium'],
    [5, 6, 2, 'medium'],
    [5, 7, 1, 'low'],
    [4, 4, 7, 'medium'],
    [4, 4, 6, 'low'],
    [3, 8, 5, 'medium'],
    [3, 10, 4, 'low'],
    [2, 7, 10, 'low'],
    [1, 10, 10, 'low'],
  ] as const)(
    'gives severity %i, occurrence %i, detection %i the priority %4$s',
    (severity, occurrence, detection, priority) => {
      expect(actionPriority({ severity, occurrence, detection })).toBe(priority);
    },
  );

  it('never calls for less when any rating rises', () => {
    const rank = { low: 0, medium: 1, high: 2 };
    for (const ratings of ALL) {
      const before = rank[actionPriority(ratings)];
      for (const key of ['severity', 'occurrence', 'detection'] as const) {
        if (ratings[key] === 10) continue;
        const after = rank[actionPriority({ ...ratings, [key]: ratings[key] + 1 })];
        expect(after).toBeGreaterThanOrEqual(before);
      }
    }
  });

  it.each([0, 11, 5.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a rating', (bad) => {
    const good = { severity: 5, occurrence: 5, detection: 5 };
    for (const key of ['severity', 'occurrence', 'detection']) {
      expect(() => actionPriority({ ...good, [key]: bad })).toThrow(ServiceCycleError);
    }
  });
});
