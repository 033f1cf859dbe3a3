import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { tallyItems } from './tallyItems.ts';
import type { AlphaEstimate, CronbachAlpha } from './types.ts';

/** Items, each with its scale and its answers as places on it. */
type Items = readonly { readonly scale: Scale; readonly places: readonly number[] }[];

const TOLERANCE = 1e-10;

const items: fc.Arbitrary<Items> = fc
  .record({
    k: fc.integer({ min: 2, max: 6 }),
    n: fc.integer({ min: 2, max: 30 }),
    top: fc.integer({ min: 1, max: 10 }),
  })
  .chain(({ k, n, top }) =>
    fc.array(
      fc.record({
        scale: fc.constant({ min: 1, max: 1 + top }),
        places: fc.array(fc.nat({ max: top }), { minLength: n, maxLength: n }),
      }),
      { minLength: k, maxLength: k },
    ),
  );

function alphaOf(items: Items): CronbachAlpha {
  const ids = items.map((_, place) => `q${place}`);
  const survey: SatisfactionSurvey = {
    id: 's',
    title: 'S',
    questions: items.map(({ scale }, place) => ({
      id: ids[place]!,
      text: 'Q',
      asks: 'perception',
      scale,
    })),
  };
  const length = items[0]!.places.length;
  const answers = Object.fromEntries(
    items.map(({ scale, places }, i) => [
      ids[i]!,
      places.map((place) => scale.min + place * (scale.step ?? 1)),
    ]),
  );
  return cronbachAlpha(tallyItems(survey, { kind: 'columns', length, answers }, { items: ids }));
}

/** Runs a law on items that have an alpha. */
function law(check: (items: Items, alpha: AlphaEstimate) => void): void {
  fc.assert(
    fc.property(items, (items) => {
      const alpha = alphaOf(items);
      fc.pre(alpha.kind === 'estimate');
      check(items, alpha);
    }),
  );
}

/** Equal as far as rounding goes, however far below 0. */
function expectSame(one: CronbachAlpha, other: AlphaEstimate): void {
  if (one.kind !== 'estimate') throw new Error(one.reason);
  const limit = TOLERANCE * Math.max(1, Math.abs(other.value));
  expect(Math.abs(one.value - other.value)).toBeLessThanOrEqual(limit);
  expect(Math.abs(one.interval.low - other.interval.low)).toBeLessThanOrEqual(
    TOLERANCE * Math.max(1, Math.abs(other.interval.low)),
  );
}

describe('cronbachAlpha', () => {
  it('is blind to the order of items', () => {
    law((items, alpha) => expectSame(alphaOf(items.toReversed()), alpha));
  });

  it('does not change when a constant is added to an item', () => {
    law((items, alpha) => {
      const moved = items.map((item, place) =>
        place === 0 ? { ...item, scale: { min: 11, max: item.scale.max + 10 } } : item,
      );
      expectSame(alphaOf(moved), alpha);
    });
  });

  it('does not change when all items are multiplied alike', () => {
    law((items, alpha) => {
      for (const step of [3, 0.1, 0.25]) {
        const stretched = items.map(({ scale, places }) => ({
          scale: { min: 1, max: 1 + step * (answerCount(scale) - 1), step },
          places,
        }));
        expectSame(alphaOf(stretched), alpha);
      }
    });
  });

  it('does not change when an item is put the other way round and declared so', () => {
    law((items, alpha) => {
      const turned = items.map(({ scale, places }, place) =>
        place === 0
          ? {
              scale: { ...scale, reversed: true },
              places: places.map((each) => answerCount(scale) - 1 - each),
            }
          : { scale, places },
      );
      expect(alphaOf(turned)).toMatchObject({
        value: alpha.value,
        items: alpha.items,
        warnings: alpha.warnings,
      });
    });
  });

  it('is what the definition gives, computed from the answers one by one', () => {
    law((items, alpha) => {
      const [n, k] = [items[0]!.places.length, items.length];
      const total = Array.from({ length: n }, (_, row) =>
        sum(items.map((each) => each.places[row]!)),
      );
      const own = sum(items.map(({ places }) => covariance(places, places)));
      const expected = (k / (k - 1)) * (1 - own / covariance(total, total));
      const limit = TOLERANCE * Math.max(1, Math.abs(expected));
      expect(Math.abs(alpha.value - expected)).toBeLessThanOrEqual(limit);
      for (const [place, { places }] of items.entries()) {
        const rest = total.map((each, row) => each - places[row]!);
        const r =
          covariance(places, rest) / Math.sqrt(covariance(places, places) * covariance(rest, rest));
        const found = alpha.items[place]!.itemRestCorrelation;
        if (found.kind === 'coefficient') expect(Math.abs(found.value - r)).toBeLessThan(TOLERANCE);
        else expect(Number.isFinite(r)).toBe(false);
      }
    });
  });

  it('gives for an item dropped the alpha of the others', () => {
    law((items, alpha) => {
      for (const [place, { alphaIfDropped }] of alpha.items.entries()) {
        const others = alphaOf(items.filter((_, other) => other !== place));
        if (alphaIfDropped.kind === 'not-estimable') {
          expect(others).toMatchObject({ kind: 'not-estimable', reason: alphaIfDropped.reason });
        } else expect(others).toMatchObject({ value: alphaIfDropped.value });
      }
    });
  });

  it('is 1 at most, lies within its interval, and never is a number that is none', () => {
    law((_, { value, interval, items }) => {
      expect(value).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(value + TOLERANCE * Math.abs(value));
      expect(interval.high).toBeGreaterThanOrEqual(value - TOLERANCE * Math.abs(value));
      const figures = items.flatMap(({ mean, standardDeviation, itemRestCorrelation: r }) => [
        mean,
        standardDeviation,
        r.kind === 'coefficient' ? r.value : 0,
      ]);
      expect(figures.every(Number.isFinite)).toBe(true);
    });
  });

  it('warns of exactly those items that correlate negatively with the others', () => {
    law((_, { items, warnings }) => {
      const negative = items.flatMap(({ item, itemRestCorrelation: r }) =>
        r.kind === 'coefficient' && r.value < 0 ? [item] : [],
      );
      const asked = warnings.flatMap((each) =>
        each.code === 'forgot-to-reverse' ? [each.item] : [],
      );
      expect(asked).toEqual(negative);
    });
  });

  it('warns of exactly those items that everybody answers alike', () => {
    law((_, { items, warnings }) => {
      const flat = items.filter(({ standardDeviation }) => standardDeviation === 0);
      const warned = warnings.flatMap((each) => (each.code === 'zero-variance' ? [each.item] : []));
      expect(warned).toEqual(flat.map(({ item }) => item));
    });
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function covariance(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [sum(one) / one.length, sum(other) / other.length];
  return sum(one.map((x, row) => (x - a) * (other[row]! - b)));
}
