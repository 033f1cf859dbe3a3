import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { crossProducts } from '../../stats/regression/crossProducts.ts';
import type { JointRatings } from '../visits/types.ts';
import { impactAsymmetry } from './impactAsymmetry.ts';

type Row = readonly [first: number, second: number, overall: number];

const rating = fc.integer({ min: 1, max: 5 });
const rows = fc.array(fc.tuple(rating, rating, fc.integer({ min: 0, max: 10 })), { maxLength: 80 });

function jointOf(given: readonly Row[], drivers: readonly string[], places: readonly number[]) {
  const columns = places.flatMap((place) => [
    given.map((row) => Number(row[place]! <= 2)),
    given.map((row) => Number(row[place]! >= 4)),
  ]);
  const products = crossProducts({ columns, outcome: given.map((row) => row[2]) });
  const unrated = drivers.map(() => 0);
  return { drivers, products, noOverall: 0, incomplete: 0, unrated } satisfies JointRatings;
}

const quick = { resamples: 100, minimumCases: 2 };

describe('impactAsymmetry', () => {
  it('gives every moment an impact within its bounds, or the reason why not', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const analysis = impactAsymmetry(jointOf(given, ['a', 'b'], [0, 1]), quick);
        expect(analysis.moments.map(({ moment }) => moment)).toEqual(['a', 'b']);
        for (const each of analysis.moments) {
          if (each.kind !== 'estimate') {
            expect(each.low + each.reference + each.high).toBe(given.length);
            continue;
          }
          const { penalty, reward, asymmetry } = each;
          expect(penalty.cases + each.reference + reward.cases).toBe(given.length);
          expect(each.range).toBe(penalty.size + reward.size);
          expect(Number.isFinite(each.range)).toBe(true);
          if (asymmetry.kind !== 'estimate') continue;
          expect(Math.abs(asymmetry.value)).toBeLessThanOrEqual(1);
          const { low = -1, high = 1 } = asymmetry.interval ?? {};
          expect(low).toBeGreaterThanOrEqual(-1);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it('does not depend on the order of the moments', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const one = impactAsymmetry(jointOf(given, ['a', 'b'], [0, 1]), quick);
        const other = impactAsymmetry(jointOf(given, ['b', 'a'], [1, 0]), quick);
        // Of two that cannot be told apart, the first is kept.
        for (const [place, moment] of one.moments.entries()) {
          const same = other.moments[1 - place];
          fc.pre(moment.kind === 'estimate' && same?.kind === 'estimate');
          expect(same.penalty.coefficient).toBeCloseTo(moment.penalty.coefficient, 8);
          expect(same.reward.standardError).toBeCloseTo(moment.reward.standardError, 8);
          expect(same.impactLevel).toBe(moment.impactLevel);
        }
      }),
    );
  });

  it('mirrors penalty and reward when all answers are turned round', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const turned = given.map(([a, b, overall]) => [6 - a, 6 - b, 10 - overall] as const);
        const one = impactAsymmetry(jointOf(given, ['a'], [0]), quick).moments[0];
        const other = impactAsymmetry(jointOf(turned, ['a'], [0]), quick).moments[0];
        fc.pre(one?.kind === 'estimate' && other?.kind === 'estimate');
        expect(other.penalty.coefficient).toBeCloseTo(-one.reward.coefficient, 8);
        expect(other.range).toBeCloseTo(one.range, 8);
        if (one.range < 1e-6 || one.asymmetry.kind !== 'estimate') return;
        const mirrored = other.asymmetry.kind === 'estimate' ? other.asymmetry.value : NaN;
        expect(mirrored).toBeCloseTo(-one.asymmetry.value, 6);
      }),
    );
  });

  it('of a moment alone is the difference of group means', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const found = impactAsymmetry(jointOf(given, ['a'], [0]), quick).moments[0];
        fc.pre(found?.kind === 'estimate');
        const mean = (from: number, to: number): number => {
          const group = given.filter(([a]) => a >= from && a <= to);
          return group.reduce((sum, row) => sum + row[2], 0) / group.length;
        };
        expect(found.penalty.coefficient).toBeCloseTo(mean(1, 2) - mean(3, 3), 9);
        expect(found.reward.coefficient).toBeCloseTo(mean(4, 5) - mean(3, 3), 9);
      }),
    );
  });

  it('holds the true asymmetry in about 95 of 100 samples', () => {
    // Penalty 2, reward 1: -1/3. 300 visits, 1,000 times.
    const random = createRandom(21);
    let holding = 0;
    for (let trial = 0; trial < 1000; trial += 1) {
      const given = Array.from({ length: 300 }, () => visit(random));
      const [found] = impactAsymmetry(jointOf(given, ['a', 'b'], [0, 1]), {
        resamples: 400,
        seed: trial,
      }).moments;
      const asymmetry = found?.kind === 'estimate' ? found.asymmetry : undefined;
      const interval = asymmetry?.kind === 'estimate' ? asymmetry.interval : undefined;
      if (interval && interval.low <= -1 / 3 && interval.high >= -1 / 3) holding += 1;
    }
    // Four standard errors of 0.95 among 1,000.
    expect(Math.abs(holding / 1000 - 0.95)).toBeLessThan(0.028);
  });
});

function visit(random: Random): Row {
  const one = 1 + Math.floor(5 * random());
  // The second moment tends to be rated like the first, and matters too.
  const other = random() < 0.5 ? one : 1 + Math.floor(5 * random());
  const effects = (one <= 2 ? -2 : one >= 4 ? 1 : 0) + (other <= 2 ? -1 : other >= 4 ? 1 : 0);
  return [one, other, 6 + effects + 1.5 * drawNormal(random)];
}
