import { describe, expect, it } from 'vitest';
import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import { firstDirectContact } from './criticalMomentRules.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import type { MomentVerdict } from './types.ts';

function verdictsOf(...moments: MomentOfTruth[]): readonly MomentVerdict[] {
  return detectCriticalMoments({ id: 'c', name: 'C', moments }).moments;
}

function judged(severity: number, occurrence: number, detection: number) {
  return { by: 'analyst', severity, occurrence, detection };
}

const quiet = { id: 'quiet', name: 'Quiet', contact: 'none' } as const;

describe('detectCriticalMoments', () => {
  it('does not take silence for safety: a moment nobody assessed is not assessed', () => {
    expect(verdictsOf(quiet)).toEqual([{ moment: 'quiet', level: 'not-assessed', reasons: [] }]);
  });

  it("takes a person's word, with the reason and the role", () => {
    const declaredCritical = { because: 'Money', by: 'branch supervisor' };
    expect(verdictsOf({ ...quiet, declaredCritical })).toEqual([
      {
        moment: 'quiet',
        level: 'critical',
        reasons: [{ code: 'declared', level: 'critical', basis: 'judged', ...declaredCritical }],
      },
    ]);
  });

  it.each([
    [judged(10, 3, 8), 'critical'],
    [judged(7, 3, 5), 'watch'],
    [judged(3, 3, 3), 'ordinary'],
  ] as const)('makes a judgement of %o %s', (judgement, level) => {
    expect(verdictsOf({ ...quiet, judgements: [judgement] })).toMatchObject([{ level }]);
  });

  it('takes the median of several people, the higher of two middle ratings', () => {
    const [three] = verdictsOf({
      ...quiet,
      judgements: [judged(10, 1, 9), judged(2, 2, 2), judged(4, 9, 1)],
    });
    expect(three?.reasons).toMatchObject([{ severity: 4, occurrence: 2, detection: 2 }]);
    const [two] = verdictsOf({ ...quiet, judgements: [judged(10, 1, 9), judged(2, 2, 2)] });
    expect(two?.reasons).toMatchObject([{ severity: 10, occurrence: 2, detection: 9 }]);
  });

  it('lets safety and the law make a moment critical, however mild the judgements', () => {
    for (const trait of ['safety', 'legal'] as const) {
      const [verdict] = verdictsOf({
        ...quiet,
        traits: ['waiting', trait],
        judgements: [judged(1, 1, 1)],
      });
      expect(verdict).toMatchObject({
        level: 'critical',
        reasons: [{ code: 'grave-trait', trait }, { code: 'action-priority' }],
      });
    }
    expect(verdictsOf({ ...quiet, traits: ['waiting', 'payment', 'handover'] })).toMatchObject([
      { level: 'not-assessed' },
    ]);
  });

  it('asks to watch the first contact face to face, which is an assumption and no verdict', () => {
    const remote = { id: 'call', name: 'Calls', contact: 'remote' } as const;
    const desk = { id: 'desk', name: 'Desk', contact: 'staff' } as const;
    const window = { id: 'window', name: 'Window', contact: 'staff' } as const;
    expect(verdictsOf(quiet, remote, desk, window)).toMatchObject([
      {
        moment: 'desk',
        level: 'watch',
        reasons: [{ code: 'first-direct-contact', basis: 'assumed' }],
      },
      { moment: 'quiet', level: 'not-assessed' },
      { moment: 'call', level: 'not-assessed' },
      { moment: 'window', level: 'not-assessed' },
    ]);
  });

  it('puts the most critical first: by level, then severity, occurrence, detection, then the order of the cycle', () => {
    const one = (id: string, ...ratings: [number, number, number]): MomentOfTruth => ({
      ...quiet,
      id,
      judgements: [judged(...ratings)],
    });
    const order = verdictsOf(
      one('ordinary', 2, 2, 2),
      one('watch', 8, 2, 6),
      one('severe', 10, 3, 8),
      one('frequent', 9, 9, 1),
      one('hidden', 9, 8, 9),
      one('open', 9, 8, 1),
      one('open too', 9, 8, 1),
    ).map(({ moment }) => moment);
    expect(order).toEqual([
      'severe',
      'frequent',
      'hidden',
      'open',
      'open too',
      'watch',
      'ordinary',
    ]);
  });

  it('applies the rules it is given and no others', () => {
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [{ ...quiet, declaredCritical: { because: 'Money' } }],
    };
    expect(detectCriticalMoments(cycle, { rules: [firstDirectContact] }).moments).toEqual([
      { moment: 'quiet', level: 'not-assessed', reasons: [] },
    ]);
  });
});
