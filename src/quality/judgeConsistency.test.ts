import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE } from '../model/observations.ts';
import { scoreTally } from '../survey/score/scoreTally.ts';
import { mergeTallies } from '../survey/tally/mergeTallies.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { answersByPlace } from './answersByPlace.ts';
import { besideMysteryVisits } from './besideMysteryVisits.ts';
import { judgeConsistency } from './judgeConsistency.ts';
import type { AnswersByPlace, Consistency } from './types.ts';

const survey = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'cut', text: 'How satisfied are you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
  ],
} as const;

/** How many gave each answer from 1 to 5, place by place. */
type Counts = Readonly<Record<string, readonly number[]>>;

function rowsOf(counts: Counts): { town: string; cut: number }[] {
  return Object.entries(counts).flatMap(([town, perAnswer]) =>
    perAnswer.flatMap((count, at) => Array.from({ length: count }, () => ({ town, cut: at + 1 }))),
  );
}

function answersOf(counts: Counts): AnswersByPlace {
  const tally = tallyResponses(survey, rowsOf(counts), { by: ['town'] });
  return answersByPlace(scoreTally(survey, tally), { question: 'cut' });
}

function judged(counts: Counts, options = {}): Consistency {
  return judgeConsistency(answersOf(counts), options);
}

const codes = ({ reasons }: Consistency): readonly string[] => reasons.map(({ code }) => code);

describe('answersByPlace', () => {
  it('shows no place that could reveal a person, nor one behind which another could be worked out', () => {
    const { places, notShown } = answersOf({
      a: [0, 0, 0, 0, 4],
      b: [0, 0, 0, 3, 3],
      c: [9, 0, 0, 9, 9],
    });
    expect(places.map(({ place }) => place)).toEqual(['c']);
    expect(notShown).toEqual([
      { place: 'a', because: 'below-minimum' },
      { place: 'b', because: 'protects-another' },
    ]);
  });

  it('is the same of parts that were tallied apart and merged', () => {
    const counts = { a: [1, 2, 3, 4, 5], b: [5, 4, 3, 2, 1] };
    const rows = rowsOf(counts);
    const parts = [rows.slice(0, 11), rows.slice(11)].map((part) =>
      tallyResponses(survey, part, { by: ['town'] }),
    );
    const merged = scoreTally(survey, mergeTallies(parts[0]!, parts[1]!));
    expect(answersByPlace(merged, { question: 'cut' })).toEqual(answersOf(counts));
  });

  it('gives size, mean, variance and favourable answers', () => {
    const [place] = answersOf({ a: [1, 0, 1, 2, 2] }).places;
    expect(place).toMatchObject({ n: 6, count: 4, perAnswer: [1, 0, 1, 2, 2] });
    expect(place?.mean).toBeCloseTo(22 / 6, 12);
    expect(place?.variance).toBeCloseTo((92 - 22 ** 2 / 6) / 5, 12);
  });

  it('names a place where nobody answered the question', () => {
    const rows = [
      ...rowsOf({ a: [3, 3, 3, 3, 3] }),
      ...Array.from({ length: 9 }, () => ({ town: 'b', cut: NOT_APPLICABLE })),
    ];
    const scores = scoreTally(survey, tallyResponses(survey, rows, { by: ['town'] }));
    expect(answersByPlace(scores, { question: 'cut' }).notShown).toEqual([
      { place: 'b', because: 'no-answers' },
    ]);
  });

  it('refuses a question that is not there, and scores without places', () => {
    const grouped = scoreTally(
      survey,
      tallyResponses(survey, rowsOf({ a: [3, 3, 3, 3, 3] }), { by: ['town'] }),
    );
    expect(() => answersByPlace(grouped, { question: 'cu' as 'cut' })).toThrow(
      expect.objectContaining({ code: 'unknown-id' }),
    );
    const whole = scoreTally(survey, tallyResponses(survey, []));
    expect(() => answersByPlace(whole, { question: 'cut' })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

/** Ten like places. */
const alike: Counts = Object.fromEntries(
  Array.from({ length: 10 }, (_, at) => [`p${at}`, [4, 8, 10, 28 - 3 * at, 3 * at]]),
);

describe('judgeConsistency', () => {
  it('says that places differ where the interval lies above 0', () => {
    const found = judged({ home: [0, 0, 2, 10, 20], abroad: [8, 8, 6, 4, 2] });
    expect([found.verdict, found.mostlyVaries]).toEqual(['places-differ', 'between-places']);
    expect(codes(found)).toEqual(['places-differ', 'place-stands-out', 'place-stands-out']);
  });

  it('says that it is the same where places account for next to nothing', () => {
    const found = judged(alike);
    expect([found.verdict, found.mostlyVaries, ...codes(found)]).toEqual([
      'same-everywhere',
      'within-places',
      'differences-negligible',
    ]);
    expect(judged(alike, { negligible: 0.001 }).verdict).toBe('not-proven');
  });

  it('finds the one bad place among many that a small correlation would pass over', () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`q${at}`, [1, 1, 2, 4, 4]]),
    );
    const found = judged({ ...many, bad: [6, 6, 0, 0, 0] });
    expect(found.verdict).toBe('places-differ');
    expect(found.reasons[0]).toMatchObject({
      code: 'place-stands-out',
      place: 'bad',
      direction: 'below',
    });
  });

  it('proves nothing by two places that are alike', () => {
    const found = judged({ a: [5, 5, 5, 20, 20], b: [5, 5, 5, 18, 22] });
    expect([found.verdict, ...codes(found)]).toEqual(['not-proven', 'not-settled']);
  });

  it('has a name for every case without a correlation', () => {
    expect(judged({})).toMatchObject({ verdict: 'not-proven', reasons: [{ because: 'no-data' }] });
    expect(judged({ a: [0, 0, 2, 4, 4] })).toMatchObject({ reasons: [{ because: 'one-place' }] });
    const all = (n: number): Consistency => judged({ a: [0, 0, 0, 0, n], b: [0, 0, 0, 0, n] });
    expect(all(10)).toMatchObject({
      verdict: 'not-proven',
      reasons: [{ code: 'all-constant', fewest: 10 }],
    });
    expect(all(30)).toMatchObject({ verdict: 'same-everywhere' });
    const each = judged({ a: [0, 0, 0, 0, 10], b: [0, 0, 0, 10, 0] });
    expect([each.verdict, ...codes(each)]).toEqual(['places-differ', 'each-place-constant']);
    expect(each).not.toHaveProperty('mostlyVaries');
  });

  it('says how many places it did not see', () => {
    const found = judged({ ...alike, one: [1, 0, 0, 0, 0], two: [2, 0, 0, 0, 0] });
    expect(found.reasons.at(-1)).toEqual({ code: 'places-hidden', places: 2 });
  });

  it('refuses what is no share', () => {
    expect(() => judged(alike, { negligible: 5 })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    expect(() => judged(alike, { level: 95 })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('besideMysteryVisits', () => {
  const towns = answersOf({
    a: [0, 0, 5, 40, 55],
    b: [0, 5, 5, 45, 45],
    c: [20, 20, 20, 20, 20],
    d: [0, 5, 5, 45, 45],
    e: [0, 5, 10, 40, 45],
    tiny: [1, 0, 0, 0, 0],
  });
  const met = (place: string, count: number): { place: string; count: number; n: number } => ({
    place,
    count,
    n: 40,
  });

  it('names what both see, what only one sees, and what nobody looked at', () => {
    const { places } = besideMysteryVisits(towns, [
      met('a', 39),
      met('b', 20),
      met('c', 20),
      met('d', 36),
      met('far', 36),
    ]);
    expect(Object.fromEntries(places.map(({ place, finding }) => [place, finding]))).toMatchObject({
      c: 'both-below',
      b: 'opposite',
      far: 'not-asked',
      e: 'not-visited',
      tiny: 'not-asked',
    });
  });

  it('tells whether both put places in the same order, from five places on', () => {
    const open = answersOf({
      a: [0, 0, 0, 5, 5],
      b: [0, 0, 1, 5, 4],
      c: [0, 0, 2, 4, 4],
      d: [0, 0, 3, 4, 3],
      e: [0, 0, 4, 4, 2],
    });
    const order = (...counts: readonly number[]): unknown =>
      besideMysteryVisits(
        open,
        counts.map((count, at) => met('abcde'[at]!, count)),
      ).correlation;
    expect(order(40, 39, 38, 37, 36)).toMatchObject({
      value: expect.closeTo(1, 12),
      interval: { high: expect.closeTo(1, 6) },
    });
    // Ranks 5 4 3 2 1 and 4 5 3 1 2: 1 - 6·4/120.
    expect(order(39, 40, 38, 36, 37)).toMatchObject({
      kind: 'estimate',
      value: expect.closeTo(0.8, 12),
    });
    expect(order(36, 36, 36, 36, 36)).toMatchObject({ reason: 'zero-variance' });
    expect(order(36, 37, 38, 39)).toMatchObject({ reason: 'too-few', n: 4 });
  });

  it('refuses two rows of one place', () => {
    expect(() => besideMysteryVisits(towns, [met('a', 1), met('a', 2)])).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
