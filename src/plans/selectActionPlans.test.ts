import { describe, expect, it } from 'vitest';
import { sketchBank, sketchPlan, sketchStakes } from '../../test/support/planSketch.ts';
import { seededRandom } from '../../test/support/seededRandom.ts';
import type { Cycle } from '../model/cycle.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { FoundSelection, PlanSelection } from './types.ts';

const all = sketchStakes('greet', 'queue', 'pay');

function found(selection: PlanSelection): FoundSelection {
  if (!('left' in selection)) throw new Error(JSON.stringify(selection));
  return selection;
}

const chosenOf = ({ chosen }: PlanSelection): string[] => chosen.map(({ plan: id }) => id);

const reasonsOf = ({ left }: FoundSelection, id: string): unknown =>
  left.find((each) => each.plan === id)?.reasons;

describe('selectActionPlans', () => {
  const app = sketchPlan('app', { queue: 0.5 }, 600);
  const desk = sketchPlan('desk', { queue: 0.25 }, 500);
  const till = sketchPlan('till', { pay: 0.5 }, 500);

  it('chooses what keeps most customers within the resources, and says what that brings and takes', () => {
    const selection = found(
      selectActionPlans(sketchBank(app, desk, till), { resources: { euro: 1000 }, stakes: all }),
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
      selectActionPlans(sketchBank(app, desk, till), { resources: { euro: 1000 }, stakes: all }),
    );
    expect(selection.left).toEqual([
      {
        plan: 'app',
        reasons: [
          { code: 'does-not-fit', resource: 'euro', takes: 600, free: 0, short: 600 },
          {
            code: 'less-benefit',
            adds: 37.5,
            insteadOf: ['desk', 'till'],
            loss: 25,
            exchange: 'best',
          },
        ],
      },
    ]);
  });

  it('shows what taking the best first would have lost', () => {
    const small = [sketchPlan('a', { queue: 0.5 }, 500), sketchPlan('b', { pay: 0.5 }, 500)];
    const selection = found(
      selectActionPlans(sketchBank(sketchPlan('big', { greet: 0.75 }, 600), ...small), {
        resources: { euro: 1000 },
        stakes: all,
      }),
    );
    expect(chosenOf(selection)).toEqual(['a', 'b']);
    expect(selection.greedy).toEqual({
      chosen: ['big'],
      benefit: 75,
      shortfall: 25,
      unserved: [],
    });
  });

  it('chooses by the cautious or the hopeful figures when asked to', () => {
    const sure = sketchPlan('sure', { queue: 0.4 }, 600);
    const risky = sketchPlan('risky', {}, 600, {
      effects: [
        { moment: 'pay', incidentReduction: { low: 0, base: 0.3, high: 1 }, basis: 'assumed' },
      ],
    });
    const by = (assumption: 'low' | 'base' | 'high'): string[] =>
      chosenOf(
        selectActionPlans(sketchBank(sure, risky), {
          resources: { euro: 1000 },
          stakes: all,
          assumption,
        }),
      );
    expect([by('low'), by('base'), by('high')]).toEqual([['sure'], ['sure'], ['risky']]);
  });

  it('does what must be done first, even when it brings nothing known', () => {
    const duty = sketchPlan('duty', {}, 700, { mustDo: true });
    const selection = found(
      selectActionPlans(sketchBank(app, till, duty), { resources: { euro: 1200 }, stakes: all }),
    );
    expect(selection.chosen).toEqual([
      { plan: 'till', reasons: [{ code: 'brings', customers: 50 }] },
      { plan: 'duty', reasons: [{ code: 'must-do' }] },
    ]);
  });

  it('takes a plan that brings nothing itself because a chosen one needs it, and says for which', () => {
    const cable = sketchPlan('cable', {}, 100);
    const screen = sketchPlan('screen', { queue: 0.5 }, 100, { needs: ['cable'] });
    const selection = found(
      selectActionPlans(sketchBank(cable, screen), { resources: { euro: 200 }, stakes: all }),
    );
    expect(selection.chosen[0]).toEqual({
      plan: 'cable',
      reasons: [{ code: 'needed-by', plans: ['screen'] }],
    });
    const poor = found(
      selectActionPlans(sketchBank(cable, screen), { resources: { euro: 150 }, stakes: all }),
    );
    expect(reasonsOf(poor, 'screen')).toEqual([
      { code: 'needs-not-chosen', plans: ['cable'] },
      { code: 'never-fits', resource: 'euro', takes: 200, free: 150, short: 50 },
    ]);
    expect(reasonsOf(poor, 'cable')).toEqual([{ code: 'no-known-benefit', unknownMoments: [] }]);
  });

  it('lets plans under way meet needs and rule out what they exclude, and charges nothing for them', () => {
    const begun = sketchPlan('begun', { queue: 0.9 }, 5000, {
      status: 'in-progress',
      excludes: ['rival'],
      needs: ['never-done'],
    });
    const neverDone = sketchPlan('never-done', {}, 9000);
    const rival = sketchPlan('rival', { pay: 0.9 }, 1);
    const builds = sketchPlan('builds', { greet: 0.5 }, 10, { needs: ['begun'] });
    const selection = found(
      selectActionPlans(sketchBank(begun, neverDone, rival, builds), {
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
    const dropped = sketchPlan('dropped', { queue: 1 }, 0, { status: 'dropped', mustDo: true });
    const needy = sketchPlan('needy', { queue: 1 }, 0, { needs: ['dropped'] });
    const selection = found(
      selectActionPlans(sketchBank(dropped, needy), { resources: { euro: 10 }, stakes: all }),
    );
    expect(chosenOf(selection)).toEqual([]);
    expect(selection.benefit).toMatchObject({ base: 0 });
    expect(reasonsOf(selection, 'dropped')).toEqual([{ code: 'dropped' }]);
    expect(reasonsOf(selection, 'needy')).toEqual([
      { code: 'needs-not-chosen', plans: ['dropped'] },
    ]);
  });

  it('never chooses a plan that needs what it excludes, and says so', () => {
    const torn = sketchPlan('torn', { queue: 1 }, 0, { needs: ['desk'], excludes: ['desk'] });
    const selection = found(
      selectActionPlans(sketchBank(desk, torn), { resources: { euro: 500 }, stakes: all }),
    );
    expect(chosenOf(selection)).toEqual(['desk']);
    expect(reasonsOf(selection, 'torn')).toEqual([
      { code: 'needs-what-it-excludes', plans: ['desk', 'torn'] },
      { code: 'excluded-by', plans: ['desk'] },
    ]);
  });

  it('names what excludes a plan, and what is lost by taking it instead', () => {
    const rival = sketchPlan('rival', { queue: 0.125 }, 1, { excludes: ['desk'] });
    const selection = found(
      selectActionPlans(sketchBank(desk, rival), { resources: { euro: 900 }, stakes: all }),
    );
    expect(reasonsOf(selection, 'rival')).toEqual([
      { code: 'excluded-by', plans: ['desk'] },
      { code: 'less-benefit', adds: 9.375, insteadOf: ['desk'], loss: 12.5, exchange: 'best' },
    ]);
  });

  it('leaves out a plan that adds nothing beside the chosen ones', () => {
    const cure = sketchPlan('cure', { queue: 1 }, 100);
    const selection = found(
      selectActionPlans(sketchBank(cure, desk), { resources: { euro: 900 }, stakes: all }),
    );
    expect(reasonsOf(selection, 'desk')).toEqual([
      { code: 'less-benefit', adds: 0, insteadOf: [], loss: 0, exchange: 'best' },
    ]);
  });

  it('does not credit a plan for moments where nothing is known, and names them', () => {
    const selection = found(
      selectActionPlans(sketchBank(sketchPlan('both', { queue: 0.5, pay: 0.5 }, 1), till), {
        resources: { euro: 900 },
        stakes: sketchStakes('queue'),
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
    const twins = sketchBank(
      sketchPlan('a', {}, 600, duty),
      sketchPlan('b', {}, 600, duty),
      sketchPlan('c', {}, 600),
    );
    expect(selectActionPlans(twins, { resources: { euro: 1000 }, stakes: all })).toMatchObject({
      status: 'infeasible',
      chosen: [],
      conflict: [
        { kind: 'capacity', resource: 'euro', capacity: 1000 },
        { kind: 'must-do', plan: 'a' },
        { kind: 'must-do', plan: 'b' },
      ],
    });
    const begun = sketchPlan('begun', {}, 0, { status: 'done', excludes: ['late'] });
    const late = sketchPlan('late', {}, 0, { ...duty, needs: ['begun'] });
    expect(selectActionPlans(sketchBank(begun, late), { resources: {}, stakes: [] })).toMatchObject(
      {
        status: 'infeasible',
        conflict: [
          { kind: 'excludes', plan: 'begun', excludes: 'late' },
          { kind: 'status', plan: 'begun', status: 'done' },
          { kind: 'must-do', plan: 'late' },
        ],
      },
    );
    const gone = sketchPlan('gone', {}, 0, { status: 'dropped' });
    const needy = sketchPlan('needy', {}, 0, { ...duty, needs: ['gone'] });
    expect(selectActionPlans(sketchBank(gone, needy), { resources: {}, stakes: [] })).toMatchObject(
      {
        conflict: [
          { kind: 'status', plan: 'gone', status: 'dropped' },
          { kind: 'needs', plan: 'needy', needs: 'gone' },
          { kind: 'must-do', plan: 'needy' },
        ],
      },
    );
  });

  it('knows a cycle without plans, and a resource without limit or without use', () => {
    const none: Cycle = { id: 'bank', name: 'Bank', moments: sketchBank().moments };
    expect(selectActionPlans(none, { resources: {}, stakes: [] })).toMatchObject({
      status: 'optimal',
      chosen: [],
      left: [],
    });
    const resources = { euro: Infinity, hours: 7 };
    expect(selectActionPlans(sketchBank(app), { resources, stakes: all })).toMatchObject({
      chosen: [{ plan: 'app' }],
      resources: {
        euro: { used: 600, capacity: 'unlimited' },
        hours: { used: 0, capacity: 7 },
      },
    });
  });

  it('is not confused by names that objects have of their own', () => {
    const odd = sketchPlan('constructor', { queue: 0.5 }, 0, {
      cost: Object.fromEntries([['__proto__', 3]]),
    });
    expect(() => selectActionPlans(sketchBank(odd), { resources: {}, stakes: all })).toThrow(
      /__proto__/,
    );
    const resources = Object.fromEntries([['__proto__', 2]]);
    const selection = found(selectActionPlans(sketchBank(odd), { resources, stakes: all }));
    expect(reasonsOf(selection, 'constructor')).toMatchObject([
      { resource: '__proto__', short: 1 },
    ]);
  });
});

describe('selectActionPlans with what is odd', () => {
  it('takes plans that need each other in a circle all or none, and says which are missing', () => {
    const one = sketchPlan('one', { greet: 0.5 }, 4, { needs: ['two'] });
    const two = sketchPlan('two', { queue: 0.5 }, 4, { needs: ['one'] });
    const select = (euro: number): FoundSelection =>
      found(selectActionPlans(sketchBank(one, two), { resources: { euro }, stakes: all }));
    expect(chosenOf(select(8))).toEqual(['one', 'two']);
    expect(chosenOf(select(7))).toEqual([]);
    expect(reasonsOf(select(7), 'one')).toEqual([
      { code: 'needs-not-chosen', plans: ['two'] },
      { code: 'never-fits', resource: 'euro', takes: 8, free: 7, short: 1 },
    ]);
  });

  it('takes only what is free where there is nothing to spend', () => {
    const gift = sketchPlan('gift', { queue: 0.1 }, 0);
    const selection = found(
      selectActionPlans(sketchBank(gift, sketchPlan('dear', { pay: 1 }, 1)), {
        resources: { euro: 0 },
        stakes: all,
      }),
    );
    expect(chosenOf(selection)).toEqual(['gift']);
    expect(selection.marginal).toEqual({
      euro: { more: 1, adds: 100, atMost: 100, status: 'optimal' },
    });
  });

  it('takes a plan that names itself among its needs as one that does not', () => {
    const own = sketchPlan('own', { queue: 0.5 }, 1, { needs: ['own'] });
    const selection = selectActionPlans(sketchBank(own), { resources: { euro: 1 }, stakes: all });
    expect(chosenOf(selection)).toEqual(['own']);
  });

  it('proves the best of 200 plans, or says that no set is more than a hundredth better', () => {
    const random = seededRandom(3);
    const whole = (low: number, high: number): number =>
      low + Math.floor(random() * (high - low + 1));
    const plans = Array.from({ length: 200 }, (_, index) =>
      sketchPlan(`p${index}`, {}, whole(5, 60), {
        effects: [
          {
            moment: `m${index}`,
            incidentReduction: { low: 0.5, base: 0.8, high: 1 },
            basis: 'assumed',
          },
        ],
      }),
    );
    const selection = found(
      selectActionPlans(
        {
          ...sketchBank(...plans),
          moments: plans.map((_, index) => ({
            id: `m${index}`,
            name: `m${index}`,
            contact: 'staff',
          })),
        },
        {
          resources: { euro: 2600 },
          stakes: plans.map((_, index) => ({
            moment: `m${index}`,
            visits: whole(10, 80),
            incidentShare: { value: 0.5, basis: 'measured' },
            harm: { value: 0.5, basis: 'judged' },
          })),
        },
      ),
    );
    const { benefit, bound, definition } = selection;
    expect(definition.nodeLimit).toBe(3000);
    expect(benefit.kind === 'expected-benefit' && bound / benefit.base).toBeLessThanOrEqual(1.01);
    expect(selection.robustness.cases).toBe(403);
  });
});

describe('selectActionPlans refuses', () => {
  const desk = sketchPlan('desk', { queue: 0.25 }, 500);

  it.each([
    [
      { resources: {}, stakes: all },
      'invalid-argument',
      /resources is a list of 0; expected "euro" among them, which "desk" costs/,
    ],
    [{ resources: { euro: -1 }, stakes: all }, 'invalid-argument', /the resource "euro" is -1/],
    [{ resources: { euro: NaN }, stakes: all }, 'invalid-argument', /the resource "euro" is NaN/],
    [{ resources: { euro: 1 }, stakes: sketchStakes('quay') }, 'unknown-id', /the moment "quay"/],
    [
      { resources: { euro: 1 }, stakes: sketchStakes('pay', 'pay') },
      'invalid-argument',
      /a second stake is "pay"/,
    ],
    [{ resources: { euro: 1 }, stakes: all, nodeLimit: 0 }, 'invalid-argument', /nodeLimit is 0/],
    [
      { resources: { euro: 1 }, stakes: all, nodeLimit: 1.5 },
      'invalid-argument',
      /nodeLimit is 1.5/,
    ],
  ] as const)('%#: %o', (options, code, message) => {
    const select = (): unknown => selectActionPlans(sketchBank(desk), options);
    expect(select).toThrow(message);
    expect(select).toThrow(expect.objectContaining({ name: 'ServiceCycleError', code }));
  });

  it.each([
    [sketchPlan('a', {}, -1), /cost of "a" in "euro" is -1/],
    [sketchPlan('a', {}, NaN), /cost of "a" in "euro" is NaN/],
    [sketchPlan('a', {}, 1, { cost: undefined as never }), /cost is nothing; expected an object/],
    [sketchPlan('a', {}, undefined as never), /cost of "a" in "euro" is nothing/],
    [sketchPlan('a', {}, Infinity), /cost of "a" in "euro" is Infinity/],
    [sketchPlan('a', { queue: 1.5 }, 1), /incidentReduction of "a" at "queue" is 1.5/],
    [sketchPlan('a', { queue: NaN }, 1), /incidentReduction of "a" at "queue" is NaN/],
    [sketchPlan('a', { queue: -0.5 }, 1), /low incidentReduction of "a" at "queue" is -/],
    [sketchPlan('a', {}, 1, { needs: ['b'] }), /the plan "b", which the cycle does not have/],
  ] as const)('a plan that cannot be: %#', (odd, message) => {
    const select = (): unknown =>
      selectActionPlans(sketchBank(odd), { resources: { euro: 1 }, stakes: all });
    expect(select).toThrow(message);
    expect(select).toThrow(ServiceCycleError);
  });
});
