import { describe, expect, it } from 'vitest';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { type WeakestLinkThresholds, weakestLink } from './weakestLink.ts';

const cycle = {
  id: 'c',
  name: 'C',
  moments: ['first', 'second', 'seldom'].map((id) => ({
    id,
    name: id,
    contact: 'none' as const,
  })),
};

/** So many visits, of which the first ones have an incident at each moment. */
function visitsOf(count: number, first: number, second: number, seldom?: number): Visit[] {
  return Array.from({ length: count }, (_, place) => ({
    moments: {
      first: { incident: place < first },
      second: { incident: place < second },
      ...(seldom !== undefined &&
        place % 10 === 0 && { seldom: { incident: place < 10 * seldom } }),
    },
  }));
}

function reasonsOf(visits: readonly Visit[], thresholds: WeakestLinkThresholds = {}) {
  const rule: CriticalMomentRule = (moment, context) => weakestLink(moment, context, thresholds);
  const { moments } = detectCriticalMoments(cycle, {
    evidence: visitEvidence(tallyVisits(cycle, visits)),
    rules: [rule],
    resamples: 0,
  });
  return moments.flatMap(({ moment, reasons }) => reasons.map((reason) => [moment, reason]));
}

describe('weakestLink', () => {
  it('asks to watch the moment where most visits go wrong, which is no proof that it matters', () => {
    expect(reasonsOf(visitsOf(100, 10, 25))).toMatchObject([
      [
        'second',
        {
          code: 'weakest-link',
          level: 'watch',
          basis: 'measured',
          n: 100,
          flawlessShare: { value: 0.75 },
          perVisit: 0.75,
          minimumVisits: 30,
        },
      ],
    ]);
  });

  it('counts by visit: a moment that few pass is not the weakest, however often it goes wrong', () => {
    // At 20 of 40 that pass it, but 20 of all 400.
    const reasons = reasonsOf(visitsOf(400, 40, 30, 20));
    expect(reasons).toMatchObject([['first', { n: 400, perVisit: 0.9 }]]);
  });

  it('names all that tie, and none where nothing ever goes wrong', () => {
    expect(reasonsOf(visitsOf(100, 25, 25))).toMatchObject([
      ['first', {}],
      ['second', {}],
    ]);
    expect(reasonsOf(visitsOf(100, 0, 0))).toEqual([]);
  });

  it('does not call a link the weakest on a handful of visits', () => {
    expect(reasonsOf(visitsOf(29, 1, 4))).toMatchObject([
      ['second', { code: 'evidence-gap', of: 'weakest-link', because: 'too-few', n: 29 }],
    ]);
    expect(reasonsOf(visitsOf(29, 1, 4), { minimumVisits: 29 })).toMatchObject([
      ['second', { code: 'weakest-link' }],
    ]);
  });

  it('takes a single visit where that is enough', () => {
    expect(reasonsOf(visitsOf(1, 0, 1), { minimumVisits: 1 })).toMatchObject([
      ['second', { code: 'weakest-link', n: 1 }],
    ]);
  });

  it('makes it critical where it is told to', () => {
    expect(reasonsOf(visitsOf(100, 10, 25), { gives: 'critical' })).toMatchObject([
      ['second', { level: 'critical' }],
    ]);
  });

  it.each([0, 2.5, NaN])('refuses %d as the least number of visits', (minimumVisits) => {
    expect(() => reasonsOf([], { minimumVisits })).toThrow(ServiceCycleError);
  });
});
