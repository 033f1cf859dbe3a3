import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { average, everySample, populationVariance } from '../../../test/support/everySample.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import { mergeGapTallies } from './mergeGapTallies.ts';
import { perceptionGap } from './perceptionGap.ts';
import { tallyGaps } from './tallyGaps.ts';
import type { PerceptionGap } from './types.ts';

/** One item of a battery: the places of its dimension and itself, and which questions are reversed. */
interface Item {
  readonly dimension: number;
  readonly perception: RatedQuestion;
  readonly expectation: RatedQuestion;
}

interface Battery {
  readonly scale: Required<Pick<Scale, 'min' | 'max' | 'step'>>;
  readonly items: readonly Item[];
  readonly survey: SatisfactionSurvey;
  readonly responses: readonly SurveyResponse[];
}

const SCALES = [
  { min: 1, max: 7, step: 1 },
  { min: 1, max: 5, step: 1 },
  { min: 0, max: 1, step: 0.25 },
  { min: -4, max: 4, step: 2 },
];

function surveyOf(items: readonly Item[], more: readonly RatedQuestion[] = []): SatisfactionSurvey {
  const questions = items.flatMap(({ perception, expectation }) => [perception, expectation]);
  return { id: 's', title: 'S', questions: [...questions, ...more] };
}

/** Batteries of one to three dimensions of one to four items, with weights, answered well and badly. */
const battery: fc.Arbitrary<Battery> = fc
  .record({
    scale: fc.constantFrom(...SCALES),
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    reversals: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  })
  .chain(({ scale, sizes, reversals }) => {
    const dimensions = sizes.flatMap((size, dimension) =>
      Array.from({ length: size }, () => dimension),
    );
    const items = dimensions.map((dimension, place): Item => {
      const question = (asks: 'perception' | 'expectation', side: number): RatedQuestion => ({
        id: `${asks}${String(place)}`,
        text: 'Q',
        asks,
        about: { moment: `m${String(place)}` },
        dimension: `d${String(dimension)}`,
        scale: { ...scale, reversed: reversals[2 * place + side] === true },
      });
      return {
        dimension,
        perception: question('perception', 0),
        expectation: question('expectation', 1),
      };
    });
    const points = sizes.map(
      (_, dimension): RatedQuestion => ({
        id: `points${String(dimension)}`,
        text: 'Q',
        asks: 'importance',
        dimension: `d${String(dimension)}`,
        scale: { min: 0, max: 100 },
      }),
    );
    const survey = surveyOf(items, points);
    const steps = Math.round((scale.max - scale.min) / scale.step);
    const answer = fc.oneof(
      { weight: 12, arbitrary: fc.nat({ max: steps }).map((p) => scale.min + p * scale.step) },
      { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'not-applicable') },
      { weight: 1, arbitrary: hostileAnswer },
    );
    const weight = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(0, 10, 20, 30, 50, 100) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 101, 'x') },
    );
    const response = fc.record(
      Object.fromEntries([
        ...items.flatMap(({ perception, expectation }) => [
          [perception.id, answer],
          [expectation.id, answer],
        ]),
        ...points.map(({ id }) => [id, weight]),
      ]),
      { requiredKeys: points.map(({ id }) => id) },
    ) as fc.Arbitrary<SurveyResponse>;
    return fc.record({
      scale: fc.constant(scale),
      items: fc.constant(items),
      survey: fc.constant(survey),
      responses: fc.array(response, { maxLength: 14 }),
    });
  });

const ALLOCATED = { weights: { from: 'allocation' } } as const;

/** The recoded answer of a response, or nothing where there is none on the scale. */
function answerOf(response: SurveyResponse, { id, scale }: RatedQuestion): number | undefined {
  const answer: unknown = response[id];
  const { min, max, step = 1 } = scale;
  if (typeof answer !== 'number' || !(answer >= min && answer <= max)) return undefined;
  if (!Number.isInteger((answer - min) / step)) return undefined;
  return scale.reversed === true ? min + max - answer : answer;
}

/** A respondent's gap in each dimension, worked out as on paper. */
function gapsOf({ items }: Battery, response: SurveyResponse): (number | undefined)[] {
  const size = 1 + Math.max(...items.map(({ dimension }) => dimension));
  return Array.from({ length: size }, (_, wanted) => {
    const own = items.filter(({ dimension }) => dimension === wanted);
    const gaps = own.flatMap(({ perception, expectation }) => {
      const [p, e] = [answerOf(response, perception), answerOf(response, expectation)];
      return p === undefined || e === undefined ? [] : [p - e];
    });
    return 2 * gaps.length >= own.length ? average(gaps) : undefined;
  });
}

/** Checks a mean and its interval against those of the values it is of. */
function expectMeanOf(values: readonly number[], found: Estimated, range: number): void {
  const n = values.length;
  const mean = average(values);
  const variance = (n * populationVariance(values)) / (n - 1);
  if (found.kind === 'not-estimable') {
    expect(found.n).toBe(n);
    expect(n < 2 || variance < 1e-9).toBe(true);
    return;
  }
  expect(found.n).toBe(n);
  expect(found.value).toBeCloseTo(mean, 9);
  const { low, high } = meanInterval({ n, mean, variance });
  expect(found.interval.low).toBeCloseTo(Math.max(-range, low), 9);
  expect(found.interval.high).toBeCloseTo(Math.min(range, high), 9);
}

function everyFigure(found: PerceptionGap): readonly Estimated[] {
  const gaps = [...found.items, ...found.dimensions, ...(found.overall ? [found.overall] : [])];
  return [
    ...gaps.flatMap(({ gap, perceptions, expectations }) => [gap, perceptions, expectations]),
    ...(found.weighted ? [found.weighted.overall] : []),
  ];
}

describe('perceptionGap', () => {
  it('is what a patient person works out respondent by respondent', () => {
    fc.assert(
      fc.property(battery, (one) => {
        const { survey, responses, scale, items } = one;
        const found = perceptionGap(tallyGaps(survey, responses, ALLOCATED));
        const range = scale.max - scale.min;
        for (const [place, { perception, expectation }] of items.entries()) {
          const gaps = responses.flatMap((response) => {
            const [p, e] = [answerOf(response, perception), answerOf(response, expectation)];
            return p === undefined || e === undefined ? [] : [p - e];
          });
          expectMeanOf(gaps, found.items[place]!.gap, range);
          expect(found.items[place]!.counts.both).toBe(gaps.length);
        }
        const own = responses.map((response) => gapsOf(one, response));
        for (const [dimension, { gap, counts }] of found.dimensions.entries()) {
          const scored = own.flatMap((gaps) => gaps[dimension] ?? []);
          expectMeanOf(scored, gap, range);
          expect(counts.scored).toBe(scored.length);
        }
        const weighted = responses.flatMap((response, customer) => {
          const points = found.dimensions.map(
            (_, dimension) => response[`points${String(dimension)}`],
          );
          if (!points.every((p) => typeof p === 'number' && p <= 100)) return [];
          const total = (points as number[]).reduce((sum, p) => sum + p, 0);
          const shares = (points as number[]).map((p) =>
            total > 0 ? p / total : 1 / points.length,
          );
          const gaps = shares.map((share, dimension) =>
            share === 0 ? 0 : (own[customer]![dimension] ?? Number.NaN) * share,
          );
          const score = gaps.reduce((sum, gap) => sum + gap, 0);
          return Number.isNaN(score) ? [] : [score];
        });
        expectMeanOf(weighted, found.weighted!.overall, range);
      }),
      { numRuns: 300 },
    );
  });

  it('is the mean of the dimensions, and its interval that of the respondents where all are complete', () => {
    fc.assert(
      fc.property(battery, (one) => {
        const complete = one.responses.filter(
          (response) => !gapsOf(one, response).includes(undefined),
        );
        const found = perceptionGap(tallyGaps(one.survey, complete));
        const scores = complete.map((response) => average(gapsOf(one, response) as number[]));
        expectMeanOf(scores, found.overall!.gap, one.scale.max - one.scale.min);
      }),
    );
  });

  it('is blind to the order of respondents', () => {
    fc.assert(
      fc.property(battery, ({ survey, responses }) => {
        expect(tallyGaps(survey, responses.toReversed(), ALLOCATED)).toEqual(
          tallyGaps(survey, responses, ALLOCATED),
        );
      }),
    );
  });

  it('tallies in parts what it tallies at once, bit for bit, in whatever order the parts are merged', () => {
    fc.assert(
      fc.property(battery, fc.nat(), fc.nat(), ({ survey, responses }, one, other) => {
        const [first, second] = [one, other]
          .map((cut) => cut % (responses.length + 1))
          .sort((x, y) => x - y);
        const tally = (some: readonly SurveyResponse[]) => tallyGaps(survey, some, ALLOCATED);
        const a = tally(responses.slice(0, first));
        const b = tally(responses.slice(first, second));
        const c = tally(responses.slice(second));
        const all = JSON.stringify(tally(responses));
        expect(JSON.stringify(mergeGapTallies(mergeGapTallies(a, b), c))).toBe(all);
        expect(JSON.stringify(mergeGapTallies(a, mergeGapTallies(c, b)))).toBe(all);
      }),
      { numRuns: 40 },
    );
  });

  it('is a plain value: stored as text and read back a tally gives the same gaps', () => {
    fc.assert(
      fc.property(battery, ({ survey, responses }) => {
        const tally = tallyGaps(survey, responses, ALLOCATED);
        const stored = JSON.parse(JSON.stringify(tally)) as typeof tally;
        expect(stored).toEqual(tally);
        expect(perceptionGap(stored)).toEqual(perceptionGap(tally));
      }),
    );
  });

  it('stays the same when perceptions and expectations rise by the same', () => {
    const scale = { min: 1, max: 9 };
    const item = (place: number): Item => {
      const on = { text: 'Q', about: { moment: `m${String(place)}` }, dimension: 'd', scale };
      return {
        dimension: 0,
        perception: { ...on, id: `p${String(place)}`, asks: 'perception' },
        expectation: { ...on, id: `e${String(place)}`, asks: 'expectation' },
      };
    };
    const survey = surveyOf([item(0), item(1)]);
    const low = fc.integer({ min: 1, max: 6 });
    const response = fc.record({ p0: low, e0: low, p1: low, e1: low });
    fc.assert(
      fc.property(fc.array(response), fc.integer({ min: 0, max: 3 }), (responses, by) => {
        const raised = responses.map(({ p0, e0, p1, e1 }) => ({
          p0: p0 + by,
          e0: e0 + by,
          p1: p1 + by,
          e1: e1 + by,
        }));
        const before = perceptionGap(tallyGaps(survey, responses));
        const after = perceptionGap(tallyGaps(survey, raised));
        const gaps = (found: PerceptionGap) =>
          [...found.items, ...found.dimensions, found.overall!].map(({ gap }) => gap);
        for (const [place, gap] of gaps(after).entries()) {
          const old = gaps(before)[place]!;
          expect(gap.kind).toBe(old.kind);
          if (gap.kind !== 'estimate' || old.kind !== 'estimate') continue;
          expect(gap.value).toBeCloseTo(old.value, 9);
          expect(gap.interval.low).toBeCloseTo(old.interval.low, 9);
          expect(gap.interval.high).toBeCloseTo(old.interval.high, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays the same when a question and its answers are turned round together', () => {
    fc.assert(
      fc.property(battery, fc.nat(), ({ survey, responses, scale }, which) => {
        const turned = survey.questions[which % survey.questions.length]!;
        fc.pre('scale' in turned && turned.asks !== 'importance');
        const questions = survey.questions.map((question) =>
          question === turned && 'scale' in question
            ? {
                ...question,
                scale: { ...question.scale, reversed: question.scale.reversed !== true },
              }
            : question,
        );
        const answers = responses.map((response) => {
          const answer: unknown = response[turned.id];
          return typeof answer === 'number'
            ? { ...response, [turned.id]: scale.min + scale.max - answer }
            : response;
        });
        const before = tallyGaps(survey, responses, ALLOCATED);
        const after = tallyGaps({ ...survey, questions }, answers, ALLOCATED);
        expect({ ...after, layout: before.layout }).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same with equal weights and without, given or shared out', () => {
    fc.assert(
      fc.property(battery, fc.integer({ min: 1, max: 33 }), (one, weight) => {
        const points = (response: SurveyResponse): SurveyResponse =>
          Object.fromEntries(
            Object.entries(response).map(([id, answer]) => [
              id,
              id.startsWith('points') ? weight : answer,
            ]),
          );
        const complete = one.responses.filter(
          (response) => !gapsOf(one, response).includes(undefined),
        );
        const own = perceptionGap(tallyGaps(one.survey, complete.map(points), ALLOCATED));
        const names = own.dimensions.map(({ dimension }) => [dimension, weight]);
        const given = perceptionGap(tallyGaps(one.survey, complete), {
          weights: Object.fromEntries(names),
        });
        const plain = own.overall!.gap;
        for (const { overall } of [own.weighted!, given.weighted!]) {
          expect(overall.kind).toBe(plain.kind);
          if (overall.kind !== 'estimate' || plain.kind !== 'estimate') continue;
          expect(overall.value).toBeCloseTo(plain.value, 9);
          expect(overall.interval.low).toBeCloseTo(plain.interval.low, 9);
          expect(overall.interval.high).toBeCloseTo(plain.interval.high, 9);
        }
      }),
    );
  });

  it('lies in its interval, which lies on the scale, and is never no number', () => {
    fc.assert(
      fc.property(battery, ({ survey, responses, scale }) => {
        const found = perceptionGap(tallyGaps(survey, responses, ALLOCATED));
        const range = scale.max - scale.min;
        for (const each of everyFigure(found)) {
          if (each.kind === 'not-estimable') {
            expect(['no-answers', 'one-answer', 'zero-variance']).toContain(each.reason);
            continue;
          }
          const { low, high } = each.interval;
          expect(low).toBeLessThanOrEqual(each.value);
          expect(high).toBeGreaterThanOrEqual(each.value);
          expect(low).toBeGreaterThanOrEqual(Math.min(-range, scale.min));
          expect(high).toBeLessThanOrEqual(Math.max(range, scale.max));
        }
        expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
      }),
      { numRuns: 40 },
    );
  });

  it('is the mean perception less the mean expectation beside it', () => {
    fc.assert(
      fc.property(battery, ({ survey, responses }) => {
        const found = perceptionGap(tallyGaps(survey, responses));
        for (const each of [...found.items, ...found.dimensions, found.overall!]) {
          const { gap, perceptions: p, expectations: e } = each;
          if (gap.kind !== 'estimate' || p.kind !== 'estimate' || e.kind !== 'estimate') continue;
          expect(p.value - e.value).toBeCloseTo(gap.value, 9);
        }
      }),
    );
  });

  it('never scores what is no answer, and nothing breaks', () => {
    const row = fc.oneof(
      fc.constantFrom<unknown>(null, undefined, 5, 'text', [], Object.create(null)),
      fc.dictionary(fc.string(), hostileAnswer),
    );
    fc.assert(
      fc.property(battery, fc.array(hostileAnswer), fc.array(row), ({ survey }, answers, rows) => {
        const responses = answers.map((answer) =>
          Object.fromEntries(survey.questions.map(({ id }) => [id, answer])),
        );
        const all = [...responses, ...rows] as SurveyResponse[];
        const { items, overall } = perceptionGap(tallyGaps(survey, all, ALLOCATED));
        expect(items[0]!.counts).toMatchObject({ both: 0, neither: all.length });
        const noRows = rows.filter((each) => typeof each !== 'object' || each === null);
        expect(items[0]!.counts.invalid).toBe(2 * (responses.length + noRows.length));
        expect(overall!.gap).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
      }),
    );
  });

  it('is honest about its error: the mean squared standard error is the true variance', () => {
    const question = (id: string, asks: 'perception' | 'expectation', dimension: string) =>
      ({ id, text: 'Q', asks, dimension, scale: { min: -50, max: 50 } }) as const;
    const survey: SatisfactionSurvey = {
      id: 's',
      title: 'S',
      questions: [
        question('p0', 'perception', 'a'),
        question('e0', 'expectation', 'a'),
        question('p1', 'perception', 'b'),
        question('e1', 'expectation', 'b'),
      ],
    };
    const answer = fc.integer({ min: -2, max: 2 });
    const person = fc.record({ p0: answer, e0: answer, p1: answer, e1: answer });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 3 }),
        (population, size) => {
          const samples = everySample(population, size);
          const scores = samples.map((sample) =>
            average(sample.map(({ p0, e0, p1, e1 }) => (p0 - e0 + 3 * (p1 - e1)) / 4)),
          );
          const claimed = samples.map((sample) => {
            const tally = tallyGaps(survey, sample);
            const { weighted } = perceptionGap(tally, { weights: { a: 1, b: 3 }, level: 0.1 });
            const { overall } = weighted!;
            // Where all agree there is no interval, and no error in the sample to tell one from.
            if (overall.kind !== 'estimate') return 0;
            const { low, high } = overall.interval;
            return (high - low) / 2 / studentTQuantile(0.55, size - 1);
          });
          expect(average(claimed.map((error) => error ** 2))).toBeCloseTo(
            populationVariance(scores),
            9,
          );
        },
      ),
    );
  });

  it('gives an item of many respondents a narrower interval than of few', () => {
    fc.assert(
      fc.property(battery, fc.integer({ min: 2, max: 9 }), ({ survey, responses }, times) => {
        const [few] = perceptionGap(tallyGaps(survey, responses)).items;
        const more = Array.from({ length: times }, () => responses).flat();
        const [many] = perceptionGap(tallyGaps(survey, more)).items;
        fc.pre(few!.gap.kind === 'estimate');
        const [wide, narrow] = [few!, many!].map(({ gap }) => estimated(gap).interval);
        expect(narrow!.high - narrow!.low).toBeLessThan(wide!.high - wide!.low + 1e-9);
      }),
    );
  });
});
