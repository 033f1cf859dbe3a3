import { describe, expect, it } from 'vitest';
import type { Cycle, ServicePlan } from '../model/index.ts';
import { checkServicePlan } from './checkServicePlan.ts';

const cycle: Cycle = {
  id: 'desk',
  name: 'Desk',
  moments: [
    { id: 'greet', name: 'Is greeted', contact: 'staff' },
    { id: 'pay', name: 'Pays', contact: 'staff', declaredCritical: { because: 'Money' } },
  ],
  requirements: [
    {
      id: 'right',
      statement: 'Right',
      moments: ['pay'],
      source: { kind: 'values' },
      standards: [
        { id: 's', measure: 'M', unit: 'u', operator: '=', threshold: 0, requiredShare: 1 },
      ],
    },
  ],
};
const other: Cycle = {
  id: 'other',
  name: 'Other',
  moments: [{ id: 'away', name: 'Away', contact: 'none', declaredCritical: { because: 'B' } }],
};
const weekly = [{ day: 1, from: '09:00', to: '17:00' }];
const whole: ServicePlan = {
  id: 'p',
  name: 'P',
  needs: [
    {
      id: 'help',
      statement: 'Help',
      of: 'help-when-it-fails',
      requirements: ['right'],
      source: { kind: 'expectation' },
    },
  ],
  policies: [{ id: 'policy', statement: 'S', procedure: ['Do it'] }],
  channels: [
    {
      id: 'desk',
      name: 'D',
      kind: 'in-person',
      answer: 'live',
      open: { weekly },
      answersWithin: 's',
    },
    { id: 'web', name: 'W', kind: 'web', answer: 'self-service', open: { weekly } },
  ],
  training: [{ id: 't', audience: 'staff', topic: 'T', moments: ['pay'], required: 3 }],
  review: { everyMonths: 12 },
};
const codesOf = (
  plan: Partial<ServicePlan>,
  cycles: readonly Cycle[] = [cycle],
  options: Parameters<typeof checkServicePlan>[2] = {},
) =>
  checkServicePlan({ ...whole, ...plan }, cycles, options).map(({ code, ids }) => [code, ids[0]]);
const withHours = (open: ServicePlan['channels'][number]['open']) => ({
  channels: [{ id: 'web', name: 'W', kind: 'web', answer: 'self-service', open } as const],
});

describe('checkServicePlan', () => {
  it('finds nothing where nothing is open', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('finds needs without requirement, requirements without need, and that nobody helps when a unit fails', () => {
    const need = { id: 'n', statement: 'N', of: 'price', source: { kind: 'expectation' } } as const;
    expect(codesOf({ needs: [need] })).toEqual([
      ['need-without-requirement', 'n'],
      ['no-help-when-it-fails', 'p'],
      ['requirement-without-need', 'right'],
    ]);
  });

  it('finds policies that nobody says how to carry out', () => {
    expect(codesOf({ policies: [{ id: 'x', statement: 'S', procedure: [] }] })).toEqual([
      ['policy-without-procedure', 'x'],
    ]);
  });

  it('asks for a standard where people answer, and not of a machine', () => {
    const channel = {
      id: 'mail',
      name: 'M',
      kind: 'e-mail',
      answer: 'deferred',
      open: { weekly },
    } as const;
    expect(codesOf({ channels: [channel] })).toEqual([['channel-without-standard', 'mail']]);
  });

  it('finds channels that never open: no hours, and no exception with any', () => {
    const exceptions = [{ date: '2026-12-24', open: [] }];
    expect(codesOf(withHours({ weekly: [], exceptions }))).toEqual([
      ['channel-without-hours', 'web'],
    ]);
    const once = [{ date: '2026-12-24', open: [{ from: '09:00', to: '10:00' }] }];
    expect(codesOf(withHours({ weekly: [], exceptions: once }))).toEqual([]);
  });

  it.each([
    [
      'in a day',
      [
        { day: 1, from: '09:00', to: '13:00' },
        { day: 1, from: '12:00', to: '17:00' },
      ],
      'day 1 09:00-13:00 and day 1 12:00-17:00',
    ],
    [
      'past midnight',
      [
        { day: 1, from: '22:00', to: '02:00' },
        { day: 2, from: '01:00', to: '05:00' },
      ],
      'day 1 22:00-02:00 and day 2 01:00-05:00',
    ],
    [
      'from Sunday to Monday',
      [
        { day: 1, from: '01:00', to: '05:00' },
        { day: 7, from: '22:00', to: '02:00' },
      ],
      'day 7 22:00-02:00 and day 1 01:00-05:00',
    ],
  ])('finds hours that overlap %s', (_, times, said) => {
    const [finding] = checkServicePlan({ ...whole, ...withHours({ weekly: times }) }, [cycle]);
    expect(finding?.code).toBe('hours-overlap');
    expect(finding?.message).toContain(said);
  });

  it('does not find hours that only touch, all day and every day', () => {
    const allDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
    expect(codesOf(withHours({ weekly: allDay }))).toEqual([]);
    const touching = [
      { day: 7, from: '20:00', to: '02:00' },
      { day: 1, from: '02:00', to: '10:00' },
    ];
    expect(codesOf(withHours({ weekly: touching }))).toEqual([]);
  });

  it('finds hours of an exception that overlap, and hours that are none', () => {
    const open = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ];
    expect(codesOf(withHours({ weekly, exceptions: [{ date: '2026-12-24', open }] }))).toEqual([
      ['hours-overlap', 'web'],
    ]);
    const [fault] = checkServicePlan(
      { ...whole, ...withHours({ weekly, exceptions: [{ date: '2026-02-30', open: [] }] }) },
      [cycle],
    );
    expect([fault?.code, fault?.message]).toEqual([
      'hours-with-faults',
      '"web" has hours that are none: exceptions[0].date is "2026-02-30"; expected a day as YYYY-MM-DD that exists',
    ]);
  });

  it('finds critical moments for which no staff is trained: declared, or detected', () => {
    const training = [
      { id: 't', audience: 'customers', topic: 'T', moments: ['pay'], required: 3 },
    ] as const;
    expect(codesOf({ training })).toEqual([['critical-moment-without-training', 'pay']]);
    expect(codesOf({}, [cycle], { critical: ['greet'] })).toEqual([
      ['critical-moment-without-training', 'greet'],
    ]);
  });

  it('finds what none of its cycles has, with what was meant, and looks at no other cycle', () => {
    const findings = checkServicePlan(
      {
        ...whole,
        cycles: ['desk'],
        training: [
          { id: 't', audience: 'staff', topic: 'T', moments: ['pai', 'pay'], required: 1 },
        ],
      },
      [cycle, other],
    );
    expect(findings).toEqual([
      {
        code: 'unknown-id',
        ids: ['pai'],
        message: 'training[0].moments[0]: there is no moment "pai", did you mean "pay"?',
      },
    ]);
    expect(codesOf({}, [cycle, other])).toEqual([['critical-moment-without-training', 'away']]);
  });

  it('finds that those who answered are other customers than the plan is for', () => {
    const profile = [{ id: 'age', name: 'Age', shares: { young: 0.5, old: 0.5 } }];
    const sample = Array.from({ length: 40 }, (_, i) => ({ age: i < 30 ? 'old' : 'young' }));
    expect(codesOf({ profile }, [cycle], { sample })).toEqual([['profile-differs', 'age']]);
    expect(codesOf({ profile }, [cycle], { sample, level: 0.9999 })).toEqual([]);
    expect(codesOf({ profile }, [cycle], { sample: sample.slice(10) })).toEqual(
      [['profile-differs', 'age']].slice(1),
    );
  });

  it.each([
    ['no plan', null, [cycle], 'plan is null'],
    ['a cycle where its plan belongs', cycle, [cycle], 'plan.channels is nothing; expected a list'],
    ['a cycle outside a list', whole, cycle, 'cycles is an object'],
  ])('refuses %s', (_, plan, cycles, message) => {
    expect(() => checkServicePlan(plan as never, cycles as never)).toThrow(message);
  });
});
