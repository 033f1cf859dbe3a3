import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import type { Measurement } from '../model/observations.ts';
import { trackActionPlans } from './trackActionPlans.ts';
import type { PlanTracking } from './tracking/types.ts';

const STANDARDS = ['quick', 'right', 'kind'] as const;
const DAYS = ['2025-01-31', '2025-02-01', '2025-02-02', '2025-12-31'] as const;

const plans: fc.Arbitrary<ActionPlan[]> = fc
  .array(
    fc.record(
      {
        status: fc.constantFrom('proposed', 'in-progress', 'done', 'verified', 'dropped'),
        requirements: fc.subarray([...STANDARDS], { minLength: 1 }),
        due: fc.constantFrom(...DAYS),
        needs: fc.subarray(['p0', 'p1']),
      },
      { requiredKeys: ['status', 'requirements'] },
    ),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map((each, place) => ({ id: `p${place}`, name: 'p', effects: [], cost: {}, ...each })),
  );

const rows: fc.Arbitrary<Measurement[]> = fc
  .array(fc.tuple(fc.constantFrom(...STANDARDS), fc.constantFrom(0, 1), fc.nat(60)), {
    maxLength: 6,
  })
  .map((groups) =>
    groups.flatMap(([standard, value, times]) =>
      Array.from({ length: times }, () => ({ standard, value })),
    ),
  );

const cases = fc.record({
  actionPlans: plans,
  asOf: fc.constantFrom(...DAYS),
  before: rows,
  after: rows,
});

const cycleWith = (actionPlans: readonly ActionPlan[]): Cycle => ({
  id: 'desk',
  name: 'Desk',
  moments: [{ id: 'wait', name: 'Waits', contact: 'staff' }],
  requirements: STANDARDS.map((id) => ({
    id,
    statement: id,
    moments: ['wait'],
    source: { kind: 'expectation' },
    standards: [
      { id, measure: id, unit: 'errors', operator: '<=', threshold: 0, requiredShare: 0.9 },
    ],
  })),
  actionPlans,
});

function always(claim: (tracking: PlanTracking, actionPlans: readonly ActionPlan[]) => void): void {
  fc.assert(
    fc.property(cases, ({ actionPlans, asOf, before, after }) => {
      const known = actionPlans.map((plan) => ({
        ...plan,
        needs: (plan.needs ?? []).filter((id) => actionPlans.some((other) => other.id === id)),
      }));
      const measurements = { before, after };
      claim(trackActionPlans(cycleWith(known), { asOf, measurements }), known);
    }),
  );
}

describe('tracking', () => {
  it('says verified only of a plan that is done, with a standard that moved and none that is worse', () => {
    always(({ plans: tracked }) => {
      for (const { state, declared, standards } of tracked) {
        const moved = standards.filter(({ movement }) => movement === 'moved');
        const worse = standards.filter(({ movement }) => movement === 'worse');
        for (const { interval } of moved) expect(interval!.low).toBeGreaterThan(0);
        for (const { interval } of worse) expect(interval!.high).toBeLessThan(0);
        const isDone = declared === 'done' || declared === 'verified';
        expect(state === 'verified').toBe(isDone && moved.length > 0 && worse.length === 0);
      }
    });
  });

  it('says due or overdue only of a plan that is neither done nor dropped', () => {
    always(({ plans: tracked, asOf }) => {
      for (const { state, declared, due } of tracked) {
        const isLeft = declared === 'proposed' || declared === 'in-progress';
        expect(state === 'overdue').toBe(isLeft && due !== undefined && due < asOf);
        expect(state === 'due').toBe(isLeft && due === asOf);
      }
    });
  });

  it('counts every plan once', () => {
    always(({ plans: tracked, counts }, actionPlans) => {
      expect(tracked.map(({ plan }) => plan)).toEqual(actionPlans.map(({ id }) => id));
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(actionPlans.length);
    });
  });

  it('has one thing to do for every plan that is not dropped, nor verified and said to be', () => {
    always(({ plans: tracked, nextActions }) => {
      const open = tracked.filter(
        ({ state, declared }) =>
          state !== 'dropped' && !(state === 'verified' && declared === 'verified'),
      );
      expect(nextActions.map(({ plan }) => plan).sort()).toEqual(
        open.map(({ plan }) => plan).sort(),
      );
      const late = nextActions.map(({ state }) => state === 'overdue');
      expect(late.lastIndexOf(true)).toBeLessThan(late.includes(false) ? late.indexOf(false) : 99);
    });
  });

  it('can be written as JSON and read back', () => {
    always((tracking) => {
      expect(JSON.parse(JSON.stringify(tracking))).toEqual(tracking);
    });
  });
});
