import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../../model/actionPlan.ts';
import type { Cycle } from '../../model/cycle.ts';
import { DEFAULT_CRITICAL_MOMENT_RULES } from '../../moments/criticalMomentRules.ts';
import { detectCriticalMoments } from '../../moments/detectCriticalMoments.ts';
import { attractivePlans } from './attractivePlans.ts';
import { kano } from './kano.ts';
import type { Kano } from './kanoTypes.ts';
import { mustBeRule } from './mustBeRule.ts';
import { tallyKano } from './tallyKano.ts';

const REQUIREMENTS = ['bill', 'late', 'fruit', 'smile'] as const;

function plan(id: string, requirements: readonly string[], more: Partial<ActionPlan> = {}) {
  return {
    id,
    name: id,
    requirements,
    effects: [],
    cost: {},
    status: 'proposed',
    ...more,
  } as const;
}

const cycle: Cycle = {
  id: 'stay',
  name: 'Stay',
  moments: ['arrive', 'room', 'leave'].map((id) => ({ id, name: id, contact: 'staff' })),
  requirements: [
    { id: 'bill', statement: 'B', moments: ['leave', 'room'], source: { kind: 'expectation' } },
    { id: 'late', statement: 'L', moments: ['leave'], source: { kind: 'expectation' } },
    { id: 'fruit', statement: 'F', moments: ['room'], source: { kind: 'expectation' } },
    { id: 'smile', statement: 'S', moments: ['arrive'], source: { kind: 'expectation' } },
  ],
  actionPlans: [
    plan('clerk', ['bill']),
    plan('two', ['late', 'bill']),
    plan('basket', ['fruit', 'late']),
    plan('gone', ['fruit'], { status: 'dropped' }),
  ],
};

/** The bill is a must-be, late check-out and fruit attract, and of the smile opinions differ. */
function found(times = 1): Kano {
  const pairs = REQUIREMENTS.map((requirement) => ({
    requirement,
    functional: `${requirement}+`,
    dysfunctional: `${requirement}-`,
  }));
  const answers = Array.from({ length: 40 * times }, (_, i) => ({
    'bill+': 2,
    'bill-': i % 40 < 36 ? 5 : 3,
    'late+': i % 40 < 28 ? 1 : 3,
    'late-': 3,
    'fruit+': i % 40 < 34 ? 1 : 3,
    'fruit-': 3,
    'smile+': 2,
    'smile-': i % 2 === 0 ? 5 : 3,
  }));
  return kano(tallyKano(pairs, answers));
}

describe('mustBeRule', () => {
  it('makes every moment critical that a must-be requirement serves, as customers judge it', () => {
    const rules = [...DEFAULT_CRITICAL_MOMENT_RULES, mustBeRule(found())];
    const { moments } = detectCriticalMoments(cycle, { rules });
    const critical = moments.filter(({ level }) => level === 'critical');
    expect(critical.map(({ moment }) => moment).toSorted()).toEqual(['leave', 'room']);
    expect(critical[0]?.reasons[0]).toMatchObject({
      code: 'must-be',
      basis: 'judged',
      n: 40,
      requirement: 'bill',
      worse: { value: -0.9, unit: 'net-share' },
    });
  });

  it('says nothing of a category that is not shown, of few answers, nor of other requirements', () => {
    const rules = [mustBeRule(kano(tallyKano([], [])))];
    for (const { reasons } of detectCriticalMoments(cycle, { rules }).moments) {
      expect(reasons).toEqual([]);
    }
    const arrive = detectCriticalMoments(cycle, { rules: [mustBeRule(found())] }).moments.find(
      ({ moment }) => moment === 'arrive',
    );
    expect(arrive?.level).toBe('not-assessed');
  });

  it('refuses what is no result of kano', () => {
    expect(() => mustBeRule({ kind: 'kano-tally' } as never)).toThrow(/found is "kano-tally"/);
    expect(() => mustBeRule({ kind: 'kano', requirements: [3] } as never)).toThrow(/requirements/);
  });
});

describe('attractivePlans', () => {
  it('names the plans that please, those that please most first, and whom', () => {
    const plans = attractivePlans(cycle, found());
    expect(
      plans.map(({ plan: id, requirements }) => [
        id,
        requirements.map(({ requirement, better }) => [requirement, better.value]),
      ]),
    ).toEqual([
      [
        'basket',
        [
          ['fruit', 0.85],
          ['late', 0.7],
        ],
      ],
      ['two', [['late', 0.7]]],
    ]);
  });

  it('has none where no category is shown, and refuses what is none', () => {
    expect(attractivePlans(cycle, kano(tallyKano([], [])))).toEqual([]);
    expect(() => attractivePlans(cycle, [] as never)).toThrow(/found/);
    expect(() => attractivePlans({} as never, found())).toThrow(/cycle/);
  });
});
