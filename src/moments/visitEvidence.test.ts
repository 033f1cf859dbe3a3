import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITICAL_MOMENT_RULES } from './criticalMomentRules.ts';
import { CYCLE_RULES } from './cycleRules.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import { visitEvidence } from './visitEvidence.ts';
import { tallyVisits } from './visits/tallyVisits.ts';

const cycle = {
  id: 'desk',
  name: 'Front desk',
  moments: [
    { id: 'wait', name: 'Waits', contact: 'none' as const },
    {
      id: 'pay',
      name: 'Pays',
      contact: 'staff' as const,
      traits: ['safety'] as const,
      judgements: [{ by: 'analyst', severity: 9, occurrence: 3, detection: 8 }],
    },
    { id: 'leave', name: 'Leaves', contact: 'staff' as const, traits: ['payment'] as const },
  ],
};
const visits = tallyVisits(
  cycle,
  Array.from({ length: 400 }, (_, at) => ({
    moments: { wait: { incident: at % 4 === 0 }, pay: { incident: false } },
    overall: at % 8 === 0 ? 1 : 5,
  })),
);

describe('visits as evidence', () => {
  it('are told by the rules that look at visits, which say nothing of a cycle on paper', () => {
    expect(DEFAULT_CRITICAL_MOMENT_RULES.filter((rule) => CYCLE_RULES.includes(rule))).toEqual(
      CYCLE_RULES,
    );
    const onPaper = detectCriticalMoments(cycle, { rules: DEFAULT_CRITICAL_MOMENT_RULES });
    expect(detectCriticalMoments(cycle)).toEqual(onPaper);
    const found = detectCriticalMoments(cycle, { evidence: visitEvidence(visits) });
    expect(found.moments.find(({ moment }) => moment === 'wait')?.level).toBe('critical');
    expect(found).toEqual(
      detectCriticalMoments(cycle, {
        evidence: visitEvidence(visits),
        rules: DEFAULT_CRITICAL_MOMENT_RULES,
      }),
    );
  });

  it('give stability only where there are resamples', () => {
    const stabilityWith = (resamples: number) =>
      detectCriticalMoments(cycle, { evidence: visitEvidence(visits), resamples }).moments[0]
        ?.stability;
    expect(stabilityWith(0)).toBeUndefined();
    expect(stabilityWith(40)).toMatchObject({ resamples: 40 });
  });

  it.each<readonly [unknown, string]>([
    [undefined, 'what the evidence tells is nothing; expected an object'],
    [5, 'what the evidence tells is 5; expected an object'],
    [{ measured: {}, rules: [], visits: {}, strengths: [] }, 'what the evidence tells.stability'],
    [
      { measured: {}, rules: [1], visits: {}, strengths: [], stability: () => [] },
      'what the evidence tells.rules[0] is 1; expected a function',
    ],
  ])('come from no function that tells something else: %o', (told, message) => {
    expect(() => detectCriticalMoments(cycle, { evidence: (() => told) as never })).toThrow(
      message,
    );
  });

  it('are refused where the counts are none, before a cycle is looked at', () => {
    for (const none of [undefined, null, [], { kind: 'tally' }, { ...visits, visits: -1 }]) {
      expect(() => visitEvidence(none as never)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    }
  });
});
