import { describe, expect, it } from 'vitest';
import { parseCycle } from './parseCycle.ts';

const WHOLE = {
  id: 'bank',
  name: { en: 'Cashing a cheque', es: 'Cobrar un cheque' },
  stages: [{ id: 'arrive', name: 'Arriving' }],
  areas: [{ id: 'hall', name: 'Hall', importance: 40 }],
  moments: [
    {
      id: 'wait',
      name: 'Waits',
      contact: 'none',
      stage: 'arrive',
      area: 'hall',
      traits: ['waiting'],
    },
    { id: 'pay', name: 'Is paid', contact: 'staff' },
  ],
  requirements: [
    {
      id: 'short-wait',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'law', reference: 'Branch rules' },
      standards: [
        {
          id: 'wait-10-min',
          measure: 'Time in the queue',
          unit: 'minutes',
          operator: '<=',
          threshold: 10,
          requiredShare: 0.9,
        },
      ],
    },
  ],
  actionPlans: [
    {
      id: 'third-window',
      name: 'Open a third window',
      requirements: ['short-wait'],
      effects: [
        { moment: 'wait', incidentReduction: { low: 0.1, base: 0.3, high: 0.5 }, basis: 'assumed' },
      ],
      cost: { money: 900 },
      due: '2027-03-01',
      status: 'proposed',
    },
  ],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'waiting',
        text: 'How satisfied were you with the waiting time?',
        asks: 'satisfaction',
        about: { moment: 'wait' },
        scale: { min: 1, max: 5, notApplicable: [6] },
      },
    ],
  },
};

/** The whole cycle with one part changed. */
function changed(change: (cycle: typeof WHOLE & Record<string, unknown>) => void): unknown {
  const cycle = structuredClone(WHOLE) as typeof WHOLE & Record<string, unknown>;
  change(cycle);
  return cycle;
}

function issuesOf(input: unknown): readonly { code: string; at: string; message: string }[] {
  const result = parseCycle(input);
  if (result.ok) return [];
  return result.issues.map(({ code, path, message }) => ({ code, at: path.join('.'), message }));
}

describe('parseCycle', () => {
  it('reads a whole cycle and gives back an equal one', () => {
    expect(parseCycle(WHOLE)).toEqual({ ok: true, value: WHOLE });
  });

  it('shares nothing with its input', () => {
    const input = structuredClone(WHOLE);
    const result = parseCycle(input);
    input.moments[0]!.name = 'changed';
    input.actionPlans[0]!.cost.money = -1;
    input.survey.questions[0]!.scale.notApplicable.push(5);
    expect(result).toEqual({ ok: true, value: WHOLE });
  });

  it('reports all faults at once, whatever their kind', () => {
    const input = changed((cycle) => {
      cycle.moments[0]!.contact = 'phone';
      cycle.moments[1]!.id = 'wait';
      cycle.requirements[0]!.moments = ['wiat'];
      cycle.requirements[0]!.standards[0]!.requiredShare = 90;
      Object.assign(cycle.areas[0]!, { imprtance: 3 });
    });
    expect(issuesOf(input)).toEqual([
      {
        code: 'unknown-key',
        at: 'areas.0.imprtance',
        message: 'areas[0].imprtance: unknown key, did you mean "importance"?',
      },
      {
        code: 'not-allowed',
        at: 'moments.0.contact',
        message:
          'moments[0].contact: found "phone", expected "staff", "remote", "self-service", "none"',
      },
      {
        code: 'out-of-range',
        at: 'requirements.0.standards.0.requiredShare',
        message:
          'requirements[0].standards[0].requiredShare: found 90, expected a share above 0, up to 1',
      },
      {
        code: 'duplicate-id',
        at: 'moments.1.id',
        message:
          'moments[1].id: found "wait", which moments[0] has already; expected an id that no other moment has',
      },
      {
        code: 'unknown-reference',
        at: 'requirements.0.moments.0',
        message: 'requirements[0].moments[0]: there is no moment "wiat", did you mean "wait"?',
      },
    ]);
  });

  it('reports the other faults of a source of no known kind', () => {
    const input = changed((cycle) => {
      Object.assign(cycle.requirements[0]!.source, { kind: 'laws', reference: ' ', page: 3 });
    });
    expect(issuesOf(input).map(({ code, at }) => [code, at.replace(/.*source/, '')])).toEqual([
      ['not-allowed', '.kind'],
      ['out-of-range', '.reference'],
      ['unknown-key', '.page'],
    ]);
  });

  it('refuses a cycle without moments', () => {
    expect(issuesOf({ id: 'a', name: 'A', moments: [] })).toMatchObject([
      { code: 'out-of-range', at: 'moments' },
    ]);
  });

  it.each([
    ['null', null],
    ['a text', 'cycle'],
    ['a list', []],
    ['a number', 3],
    ['nothing', undefined],
  ])('refuses %s as a whole', (_, input) => {
    expect(issuesOf(input)).toMatchObject([{ code: 'wrong-type', at: '' }]);
  });

  it.each<[string, (cycle: typeof WHOLE & Record<string, unknown>) => void, string, string]>([
    ['a missing key', (c) => Reflect.deleteProperty(c, 'name'), 'missing', 'name'],
    ['a blank text', (c) => (c.stages[0]!.name = ' '), 'out-of-range', 'stages.0.name'],
    ['a text in no language', (c) => (c.name = {} as never), 'out-of-range', 'name'],
    ['a text in no known form', (c) => (c.name = 3 as never), 'wrong-type', 'name'],
    [
      'a share of 0',
      (c) => (c.requirements[0]!.standards[0]!.requiredShare = 0),
      'out-of-range',
      'requirements.0.standards.0.requiredShare',
    ],
    [
      'a threshold that is not a number',
      (c) => (c.requirements[0]!.standards[0]!.threshold = Number.NaN),
      'wrong-type',
      'requirements.0.standards.0.threshold',
    ],
    [
      'an infinite threshold',
      (c) => (c.requirements[0]!.standards[0]!.threshold = Number.POSITIVE_INFINITY),
      'out-of-range',
      'requirements.0.standards.0.threshold',
    ],
    [
      'a requirement that serves no moment',
      (c) => (c.requirements[0]!.moments = []),
      'out-of-range',
      'requirements.0.moments',
    ],
    [
      'a law without a name',
      (c) => Reflect.deleteProperty(c.requirements[0]!.source, 'reference'),
      'missing',
      'requirements.0.source.reference',
    ],
    [
      'a source of no known kind',
      (c) => (c.requirements[0]!.source.kind = 'rumour'),
      'not-allowed',
      'requirements.0.source.kind',
    ],
    [
      'a negative cost',
      (c) => (c.actionPlans[0]!.cost.money = -1),
      'out-of-range',
      'actionPlans.0.cost.money',
    ],
    [
      'a plan that needs no plan of the cycle',
      (c) => Object.assign(c.actionPlans[0]!, { needs: ['x'] }),
      'unknown-reference',
      'actionPlans.0.needs.0',
    ],
    [
      'a plan that excludes no plan of the cycle',
      (c) => Object.assign(c.actionPlans[0]!, { excludes: ['x'] }),
      'unknown-reference',
      'actionPlans.0.excludes.0',
    ],
    [
      'an effect above 1',
      (c) => (c.actionPlans[0]!.effects[0]!.incidentReduction.high = 1.1),
      'out-of-range',
      'actionPlans.0.effects.0.incidentReduction.high',
    ],
    [
      'an effect whose low is above its base',
      (c) => (c.actionPlans[0]!.effects[0]!.incidentReduction.low = 0.4),
      'out-of-range',
      'actionPlans.0.effects.0.incidentReduction',
    ],
    [
      'a day that does not exist',
      (c) => (c.actionPlans[0]!.due = '2027-02-29'),
      'out-of-range',
      'actionPlans.0.due',
    ],
    [
      'a scale whose min is its max',
      (c) => (c.survey.questions[0]!.scale.max = 1),
      'out-of-range',
      'survey.questions.0.scale',
    ],
    [
      'a step that does not divide the scale',
      (c) => Object.assign(c.survey.questions[0]!.scale, { step: 3 }),
      'out-of-range',
      'survey.questions.0.scale',
    ],
    [
      'a code for "not applicable" that is an answer',
      (c) => (c.survey.questions[0]!.scale.notApplicable = [5]),
      'out-of-range',
      'survey.questions.0.scale',
    ],
    [
      'a survey without questions',
      (c) => (c.survey.questions = []),
      'out-of-range',
      'survey.questions',
    ],
    [
      'a question of no known kind',
      (c) => (c.survey.questions[0]!.asks = 'mood'),
      'not-allowed',
      'survey.questions.0.asks',
    ],
    [
      'a question about an unknown moment',
      (c) => (c.survey.questions[0]!.about.moment = 'x'),
      'unknown-reference',
      'survey.questions.0.about.moment',
    ],
    ['an id with blanks around it', (c) => (c.id = ' bank'), 'out-of-range', 'id'],
  ])('refuses %s, and names the place', (_, change, code, at) => {
    expect(issuesOf(changed(change))).toMatchObject([{ code, at }]);
  });

  it('takes a key that holds undefined as absent', () => {
    const input = { ...WHOLE, customer: undefined };
    expect(parseCycle(input)).toEqual({ ok: true, value: WHOLE });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses %s as an id or a name', (name) => {
    const input = changed((cycle) => {
      cycle.moments[1]!.id = name;
      Object.defineProperty(cycle.actionPlans[0]!.cost, name, { value: 1, enumerable: true });
    });
    expect(issuesOf(input)).toMatchObject([
      { code: 'out-of-range', at: 'moments.1.id' },
      { code: 'not-allowed', at: `actionPlans.0.cost.${name}` },
    ]);
  });

  it('reads lists that are nothing but their elements', () => {
    const moments = Object.setPrototypeOf(
      [{ id: 'm', name: 'M', contact: 'none', area: 'x' }],
      null,
    ) as unknown;
    const result = parseCycle({ id: 'a', name: 'A', moments });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['unknown-reference']);
  });

  it('reads own keys only, and reports __proto__ as the unknown key it is', () => {
    const inherited: unknown = Object.create(WHOLE);
    expect(parseCycle(inherited).ok).toBe(false);
    const parsed: unknown = JSON.parse(
      JSON.stringify(WHOLE).replace(
        '"id":"bank"',
        '"id":"bank","__proto__":{"polluted":1},"toString":1',
      ),
    );
    expect(issuesOf(parsed)).toMatchObject([
      { code: 'unknown-key', at: '__proto__' },
      { code: 'unknown-key', at: 'toString' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('does not blame references on a list that is itself broken', () => {
    const input = changed((cycle) => (cycle.moments = 'none' as never));
    expect(issuesOf(input)).toMatchObject([{ code: 'wrong-type', at: 'moments' }]);
  });

  it('reads what an internal cycle supports, and checks what it says of itself', () => {
    const cycle = {
      id: 'kitchen',
      name: 'Kitchen',
      customer: 'internal',
      moments: [{ id: 'cook', name: 'Cooks', contact: 'staff' }],
    };
    const good = { ...cycle, supports: [{ moment: 'cook', cycle: 'dinner', of: 'serve' }] };
    expect(parseCycle(good)).toMatchObject({ ok: true, value: good });
    const supports = [
      { moment: 'cok', cycle: 'dinner', of: 'serve', standard: 'quick' },
      { moment: 'cook', cycle: '', of: 'serve' },
      { moment: 'cook', cycle: 'dinner' },
      { moment: 'cook', cycle: 'dinner', of: 'serve', share: 1 },
    ];
    const read = parseCycle({ ...cycle, supports });
    expect(
      read.ok ? [] : read.issues.map(({ code, path }) => [code, path.slice(1).join('.')]),
    ).toEqual(
      expect.arrayContaining([
        ['unknown-reference', '0.moment'],
        ['unknown-reference', '0.standard'],
        [expect.any(String), '1.cycle'],
        [expect.any(String), '2.of'],
        [expect.any(String), '3.share'],
      ]),
    );
  });
});
