import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { scoreTally } from '../score/scoreTally.ts';
import { LISTED_FAULTS } from '../tally/parseTallyFaults.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { parseTally } from './parseTally.ts';

const survey: SatisfactionSurvey<'ease' | 'kind'> = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'ease', text: 'Q', asks: 'effort', scale: { min: 1, max: 3, reversed: true } },
    { id: 'why', text: 'Why?', asks: 'comment' } as never,
    { id: 'kind', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 2, labels: { 1: 'No' } } },
  ],
};

const rows = [
  { ease: 1, kind: 2, branch: 'north', w: 1 },
  { ease: 3, kind: 7, branch: 'south', w: 0.5 },
  { ease: null, kind: 1, branch: 'south', w: 2 },
];
const made = tallyResponses(survey, rows, { by: ['branch'], weight: 'w' });

/** A tally as it comes from outside, with one thing changed. */
function changed(change: (tally: Mutable) => unknown): unknown {
  const copy = JSON.parse(JSON.stringify(made)) as Mutable;
  change(copy);
  return copy;
}

/** A tally of which nothing is certain. */
interface Mutable {
  [key: string]: unknown;
  questions: { [key: string]: unknown; scale: { [key: string]: unknown } }[];
  by: { name: unknown; values: unknown[] }[];
  groups: unknown[];
  cells: unknown[];
  weights: { [part: string]: { whole: unknown[]; fraction: unknown[]; fine: unknown[] } } & {
    invalid: unknown;
  };
  firstInvalid: { [key: string]: unknown }[];
}

function issuesOf(input: unknown) {
  const result = parseTally(survey, input);
  return result.ok
    ? []
    : result.issues.map(({ code, path, message }) => ({ code, at: path.join('.'), message }));
}

describe('parseTally', () => {
  it('reads what was stored as text, ready to be scored', () => {
    const result = parseTally(survey, JSON.parse(JSON.stringify(made)));
    expect(result).toEqual({ ok: true, value: made });
    expect(result.ok && scoreTally(survey, result.value)).toEqual(scoreTally(survey, made));
  });

  it('shares nothing with the input', () => {
    const result = parseTally(survey, made);
    expect(result.ok && result.value.cells).not.toBe(made.cells);
    expect(result.ok && result.value.by[0]?.values).not.toBe(made.by[0]?.values);
    expect(result.ok && result.value.weights?.sums.whole).not.toBe(made.weights?.sums.whole);
  });

  it('takes labels and codes for "not applicable" from the survey', () => {
    const result = parseTally(
      survey,
      changed((tally) => (tally.questions[1]!.scale['labels'] = { 1: 'Nope' })),
    );
    expect(result).toEqual({ ok: true, value: made });
  });

  it('takes a list without the invalid answers, which tell of single customers', () => {
    expect(issuesOf(changed((tally) => (tally.firstInvalid = [])))).toEqual([]);
  });

  it('reports every fault at once, unknown keys first and then in the order of the data', () => {
    const input = changed((tally) => {
      tally['kind'] = 'survey-scores';
      tally.questions[1]!['id'] = 'kindd';
      tally.by[0]!.values[1] = 4;
      tally.cells[0] = '1';
      tally['extra'] = true;
      tally.weights.invalid = -1;
    });
    expect(issuesOf(input).map(({ message }) => message)).toEqual([
      'extra: unknown key, expected "kind", "survey", "questions", "by", "groups", "width", "cells", "firstInvalid", "weights", "unlisted" or "rolledUpFrom"',
      'kind: found "survey-scores", expected "tally"',
      'questions[1].id: the survey has no rated question "kindd", did you mean "kind"?',
      'questions: missing, expected the question "kind"',
      'by[0].values[1]: found 4, expected a text, or null for no value',
      'cells[0]: found "1", expected a whole number, 0 or more',
      'weights.invalid: found -1, expected a whole number, 0 or more',
    ]);
  });

  it.each<[string, (tally: Mutable) => unknown, string, string]>([
    ['another survey', (t) => (t['survey'] = 'arriving'), 'contradiction', 'survey'],
    ['no groups', (t) => Reflect.deleteProperty(t, 'groups'), 'missing', 'groups'],
    ['questions that are no list', (t) => (t.questions = {} as never), 'wrong-type', 'questions'],
    [
      'another scale',
      (t) => (t.questions[0]!.scale['max'] = 5),
      'contradiction',
      'questions.0.scale.max',
    ],
    [
      'a scale whose best answer is at the other end',
      (t) => delete t.questions[0]!.scale['reversed'],
      'contradiction',
      'questions.0.scale.reversed',
    ],
    [
      'another step',
      (t) => (t.questions[0]!.scale['step'] = '1'),
      'wrong-type',
      'questions.0.scale.step',
    ],
    [
      'cells in another place',
      (t) => (t.questions[1]!['firstCell'] = 8),
      'contradiction',
      'questions.1.firstCell',
    ],
    ['another width', (t) => (t['width'] = 11), 'contradiction', 'width'],
    ['keys that are no list', (t) => (t.by = null as never), 'wrong-type', 'by'],
    [
      'the same key twice',
      (t) => t.by.push({ name: 'branch', values: ['x'] }),
      'duplicate-id',
      'by.1.name',
    ],
    [
      'the same value twice',
      (t) => (t.by[0]!.values = ['north', 'north']),
      'duplicate-id',
      'by.0.values.1',
    ],
    ['values out of order', (t) => t.by[0]!.values.reverse(), 'contradiction', 'by.0.values.1'],
    [
      'a value after null that should be before',
      (t) => (t.by[0]!.values = ['north', null]),
      'contradiction',
      'by.0.values.1',
    ],
    [
      'a value that no group has',
      (t) => t.by[0]!.values.push('west'),
      'contradiction',
      'by.0.values.2',
    ],
    ['a group that is none', (t) => (t.groups[1] = 2), 'out-of-range', 'groups.1'],
    ['the same group twice', (t) => (t.groups = [1, 1]), 'duplicate-id', 'groups.1'],
    ['groups out of order', (t) => (t.groups = [1, 0]), 'contradiction', 'groups.1'],
    ['a cell too few', (t) => t.cells.pop(), 'out-of-range', 'cells'],
    ['a count that is not whole', (t) => (t.cells[13] = 1.5), 'out-of-range', 'cells.13'],
    ['a count that is nothing', (t) => (t.cells[13] = null), 'wrong-type', 'cells.13'],
    [
      'a count that a number cannot hold exactly',
      (t) => (t.cells[12] = 2 ** 53),
      'out-of-range',
      'cells.12',
    ],
    [
      'answers that do not sum up to the responses',
      (t) => (t.cells[1] = 2),
      'contradiction',
      'cells.1',
    ],
    [
      'sums of weights too few',
      (t) => t.weights['sums']!.whole.pop(),
      'out-of-range',
      'weights.sums.whole',
    ],
    [
      'a sum of weights below 0',
      (t) => (t.weights['sums']!.whole[0] = -1),
      'out-of-range',
      'weights.sums.whole.0',
    ],
    [
      'a sum of weights without bound',
      (t) => (t.weights['sums']!.whole[0] = Infinity),
      'out-of-range',
      'weights.sums.whole.0',
    ],
    [
      'a fraction of one whole',
      (t) => (t.weights['squares']!.fraction[0] = 2 ** 48),
      'out-of-range',
      'weights.squares.fraction.0',
    ],
    [
      'squares that no weights have',
      (t) => {
        const whole = made.cells.map((count) => 9 * count);
        t.weights['squares'] = { whole, fraction: whole.map(() => 0), fine: whole.map(() => 0) };
      },
      'contradiction',
      'weights.squares.whole.0',
    ],
    [
      'an invalid answer to a question that is not rated',
      (t) => (t.firstInvalid[0]!['question'] = 'why'),
      'unknown-reference',
      'firstInvalid.0.question',
    ],
    [
      'an invalid answer nowhere',
      (t) => (t.firstInvalid[0]!['position'] = -1),
      'out-of-range',
      'firstInvalid.0.position',
    ],
    [
      'an invalid answer of great length',
      (t) => (t.firstInvalid[0]!['found'] = 'x'.repeat(61)),
      'out-of-range',
      'firstInvalid.0.found',
    ],
    [
      'invalid answers that are not counted',
      (t) => t.firstInvalid.push({ ...t.firstInvalid[0], position: 2 }),
      'contradiction',
      'firstInvalid',
    ],
    [
      'invalid answers out of order',
      (t) => t.firstInvalid.unshift({ ...t.firstInvalid[0], position: 2 }),
      'contradiction',
      'firstInvalid.0',
    ],
  ])('refuses %s, and names the place', (_, change, code, at) => {
    expect(issuesOf(changed(change))[0]).toMatchObject({ code, at });
  });

  it('refuses questions in another order, and one that comes twice', () => {
    const [first, second] = made.questions;
    expect(issuesOf({ ...made, questions: [second, first] })).toMatchObject([
      { code: 'contradiction', at: 'questions.0.id' },
      { code: 'contradiction', at: 'questions.1.id' },
    ]);
    expect(issuesOf({ ...made, questions: [first, first, second] })).toMatchObject([
      { code: 'duplicate-id', at: 'questions.1.id' },
      { code: 'contradiction', at: 'questions.2.id' },
    ]);
  });

  it('refuses more responses in all than a number can hold exactly', () => {
    const half = 2 ** 52;
    const cells = made.cells.map((cell) => (cell === 1 ? half : cell === 2 ? 2 * half - 1 : cell));
    expect(issuesOf({ ...made, cells, weights: undefined }).at(-1)).toMatchObject({
      code: 'out-of-range',
      at: 'cells',
    });
  });

  it('refuses more combinations of values than a number can tell apart', () => {
    const values = Array.from({ length: 1000 }, (_, place) => String(place).padStart(4, '0'));
    const by = Array.from({ length: 6 }, (_, level) => ({ name: String(level), values }));
    expect(issuesOf({ ...made, by })).toMatchObject([{ code: 'out-of-range', at: 'by' }]);
  });

  it('refuses no group at all where there are no keys: all responses are one group', () => {
    const empty = { ...made, by: [], groups: [], cells: [], weights: undefined };
    expect(issuesOf(empty)).toMatchObject([{ code: 'contradiction', at: 'groups' }]);
  });

  it('reads lists that are nothing but their elements', () => {
    const bare = changed((tally) => {
      Object.setPrototypeOf(tally['firstInvalid'], null);
      Object.setPrototypeOf(tally['cells'], null);
    });
    expect(parseTally(survey, bare)).toEqual({ ok: true, value: made });
  });

  it('reads own keys only, and reports __proto__ as the unknown key it is', () => {
    expect(parseTally(survey, Object.create(made)).ok).toBe(false);
    const text = JSON.stringify(made).replace('{', '{"__proto__":{"polluted":1},"toString":1,');
    expect(issuesOf(JSON.parse(text))).toMatchObject([
      { code: 'unknown-key', at: '__proto__' },
      { code: 'unknown-key', at: 'toString' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('lists the first faults of a list that is faulty from end to end, however long', () => {
    const endless = new Array<unknown>(2 ** 32 - 1);
    for (const key of ['groups', 'cells', 'questions', 'by', 'firstInvalid']) {
      const found = issuesOf({ ...made, [key]: endless });
      expect(found.length).toBeLessThan(3 * LISTED_FAULTS);
      expect(found[0]?.at.startsWith(key)).toBe(true);
    }
  });

  it.each(['item-tally', 'joint-tally', 'gap-tally', 'dimension-tally'])(
    'refuses the kind %s, and says where it is read',
    (kind) => {
      expect(() => parseTally(survey, made, { kind: kind as 'tally' })).toThrow(
        `kind is "${kind}"; expected "tally" or "duration-tally": parseDimensionTally of service-cycle/dimensions reads that kind`,
      );
    },
  );

  it('refuses a kind that no tally has, with the one that was meant', () => {
    expect(() => parseTally(survey, made, { kind: 'tallly' as 'tally' })).toThrow(
      'kind is "tallly"; expected "tally" or "duration-tally"; did you mean "tally"?',
    );
  });

  it('reads a million cells', () => {
    const values = Array.from({ length: 100_000 }, (_, place) => String(place).padStart(6, '0'));
    const groups = values.map((_, place) => place);
    const cells = values.flatMap(() => made.cells.slice(0, 12));
    const input = { ...made, by: [{ name: 'id', values }], groups, cells, firstInvalid: [] };
    expect(parseTally(survey, { ...input, weights: undefined }).ok).toBe(true);
  });
});
