import { describe, expect, it } from 'vitest';
import { sketchBank, sketchPlan, sketchStakes } from '../../test/support/planSketch.ts';
import type { ActionPlan } from '../model/actionPlan.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { FoundSelection, SelectionOptions } from './types.ts';

const all = sketchStakes('greet', 'queue', 'pay', 'app');

type Conditions = Omit<SelectionOptions, 'resources' | 'stakes'>;

function select(plans: readonly ActionPlan[], euro: number, conditions: Conditions) {
  return selectActionPlans(sketchBank(...plans), {
    resources: { euro },
    stakes: all,
    ...conditions,
  });
}

function found(plans: readonly ActionPlan[], euro: number, conditions: Conditions): FoundSelection {
  const selection = select(plans, euro, conditions);
  if (!('left' in selection)) throw new Error(JSON.stringify(selection));
  return selection;
}

const chosenOf = ({ chosen }: FoundSelection): string[] => chosen.map(({ plan }) => plan);

const reasonsOf = ({ left }: FoundSelection, id: string): unknown =>
  left.find(({ plan }) => plan === id)?.reasons;

describe('at most so many plans per area', () => {
  const signs = sketchPlan('signs', { greet: 0.5 }, 1);
  const tickets = sketchPlan('tickets', { queue: 0.4 }, 1);
  const till = sketchPlan('till', { pay: 0.1 }, 1);

  it('keeps the best so many, counts areas apart, and says which plans fill the area', () => {
    const selection = found([signs, tickets, till], 9, { atMostPerArea: 1 });
    expect(chosenOf(selection)).toEqual(['signs', 'till']);
    expect(selection.status).toBe('optimal');
    expect(reasonsOf(selection, 'tickets')).toEqual([
      { code: 'area-full', plans: ['signs'], area: 'hall', atMost: 1, inProgress: 0 },
      { code: 'less-benefit', adds: 40, insteadOf: ['signs'], loss: 10, exchange: 'best' },
    ]);
  });

  it('can be asked of one area only', () => {
    const limited = { atMostPerArea: { desk: 0 } };
    expect(chosenOf(found([signs, tickets, till], 9, limited))).toEqual(['signs', 'tickets']);
  });

  it('counts a plan once in each area it works in', () => {
    const both = sketchPlan('both', { queue: 0.4, greet: 0.4, pay: 0.1 }, 1);
    expect(chosenOf(found([both, signs, till], 9, { atMostPerArea: 1 }))).toEqual(['both']);
  });

  it('counts plans in progress, done ones not, and takes no further plan where they are too many', () => {
    const begun = { ...signs, id: 'begun', status: 'in-progress' } as const;
    const second = { ...begun, id: 'second' };
    const done = { ...begun, id: 'done', status: 'done' } as const;
    expect(chosenOf(found([begun, done, tickets], 9, { atMostPerArea: 2 }))).toEqual(['tickets']);
    const full = found([begun, second, tickets], 9, { atMostPerArea: 1 });
    expect(chosenOf(full)).toEqual([]);
    expect(reasonsOf(full, 'tickets')).toEqual([
      { code: 'area-full', plans: [], area: 'hall', atMost: 1, inProgress: 2 },
    ]);
  });

  it('is named when what must be done passes it', () => {
    const duty = { mustDo: true } as const;
    const selection = select([{ ...signs, ...duty }, { ...tickets, ...duty }, till], 9, {
      atMostPerArea: 1,
    });
    expect(selection).toMatchObject({
      status: 'infeasible',
      smallest: 'proved',
      conflict: [
        { kind: 'at-most-in-area', area: 'hall', atMost: 1, inProgress: 0 },
        { kind: 'must-do', plan: 'signs' },
        { kind: 'must-do', plan: 'tickets' },
      ],
    });
  });

  it.each([
    [{ hall: -1 }, 'invalid-argument', /atMostPerArea of "hall" is -1/],
    [{ hall: 1.5 }, 'invalid-argument', /is 1.5; expected a whole number/],
    [NaN, 'invalid-argument', /is NaN; expected a whole number/],
    [{ cellar: 1 }, 'unknown-id', /the area "cellar"/],
  ] as const)('refuses %j', (atMostPerArea, code, message) => {
    const selecting = (): unknown => select([signs], 9, { atMostPerArea });
    expect(selecting).toThrow(message);
    expect(selecting).toThrow(expect.objectContaining({ code }));
  });
});

describe('at least one plan for a moment', () => {
  const big = sketchPlan('big', { queue: 0.9 }, 6);
  const small = sketchPlan('small', { pay: 0.1 }, 5);
  const tiny = sketchPlan('tiny', { pay: 0.05 }, 1);
  const atLeastOneFor = ['pay'];

  it('takes the best set with one, and says that it is the only one for the moment', () => {
    const selection = found([big, small], 10, { atLeastOneFor });
    expect(selection.chosen).toEqual([
      {
        plan: 'small',
        reasons: [
          { code: 'brings', customers: 10 },
          { code: 'only-one-for', moments: ['pay'] },
        ],
      },
    ]);
    expect(chosenOf(found([big, small, tiny], 10, { atLeastOneFor }))).toEqual(['big', 'tiny']);
  });

  it('says of a better plan that a moment would be left without one for it', () => {
    const selection = found([big, small], 10, { atLeastOneFor });
    expect(reasonsOf(selection, 'big')).toEqual([
      { code: 'does-not-fit', resource: 'euro', takes: 6, free: 5, short: 1 },
      { code: 'leaves-without-plan', moments: ['pay'], gain: 80 },
    ]);
  });

  it('is met by a plan in progress, and by no done one', () => {
    const begun = sketchPlan('begun', { pay: 0.1 }, 0, { status: 'in-progress' });
    expect(chosenOf(found([big, small, begun], 10, { atLeastOneFor }))).toEqual(['big']);
    const done = sketchPlan('done', { pay: 0.1 }, 0, { status: 'done' });
    expect(chosenOf(found([big, small, done], 10, { atLeastOneFor }))).toEqual(['small']);
  });

  it('takes a plan that brings nothing known where no other is', () => {
    const selection = selectActionPlans(sketchBank(big, small), {
      resources: { euro: 11 },
      stakes: sketchStakes('queue'),
      atLeastOneFor,
    });
    expect(selection.chosen).toContainEqual({
      plan: 'small',
      reasons: [{ code: 'only-one-for', moments: ['pay'] }],
    });
  });

  it('says where taking the best first leaves a moment without a plan', () => {
    const guide = sketchPlan('guide', { greet: 0.5 }, 5);
    const both = sketchPlan('both', { greet: 0.2, pay: 0.1 }, 11);
    const selection = found([guide, both], 11, { atLeastOneFor: ['greet', 'pay'] });
    expect(chosenOf(selection)).toEqual(['both']);
    expect(selection.greedy).toEqual({
      chosen: ['guide'],
      benefit: 50,
      shortfall: -20,
      unserved: ['pay'],
    });
  });

  it('is named, with what stands against it, when it cannot be met', () => {
    expect(select([big], 10, { atLeastOneFor })).toMatchObject({
      status: 'infeasible',
      smallest: 'proved',
      conflict: [{ kind: 'at-least-one-for', moment: 'pay' }],
    });
    expect(select([big, small], 10, { atLeastOneFor: ['pay', 'queue'] })).toMatchObject({
      conflict: [
        { kind: 'capacity', resource: 'euro', capacity: 10 },
        { kind: 'at-least-one-for', moment: 'queue' },
        { kind: 'at-least-one-for', moment: 'pay' },
      ],
    });
  });

  it('refuses a moment that the cycle does not have', () => {
    expect(() => select([big], 9, { atLeastOneFor: ['pey'] })).toThrow(/the moment "pey"/);
  });
});
