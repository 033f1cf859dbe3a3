import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale } from '../../model/survey.ts';
import { comparePairedAnswers, type PairedOptions } from './comparePairedAnswers.ts';
import { pairAnswers } from './pairAnswers.ts';
import type { PairedComparison } from './types.ts';

/** Every metric, on a scale it is defined for. */
const METRICS: readonly (readonly [scale: Scale, options: PairedOptions])[] = [
  [{ min: 0, max: 10 }, { metric: 'net-promoter-score' }],
  [{ min: 1, max: 5 }, { metric: 'customer-satisfaction' }],
  [
    { min: 1, max: 5 },
    { metric: 'customer-satisfaction', box: 'net' },
  ],
  [{ min: 1, max: 7 }, { metric: 'customer-effort' }],
  [
    { min: 0, max: 2, step: 0.5 },
    { metric: 'mean-rating', level: 0.9 },
  ],
  [{ min: 0, max: 1 }, { metric: 'incident-share' }],
];

interface Person {
  readonly before: number | null;
  readonly after: number | null;
  readonly w: number;
}

/** A metric, and people with answers to it and weights. */
function surveyed(
  weight: fc.Arbitrary<number>,
): fc.Arbitrary<readonly [Scale, PairedOptions, readonly Person[]]> {
  return fc.constantFrom(...METRICS).chain(([scale, options]) => {
    const { min, max, step = 1 } = scale;
    const given = fc.integer({ min: 0, max: (max - min) / step }).map((at) => min + step * at);
    const answer = fc.oneof({ weight: 9, arbitrary: given }, fc.constant(null));
    const person = fc.record({ before: answer, after: answer, w: weight });
    return fc.tuple(fc.constant(scale), fc.constant(options), fc.array(person, { maxLength: 25 }));
  });
}

function compared(
  scale: Scale,
  options: PairedOptions,
  people: readonly Person[],
  how: 'weighted' | 'plain' = 'weighted',
): ReturnType<typeof comparePairedAnswers> {
  const pairs = pairAnswers(
    scale,
    people.map(({ before }) => before),
    people.map(({ after }) => after),
    how === 'weighted' ? { weights: people.map(({ w }) => w) } : {},
  );
  return comparePairedAnswers(pairs, options);
}

/** Runs a law over comparisons that there are. */
function whereCompared(
  results: readonly ReturnType<typeof comparePairedAnswers>[],
  law: (...comparisons: PairedComparison[]) => void,
): void {
  const comparisons = results.filter((each) => each.kind === 'paired-comparison');
  if (comparisons.length === results.length) law(...comparisons);
}

const anyWeight = fc.oneof(
  fc.double({ min: 0.1, max: 10, noNaN: true }),
  fc.constantFrom(0, 1, 2.5),
);

describe('a weighted comparison of the same people', () => {
  it('is, with weights of 1, the one without weights', () => {
    fc.assert(
      fc.property(surveyed(fc.constant(1)), ([scale, options, people]) => {
        const plain = compared(scale, options, people, 'plain');
        expect(compared(scale, options, people)).toEqual(plain);
      }),
    );
  });

  it('has for difference the later value less the earlier one, to the last bit', () => {
    fc.assert(
      fc.property(surveyed(anyWeight), ([scale, options, people]) => {
        for (const how of ['weighted', 'plain'] as const) {
          whereCompared([compared(scale, options, people, how)], (change) => {
            const { before, after, difference } = change;
            if (before.kind !== 'estimate' || after.kind !== 'estimate') return;
            expect(difference.value).toBe(after.value - before.value);
          });
        }
      }),
    );
  });

  it('has the values of people written out as often as their whole weights say', () => {
    const whole = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(surveyed(whole), ([scale, options, people]) => {
        const written = people.flatMap((one) => Array.from({ length: one.w }, () => one));
        const results = [
          compared(scale, options, people),
          compared(scale, options, written, 'plain'),
        ];
        whereCompared(results, (weighted, replicated) => {
          expect(weighted.difference.value).toBeCloseTo(replicated.difference.value, 9);
          expect(weighted.effectSize.name).toBe(replicated.effectSize.name);
        });
      }),
    );
  });

  it('is the same in any unit of weight, and in any order of people', () => {
    fc.assert(
      fc.property(surveyed(anyWeight), ([scale, options, people]) => {
        const turned = people.map((one) => ({ ...one, w: 8 * one.w })).toReversed();
        const results = [compared(scale, options, people), compared(scale, options, turned)];
        whereCompared(results, (one, other) => {
          expect(one.difference.value).toBeCloseTo(other.difference.value, 9);
          expect(one.difference.interval.low).toBeCloseTo(other.difference.interval.low, 7);
          expect(one.test.pValue).toBeCloseTo(other.test.pValue, 7);
          expect(one.ordinal.test.pValue).toBeCloseTo(other.ordinal.test.pValue, 7);
        });
      }),
    );
  });

  it('takes a weight of 0, and what is no weight, as nobody, and counts them', () => {
    fc.assert(
      fc.property(
        surveyed(anyWeight),
        fc.array(fc.constantFrom(0, Number.NaN, -1, 1e9, '1', null)),
        ([scale, options, people], others) => {
          const nobodies = others.map((w) => ({ before: scale.min, after: scale.max, w }));
          const all = [...people, ...nobodies] as Person[];
          expect(compared(scale, options, all)).toEqual(compared(scale, options, people));
          const pairs = pairAnswers(
            scale,
            all.map(({ before }) => before),
            all.map(({ after }) => after),
            { weights: all.map(({ w }) => w) },
          );
          const zeros = all.filter(({ w }) => w === 0).length;
          expect(pairs.weights).toMatchObject({
            zero: zeros,
            invalid: others.filter((w) => w !== 0).length,
          });
        },
      ),
    );
  });

  it('says the opposite of what it says with the two times exchanged', () => {
    fc.assert(
      fc.property(surveyed(anyWeight), ([scale, options, people]) => {
        const turned = people.map(({ before, after, w }) => ({ before: after, after: before, w }));
        const results = [compared(scale, options, people), compared(scale, options, turned)];
        whereCompared(results, (there, back) => {
          expect(back.difference.value).toBeCloseTo(-there.difference.value, 9);
          expect(back.difference.interval.low).toBeCloseTo(-there.difference.interval.high, 7);
          expect(back.test.statistic).toBeCloseTo(-there.test.statistic, 7);
          expect(back.ordinal.test.statistic).toBeCloseTo(-there.ordinal.test.statistic, 7);
        });
      }),
    );
  });

  it('keeps interval, p values and effect sizes within what they can be', () => {
    fc.assert(
      fc.property(surveyed(anyWeight), ([scale, options, people]) => {
        whereCompared([compared(scale, options, people)], (change) => {
          const { difference, test, ordinal, effectSize } = change;
          expect(difference.interval.low).toBeLessThanOrEqual(difference.value);
          expect(difference.interval.high).toBeGreaterThanOrEqual(difference.value);
          for (const { pValue } of [test, ordinal.test]) {
            expect(pValue).toBeGreaterThanOrEqual(0);
            expect(pValue).toBeLessThanOrEqual(1);
          }
          expect(Number.isFinite(effectSize.value)).toBe(true);
          expect(Math.abs(ordinal.effectSize.value)).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
    );
  });
});
