import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import { arbitraryServicePlan } from '../../test/support/arbitraryServicePlan.ts';
import type { Cycle } from './cycle.ts';
import { parseServicePlan } from './parseServicePlan.ts';
import { servicePlanSchema } from './servicePlanSchema.ts';

const weekly = [{ day: 1, from: '09:00', to: '17:00' }];
const channel = {
  id: 'phone',
  name: 'Telephone',
  kind: 'telephone',
  answer: 'live',
  open: { weekly },
};
const plan = { id: 'p', name: 'P', channels: [channel], review: { everyMonths: 12 } };
const cycle: Cycle = {
  id: 'desk',
  name: 'Desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
  requirements: [
    {
      id: 'promptly',
      statement: 'At once',
      moments: ['greet'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'a-minute',
          measure: 'M',
          unit: 's',
          operator: '<=',
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    },
  ],
};

function messagesOf(input: unknown, cycles: readonly Cycle[] = []): readonly string[] {
  const result = parseServicePlan(input, cycles);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

const withOpen = (open: object) => ({ ...plan, channels: [{ ...channel, open }] });

describe('parseServicePlan', () => {
  it('takes whatever a plan can hold, copies it, and leaves it as it was', () => {
    const valid = arbitraryCycle.chain((one) =>
      arbitraryServicePlan(one).map((made) => ({ one, made })),
    );
    fc.assert(
      fc.property(valid, ({ one, made }) => {
        const before = JSON.stringify(made);
        const result = parseServicePlan(made, [one]);
        expect(result).toEqual({ ok: true, value: JSON.parse(before) as unknown });
        expect(result.ok && result.value).not.toBe(made);
        expect(JSON.stringify(made)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  it('takes null under an optional key as absent, keeps own data, and knows $schema', () => {
    const given = { ...plan, $schema: 'service-plan.schema.json', meta: { key: [1] }, needs: null };
    const result = parseServicePlan(given);
    expect(result).toEqual({ ok: true, value: { ...given, needs: undefined } });
    expect(result.ok && 'needs' in result.value).toBe(false);
  });

  it.each([
    [
      { ...plan, channels: [] },
      'channels: found a list of 0, expected a list with at least one member',
    ],
    [{}, 'id: missing'],
    [null, 'the whole: found null, expected an object'],
    [
      withOpen({ weekly: [{ day: 0, from: '09:00', to: '17:00' }] }),
      'channels[0].open.weekly[0].day: found 0, expected a day from 1 (Monday) to 7',
    ],
    [
      withOpen({ weekly: [{ day: 1, from: '9', to: '17:00' }] }),
      'channels[0].open.weekly[0].from: found "9", expected a time from 00:00 to 23:59, such as 09:00',
    ],
    [
      withOpen({ weekly: [{ day: 1, from: '09:00', to: '24:30' }] }),
      'channels[0].open.weekly[0].to: found "24:30", expected a time from 00:00 to 24:00, such as 17:30',
    ],
    [
      withOpen({ weekly, exceptions: [{ date: '2026-02-30', open: [] }] }),
      'channels[0].open.exceptions[0].date: found "2026-02-30", expected a day as YYYY-MM-DD that exists',
    ],
    [
      withOpen({ weekly, exceptions: [{ date: '24.12.2026', open: [] }] }),
      'channels[0].open.exceptions[0].date: found "24.12.2026", expected a day as YYYY-MM-DD that exists',
    ],
    [
      withOpen({
        weekly,
        exceptions: [
          { date: '2026-12-24', open: [] },
          { date: '2026-12-24', open: [] },
        ],
      }),
      'channels[0].open.exceptions[1].date: found "2026-12-24", which channels[0].open.exceptions[0] has already; expected a date that no other exception has',
    ],
    [
      withOpen({ weekly, zone: 'Athens time' }),
      'channels[0].open.zone: found "Athens time", expected the name of a time zone such as Europe/Athens, or an offset such as +02:00',
    ],
    [
      withOpen({ weekly, holidays: [] }),
      'channels[0].open.holidays: unknown key, expected "weekly", "exceptions" or "zone"',
    ],
    [
      { ...plan, channels: [{ ...channel, answer: 'alive' }] },
      'channels[0].answer: found "alive", expected "live", "deferred", "self-service", did you mean "live"?',
    ],
    [
      { ...plan, channels: [channel, channel] },
      'channels[1].id: found "phone", which channels[0] has already; expected an id that no other channel has',
    ],
    [
      { ...plan, review: { last: '2026-13-01', everyMonths: 12 } },
      'review.last: found "2026-13-01", expected a day as YYYY-MM-DD that exists',
    ],
    [
      { ...plan, review: { everyMonths: 0 } },
      'review.everyMonths: found 0, expected a whole number from 1 to 1200',
    ],
    [
      { ...plan, training: [{ id: 't', audience: 'staff', topic: 'T', required: 0 }] },
      'training[0].required: found 0, expected a whole number from 1 to 1000000000',
    ],
    [
      { ...plan, profile: [{ id: 't', name: 'T', shares: { a: 0.5, b: 0.4 } }] },
      'profile[0].shares: found an object with a, b, expected shares that add up to 1',
    ],
    [
      {
        ...plan,
        profile: [{ id: 't', name: 'T', shares: JSON.parse('{"__proto__":1}') as object }],
      },
      'profile[0].shares.__proto__',
    ],
  ])('says of %o one clear fault', (input, message) => {
    const [first] = messagesOf(input);
    expect(first).toContain(message);
  });

  it('tells all faults at once, the unknown ids of its cycles among them, with what was meant', () => {
    const faulty = {
      ...plan,
      cycles: ['desk'],
      needs: [
        {
          id: 'n',
          statement: 'S',
          of: 'access',
          requirements: ['promtly'],
          source: { kind: 'law' },
        },
      ],
      channels: [{ ...channel, moments: ['gret'], answersWithin: 'a-minut' }],
      training: [
        { id: 't', audience: 'staff', topic: 'T', moments: ['greet', 'pay'], required: 2 },
      ],
      profile: [{ id: 'trait', name: 'T', question: 'purpose', shares: { a: 1 } }],
    };
    expect(messagesOf(faulty, [cycle])).toEqual([
      'needs[0].source.reference: missing',
      'profile[0].question: there is no question "purpose", expected no question, since none is declared',
      'needs[0].requirements[0]: there is no requirement "promtly", did you mean "promptly"?',
      'channels[0].answersWithin: there is no standard "a-minut", did you mean "a-minute"?',
      'channels[0].moments[0]: there is no moment "gret", did you mean "greet"?',
      'training[0].moments[1]: there is no moment "pay", expected "greet"',
    ]);
    expect(messagesOf({ ...plan, cycles: ['dask'] }, [cycle])).toEqual([
      'cycles[0]: there is no cycle "dask", did you mean "desk"?',
    ]);
    expect(messagesOf(faulty)).toEqual(['needs[0].source.reference: missing']);
  });

  it('lists a thousand faults of a hostile body and counts the others', () => {
    const many = Array.from({ length: 5000 }, () => ({ day: 9, from: 'x', to: 'y' }));
    const result = parseServicePlan(withOpen({ weekly: many }));
    const issues = result.ok ? [] : result.issues;
    expect(issues).toHaveLength(1001);
    expect(issues.at(-1)).toMatchObject({ code: 'not-listed', found: '14000 more faults' });
  });

  it('refuses cycles that are none', () => {
    expect(() => parseServicePlan(plan, 'desk' as never)).toThrow('cycles is "desk"');
  });
});

describe('servicePlanSchema', () => {
  it('gives the value or the issues that parseServicePlan gives', () => {
    const { validate, version, vendor } = servicePlanSchema['~standard'];
    expect([version, vendor, validate(plan)]).toEqual([1, 'service-cycle', { value: plan }]);
    expect(validate({ ...plan, channels: [] }).issues?.[0]?.code).toBe('out-of-range');
  });
});
