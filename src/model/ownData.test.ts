import { describe, expect, it } from 'vitest';
import { parseCycle } from './parseCycle.ts';
import { parseSurvey } from './parseSurvey.ts';

const MOMENT = { id: 'greet', name: 'Is greeted', contact: 'staff' };
const SURVEY = {
  id: 'leaving',
  title: 'On leaving',
  questions: [{ id: 'words', text: 'Anything else?', asks: 'comment' }],
};

function withMeta(meta: unknown): ReturnType<typeof parseCycle> {
  return parseCycle({ id: 'desk', name: 'Desk', moments: [MOMENT], meta });
}

function messagesOf(meta: unknown): readonly string[] {
  const result = withMeta(meta);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

describe('meta', () => {
  it('is kept on every noun', () => {
    const meta = { key: 7, tags: ['a', null], deep: { yes: true } };
    const cycle = {
      id: 'desk',
      name: 'Desk',
      stages: [{ id: 'in', name: 'In', meta }],
      areas: [{ id: 'hall', name: 'Hall', meta }],
      moments: [{ ...MOMENT, meta }],
      requirements: [
        {
          id: 'kind',
          statement: 'Kind words',
          moments: ['greet'],
          source: { kind: 'values' },
          standards: [
            {
              id: 'at-once',
              measure: 'Time',
              unit: 'seconds',
              operator: '<=',
              threshold: 5,
              requiredShare: 1,
              meta,
            },
          ],
          meta,
        },
      ],
      actionPlans: [
        {
          id: 'train',
          name: 'Train',
          requirements: ['kind'],
          effects: [],
          cost: {},
          status: 'proposed',
          meta,
        },
      ],
      survey: {
        ...SURVEY,
        questions: [
          { id: 'words', text: 'Anything else?', asks: 'comment', meta },
          { id: 'who', text: 'Who?', asks: 'profile', choices: { a: 'A' }, meta },
          { id: 'ease', text: 'How easy?', asks: 'effort', scale: { min: 1, max: 5 }, meta },
        ],
        meta,
      },
      meta,
    };
    expect(parseCycle(cycle)).toEqual({ ok: true, value: cycle });
  });

  it('shares nothing with what was given', () => {
    const meta = { list: [{ key: 1 }] };
    const result = withMeta(meta);
    expect(result.ok && result.value.meta).toEqual(meta);
    meta.list[0] = { key: 2 };
    expect(result.ok && result.value.meta).toEqual({ list: [{ key: 1 }] });
  });

  it('is an object of plain JSON, and each place that is none is told', () => {
    expect(messagesOf('text')).toEqual(['meta: found "text", expected an object']);
    expect(messagesOf([1])).toEqual(['meta: found a list of 1, expected an object']);
    const plain =
      'a JSON value: a text, a finite number, true, false, null, a list or an object of such';
    expect(messagesOf({ a: Number.NaN, b: [1, new Date(0)], c: { d: () => 0 } })).toEqual([
      `meta.a: found NaN, expected ${plain}`,
      `meta.b[1]: found an object with no keys, expected ${plain}`,
      `meta.c.d: found a function, expected ${plain}`,
    ]);
    expect(messagesOf(JSON.parse('{"a":{"__proto__":1}}'))).toEqual([
      'meta.a.__proto__: found "__proto__", expected a name that is not reserved',
    ]);
  });

  it('holds neither itself nor more than a hundred levels', () => {
    const self: { me?: unknown } = {};
    self.me = self;
    expect(messagesOf(self)).toEqual([
      'meta.me: found an object with me, expected nothing that holds itself',
    ]);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(messagesOf({ deep })[0]).toMatch('found a list of 1, expected at most 100 levels');
  });

  it('is copied once where it stands in many places, so that a copy cannot grow without bounds', () => {
    let pair: unknown = 'end';
    for (let level = 0; level < 90; level += 1) pair = [pair, pair];
    const result = withMeta({ pair });
    expect(result.ok).toBe(true);
  });
});

describe('$schema', () => {
  it('may stand in a cycle and in a survey, and is kept', () => {
    const $schema = './node_modules/service-cycle/dist/survey.schema.json';
    const survey = { $schema, ...SURVEY };
    expect(parseSurvey(survey)).toEqual({ ok: true, value: survey });
    const cycle = { $schema: 'x', id: 'desk', name: 'Desk', moments: [MOMENT], survey };
    expect(parseCycle(cycle)).toEqual({ ok: true, value: cycle });
  });
});

describe('null, which a database gives for nothing', () => {
  it('is absent under an optional key, at every depth', () => {
    const result = parseCycle({
      id: 'desk',
      name: 'Desk',
      customer: null,
      stages: null,
      areas: null,
      moments: [{ ...MOMENT, stage: null, area: null, traits: null, usage: null, meta: null }],
      requirements: null,
      actionPlans: null,
      survey: {
        id: 'leaving',
        title: 'On leaving',
        questions: [
          {
            id: 'ease',
            text: 'How easy?',
            asks: 'effort',
            about: null,
            scale: { min: 1, max: 5, step: null, labels: null },
            dimension: null,
          },
        ],
      },
      $schema: null,
    });
    const scale = { min: 1, max: 5 };
    expect(result).toEqual({
      ok: true,
      value: {
        id: 'desk',
        name: 'Desk',
        moments: [MOMENT],
        survey: {
          id: 'leaving',
          title: 'On leaving',
          questions: [{ id: 'ease', text: 'How easy?', asks: 'effort', scale }],
        },
      },
    });
  });

  it('is found where something has to be, and under a key that nobody knows', () => {
    const result = parseCycle({
      id: 'desk',
      name: null,
      moments: [{ ...MOMENT, chanel: null }],
      actionPlans: [
        {
          id: 'train',
          name: 'Train',
          requirements: ['kind'],
          effects: [],
          cost: { euro: null },
          status: 'proposed',
        },
      ],
    });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'name: found null, expected a text that is not blank, or an object with one such text per language tag, at least one',
      'moments[0].chanel: unknown key, did you mean "channel"?',
      'actionPlans[0].cost.euro: found null, expected a number',
      'actionPlans[0].requirements[0]: there is no requirement "kind", expected no requirement, since none is declared',
    ]);
  });
});
