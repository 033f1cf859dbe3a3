import { assertType, expectTypeOf, it } from 'vitest';
import type { Cycle } from './cycle.ts';
import { defineCycle } from './defineCycle.ts';
import type { CycleIds } from './ids.ts';
import type { OwnData } from './ownData.ts';
import type { SatisfactionSurvey } from './survey.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  stages: [{ id: 'inside', name: 'Inside' }],
  areas: [{ id: 'hall', name: 'Hall' }],
  moments: [
    { id: 'greet', name: 'Is greeted', contact: 'staff', stage: 'inside', area: 'hall' },
    { id: 'pay', name: 'Is paid', contact: 'staff' },
  ],
  requirements: [
    {
      id: 'paid-right',
      statement: 'Payment is right',
      moments: ['pay'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'no-difference',
          measure: 'Difference to the cheque',
          unit: 'money',
          operator: '=',
          threshold: 0,
          requiredShare: 1,
        },
      ],
    },
  ],
  actionPlans: [
    {
      id: 'count-twice',
      name: 'Count twice',
      requirements: ['paid-right'],
      effects: [],
      cost: { staffHours: 10 },
      status: 'proposed',
    },
    {
      id: 'machine',
      name: 'Counting machine',
      requirements: ['paid-right'],
      effects: [],
      cost: { money: 100 },
      excludes: ['count-twice'],
      status: 'proposed',
    },
  ],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'paying',
        text: 'How satisfied were you?',
        asks: 'satisfaction',
        about: { moment: 'pay' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});

it('makes every id part of the type', () => {
  expectTypeOf(bank.moments[0]!.id).toEqualTypeOf<'greet' | 'pay'>();
  expectTypeOf(bank.actionPlans[0]!.cost).toEqualTypeOf<{
    readonly money?: number;
    readonly staffHours?: number;
  }>();
  expectTypeOf(bank.survey.questions[0]!.id).toEqualTypeOf<'paying'>();
});

it('gives a cycle that serves wherever any cycle does', () => {
  assertType<Cycle>(bank);
});

it('knows that what was written down is there, and of nothing else', () => {
  expectTypeOf(bank.survey.questions[0]!.id).toEqualTypeOf<'paying'>();
  expectTypeOf(bank.areas[0]!.id).toEqualTypeOf<'hall'>();
  const short = defineCycle({ id: 'a', name: 'A', moments: [moment] });
  // @ts-expect-error -- it has no survey
  assertType(short.survey.questions);
});

it('does not take for given what is perhaps written down', () => {
  const perhaps: { readonly survey?: SatisfactionSurvey<'q', 'm', never> } = {};
  const cycle = defineCycle({ id: 'a', name: 'A', moments: [moment], ...perhaps });
  // @ts-expect-error -- it may have no survey
  assertType(cycle.survey.questions);
  const read: Cycle = cycle;
  // @ts-expect-error -- nor is anything known of a cycle that was read
  assertType(defineCycle(read).survey.questions);
});

it('keeps its ids for whatever takes a cycle', () => {
  const idsOf = <Ids extends CycleIds>(_: Cycle<Ids>): Ids['moment'] | undefined => undefined;
  expectTypeOf(idsOf(bank)).toEqualTypeOf<'greet' | 'pay' | undefined>();
});

it('does not compile with a key that no cycle has, nor without a moment', () => {
  // @ts-expect-error -- did you mean 'survey'?
  defineCycle({ id: 'a', name: 'A', moments: [moment], surveyy: bank.survey });
  // @ts-expect-error -- 'moments' is missing
  defineCycle({ id: 'a', name: 'A' });
});

it('does not compile with a misspelt moment', () => {
  const moments = [
    { id: 'greet', name: 'Is greeted', contact: 'staff' },
    { id: 'pay', name: 'Is paid', contact: 'staff' },
  ] as const;
  const source = { kind: 'values' } as const;
  defineCycle({
    id: 'bank',
    name: 'Bank',
    moments,
    requirements: [
      // @ts-expect-error -- '"gret"' is not assignable, did you mean '"greet"'?
      { id: 'a', statement: 'A', moments: ['gret'], source },
    ],
  });
  defineCycle({
    id: 'bank',
    name: 'Bank',
    moments,
    survey: {
      id: 's',
      title: 'S',
      questions: [
        {
          id: 'q',
          text: 'Q',
          asks: 'satisfaction',
          // @ts-expect-error -- no moment 'greeet'
          about: { moment: 'greeet' },
          scale: { min: 1, max: 5 },
        },
      ],
    },
  });
});

const moment = { id: 'm', name: 'M', contact: 'none' } as const;
const requirement = {
  id: 'r',
  statement: 'R',
  moments: ['m'],
  source: { kind: 'values' },
} as const;
const plan = { name: 'P', effects: [], cost: {}, status: 'proposed' } as const;

it('does not compile with a stage, an area, a requirement or a plan that nothing declares', () => {
  const cycle = { id: 'a', name: 'A' } as const;
  // @ts-expect-error -- no stage 'outside'
  defineCycle({ ...cycle, moments: [{ ...moment, stage: 'outside' }] });
  // @ts-expect-error -- no area 'yard'
  defineCycle({ ...cycle, moments: [{ ...moment, area: 'yard' }] });
  defineCycle({
    ...cycle,
    moments: [moment],
    requirements: [requirement],
    // @ts-expect-error -- no requirement 'rr'
    actionPlans: [{ ...plan, id: 'p', requirements: ['rr'] }],
  });
  defineCycle({
    ...cycle,
    moments: [moment],
    requirements: [requirement],
    // @ts-expect-error -- no plan 'q'
    actionPlans: [{ ...plan, id: 'p', requirements: ['r'], needs: ['q'] }],
  });
});

it('does not compile with an unknown key, trait or contact', () => {
  const cycle = { id: 'a', name: 'A' } as const;
  // @ts-expect-error -- 'chanel' is no key of a moment
  defineCycle({ ...cycle, moments: [{ ...moment, chanel: 'x' }] });
  // @ts-expect-error -- 'queueing' is no trait
  defineCycle({ ...cycle, moments: [{ ...moment, traits: ['queueing'] }] });
  // @ts-expect-error -- 'phone' is no contact
  defineCycle({ ...cycle, moments: [{ ...moment, contact: 'phone' }] });
});

it('does not compile with a law that is not named', () => {
  defineCycle({
    id: 'a',
    name: 'A',
    moments: [moment],
    // @ts-expect-error -- 'reference' is missing
    requirements: [{ ...requirement, source: { kind: 'law' } }],
  });
});

it('takes own data and the schema of an editor, and keeps what is written of them', () => {
  const kept = defineCycle({
    $schema: 'cycle.schema.json',
    id: 'a',
    name: 'A',
    moments: [{ ...moment, meta: { key: 7, tags: ['x'] } }],
  });
  expectTypeOf(kept.moments[0]!.meta).toEqualTypeOf<OwnData | undefined>();
  // @ts-expect-error -- a text is no own data
  defineCycle({ id: 'a', name: 'A', moments: [{ ...moment, meta: 'x' }] });
});

it('refuses a support by a moment or a standard that the cycle does not have', () => {
  const kitchen = {
    id: 'kitchen',
    name: 'Kitchen',
    customer: 'internal',
    moments: [{ id: 'cook', name: 'Cooks', contact: 'staff' }],
  } as const;
  defineCycle({
    ...kitchen,
    supports: [{ moment: 'cook', cycle: 'dinner', of: 'whatever moment it has' }],
  });
  defineCycle({
    ...kitchen,
    // @ts-expect-error - there is no moment 'cok'
    supports: [{ moment: 'cok', cycle: 'dinner', of: 'serve' }],
  });
  defineCycle({
    ...kitchen,
    // @ts-expect-error - there is no standard 'quick'
    supports: [{ moment: 'cook', cycle: 'dinner', of: 'serve', standard: 'quick' }],
  });
});
