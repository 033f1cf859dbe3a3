import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/momentOfTruth.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import { actionPriority } from '../judgements/actionPriority.ts';
import { judgedPriority } from './judgedPriority.ts';

function judged(by: string, severity: number, occurrence: number, detection: number): Judgement {
  return { by, severity, occurrence, detection };
}

function reasonsOf(...moments: (readonly Judgement[])[]) {
  const cycle = {
    id: 'c',
    name: 'C',
    moments: moments.map((judgements, place) => ({
      id: `m${place}`,
      name: 'M',
      contact: 'none' as const,
      judgements,
    })),
  };
  const found = detectCriticalMoments(cycle, { rules: [judgedPriority] });
  return found.moments.find(({ moment }) => moment === 'm0');
}

describe('judgedPriority', () => {
  it('tells how far the judges lie apart beside the median', () => {
    const verdict = reasonsOf([
      judged('analyst', 7, 7, 7),
      judged('supervisor', 6, 6, 6),
      judged('cashier', 7, 6, 7),
    ]);
    expect(verdict).toMatchObject({
      level: 'critical',
      reasons: [
        {
          code: 'action-priority',
          n: 3,
          severity: 7,
          occurrence: 6,
          detection: 7,
          by: ['analyst', 'supervisor', 'cashier'],
          spread: { severity: 1, occurrence: 1, detection: 1 },
          priorities: ['high', 'medium', 'high'],
          isDisputed: true,
        },
      ],
    });
  });

  it('takes the median of their priorities, and not the priority of medians that nobody gave', () => {
    // Severe and rare, mild and frequent, in between: the medians would be 7, 5 and 7.
    const verdict = reasonsOf([
      judged('analyst', 8, 1, 7),
      judged('supervisor', 4, 8, 7),
      judged('cashier', 7, 5, 2),
    ]);
    expect(verdict).toMatchObject({
      level: 'watch',
      reasons: [
        {
          severity: 7,
          occurrence: 5,
          detection: 7,
          priority: 'medium',
          priorities: ['low', 'high', 'medium'],
        },
      ],
    });
    expect(actionPriority({ severity: 7, occurrence: 5, detection: 7 })).toBe('high');
  });

  it('takes the more urgent of two middle priorities', () => {
    expect(reasonsOf([judged('analyst', 7, 1, 5), judged('cashier', 7, 8, 8)])).toMatchObject({
      level: 'critical',
      reasons: [{ priority: 'high', priorities: ['low', 'high'] }],
    });
  });

  it("tells whether the judges of the cycle put its moments in the same order: Kendall's W", () => {
    const verdict = reasonsOf(
      [judged('analyst', 9, 2, 5), judged('cashier', 10, 9, 5)],
      [judged('analyst', 4, 5, 5), judged('cashier', 5, 5, 5)],
      [judged('analyst', 2, 9, 5), judged('cashier', 3, 2, 5)],
    );
    expect(verdict?.reasons).toMatchObject([
      {
        agreement: {
          severity: { kind: 'estimate', value: 1 },
          occurrence: { kind: 'estimate', value: 0 },
          detection: { kind: 'not-estimable', reason: 'zero-variance' },
        },
      },
    ]);
  });

  it('has no agreement of a single judge to tell of', () => {
    expect(reasonsOf([judged('analyst', 9, 3, 8)])?.reasons).toMatchObject([
      {
        n: 1,
        spread: { severity: 0, occurrence: 0, detection: 0 },
        isDisputed: false,
        agreement: { severity: { kind: 'not-estimable', reason: 'too-few' } },
      },
    ]);
  });

  it.each([
    ['detection', { by: 'clerk', severity: 9, occurrence: 9 }, 'nothing'],
    ['severity', { ...judged('clerk', 0, 5, 5) }, '0'],
    ['occurrence', { ...judged('clerk', 5, 11, 5) }, '11'],
    ['detection', { ...judged('clerk', 5, 5, 2.5) }, '2.5'],
    ['severity', { ...judged('clerk', NaN, 5, 5) }, 'NaN'],
  ] as const)('names a %s that is missing or off its scale, and uses the others', (...fault) => {
    const [rating, partial, found] = fault;
    // As a caller without types would pass it.
    const bad = partial as Judgement;
    const gap = { code: 'unreadable-judgement', level: 'not-assessed', by: 'clerk', rating, found };
    expect(reasonsOf([bad])).toMatchObject({ level: 'not-assessed', reasons: [gap] });
    expect(reasonsOf([judged('analyst', 3, 3, 3), bad])).toMatchObject({
      level: 'ordinary',
      reasons: [{ code: 'action-priority', n: 1, by: ['analyst'] }, gap],
    });
  });
});
