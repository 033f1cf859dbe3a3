import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { DEFAULT_ANSWERED_SHARE } from '../perDimension/answeredShare.ts';
import { ALLOCATION_RULE } from '../perDimension/ownWeightedMean.ts';
import { mergeGapTallies } from './mergeGapTallies.ts';
import { DEFAULT_CEILING_SHARE, perceptionGap } from './perceptionGap.ts';
import { tallyGaps } from './tallyGaps.ts';

const seven = { min: 1, max: 7 };

function question(
  id: string,
  asks: RatedQuestion['asks'],
  more: Partial<RatedQuestion> = {},
): RatedQuestion {
  return { id, text: 'Q', asks, scale: seven, ...more };
}

function surveyOf(...questions: readonly RatedQuestion[]): SatisfactionSurvey {
  return { id: 's', title: 'S', questions };
}

/** A dimension of so many items, each with a moment of its own. */
function items(dimension: string, size: number, scale: Scale = seven): readonly RatedQuestion[] {
  return Array.from({ length: size }, (_, place) => {
    const on = { dimension, scale, about: { moment: `${dimension}${String(place)}` } };
    return [
      question(`p ${dimension}${String(place)}`, 'perception', on),
      question(`e ${dimension}${String(place)}`, 'expectation', on),
    ];
  }).flat();
}

const points = (dimension: string, scale: Scale = { min: 0, max: 100 }): RatedQuestion =>
  question(`points ${dimension}`, 'importance', { dimension, scale });

const oneItem = surveyOf(...items('a', 1));
const fourPeople = [
  { 'p a0': 5, 'e a0': 7 },
  { 'p a0': 6, 'e a0': 6 },
  { 'p a0': 4, 'e a0': 6 },
  { 'p a0': 4, 'e a0': 7 },
];

const refused = (code: string, message: RegExp) =>
  expect.objectContaining({
    name: 'ServiceCycleError',
    code,
    message: expect.stringMatching(message),
  });

describe('perceptionGap', () => {
  it('is perception less expectation of the same people, with the interval of their differences', () => {
    const [item] = perceptionGap(tallyGaps(oneItem, fourPeople)).items;
    const { gap, perceptions, expectations, counts } = item!;
    expect(estimated(gap)).toMatchObject({ value: -1.75, unit: 'scale', n: 4, basis: 'measured' });
    expect(estimated(gap).interval.low).toBeCloseTo(-3.752245, 6);
    expect(estimated(gap).interval.high).toBeCloseTo(0.252245, 6);
    expect(estimated(perceptions).value).toBe(4.75);
    expect(estimated(expectations).value).toBe(6.5);
    expect(counts).toEqual({
      both: 4,
      perceptionOnly: 0,
      expectationOnly: 0,
      neither: 0,
      invalid: 0,
    });
  });

  it('counts those who answered one question only, and takes no gap of them', () => {
    const others = [{ 'p a0': 1 }, { 'e a0': 7 }, {}, { 'p a0': 8, 'e a0': 'x' }, { 'e a0': 1 }];
    const [item] = perceptionGap(tallyGaps(oneItem, [...fourPeople, ...others])).items;
    expect(estimated(item!.gap)).toMatchObject({ value: -1.75, n: 4 });
    expect(item!.counts).toEqual({
      both: 4,
      perceptionOnly: 1,
      expectationOnly: 2,
      neither: 2,
      invalid: 2,
    });
  });

  it('turns answers round where the scale is reversed, and nowhere else', () => {
    const turned = { ...seven, reversed: true };
    const survey = surveyOf(
      question('p', 'perception', { scale: turned }),
      question('e', 'expectation'),
    );
    const found = perceptionGap(
      tallyGaps(survey, [
        { p: 1, e: 7 },
        { p: 2, e: 7 },
      ]),
    );
    expect(estimated(found.items[0]!.gap).value).toBe(-0.5);
    expect(found.definition.recoded).toEqual(['p']);
  });

  it('weighs every dimension alike overall, however many items it has', () => {
    const survey = surveyOf(...items('a', 1), ...items('b', 3));
    const answers = (a: number, b: number): SurveyResponse => ({
      'p a0': a,
      'e a0': 7,
      'p b0': b,
      'e b0': 7,
      'p b1': b,
      'e b1': 7,
      'p b2': b,
      'e b2': 7,
    });
    const found = perceptionGap(tallyGaps(survey, [answers(7, 5), answers(6, 4)]));
    expect(found.dimensions.map(({ gap }) => estimated(gap).value)).toEqual([-0.5, -2.5]);
    expect(estimated(found.overall!.gap).value).toBe(-1.5);
  });

  it('says how it was made', () => {
    expect(perceptionGap(tallyGaps(oneItem, fourPeople)).definition).toEqual({
      metric: 'perception-gap',
      scale: { min: 1, max: 7, step: 1 },
      recoded: [],
      answeredShare: DEFAULT_ANSWERED_SHARE,
      ceiling: 6.5,
    });
  });

  it('has item gaps and no overall one where no item names a dimension', () => {
    const survey = surveyOf(question('p', 'perception'), question('e', 'expectation'));
    const found = perceptionGap(
      tallyGaps(survey, [
        { p: 5, e: 6 },
        { p: 5, e: 7 },
      ]),
    );
    expect(estimated(found.items[0]!.gap).value).toBe(-1.5);
    expect(found.dimensions).toEqual([]);
    expect(found).not.toHaveProperty('overall');
  });

  it.each([
    ['no-answers', []],
    ['one-answer', [{ 'p a0': 5, 'e a0': 7 }]],
    [
      'zero-variance',
      [
        { 'p a0': 5, 'e a0': 7 },
        { 'p a0': 4, 'e a0': 6 },
      ],
    ],
  ])('says %s where there is nothing to tell an error from', (reason, responses) => {
    const found = perceptionGap(tallyGaps(oneItem, responses as SurveyResponse[]));
    const missing = { kind: 'not-estimable', reason, n: responses.length };
    expect(found.items[0]!.gap).toEqual(missing);
    expect(found.dimensions[0]!.gap).toEqual(missing);
    expect(found.overall!.gap).toEqual(missing);
  });

  it('has no overall gap where nobody answers for one of the dimensions', () => {
    const survey = surveyOf(...items('a', 1), ...items('b', 1));
    const { dimensions, overall } = perceptionGap(tallyGaps(survey, fourPeople));
    expect(dimensions.map(({ gap }) => gap.kind)).toEqual(['estimate', 'not-estimable']);
    expect(overall!.gap).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
  });

  it('reads a stream, and passes its error on', async () => {
    async function* stream(fault?: Error) {
      for (const person of fourPeople) {
        await Promise.resolve();
        yield person;
      }
      if (fault) throw fault;
    }
    expect(await tallyGaps(oneItem, stream())).toEqual(tallyGaps(oneItem, fourPeople));
    await expect(tallyGaps(oneItem, stream(new Error('cut')))).rejects.toThrow('cut');
  });
});

describe('the ceiling of expectations', () => {
  const warningsOf = (expectations: readonly number[], ceilingShare?: number) => {
    const responses = expectations.map((e, i) => ({ 'p a0': 3 + (i % 2), 'e a0': e }));
    const tally = tallyGaps(oneItem, responses);
    return perceptionGap(tally, ceilingShare === undefined ? {} : { ceilingShare }).overall!
      .warnings;
  };

  it('is reached at a mean of 6.5 on 1 to 7, and not below', () => {
    expect(DEFAULT_CEILING_SHARE).toBe(11 / 12);
    expect(warningsOf([6, 7, 6, 7])).toContain('expectation-ceiling');
    expect(warningsOf([7, 7, 7, 7])).toContain('expectation-ceiling');
    expect(warningsOf([6, 7, 6, 6])).not.toContain('expectation-ceiling');
  });

  it('may be set, and gives no warning where nobody answered', () => {
    expect(warningsOf([4, 4, 4, 4], 0.5)).toContain('expectation-ceiling');
    expect(warningsOf([], 0)).toEqual(['few-answers']);
  });

  it.each([-0.1, 1.1, Number.NaN])('is refused at %d', (ceilingShare) => {
    expect(() => warningsOf([7], ceilingShare)).toThrow(
      refused('invalid-argument', /ceilingShare/),
    );
  });

  it('stands beside a warning that respondents are few, which ends at 30', () => {
    const answers = (n: number) => Array.from({ length: n }, (_, i) => 1 + (i % 3));
    expect(warningsOf(answers(29))).toEqual(['few-answers']);
    expect(warningsOf(answers(30))).toEqual([]);
  });
});

describe('the half-answered rule', () => {
  const answering = (dimension: string, both: number): SurveyResponse =>
    Object.fromEntries(
      Array.from({ length: both }, (_, place) => [
        [`p ${dimension}${String(place)}`, 4],
        [`e ${dimension}${String(place)}`, 6],
      ]).flat(),
    );

  it.each([
    [1, 0.5, 1],
    [4, 0.5, 2],
    [5, 0.5, 3],
    [5, 0.8, 4],
    [10, 0.7, 7],
    [20, 0.55, 11],
    [3, 1, 3],
    [4, 0.01, 1],
  ])('asks of %i items at a share of %d for %i', (size, answeredShare, needed) => {
    const survey = surveyOf(...items('a', size));
    const tallyOf = (both: number) =>
      tallyGaps(survey, [answering('a', both)], { answeredShare }).dimensions[0];
    expect(tallyOf(needed)).toEqual({ scored: 1, tooFew: 0, unanswered: 0 });
    expect(tallyOf(needed - 1)).toMatchObject({ scored: 0 });
    expect(tallyOf(0)).toEqual({ scored: 0, tooFew: 0, unanswered: 1 });
  });

  it('counts an item as answered only where perception and expectation both are', () => {
    const survey = surveyOf(...items('a', 4));
    const halves = { ...answering('a', 1), 'p a1': 5, 'e a2': 5, 'p a3': 9, 'e a3': 5 };
    const tally = tallyGaps(survey, [halves, { 'p a0': 4 }]);
    expect(tally.dimensions).toEqual([{ scored: 0, tooFew: 1, unanswered: 1 }]);
  });

  it.each([0, -0.5, 1.01, Number.NaN])('refuses a share of %d', (answeredShare) => {
    expect(() => tallyGaps(oneItem, [], { answeredShare })).toThrow(
      refused('invalid-argument', /answeredShare/),
    );
  });
});

describe('pairs of perceptions and expectations', () => {
  it('are found by what they are about and their dimension, in whatever order they are asked', () => {
    const survey = surveyOf(
      question('e area', 'expectation', { about: { area: 'x' } }),
      question('p moment', 'perception', { about: { moment: 'x' } }),
      question('p area', 'perception', { about: { area: 'x' } }),
      question('e moment', 'expectation', { about: { moment: 'x' } }),
      question('p cycle', 'perception', { dimension: 'd' }),
      question('e cycle', 'expectation', { dimension: 'd' }),
      question('p alone', 'perception', { dimension: 'other' }),
      question('e alone', 'expectation'),
      question('rating', 'satisfaction'),
    );
    const { layout } = tallyGaps(survey, []);
    expect(layout.items).toEqual([
      { perception: 'p moment', expectation: 'e moment' },
      { perception: 'p area', expectation: 'e area' },
      { perception: 'p cycle', expectation: 'e cycle', dimension: 'd' },
    ]);
    expect(layout.unpaired).toEqual(['p alone', 'e alone']);
    expect(perceptionGap(tallyGaps(survey, [])).unpaired).toEqual(['p alone', 'e alone']);
  });

  const alike = surveyOf(
    question('p1', 'perception', { dimension: 'd' }),
    question('p2', 'perception', { dimension: 'd' }),
    question('e1', 'expectation', { dimension: 'd' }),
    question('e2', 'expectation', { dimension: 'd' }),
  );

  it('are never guessed where several share both: the message names them', () => {
    expect(() => tallyGaps(alike, [])).toThrow(
      refused('invalid-argument', /"p1" or "p2" and "e1" or "e2".*"d"/),
    );
  });

  it.each([
    ['two perceptions meet one expectation', ['p1', 'p2', 'e1']],
    ['one perception meets two expectations', ['p1', 'e1', 'e2']],
  ])('are not guessed either where %s', (_, ids) => {
    const some = alike.questions.filter(({ id }) => ids.includes(id));
    expect(() => tallyGaps({ ...alike, questions: some }, [])).toThrow(
      refused('invalid-argument', /expected one of each/),
    );
  });

  it('may be named, one expectation for several perceptions too', () => {
    const pairs = [
      { perception: 'p1', expectation: 'e2' },
      { perception: 'p2', expectation: 'e2' },
    ];
    const { layout } = tallyGaps(alike, [], { pairs });
    expect(layout.items).toEqual(pairs.map((pair) => ({ ...pair, dimension: 'd' })));
    expect(layout.unpaired).toEqual(['e1']);
  });

  it('take the dimension that either of them names', () => {
    const survey = surveyOf(
      question('p', 'perception'),
      question('e', 'expectation', { dimension: 'd' }),
    );
    const { layout } = tallyGaps(survey, [], { pairs: [{ perception: 'p', expectation: 'e' }] });
    expect(layout.items).toEqual([{ perception: 'p', expectation: 'e', dimension: 'd' }]);
  });

  it.each([
    ['unknown-id', /"p3"/, [{ perception: 'p3', expectation: 'e1' }]],
    ['unknown-id', /"p1" that asks for expectation/, [{ perception: 'p2', expectation: 'p1' }]],
    [
      'invalid-argument',
      /"p1" stands in two pairs/,
      [
        { perception: 'p1', expectation: 'e1' },
        { perception: 'p1', expectation: 'e2' },
      ],
    ],
    ['invalid-argument', /no perception question/, []],
  ])('are refused with %s and %s', (code, message, pairs) => {
    expect(() => tallyGaps(alike, [], { pairs })).toThrow(refused(code, message));
  });

  it('are refused between dimensions, and between scales', () => {
    const mixed = surveyOf(
      question('p', 'perception', { dimension: 'a' }),
      question('e', 'expectation', { dimension: 'b' }),
    );
    const pairs = [{ perception: 'p', expectation: 'e' }];
    expect(() => tallyGaps(mixed, [], { pairs })).toThrow(refused('invalid-argument', /"a".*"b"/));
    const scales = surveyOf(
      question('p', 'perception', { scale: { min: 1, max: 5 } }),
      question('e', 'expectation'),
    );
    expect(() => tallyGaps(scales, [])).toThrow(refused('wrong-scale', /"e".*"p"/));
  });
});

describe('the weighted gap', () => {
  const survey = surveyOf(...items('a', 1), ...items('b', 1), points('a'), points('b'));
  const person = (a: number, b: number, forA: unknown, forB: unknown): SurveyResponse =>
    ({
      'p a0': a,
      'e a0': 7,
      'p b0': b,
      'e b0': 7,
      'points a': forA,
      'points b': forB,
    }) as SurveyResponse;
  const allocation = { weights: { from: 'allocation' } } as const;

  it('is the mean of what each respondent thinks, by that respondent’s own points', () => {
    const people = [person(5, 7, 75, 25), person(3, 7, 50, 50)];
    const { weighted, definition } = perceptionGap(tallyGaps(survey, people, allocation));
    expect(estimated(weighted!.overall).value).toBe((-1.5 + -2) / 2);
    expect(weighted!.dimensions).toEqual([
      { dimension: 'a', share: 0.625 },
      { dimension: 'b', share: 0.375 },
    ]);
    expect(definition.allocation).toEqual(ALLOCATION_RULE);
    expect(ALLOCATION_RULE).toEqual({ total: 100, tolerance: 0.5 });
  });

  it('rescales points that do not sum to 100, and counts them', () => {
    const people = [person(5, 7, 75, 25), person(3, 7, 10, 10), person(3, 7, 100, 100)];
    const { weighted } = perceptionGap(tallyGaps(survey, people, allocation));
    expect(estimated(weighted!.overall).value).toBeCloseTo((-1.5 - 2 - 2) / 3, 12);
    expect(weighted).toMatchObject({ weights: 'allocation', counts: { weighted: 3, rescaled: 2 } });
  });

  it('allows half a point to be missed before it counts as rescaled', () => {
    const tenths = { min: 0, max: 100, step: 0.1 };
    const fine = surveyOf(
      ...items('a', 1),
      ...items('b', 1),
      points('a', tenths),
      points('b', tenths),
    );
    const people = [99.5, 100, 100.5, 99.4, 100.6].map((sum) =>
      person(5, 7, 50, Number((sum - 50).toFixed(1))),
    );
    const { weighted } = perceptionGap(tallyGaps(fine, people, allocation));
    expect(weighted).toMatchObject({ counts: { weighted: 5, rescaled: 2 } });
  });

  it('weighs all alike for a respondent who gives points to nothing', () => {
    const people = [person(5, 7, 0, 0), person(3, 7, 100, 0)];
    const { weighted } = perceptionGap(tallyGaps(survey, people, allocation));
    expect(estimated(weighted!.overall).value).toBe((-1 + -4) / 2);
    expect(weighted).toMatchObject({ counts: { weighted: 2, rescaled: 0, unweighted: 1 } });
    expect(weighted!.dimensions.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });

  it('leaves out and counts those without weights, and those without a score where they give weight', () => {
    const withoutB = { ...person(5, 7, 50, 50), 'p b0': null };
    const people = [
      person(5, 7, 75, 25),
      person(3, 7, 75, 25),
      person(1, 1, 100, null),
      person(1, 1, 101, 0),
      withoutB,
      { ...withoutB, 'points a': 100, 'points b': 0 },
    ];
    const { weighted } = perceptionGap(tallyGaps(survey, people, allocation));
    expect(weighted).toMatchObject({
      counts: { weighted: 3, rescaled: 0, unweighted: 0, withoutWeights: 2, withoutScore: 1 },
    });
    expect(estimated(weighted!.overall).value).toBeCloseTo((-1.5 - 3 - 2) / 3, 12);
  });

  it('takes ratings of importance for what they are, where nothing has to sum to 100', () => {
    const rated = surveyOf(
      ...items('a', 1),
      ...items('b', 1),
      points('a', seven),
      points('b', seven),
    );
    const people = [person(5, 7, 6, 2), person(3, 7, 7, 7)];
    const tally = tallyGaps(rated, people, { weights: { from: 'ratings' } });
    const { weighted, definition } = perceptionGap(tally);
    expect(estimated(weighted!.overall).value).toBe((-1.5 + -2) / 2);
    expect(weighted).toMatchObject({ weights: 'ratings', counts: { weighted: 2, rescaled: 0 } });
    expect(definition).not.toHaveProperty('allocation');
  });

  it('turns ratings round where 1 is the most important', () => {
    const ranks = { ...seven, reversed: true };
    const rated = surveyOf(
      ...items('a', 1),
      ...items('b', 1),
      points('a', ranks),
      points('b', seven),
    );
    const people = [person(5, 7, 2, 2), person(3, 7, 1, 7)];
    const { weighted } = perceptionGap(tallyGaps(rated, people, { weights: { from: 'ratings' } }));
    expect(estimated(weighted!.overall).value).toBe((-1.5 + -2) / 2);
  });

  it('takes weights that the caller gives, which go before the respondents’ own', () => {
    const people = [person(5, 7, 0, 100), person(3, 7, 0, 100)];
    const { weighted, definition } = perceptionGap(tallyGaps(survey, people, allocation), {
      weights: { a: 3, b: 1 },
    });
    expect(estimated(weighted!.overall).value).toBe(-2.25);
    expect(weighted).toMatchObject({ weights: 'given' });
    expect(weighted).not.toHaveProperty('counts');
    expect(definition).not.toHaveProperty('allocation');
  });

  it('leaves a dimension of no given weight out, whether it was answered or not', () => {
    const { weighted } = perceptionGap(tallyGaps(survey, fourPeople), { weights: { a: 1, b: 0 } });
    expect(estimated(weighted!.overall).value).toBe(-1.75);
  });

  it.each([
    ['invalid-argument', /"b" is nothing/, { a: 1 }],
    ['invalid-argument', /"b" is -1/, { a: 1, b: -1 }],
    ['invalid-argument', /"b" is NaN/, { a: 1, b: Number.NaN }],
    ['invalid-argument', /sum to 0/, { a: 0, b: 0 }],
    ['unknown-id', /"c"/, { a: 1, b: 1, c: 1 }],
  ])('refuses given weights with %s and %s', (code, message, weights) => {
    expect(() => perceptionGap(tallyGaps(survey, []), { weights })).toThrow(refused(code, message));
  });

  it('is weighed by questions that are named where a dimension has several or none', () => {
    const more = surveyOf(...survey.questions.filter((q) => 'scale' in q), points('c'));
    const named = { a: 'points b', b: 'points c' };
    const tally = tallyGaps(more, [], { weights: { from: 'allocation', questions: named } });
    expect(tally.layout.weighing?.questions).toEqual(['points b', 'points c']);
  });

  it('is refused where a dimension has no question of its importance, or several, or an odd scale', () => {
    const weigh = (...questions: readonly RatedQuestion[]) => {
      const all = surveyOf(...items('a', 1), ...questions);
      return () => tallyGaps(all, [], { weights: { from: 'ratings' } });
    };
    expect(weigh()).toThrow(refused('invalid-argument', /"a" has the importance questions none/));
    expect(weigh(points('a'), { ...points('a'), id: 'more' })).toThrow(
      refused('invalid-argument', /"points a" or "more"/),
    );
    expect(weigh(points('a', { min: -1, max: 1 }))).toThrow(refused('wrong-scale', /from -1/));
    expect(weigh(points('a', { min: 1, max: 5, step: 2 }))).toThrow(
      refused('wrong-scale', /in steps of 2/),
    );
    const unnamed = { weights: { from: 'ratings', questions: { b: 'points a' } } } as const;
    expect(() => tallyGaps(survey, [], unnamed)).toThrow(refused('invalid-argument', /"a"/));
    const unknown = { weights: { from: 'ratings', questions: { a: 'zzz' } } } as const;
    expect(() => tallyGaps(survey, [], unknown)).toThrow(refused('unknown-id', /"zzz"/));
  });

  it('is refused where there are no dimensions', () => {
    const none = surveyOf(question('p', 'perception'), question('e', 'expectation'));
    expect(() => tallyGaps(none, [], allocation)).toThrow(
      refused('invalid-argument', /no dimensions/),
    );
  });
});

describe('mergeGapTallies', () => {
  it('refuses tallies of other questions, or by another rule', () => {
    const two = surveyOf(...items('a', 2));
    expect(() => mergeGapTallies(tallyGaps(oneItem, []), tallyGaps(two, []))).toThrow(
      refused('invalid-argument', /expected the same/),
    );
    const strict = tallyGaps(oneItem, [], { answeredShare: 0.8 });
    expect(() => mergeGapTallies(tallyGaps(oneItem, []), strict)).toThrow(
      refused('invalid-argument', /expected the same/),
    );
  });
});
