import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { FoundSelection, MomentStake, PlanSelection } from './types.ts';

const moments = ['greet', 'queue', 'pay'] as const;

function plan(
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

function bank(...actionPlans: readonly ActionPlan[]): Cycle {
  return {
    id: 'bank',
    name: 'Bank',
    moments: moments.map((id) => ({ id, name: id, contact: 'staff' })),
    requirements: [
      { id: 'all-well', statement: 'All well', moments, source: { kind: 'expectation' } },
    ],
    actionPlans,
  };
}

/** 100 customers are at stake at each of these moments. */
function stakes(...at: readonly string[]): MomentStake[] {
  return at.map((moment) => ({
    moment,
    visits: 1000,
    incidentShare: { value: 0.2, basis: 'measured' },
    harm: { value: 0.5, basis: 'judged' },
  }));
}

const all = stakes(...moments);

function found(selection: PlanSelection): FoundSelection {
  if (selection.status === 'infeasible') throw new Error(JSON.stringify(selection.conflict));
  return selection;
}

const chosenOf = ({ chosen }: PlanSelection): string[] => chosen.map(({ plan: id }) => id);

const reasonsOf = ({ left }: FoundSelection, id: string): unknown =>
  left.find((each) => each.plan === id)?.reasons;

describe('selectActionPlans', () => {
  const app = plan('app', { queue: 0.5 }, 600);
  const desk = plan('desk', { queue: 0.25 }, 500);
  const till = plan('till', { pay: 0.5 }, 500);

  it('chooses what keeps most customers within the resources, and says what that brings and takes', () => {
    const selection = found(
      selectActionPlans(bank(app, desk, till), { resources: { euro: 1000 }, stakes: all }),
    );
    expect(selection).toMatchObject({
      kind: 'plan-selection',
      status: 'optimal',
      ties: 'settled',
      benefit: { low: 37.5, base: 75, high: 75, basis: 'assumed', unknownMoments: [] },
      bound: 75,
      resources: { euro: { used: 1000, capacity: 1000 } },
      definition: { assumption: 'base', objective: 'customers-kept-per-period' },
    });
    expect(selection.chosen).toEqual([
      { plan: 'desk', reasons: [{ code: 'brings', customers: 25 }] },
      { plan: 'till', reasons: [{ code: 'brings', customers: 50 }] },
    ]);
  });

  it('says of a plan that is out what it lacks, and what would have to go for it', () => {
    const selection = found(
      selectActionPlans(bank(app, desk, till), { resources: { euro: 1000 }, stakes: all }),
    );
    expect(selection.left).toEqual([
      {
        plan: 'app',
        reasons: [
          { code: 'does-not-fit', resource: 'euro', takes: 600, free: 0, short: 600 },
          { code: 'less-benefit', adds: 37.5, insteadOf: ['desk', 'till'], loss: 25 },
        ],
      },
    ]);
  });

  it('shows what taking the best first would have lost', () => {
    const small = [plan('a', { queue: 0.5 }, 500), plan('b', { pay: 0.5 }, 500)];
    const selection = found(
      selectActionPlans(bank(plan('big', { greet: 0.75 }, 600), ...small), {
        resources: { euro: 1000 },
        stakes: all,
      }),
    );
    expect(chosenOf(selection)).toEqual(['a', 'b']);
    expect(selection.greedy).toEqual({ chosen: ['big'], benefit: 75, shortfall: 25 });
  });

  it('chooses by the cautious or the hopeful figures when asked to', () => {
    const sure = plan('sure', { queue: 0.4 }, 600);
    const risky = plan('risky', {}, 600, {
      effects: [
        { moment: 'pay', incidentReduction: { low: 0, base: 0.3, high: 1 }, basis: 'assumed' },
      ],
    });
    const by = (assumption: 'low' | 'base' | 'high'): string[] =>
      chosenOf(
        selectActionPlans(bank(sure, risky), {
          resources: { euro: 1000 },
          stakes: all,
          assumption,
        }),
      );
    expect([by('low'), by('base'), by('high')]).toEqual([['sure'], ['sure'], ['risky']]);
  });

  it('does what must be done first, even when it brings nothing known', () => {
    const duty = plan('duty', {}, 700, { mustDo: true });
    const selection = found(
      selectActionPlans(bank(app, till, duty), { resources: { euro: 1200 }, stakes: all }),
    );
    expect(selection.chosen).toEqual([
      { plan: 'till', reasons: [{ code: 'brings', customers: 50 }] },
      { plan: 'duty', reasons: [{ code: 'must-do' }] },
    ]);
  });

  it('takes a plan that brings nothing itself because a chosen one needs it, and says for which', () => {
    const cable = plan('cable', {}, 100);
    const screen = plan('screen', { queue: 0.5 }, 100, { needs: ['cable'] });
    const selection = found(
      selectActionPlans(bank(cable, screen), { resources: { euro: 200 }, stakes: all }),
    );
    expect(selection.chosen[0]).toEqual({
      plan: 'cable',
      reasons: [{ code: 'needed-by', plans: ['screen'] }],
    });
    const poor = found(
      selectActionPlans(bank(cable, screen), { resources: { euro: 150 }, stakes: all }),
    );
    expect(reasonsOf(poor, 'screen')).toEqual([
      { code: 'needs-not-chosen', plans: ['cable'] },
      { code: 'never-fits', resource: 'euro', takes: 200, free: 150, short: 50 },
    ]);
    expect(reasonsOf(poor, 'cable')).toEqual([{ code: 'no-known-benefit', unknownMoments: [] }]);
  });

  it('lets plans under way meet needs and rule out what they exclude, and charges nothing for them', () => {
    const begun = plan('begun', { queue: 0.9 }, 5000, {
      status: 'in-progress',
      excludes: ['rival'],
      needs: ['never-done'],
    });
    const neverDone = plan('never-done', {}, 9000);
    const rival = plan('rival', { pay: 0.9 }, 1);
    const builds = plan('builds', { greet: 0.5 }, 10, { needs: ['begun'] });
    const selection = found(
      selectActionPlans(bank(begun, neverDone, rival, builds), {
        resources: { euro: 10 },
        stakes: all,
      }),
    );
    expect(chosenOf(selection)).toEqual(['builds']);
    expect(selection.benefit).toMatchObject({ base: 50 });
    expect(selection.resources).toEqual({ euro: { used: 10, capacity: 10 } });
    expect(selection.greedy.chosen).toEqual(['builds']);
    expect(reasonsOf(selection, 'begun')).toEqual([{ code: 'under-way', status: 'in-progress' }]);
    expect(reasonsOf(selection, 'rival')).toContainEqual({ code: 'excluded-by', plans: ['begun'] });
  });

  it('never chooses a dropped plan, nor one that needs it', () => {
    const dropped = plan('dropped', { queue: 1 }, 0, { status: 'dropped', mustDo: true });
    const needy = plan('needy', { queue: 1 }, 0, { needs: ['dropped'] });
    const selection = found(
      selectActionPlans(bank(dropped, needy), { resources: { euro: 10 }, stakes: all }),
    );
    expect(chosenOf(selection)).toEqual([]);
    expect(selection.benefit).toMatchObject({ base: 0 });
    expect(reasonsOf(selection, 'dropped')).toEqual([{ code: 'dropped' }]);
    expect(reasonsOf(selection, 'needy')).toEqual([
      { code: 'needs-not-chosen', plans: ['dropped'] },
    ]);
  });

  it('never chooses a plan that needs what it excludes, and says so', () => {
    const torn = plan('torn', { queue: 1 }, 0, { needs: ['desk'], excludes: ['desk'] });
    const selection = found(
      selectActionPlans(bank(desk, torn), { resources: { euro: 500 }, stakes: all }),
    );
    expect(chosenOf(selection)).toEqual(['desk']);
    expect(reasonsOf(selection, 'torn')).toEqual([
      { code: 'needs-what-it-excludes', plans: ['desk', 'torn'] },
      { code: 'excluded-by', plans: ['desk'] },
    ]);
  });

  it('names what excludes a plan, and what is lost by taking it instead', () => {
    const rival = plan('rival', { queue: 0.125 }, 1, { excludes: ['desk'] });
    const selection = found(
      selectActionPlans(bank(desk, rival), { resources: { euro: 900 }, stakes: all }),
    );
    expect(reasonsOf(selection, 'rival')).toEqual([
      { code: 'excluded-by', plans: ['desk'] },
      { code: 'less-benefit', adds: 9.375, insteadOf: ['desk'], loss: 12.5 },
    ]);
  });

  it('leaves out a plan that adds nothing beside the chosen ones', () => {
    const cure = plan('cure', { queue: 1 }, 100);
    const selection = found(
      selectActionPlans(bank(cure, desk), { resources: { euro: 900 }, stakes: all }),
    );
    expect(reasonsOf(selection, 'desk')).toEqual([
      { code: 'less-benefit', adds: 0, insteadOf: [], loss: 0 },
    ]);
  });

  it('does not credit a plan for moments where nothing is known, and names them', () => {
    const selection = found(
      selectActionPlans(bank(plan('both', { queue: 0.5, pay: 0.5 }, 1), till), {
        resources: { euro: 900 },
        stakes: stakes('queue'),
      }),
    );
    expect(chosenOf(selection)).toEqual(['both']);
    expect(selection.benefit).toMatchObject({ base: 50, unknownMoments: ['pay'] });
    expect(reasonsOf(selection, 'till')).toEqual([
      { code: 'no-known-benefit', unknownMoments: ['pay'] },
    ]);
  });

  it('names the demands that cannot hold together', () => {
    const duty = { mustDo: true } as const;
    const twins = bank(plan('a', {}, 600, duty), plan('b', {}, 600, duty), plan('c', {}, 600));
    expect(selectActionPlans(twins, { resources: { euro: 1000 }, stakes: all })).toMatchObject({
      status: 'infeasible',
      chosen: [],
      conflict: [
        { kind: 'capacity', resource: 'euro', capacity: 1000 },
        { kind: 'must-do', plan: 'a' },
        { kind: 'must-do', plan: 'b' },
      ],
    });
    const begun = plan('begun', {}, 0, { status: 'done', excludes: ['late'] });
    const late = plan('late', {}, 0, { ...duty, needs: ['begun'] });
    expect(selectActionPlans(bank(begun, late), { resources: {}, stakes: [] })).toMatchObject({
      status: 'infeasible',
      conflict: [
        { kind: 'excludes', plan: 'begun', excludes: 'late' },
        { kind: 'status', plan: 'begun', status: 'done' },
        { kind: 'must-do', plan: 'late' },
      ],
    });
    const gone = plan('gone', {}, 0, { status: 'dropped' });
    const needy = plan('needy', {}, 0, { ...duty, needs: ['gone'] });
    expect(selectActionPlans(bank(gone, needy), { resources: {}, stakes: [] })).toMatchObject({
      conflict: [
        { kind: 'status', plan: 'gone', status: 'dropped' },
        { kind: 'needs', plan: 'needy', needs: 'gone' },
        { kind: 'must-do', plan: 'needy' },
      ],
    });
  });

  it('knows a cycle without plans, and a resource without limit or without use', () => {
    const none: Cycle = { id: 'bank', name: 'Bank', moments: bank().moments };
    expect(selectActionPlans(none, { resources: {}, stakes: [] })).toMatchObject({
      status: 'optimal',
      chosen: [],
      left: [],
    });
    const resources = { euro: Infinity, hours: 7 };
    expect(selectActionPlans(bank(app), { resources, stakes: all })).toMatchObject({
      chosen: [{ plan: 'app' }],
      resources: {
        euro: { used: 600, capacity: 'unlimited' },
        hours: { used: 0, capacity: 7 },
      },
    });
  });

  it('is not confused by names that objects have of their own', () => {
    const odd = plan('constructor', { queue: 0.5 }, 0, {
      cost: Object.fromEntries([['__proto__', 3]]),
    });
    expect(() => selectActionPlans(bank(odd), { resources: {}, stakes: all })).toThrow(/__proto__/);
    const resources = Object.fromEntries([['__proto__', 2]]);
    const selection = found(selectActionPlans(bank(odd), { resources, stakes: all }));
    expect(reasonsOf(selection, 'constructor')).toMatchObject([
      { resource: '__proto__', short: 1 },
    ]);
  });
});

describe('selectActionPlans refuses', () => {
  const desk = plan('desk', { queue: 0.25 }, 500);

  it.each([
    [
      { resources: {}, stakes: all },
      'invalid-argument',
      /no "euro" in the resources, which plan "desk"/,
    ],
    [{ resources: { euro: -1 }, stakes: all }, 'invalid-argument', /-1 of "euro"/],
    [{ resources: { euro: NaN }, stakes: all }, 'invalid-argument', /NaN of "euro"/],
    [{ resources: { euro: 1 }, stakes: stakes('quay') }, 'unknown-id', /the moment "quay"/],
    [{ resources: { euro: 1 }, stakes: stakes('pay', 'pay') }, 'invalid-argument', /two stakes/],
    [{ resources: { euro: 1 }, stakes: all, nodeLimit: 0 }, 'invalid-argument', /limit of 0/],
    [{ resources: { euro: 1 }, stakes: all, nodeLimit: 1.5 }, 'invalid-argument', /limit of 1.5/],
  ] as const)('%#: %o', (options, code, message) => {
    const select = (): unknown => selectActionPlans(bank(desk), options);
    expect(select).toThrow(message);
    expect(select).toThrow(expect.objectContaining({ name: 'ServiceCycleError', code }));
  });

  it.each([
    [plan('a', {}, -1), /cost of -1 in plan "a"/],
    [plan('a', {}, NaN), /cost of NaN in plan "a"/],
    [plan('a', { queue: 1.5 }, 1), /effect of 1.5 in plan "a"/],
    [plan('a', {}, 1, { needs: ['b'] }), /the plan "b", which the cycle does not have/],
  ] as const)('a plan that cannot be: %#', (odd, message) => {
    const select = (): unknown =>
      selectActionPlans(bank(odd), { resources: { euro: 1 }, stakes: all });
    expect(select).toThrow(message);
    expect(select).toThrow(ServiceCycleError);
  });
});
