import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import type { Measurement } from '../model/observations.ts';
import type { Standard } from '../model/requirement.ts';
import { tallyMeasurements } from '../requirements/measurements/tallyMeasurements.ts';
import { trackActionPlans } from './trackActionPlans.ts';
import type { TrackedPlan, TrackingOptions } from './tracking/types.ts';

const quick: Standard = {
  id: 'quick',
  measure: 'Wait',
  unit: 'seconds',
  operator: '<=',
  threshold: 60,
  requiredShare: 0.9,
};
const right: Standard = { ...quick, id: 'right', measure: 'Errors', unit: 'errors', threshold: 0 };

function plan(id: string, rest: Partial<ActionPlan> = {}): ActionPlan {
  const fixed = { id, name: id, requirements: ['well'], effects: [], cost: {} };
  return { ...fixed, status: 'done', ...rest };
}

function desk(actionPlans: readonly ActionPlan[], rest: Partial<Cycle> = {}): Cycle {
  return {
    id: 'desk',
    name: 'Desk',
    moments: [{ id: 'wait', name: 'Waits', contact: 'staff' }],
    requirements: [
      {
        id: 'well',
        statement: 'Quick and right',
        moments: ['wait'],
        source: { kind: 'expectation' },
        standards: [quick, right],
      },
      { id: 'kind', statement: 'Kind', moments: ['wait'], source: { kind: 'expectation' } },
    ],
    actionPlans,
    ...rest,
  };
}

/** So many cases that conform, and so many that fail. */
function cases(standard: string, conforming: number, failing: number): Measurement[] {
  return [
    ...Array.from({ length: conforming }, () => ({ standard, value: 0 })),
    ...Array.from({ length: failing }, () => ({ standard, value: 100 })),
  ];
}

const TODAY = '2025-06-15';

const track = (plans: readonly ActionPlan[], rest: Partial<TrackingOptions> = {}) =>
  trackActionPlans(desk(plans), { asOf: TODAY, ...rest });

const one = (status: Partial<ActionPlan>, rest: Partial<TrackingOptions> = {}): TrackedPlan =>
  track([plan('p', status)], rest).plans[0]!;

const better = { before: cases('quick', 60, 40), after: cases('quick', 85, 15) };

describe('trackActionPlans', () => {
  it.each([
    ['2025-06-14', 'overdue'],
    ['2025-06-15', 'due'],
    ['2025-06-16', 'open'],
    ['2024-12-31', 'overdue'],
    [undefined, 'open'],
  ] as const)('says of a plan that is due on %s and not done that it is %s', (due, state) => {
    expect(one({ status: 'in-progress', ...(due && { due }) }).state).toBe(state);
    expect(one({ status: 'proposed', ...(due && { due }) }).state).toBe(state);
  });

  it('verifies a plan that is done when the share that conforms has grown beyond doubt', () => {
    expect(one({}, { measurements: better })).toMatchObject({
      state: 'verified',
      declared: 'done',
      standards: [
        {
          standard: 'quick',
          movement: 'moved',
          before: { status: 'not-met', conforming: 60, measured: 100 },
          after: { status: 'not-proven', conforming: 85, measured: 100 },
          interval: { level: 0.95, method: 'newcombe' },
        },
        { standard: 'right', movement: 'not-measured' },
      ],
    });
  });

  it('gives the published interval of a difference: 56 of 70 against 48 of 80', () => {
    const measurements = { before: cases('quick', 48, 32), after: cases('quick', 56, 14) };
    const [movement] = one({}, { measurements }).standards;
    expect(movement?.difference).toBeCloseTo(0.2, 12);
    expect(movement?.interval?.low).toBeCloseTo(0.0524, 4);
    expect(movement?.interval?.high).toBeCloseTo(0.3339, 4);
  });

  it('compares the shares that it shows, also where customers gave up', () => {
    const gaveUp = (count: number) =>
      Array.from({ length: count }, () => ({
        standard: 'quick',
        value: 30,
        ended: 'abandoned' as const,
      }));
    const late = (count: number) =>
      Array.from({ length: count }, () => ({ standard: 'quick', value: 50 }));
    const measurements = {
      before: [...cases('quick', 40, 40), ...gaveUp(40), ...late(20)],
      after: [...cases('quick', 60, 10), ...gaveUp(5), ...late(20)],
    };
    const [movement] = one({}, { measurements }).standards;
    const [before, after] = [movement?.before, movement?.after].map((then) =>
      then?.conformingShare.kind === 'estimate' ? then.conformingShare.value : Number.NaN,
    );
    expect(movement?.difference).toBeCloseTo((after ?? 0) - (before ?? 0), 12);
    expect(movement?.movement).toBe('moved');
  });

  it('does not take the word of the cycle for it', () => {
    const claimed = one({ status: 'verified' });
    expect(claimed).toMatchObject({ state: 'done', declared: 'verified' });
  });

  it('does not verify on a difference that may be chance, and does at a lower level', () => {
    const measurements = { before: cases('quick', 60, 40), after: cases('quick', 70, 30) };
    expect(one({}, { measurements }).state).toBe('done');
    expect(one({}, { measurements }).standards[0]?.movement).toBe('not-proven');
    expect(one({}, { measurements, level: 0.8 }).state).toBe('verified');
  });

  it('does not verify a plan for which another of its standards became worse', () => {
    const measurements = {
      before: [...better.before, ...cases('right', 90, 10)],
      after: [...better.after, ...cases('right', 60, 40)],
    };
    const tracked = one({}, { measurements });
    expect(tracked.state).toBe('done');
    expect(tracked.standards.map(({ movement }) => movement)).toEqual(['moved', 'worse']);
  });

  it('does not verify a plan that is not done, nor looks at its standards', () => {
    expect(one({ status: 'in-progress' }, { measurements: better })).toMatchObject({
      state: 'open',
      standards: [],
    });
  });

  it('needs cases from before and from after', () => {
    const { after } = better;
    expect(one({}, { measurements: { before: [], after } }).standards[0]).toEqual({
      standard: 'quick',
      movement: 'not-measured',
      before: {
        status: 'not-measured',
        conformingShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
        conforming: 0,
        measured: 0,
      },
      after: expect.objectContaining({ conforming: 85 }),
    });
  });

  it('takes tallies as well as rows, and gives the same', () => {
    const tallied = {
      before: [tallyMeasurements(quick, better.before)],
      after: [tallyMeasurements(quick, better.after)],
    };
    expect(track([plan('p')], { measurements: tallied })).toEqual(
      track([plan('p')], { measurements: better }),
    );
  });

  it('counts only customers of the kind that the cycle serves', () => {
    const staff = better.after.map((row) => ({ ...row, customer: 'internal' as const }));
    const measurements = { before: better.before, after: staff };
    expect(one({}, { measurements }).standards[0]?.movement).toBe('not-measured');
    const internal = trackActionPlans(desk([plan('p')], { customer: 'internal' }), {
      asOf: TODAY,
      measurements: { before: better.before, after: staff },
    });
    expect(internal.plans[0]?.state).toBe('verified');
  });

  it('names the standards that measurements are of and the cycle does not have', () => {
    const measurements = { before: cases('quik', 1, 1), after: [] };
    expect(track([], { measurements }).unknownStandards).toEqual({
      before: [{ standard: 'quik', count: 2 }],
      after: [],
    });
  });

  it('tells what a plan waits for, whose it is, and by when', () => {
    const { plans } = track([
      plan('first', { status: 'in-progress' }),
      plan('gone', { status: 'dropped' }),
      plan('ready', {}),
      plan('last', {
        status: 'proposed',
        needs: ['first', 'gone', 'ready'],
        owner: 'supervisor',
        due: '2025-07-01',
      }),
    ]);
    expect(plans[3]).toEqual({
      plan: 'last',
      state: 'open',
      declared: 'proposed',
      due: '2025-07-01',
      owner: 'supervisor',
      waitsFor: ['first', 'gone'],
      standards: [],
    });
  });

  it('tells which share of what is due is done, dropped plans aside', () => {
    const past = { due: '2025-06-01' };
    const tracking = track(
      [
        plan('a', { ...past, status: 'done' }),
        plan('b', { ...past, status: 'in-progress' }),
        plan('c', { due: TODAY, status: 'proposed' }),
        plan('d', { ...past, status: 'dropped' }),
        plan('e', { due: '2025-12-01', status: 'done' }),
        plan('f', { due: '2025-06-02', status: 'verified' }),
      ],
      { measurements: better },
    );
    expect(tracking).toMatchObject({
      dueByNow: 4,
      doneOfDue: 2,
      doneShare: 0.5,
      counts: { open: 0, due: 1, overdue: 1, done: 0, verified: 3, dropped: 1 },
    });
  });

  it('has no share to tell when nothing is due', () => {
    expect(track([plan('a', { status: 'proposed' })])).not.toHaveProperty('doneShare');
    expect(trackActionPlans(desk([]), { asOf: TODAY })).toMatchObject({
      plans: [],
      dueByNow: 0,
      nextActions: [],
    });
  });
});

describe('what to do next', () => {
  it('puts the late first, the longest late before others, and the undated last', () => {
    const { nextActions } = track([
      plan('someday', { status: 'proposed' }),
      plan('waits', { status: 'proposed', due: '2025-07-01', needs: ['someday'] }),
      plan('soon', { status: 'in-progress', due: '2025-07-01' }),
      plan('late', { status: 'in-progress', due: '2025-06-01' }),
      plan('today', { status: 'proposed', due: TODAY }),
      plan('later', { status: 'proposed', due: '2025-05-01' }),
      plan('gone', { status: 'dropped', due: '2025-01-01' }),
    ]);
    expect(nextActions.map(({ code, plan: id, state }) => [code, id, state])).toEqual([
      ['start', 'later', 'overdue'],
      ['finish', 'late', 'overdue'],
      ['start', 'today', 'due'],
      ['finish', 'soon', 'open'],
      ['start', 'waits', 'open'],
      ['start', 'someday', 'open'],
    ]);
  });

  it.each([
    ['rethink', { before: cases('quick', 90, 10), after: cases('quick', 60, 40) }],
    ['measure', undefined],
    ['measure-more', { before: cases('quick', 6, 4), after: cases('quick', 7, 3) }],
    ['record', better],
  ] as const)('is to %s where a plan is done', (code, measurements) => {
    const { nextActions } = track([plan('p')], measurements && { measurements });
    expect(nextActions).toMatchObject([{ code, plan: 'p' }]);
  });

  it('is to set a standard where the requirements of a plan have none', () => {
    expect(track([plan('p', { requirements: ['kind'] })]).nextActions).toMatchObject([
      { code: 'set-standard' },
    ]);
  });

  it('is nothing where a plan is verified and said to be', () => {
    const { nextActions } = track([plan('p', { status: 'verified' })], { measurements: better });
    expect(nextActions).toEqual([]);
  });
});

describe('trackActionPlans refuses', () => {
  it.each([
    ['2025-6-15', /asOf is "2025-6-15"/],
    ['2025-02-29', /a day as YYYY-MM-DD that exists/],
    ['15.06.2025', /asOf/],
    ['', /asOf/],
  ])('the day %s', (asOf, message) => {
    expect(() => track([], { asOf })).toThrow(message);
  });

  it('a plan whose day is none, and a level that is none', () => {
    expect(() => track([plan('p', { due: 'soon' })])).toThrow(/the day of plan "p" is "soon"/);
    expect(() => track([], { level: 1 })).toThrow(/level/);
  });

  it('no leap day', () => {
    expect(track([], { asOf: '2024-02-29' }).asOf).toBe('2024-02-29');
    expect(track([], { asOf: '2000-02-29' }).asOf).toBe('2000-02-29');
    expect(() => track([], { asOf: '1900-02-29' })).toThrow(/exists/);
  });
});
