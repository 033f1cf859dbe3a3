import type { ActionPlan } from '../../src/model/actionPlan.ts';
import type { Cycle } from '../../src/model/cycle.ts';
import type { MomentStake } from '../../src/plans/stakes.ts';

/** The moments of a bank, each in an area of its own, but the first two in the hall. */
const MOMENTS = [
  { id: 'greet', area: 'hall' },
  { id: 'queue', area: 'hall' },
  { id: 'pay', area: 'desk' },
  { id: 'app', area: 'online' },
] as const;

/** A plan that prevents a share of the incidents at moments: half of it by the cautious figure. */
export function sketchPlan(
  id: string,
  effects: Readonly<Record<string, number>>,
  euro: number,
  rest: Partial<ActionPlan> = {},
): ActionPlan {
  return {
    id,
    name: id,
    requirements: ['all-well'],
    effects: Object.entries(effects).map(([moment, base]) => ({
      moment,
      incidentReduction: { low: base / 2, base, high: base },
      basis: 'assumed',
    })),
    cost: { euro },
    status: 'proposed',
    ...rest,
  };
}

/** A bank with these plans. */
export function sketchBank(...actionPlans: readonly ActionPlan[]): Cycle {
  return {
    id: 'bank',
    name: 'Bank',
    areas: ['hall', 'desk', 'online'].map((id) => ({ id, name: id })),
    moments: MOMENTS.map(({ id, area }) => ({ id, name: id, area, contact: 'staff' })),
    requirements: [
      {
        id: 'all-well',
        statement: 'All well',
        moments: MOMENTS.map(({ id }) => id),
        source: { kind: 'expectation' },
      },
    ],
    actionPlans,
  };
}

/** 100 customers are at stake at each of these moments. */
export function sketchStakes(...at: readonly string[]): MomentStake[] {
  return at.map((moment) => ({
    moment,
    visits: 1000,
    incidentShare: { value: 0.2, basis: 'measured' },
    harm: { value: 0.5, basis: 'judged' },
  }));
}
