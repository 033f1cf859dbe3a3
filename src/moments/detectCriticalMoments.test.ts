import { describe, expect, it } from 'vitest';
import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import type { Basis } from '../shared/estimate.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { DEFAULT_CRITICAL_MOMENT_RULES, firstDirectContact } from './criticalMomentRules.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import type { MomentLevel } from './reasonTypes.ts';
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
    expect(verdictsOf(quiet)).toEqual([
      { moment: 'quiet', level: 'not-assessed', reasons: [], disagreements: [] },
    ]);
  });

  it("takes a person's word, with the reason and the role", () => {
    const declaredCritical = { because: 'Money', by: 'branch supervisor' };
    expect(verdictsOf({ ...quiet, declaredCritical })).toEqual([
      {
        moment: 'quiet',
        level: 'critical',
        reasons: [
          { code: 'declared', level: 'critical', basis: 'judged', n: 1, ...declaredCritical },
        ],
        disagreements: [],
      },
    ]);
  });

  it.each([
    [judged(10, 3, 8), 'critical'],
    [judged(10, 3, 4), 'critical'],
    [judged(10, 1, 8), 'critical'],
    [judged(9, 1, 1), 'critical'],
    [judged(8, 5, 8), 'critical'],
    [judged(7, 1, 1), 'watch'],
    [judged(6, 8, 8), 'watch'],
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
  });

  it('asks to watch where value changes hands or the customer is passed on, and not every wait', () => {
    expect(verdictsOf({ ...quiet, traits: ['waiting', 'payment', 'handover'] })).toMatchObject([
      {
        level: 'watch',
        reasons: [
          { code: 'delicate-trait', basis: 'assumed', trait: 'payment' },
          { code: 'delicate-trait', basis: 'assumed', trait: 'handover' },
        ],
      },
    ]);
    expect(verdictsOf({ ...quiet, traits: ['waiting'] })).toMatchObject([
      { level: 'not-assessed' },
    ]);
  });

  it('asks to watch the first contact face to face and the last of any kind, which is assumed', () => {
    const remote = { id: 'call', name: 'Calls', contact: 'remote' } as const;
    const desk = { id: 'desk', name: 'Desk', contact: 'staff' } as const;
    const window = { id: 'window', name: 'Window', contact: 'staff' } as const;
    const app = { id: 'app', name: 'Rates it', contact: 'self-service' } as const;
    const verdicts = verdictsOf(remote, desk, window, app, quiet);
    expect(verdicts).toMatchObject([
      {
        moment: 'desk',
        level: 'watch',
        reasons: [{ code: 'first-direct-contact', basis: 'assumed', n: 0 }],
      },
      {
        moment: 'app',
        level: 'watch',
        reasons: [{ code: 'last-contact', basis: 'assumed', n: 0 }],
      },
      { moment: 'call', level: 'not-assessed' },
      { moment: 'window', level: 'not-assessed' },
      { moment: 'quiet', level: 'not-assessed' },
    ]);
  });

  it('puts the most critical first: by level, then severity, occurrence, detection, then the order of the cycle', () => {
    const one = (id: string, ...ratings: [number, number, number]): MomentOfTruth => ({
      ...quiet,
      id,
      judgements: [judged(...ratings)],
    });
    const moments = [
      one('ordinary', 2, 2, 2),
      one('watch', 8, 2, 6),
      one('severe', 10, 3, 8),
      one('frequent', 9, 9, 1),
      one('hidden', 9, 8, 9),
      one('open', 9, 8, 1),
      one('open too', 9, 8, 1),
    ];
    const orderOf = (given: readonly MomentOfTruth[]) =>
      verdictsOf(...given).map(({ moment }) => moment);
    const [first, last] = [
      ['severe', 'frequent', 'hidden'],
      ['watch', 'ordinary'],
    ];
    expect(orderOf(moments)).toEqual([...first, 'open', 'open too', ...last]);
    expect(orderOf(moments.toReversed())).toEqual([...first, 'open too', 'open', ...last]);
  });

  it('applies the rules it is given and no others', () => {
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [{ ...quiet, declaredCritical: { because: 'Money' } }],
    };
    expect(detectCriticalMoments(cycle, { rules: [firstDirectContact] }).moments).toEqual([
      { moment: 'quiet', level: 'not-assessed', reasons: [], disagreements: [] },
    ]);
  });

  it("takes a caller's own rule, with its own reasons, on a par with the others", () => {
    const atNight = ({ channel }: MomentOfTruth) =>
      channel === 'night desk'
        ? [{ code: 'night', level: 'critical', basis: 'judged', n: 12, since: '22:00' } as const]
        : [];
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [
        { ...quiet, judgements: [judged(3, 3, 3)] },
        { ...quiet, id: 'desk', channel: 'night desk', judgements: [judged(3, 3, 3)] },
      ],
    };
    const rules = [...DEFAULT_CRITICAL_MOMENT_RULES, atNight];
    const [first, second] = detectCriticalMoments(cycle, { rules }).moments;
    expect(first).toMatchObject({
      moment: 'desk',
      level: 'critical',
      reasons: [
        { code: 'night', since: '22:00' },
        { code: 'action-priority', level: 'ordinary' },
      ],
    });
    expect(second).toMatchObject({ moment: 'quiet', level: 'ordinary' });
  });

  it('puts reasons in order: by level, then what is measured before judged before assumed', () => {
    const reason = (code: string, level: MomentLevel, basis: Basis) => ({
      code,
      level,
      basis,
      n: 1,
    });
    const rule = () => [
      reason('assumed', 'watch', 'assumed'),
      reason('gap', 'not-assessed', 'measured'),
      reason('judged', 'watch', 'judged'),
      reason('measured', 'watch', 'measured'),
      reason('calm', 'ordinary', 'measured'),
      reason('word', 'critical', 'judged'),
      reason('second word', 'critical', 'judged'),
    ];
    const cycle = { id: 'c', name: 'C', moments: [quiet] };
    const [verdict] = detectCriticalMoments(cycle, { rules: [rule] }).moments;
    expect(verdict?.reasons.map(({ code }) => code)).toEqual([
      'word',
      'second word',
      'measured',
      'judged',
      'assumed',
      'calm',
      'gap',
    ]);
  });

  it.each([
    [{ level: 95 }, 'level is 95; expected a number above 0 and below 1'],
    [{ seed: 0.5 }, 'seed is 0.5; expected a whole number of at most 53 bits'],
    [{ resamples: -1 }, 'resamples is -1; expected a whole number from 0 to 100000'],
    [{ resamples: NaN }, 'resamples is NaN; expected a whole number from 0 to 100000'],
  ])('refuses %o', (options, message) => {
    const cycle = { id: 'c', name: 'C', moments: [quiet] };
    expect(() => detectCriticalMoments(cycle, options)).toThrow(
      new ServiceCycleError('invalid-argument', message),
    );
  });
});
