import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import { average, everySample, populationVariance } from '../../../test/support/everySample.ts';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import { mergeJointTallies } from '../joint/mergeJointTallies.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import { acsiForm } from './acsiForm.ts';
import { importanceWeightedIndex } from './importanceWeightedIndex.ts';

const SIZE = 3;
const PLACES = Array.from({ length: SIZE }, (_, place) => place);

function surveyFrom(min: number, reversals: readonly boolean[]): SatisfactionSurvey {
  const question = (asks: 'satisfaction' | 'importance', place: number): RatedQuestion => ({
    id: `${asks === 'satisfaction' ? 's' : 'i'}${String(place)}`,
    text: 'Q',
    asks,
    about: { moment: `m${String(place)}` },
    scale: {
      min: asks === 'satisfaction' ? 1 : min,
      max: asks === 'satisfaction' ? 5 : 10,
      reversed: reversals[2 * place + Number(asks === 'importance')] === true,
    },
  });
  return {
    id: 's',
    title: 'S',
    questions: PLACES.flatMap((place) => [
      question('satisfaction', place),
      question('importance', place),
    ]),
  };
}

const answered = fc
  .record({
    min: fc.constantFrom(0, 1),
    reversals: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .chain(({ min, reversals }) => {
    const survey = surveyFrom(min, reversals);
    const or = (good: fc.Arbitrary<unknown>) =>
      fc.oneof(
        { weight: 10, arbitrary: good },
        { weight: 1, arbitrary: fc.constantFrom(null, 'not-applicable') },
        { weight: 1, arbitrary: hostileAnswer },
      );
    const row = fc.record(
      Object.fromEntries(
        PLACES.flatMap((place) => [
          [`s${String(place)}`, or(fc.integer({ min: 1, max: 5 }))],
          [`i${String(place)}`, or(fc.integer({ min, max: 10 }))],
        ]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<SurveyResponse>;
    return fc.record({ survey: fc.constant(survey), responses: fc.array(row, { maxLength: 14 }) });
  });

const GIVEN = PLACES.map((place) => ({ score: `s${String(place)}`, weight: place + 1 }));
const EVEN = PLACES.map((place) => ({ score: `s${String(place)}`, weight: 7 }));

describe('importanceWeightedIndex', () => {
  it('lies in its interval, and this between its bounds, and is never no number', () => {
    fc.assert(
      fc.property(answered, ({ survey, responses }) => {
        const tally = tallyJointly(survey, responses);
        for (const [form, low, high] of [
          ['share-of-range', 0, 100],
          ['share-of-maximum', 20, 100],
          ['scale', 1, 5],
        ] as const) {
          for (const items of [undefined, GIVEN]) {
            const found = importanceWeightedIndex(tally, { form, ...(items && { items }) });
            expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
            if (found.kind !== 'estimate') continue;
            const order = [low, found.interval.low, found.value, found.interval.high, high];
            expect(order.toSorted((a, b) => a - b)).toEqual(order);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lies between the least and the greatest mean of its questions', () => {
    fc.assert(
      fc.property(answered, ({ survey, responses }) => {
        const found = importanceWeightedIndex(tallyJointly(survey, responses), { form: 'scale' });
        const means = found.parts.flatMap(({ mean }) =>
          mean.kind === 'estimate' ? mean.value : [],
        );
        fc.pre(found.kind === 'estimate' && means.length === SIZE);
        expect(found.value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-12);
        expect(found.value).toBeLessThanOrEqual(Math.max(...means) + 1e-12);
      }),
    );
  });

  it('is the plain mean of means where all weigh the same, asked or given', () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 1, max: 10 }), ({ survey, responses }, same) => {
        const importance = Object.fromEntries(PLACES.map((place) => [`i${String(place)}`, same]));
        const turned = (place: number): boolean => {
          const question = survey.questions.find(({ id }) => id === `i${String(place)}`);
          return question !== undefined && 'scale' in question && question.scale.reversed === true;
        };
        fc.pre(!PLACES.some(turned));
        const rows = responses.map((one) => ({ ...one, ...importance }));
        const tally = tallyJointly(survey, rows);
        const given = importanceWeightedIndex(tally, { items: EVEN });
        const asked = importanceWeightedIndex(tally);
        expect(asked.kind).toBe(given.kind);
        if (asked.kind !== 'estimate' || given.kind !== 'estimate') return;
        const means = PLACES.map((place) => {
          const { mean } = asked.parts[place]!;
          return mean.kind === 'estimate' ? mean.value : Number.NaN;
        });
        if (!means.some(Number.isNaN)) {
          expect(asked.value).toBeCloseTo(25 * (average(means) - 1), 9);
        }
        expect(asked.value).toBeCloseTo(given.value, 9);
        expect(asked.interval.low).toBeCloseTo(given.interval.low, 9);
        expect(asked.interval.high).toBeCloseTo(given.interval.high, 9);
      }),
    );
  });

  it('never falls because a score gets better', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ survey, responses }, which) => {
        const place = which % SIZE;
        const id = `s${String(place)}`;
        const at = responses.findIndex((one) => {
          const answer: unknown = one[id];
          return typeof answer === 'number' && answer > 1 && answer < 5 && answer % 1 === 0;
        });
        fc.pre(at >= 0);
        const question = survey.questions.find((one) => one.id === id);
        const isTurned = question !== undefined && 'scale' in question && question.scale.reversed;
        const better = responses.map((one, position) =>
          position === at ? { ...one, [id]: Number(one[id]) + (isTurned === true ? -1 : 1) } : one,
        );
        const [before, after] = [responses, better].map((rows) =>
          importanceWeightedIndex(tallyJointly(survey, rows)),
        );
        fc.pre(before!.kind === 'estimate' && after!.kind === 'estimate');
        expect(after!.value).toBeGreaterThanOrEqual(before!.value - 1e-9);
      }),
    );
  });

  it('is blind to the order of respondents, and to how they are parted, to the last bit', () => {
    fc.assert(
      fc.property(answered, fc.nat(), fc.nat(), ({ survey, responses }, one, other) => {
        const [first, second] = [one, other]
          .map((cut) => cut % (responses.length + 1))
          .sort((x, y) => x - y);
        const tally = (some: readonly SurveyResponse[]) => tallyJointly(survey, some);
        const a = tally(responses.slice(0, first));
        const b = tally(responses.slice(first, second));
        const c = tally(responses.slice(second));
        const all = JSON.stringify(tally(responses));
        expect(JSON.stringify(mergeJointTallies(mergeJointTallies(a, b), c))).toBe(all);
        expect(JSON.stringify(mergeJointTallies(c, mergeJointTallies(b, a)))).toBe(all);
        expect(JSON.stringify(tally(responses.toReversed()))).toBe(all);
        expect(JSON.parse(all)).toEqual(tally(responses));
      }),
    );
  });

  it('never scores what is no answer, and nothing breaks', () => {
    const survey = surveyFrom(0, []);
    const row = fc.oneof(
      fc.constantFrom<unknown>(null, undefined, 5, 'text', [], Object.create(null)),
      hostileAnswer.map((answer) =>
        Object.fromEntries(survey.questions.map(({ id }) => [id, answer])),
      ),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const tally = tallyJointly(survey, rows as SurveyResponse[]);
        expect(tally.sums.cells).toEqual([]);
        expect(tally.responses).toBe(rows.length);
        expect(importanceWeightedIndex(tally)).toMatchObject({ reason: 'no-answers', n: 0 });
      }),
    );
  });

  it('is honest about its error with given weights: the mean squared standard error is the true variance', () => {
    const wide = (id: string): RatedQuestion => ({
      id,
      text: 'Q',
      asks: 'satisfaction',
      scale: { min: -50, max: 50 },
    });
    const survey: SatisfactionSurvey = { id: 's', title: 'S', questions: [wide('a'), wide('b')] };
    const items = [
      { score: 'a', weight: 1 },
      { score: 'b', weight: 3 },
    ];
    const answer = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: answer, b: answer }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 3 }),
        (population, size) => {
          const samples = everySample(population, size);
          const truth = samples.map((sample) => average(sample.map(({ a, b }) => (a + 3 * b) / 4)));
          const claimed = samples.map((sample) => {
            const options = { items, form: 'scale', level: 0.1 } as const;
            const found = importanceWeightedIndex(tallyJointly(survey, sample), options);
            if (found.kind !== 'estimate') return 0;
            const { low, high } = found.interval;
            return (high - low) / 2 / studentTQuantile(0.55, size - 1);
          });
          expect(average(claimed.map((error) => error ** 2))).toBeCloseTo(
            populationVariance(truth),
            9,
          );
        },
      ),
    );
  });

  it('holds the true index in 93 to 97 of 100 surveys, weights and scores both asked and some left out', () => {
    const survey = surveyFrom(1, []);
    const random = seededRandom(20);
    // A customer's mood moves all answers; what is good matters less. Each answer is left out by 1 in 10.
    const customer = (): SurveyResponse => {
      const mood = random();
      const answer = (from: number, to: number): number | null => {
        const drawn = from + Math.floor((to - from + 1) * (0.6 * mood + 0.4 * random()));
        return random() < 0.1 ? null : Math.min(to, drawn);
      };
      return {
        s0: answer(1, 4),
        s1: answer(2, 5),
        s2: answer(1, 5),
        i0: answer(5, 10),
        i1: answer(1, 6),
        i2: answer(1, 10),
      };
    };
    const population = Array.from({ length: 20_000 }, customer);
    const truth = importanceWeightedIndex(tallyJointly(survey, population));
    expect(truth.kind).toBe('estimate');
    let held = 0;
    const trials = 1000;
    for (let trial = 0; trial < trials; trial += 1) {
      const sample = Array.from(
        { length: 60 },
        () => population[Math.floor(random() * population.length)]!,
      );
      const found = importanceWeightedIndex(tallyJointly(survey, sample));
      if (found.kind !== 'estimate' || truth.kind !== 'estimate') continue;
      held += Number(found.interval.low <= truth.value && truth.value <= found.interval.high);
    }
    expect(held / trials).toBeGreaterThan(0.93);
    expect(held / trials).toBeLessThan(0.97);
  });
});

describe('acsiForm', () => {
  const scale = { min: 1, max: 10 };
  const ids = ['a', 'b', 'c'] as const;
  const survey: SatisfactionSurvey<'a' | 'b' | 'c'> = {
    id: 's',
    title: 'S',
    questions: ids.map((id) => ({ id, text: 'Q', asks: 'satisfaction', scale })),
  };
  const answer = fc.integer({ min: 1, max: 10 });
  const rows = fc.array(fc.record({ a: answer, b: answer, c: answer }));

  it('is the mean of the respondents’ own indices, and its interval theirs, where all answer all three', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const found = acsiForm(tallyJointly(survey, some));
        if (found.kind !== 'estimate') return;
        const own = some.map(({ a, b, c }) => (100 * (a + b + c - 3)) / 27);
        const n = own.length;
        const error = Math.sqrt(populationVariance(own) / (n - 1));
        const half = studentTQuantile(0.975, n - 1) * error;
        expect(found.value).toBeCloseTo(average(own), 9);
        expect(found.interval.low).toBeCloseTo(Math.max(0, average(own) - half), 9);
        expect(found.interval.high).toBeCloseTo(Math.min(100, average(own) + half), 9);
      }),
    );
  });

  it('is the same by equal weights of any size', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (some, weight) => {
        const tally = tallyJointly(survey, some);
        const [one, other] = [
          acsiForm(tally),
          acsiForm(tally, { weights: [weight, weight, weight] }),
        ];
        expect(other.kind).toBe(one.kind);
        if (one.kind !== 'estimate' || other.kind !== 'estimate') return;
        expect(other.value).toBeCloseTo(one.value, 9);
        expect(other.interval.low).toBeCloseTo(one.interval.low, 9);
      }),
    );
  });
});
