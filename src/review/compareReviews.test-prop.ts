import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationsOf, observedCycle } from '../../test/support/arbitraryObservations.ts';
import { observed } from '../../test/support/observed.ts';
import { compareReviews } from './compareReviews.ts';
import { reviewCycle } from './reviewCycle.ts';
import type { Review } from './types.ts';

const options = { areas: { resamples: 40 }, detection: { resamples: 10 } };
const twoReviews = observedCycle.chain(([cycle, before]) =>
  observationsOf(cycle).map(
    (after) =>
      [before, after].map((rows) => reviewCycle(cycle, observed(cycle, rows), options)) as [
        Review,
        Review,
      ],
  ),
);
const few = { numRuns: 25 };

const BACK: { readonly [verdict: string]: string } = {
  'became-critical': 'ceased-to-be-critical',
  'ceased-to-be-critical': 'became-critical',
  'met-anew': 'lost',
  lost: 'met-anew',
  rose: 'fell',
  fell: 'rose',
};

/** Every verdict on a moment, a standard, the place of an area and a score. */
function verdictsOf(before: Review, after: Review): readonly string[] {
  const { moments, standards, areas, scores } = compareReviews(before, after);
  return [
    ...moments.map(({ moment, verdict }) => `moment ${moment} ${verdict}`),
    ...standards.map(({ standard, verdict }) => `standard ${standard} ${verdict}`),
    ...areas.changes.map(({ area, verdict }) => `area ${area} ${verdict}`),
    ...scores.questions.map(
      (one) => `score ${one.question} ${one.kind === 'comparison' ? one.verdict : one.kind}`,
    ),
  ].sort();
}

describe('compareReviews', () => {
  it('finds no change between any review and itself', () => {
    fc.assert(
      fc.property(twoReviews, ([review]) => {
        const { moments, standards, plans, areas, scores } = compareReviews(review, review);
        expect([...moments, ...standards]).toEqual([]);
        expect(plans.filter(({ verdict }) => verdict === 'verified')).toEqual([]);
        for (const { verdict } of areas.changes) expect(verdict).toBe('noise');
        for (const one of scores.questions) {
          if (one.kind === 'comparison') expect(one.verdict).toBe('no-proven-change');
        }
      }),
      few,
    );
  });

  it('reverses every change when two reviews change places', () => {
    fc.assert(
      fc.property(twoReviews, ([before, after]) => {
        const turned = verdictsOf(before, after).map((said) => {
          const at = said.lastIndexOf(' ') + 1;
          return said.slice(0, at) + (BACK[said.slice(at)] ?? said.slice(at));
        });
        expect(verdictsOf(after, before)).toEqual([...turned].sort());
      }),
      few,
    );
  });
});
