import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { type WeightedScoreOptions, weightedScore } from '../score/weightedScore.ts';
import { comparePairedAnswers } from './comparePairedAnswers.ts';
import { compareTwoScores } from './compareTwoScores.ts';
import { netPromoterDifference } from './netPromoterDifference.ts';
import { pairAnswers } from './pairAnswers.ts';
import type { ComparedScore } from './types.ts';

/** Every metric with every box it has, on a scale it is defined for. */
const METRICS: readonly (readonly [Scale, WeightedScoreOptions])[] = [
  [{ min: 0, max: 10 }, { metric: 'net-promoter-score' }],
  [{ min: 1, max: 5 }, { metric: 'customer-satisfaction' }],
  [
    { min: 1, max: 5 },
    { metric: 'customer-satisfaction', box: 'top' },
  ],
  [
    { min: 1, max: 7, reversed: true },
    { metric: 'customer-satisfaction', box: 'top-two' },
  ],
  [
    { min: 1, max: 5 },
    { metric: 'customer-satisfaction', box: 'net' },
  ],
  [{ min: 1, max: 7 }, { metric: 'customer-effort' }],
  [{ min: 0, max: 2, step: 0.5 }, { metric: 'mean-rating' }],
  [{ min: 0, max: 1 }, { metric: 'incident-share' }],
];

interface Answer {
  /** The answer by place, 0 for the lowest. */
  readonly place: number;
  readonly w: number;
}

/** Answers with their sums of weights, as a score of them is compared. */
function scoreOf(
  scale: Scale,
  options: WeightedScoreOptions,
  answers: readonly Answer[],
): ComparedScore {
  const places = Array.from({ length: answerCount(scale) }, (_, place) => place);
  const sumOf = (of: (answer: Answer) => number): number[] =>
    places.map((own) => answers.reduce((sum, one) => sum + (one.place === own ? of(one) : 0), 0));
  const weights = { perAnswer: sumOf(({ w }) => w), squaredPerAnswer: sumOf(({ w }) => w * w) };
  const perAnswer = sumOf(() => 1);
  const { length } = answers;
  const score = weightedScore(
    { scale, n: length, weights: weights.perAnswer, squaredWeights: weights.squaredPerAnswer },
    options,
  );
  const none = { notApplicable: 0, skipped: 0, invalid: 0 };
  return { ...score, counts: { answered: length, perAnswer, ...none }, weights };
}

const anyWeight = fc.oneof(
  fc.double({ min: 0.01, max: 10, noNaN: true }),
  fc.constantFrom(1, 1, 3),
);
const wholeWeight = fc.integer({ min: 1, max: 4 });

/** A metric, and two waves of answers. */
const waves = (
  weight: fc.Arbitrary<number>,
): fc.Arbitrary<readonly [Scale, WeightedScoreOptions, readonly Answer[], readonly Answer[]]> =>
  fc.constantFrom(...METRICS).chain(([scale, options]) => {
    const place = fc.nat({ max: answerCount(scale) - 1 });
    const wave = fc.array(fc.record({ place, w: weight }), { minLength: 1, maxLength: 30 });
    return fc.tuple(fc.constant(scale), fc.constant(options), wave, wave);
  });

/** Answers written out as often as their whole weights say. */
const written = (answers: readonly Answer[]): readonly Answer[] =>
  answers.flatMap(({ place, w }) => Array.from({ length: w }, () => ({ place, w: 1 })));

const effectiveN = (score: ComparedScore): number =>
  'effectiveN' in score ? (score.effectiveN ?? 0) : 0;

describe('every metric', () => {
  it('has for difference the later value less the earlier one, to the last bit', () => {
    fc.assert(
      fc.property(waves(anyWeight), ([scale, options, before, after]) => {
        for (const w of [undefined, 1]) {
          const [one, other] = [before, after].map((wave) =>
            scoreOf(scale, options, w === undefined ? wave : wave.map((each) => ({ ...each, w }))),
          );
          const change = compareTwoScores(one!, other!);
          if (change.kind !== 'comparison') continue;
          expect(one).toMatchObject({ value: change.before.value });
          expect(other).toMatchObject({ value: change.after.value });
          expect(change.difference.value).toBe(change.after.value - change.before.value);
        }
      }),
    );
  });

  it('has the values of answers written out as often as their whole weights say', () => {
    fc.assert(
      fc.property(waves(wholeWeight), ([scale, options, before, after]) => {
        const weighted = [before, after].map((wave) => scoreOf(scale, options, wave));
        const rows = [before, after].map((wave) => scoreOf(scale, options, written(wave)));
        for (const [at, one] of weighted.entries()) {
          const other = rows[at]!;
          // One answer of a weight of two is one answer, and has no mean with its error.
          if (one.kind !== 'estimate' || other.kind !== 'estimate') continue;
          expect(one.value).toBeCloseTo(other.value, 9);
          expect(effectiveN(one)).toBeLessThanOrEqual(one.n);
          expect(other.n).toBe(written(at === 0 ? before : after).length);
        }
        const change = compareTwoScores(weighted[0]!, weighted[1]!);
        const same = compareTwoScores(rows[0]!, rows[1]!);
        if (change.kind !== 'comparison' || same.kind !== 'comparison') return;
        expect(change.difference.value).toBeCloseTo(same.difference.value, 9);
        expect(change.effectSize.name).toBe(same.effectSize.name);
      }),
    );
  });

  it('rests on as many answers whatever the unit of the weights, from 1e-9 to 1e6', () => {
    const exponent = fc.double({ min: -9, max: 6, noNaN: true });
    fc.assert(
      fc.property(waves(anyWeight), exponent, ([scale, options, before, after], power) => {
        const unit = 10 ** power;
        const inUnits = (wave: readonly Answer[]): readonly Answer[] =>
          wave.map(({ place, w }) => ({ place, w: w * unit }));
        const scores = [before, after].map((wave) => [
          scoreOf(scale, options, wave),
          scoreOf(scale, options, inUnits(wave)),
        ]);
        for (const [one, other] of scores) {
          if (one!.kind !== 'estimate') continue;
          expect(effectiveN(other!) / effectiveN(one!)).toBeCloseTo(1, 9);
        }
        const [change, same] = [0, 1].map((at) =>
          compareTwoScores(scores[0]![at]!, scores[1]![at]!),
        );
        if (change!.kind !== 'comparison' || same!.kind !== 'comparison') return;
        const span = scale.max - scale.min;
        expect(same!.difference.interval.low / span).toBeCloseTo(
          change!.difference.interval.low / span,
          6,
        );
        expect(same!.test.pValue).toBeCloseTo(change!.test.pValue, 6);
      }),
    );
  });

  it('rests, with weights of k times 1, 1, 3 and 1, on 3 answers for every k, by Kish', () => {
    for (const [scale, options] of METRICS) {
      const top = answerCount(scale) - 1;
      for (let power = -9; power <= 6; power += 1) {
        // Answers that do not differ tell nothing about the figure: then Kish's size stands in.
        const answers = [1, 1, 3, 1].map((w) => ({ place: top, w: w * 10 ** power }));
        expect(effectiveN(scoreOf(scale, options, answers))).toBeCloseTo(3, 9);
      }
    }
  });
});

describe('every metric of the same people', () => {
  it('has the same figures whatever the unit of the weights, from 1e-9 to 1e6', () => {
    fc.assert(
      fc.property(
        waves(anyWeight),
        fc.integer({ min: -9, max: 6 }),
        ([scale, options, before, after], power) => {
          const answers = scaleAnswers(scale);
          const people = before.slice(0, after.length);
          const compared = (unit: number) =>
            comparePairedAnswers(
              pairAnswers(
                scale,
                people.map(({ place }) => answers[place]!),
                people.map((_, at) => answers[after[at]!.place]!),
                { weights: people.map(({ w }) => w * unit) },
              ),
              options,
            );
          const [one, other] = [compared(1), compared(10 ** power)];
          expect(other.kind).toBe(one.kind);
          if (one.kind !== 'paired-comparison' || other.kind !== 'paired-comparison') return;
          const { before: from, after: to } = other;
          if (from.kind === 'estimate' && to.kind === 'estimate')
            expect(other.difference.value).toBe(to.value - from.value);
          expect(other.difference.value).toBeCloseTo(one.difference.value, 7);
          expect(other.difference.interval.low).toBeCloseTo(one.difference.interval.low, 5);
          expect(other.test.pValue).toBeCloseTo(one.test.pValue, 6);
        },
      ),
    );
  });
});

describe('the difference of two net promoter scores', () => {
  const counts = fc
    .record({ promoters: fc.nat(50), detractors: fc.nat(50), passives: fc.nat(50) })
    .filter(({ promoters, detractors, passives }) => promoters + detractors + passives > 0)
    .map(({ passives, ...own }) => ({ ...own, n: own.promoters + own.detractors + passives }));
  const points = ({ promoters, detractors, n }: Record<'promoters' | 'detractors' | 'n', number>) =>
    (100 * (promoters - detractors)) / n;

  it('is the first less the second', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { difference } = netPromoterDifference(first, second);
        expect(difference).toBeCloseTo(points(first) - points(second), 10);
      }),
    );
  });
});
