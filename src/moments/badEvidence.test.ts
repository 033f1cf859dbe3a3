import { describe, expect, it } from 'vitest';
import type { Visit } from '../model/observations.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import { visitEvidence } from './visitEvidence.ts';
import { tallyVisits } from './visits/tallyVisits.ts';

const quiet = { name: 'Quiet', contact: 'none' } as const;
const cycle = { id: 'c', name: 'C', moments: ['a', 'b'].map((id) => ({ ...quiet, id })) };

/** Visits as they come from outside, whatever is in them. */
function detect(visits: readonly unknown[], options = {}) {
  const tally = tallyVisits(cycle, visits as readonly Visit<never>[]);
  return detectCriticalMoments(cycle, { evidence: visitEvidence(tally), ...options });
}

function times(count: number, visit: unknown): unknown[] {
  return Array.from({ length: count }, () => visit);
}

/** By moment, its level and why visits do not tell. */
function gapsIn(visits: readonly unknown[]) {
  return Object.fromEntries(
    detect(visits)
      .moments.toSorted((one, other) => (one.moment < other.moment ? -1 : 1))
      .map(({ moment, level, reasons }) => [
        moment,
        [
          level,
          ...reasons.map((reason) =>
            reason.code === 'evidence-gap' ? `${reason.of}: ${reason.because}` : reason.code,
          ),
        ],
      ]),
  );
}

const fine = { moments: { a: { incident: false } }, overall: 5 };
const bad = { moments: { a: { incident: true } }, overall: 1 };

describe('evidence that cannot be used', () => {
  it('is named: ratings off their scale, moments that the cycle does not have, no outcome', () => {
    const { visits } = detect([
      { moments: { a: { rating: 0 } }, overall: 3 },
      { moments: { a: { rating: 11 } }, overall: 3 },
      { moments: { z: { rating: 3 } }, overall: 3 },
      { moments: { a: { rating: 3 } } },
      'no visit at all',
    ]);
    expect(visits).toMatchObject({ visits: 4, unreadable: 1, unknownMoments: [] });
    expect(visits?.outcome.unknown).toBe(1);
    expect(visits?.issues.map(({ code, count }) => [code, count])).toEqual(
      expect.arrayContaining([
        ['invalid-rating', 2],
        ['unknown-moment', 1],
        ['no-outcome', 1],
        ['visit-not-an-object', 1],
      ]),
    );
  });

  it('says that nobody passed a moment', () => {
    expect(gapsIn([...times(50, fine), bad])['b']).toEqual([
      'not-assessed',
      'incident-effect: nobody-passed',
    ]);
  });

  it('says that an incident which everyone had can be compared with nothing', () => {
    expect(gapsIn(times(20, bad))['a']).toEqual([
      'not-assessed',
      'incident-effect: only-incidents',
      'weakest-link: too-few',
    ]);
  });

  it.each([
    ['no visit tells how it ended', times(50, { moments: { a: { incident: true } } }), 'no-data'],
    ['there were no incidents', times(50, fine), 'no-incidents'],
    [
      'nobody was dissatisfied',
      [...times(50, fine), { moments: { a: { incident: true } }, overall: 5 }],
      'nobody-dissatisfied',
    ],
    [
      'everybody was',
      [...times(50, bad), { moments: { a: { incident: false } }, overall: 1 }],
      'everybody-dissatisfied',
    ],
  ])('says that %s', (_, visits, because) => {
    expect(gapsIn(visits)['a']).toContain(`incident-effect: ${because}`);
  });

  it('finds nothing in one respondent', () => {
    expect(gapsIn([bad])).toEqual({
      a: ['not-assessed', 'incident-effect: only-incidents', 'weakest-link: too-few'],
      b: ['not-assessed', 'incident-effect: nobody-passed'],
    });
    expect(gapsIn([{ moments: { a: { rating: 1 }, b: { rating: 5 } }, overall: 1 }])).toEqual({
      a: [
        'not-assessed',
        'incident-effect: only-incidents',
        'impact-asymmetry: too-few',
        'weakest-link: too-few',
      ],
      b: ['not-assessed', 'incident-effect: no-incidents', 'impact-asymmetry: too-few'],
    });
  });

  it('finds nothing in no visits at all', () => {
    expect(gapsIn([])).toEqual({
      a: ['not-assessed', 'incident-effect: nobody-passed'],
      b: ['not-assessed', 'incident-effect: nobody-passed'],
    });
  });

  it('names moments whose ratings are the same in every visit', () => {
    const visits = Array.from({ length: 300 }, (_, place) => {
      const rating = 1 + (place % 5);
      return { moments: { a: { rating }, b: { rating } }, overall: 1 + ((place + rating) % 5) };
    });
    expect(gapsIn(visits)['b']).toContain('impact-asymmetry: collinear');
  });

  it('names a moment that the cycle got after the visits were counted, and one that it lost', () => {
    const tally = tallyVisits(cycle, times(20, fine) as Visit<never>[]);
    const changed = {
      ...cycle,
      moments: [
        { ...quiet, id: 'a' },
        { ...quiet, id: 'new' },
      ],
    };
    const { visits, moments } = detectCriticalMoments(changed, { evidence: visitEvidence(tally) });
    expect(visits?.unknownMoments).toEqual(['b']);
    expect(moments.find(({ moment }) => moment === 'new')).toMatchObject({
      level: 'not-assessed',
      reasons: [{ code: 'evidence-gap', because: 'not-in-tally', n: 0 }],
    });
  });

  it('refuses the visits of another cycle, which is a mistake in the program', () => {
    const visits = tallyVisits({ ...cycle, id: 'other' }, []);
    expect(() => detectCriticalMoments(cycle, { evidence: visitEvidence(visits) })).toThrow(
      new ServiceCycleError('invalid-argument', 'the cycle of the visits is "other"; expected "c"'),
    );
  });
});
