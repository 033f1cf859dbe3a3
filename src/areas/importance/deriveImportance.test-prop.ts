import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerTable,
  importancesOf,
  sketchTally,
} from '../../../test/support/driverSketch.ts';
import { crossProducts } from '../../stats/regression/crossProducts.ts';
import { leastSquares } from '../../stats/regression/leastSquares.ts';
import { deriveImportance } from './deriveImportance.ts';
import type { DerivedImportance, ImportanceMethod } from './types.ts';

/** Answers of 20 to 40 customers to up to six drivers, and an outcome that leans on them. */
const table: fc.Arbitrary<AnswerTable> = fc
  .record({ drivers: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 20, max: 40 }) })
  .chain(({ drivers, rows }) =>
    fc.record({
      answers: fc.array(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: rows, maxLength: rows }),
        { minLength: drivers + 1, maxLength: drivers + 1 },
      ),
      leans: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: drivers, maxLength: drivers }),
    }),
  )
  .map(({ answers: [noise = [], ...columns], leans }) => ({
    all: noise.map((own, row) =>
      columns.reduce((sum, column, place) => sum + leans[place]! * column[row]!, own),
    ),
    ...Object.fromEntries(columns.map((column, place) => [`d${place}`, column])),
  }));

function derived(of: AnswerTable, method: ImportanceMethod): DerivedImportance | undefined {
  const found = deriveImportance(sketchTally(of), { method, resamples: 0 });
  return found.kind === 'estimate' ? found : undefined;
}

describe('deriveImportance', () => {
  it.each(['johnson', 'lmg'] as const)(
    'gives parts of R² that add up to it, none below 0: %s',
    (method) => {
      fc.assert(
        fc.property(table, (of) => {
          const found = derived(of, method);
          fc.pre(found !== undefined);
          const parts = Object.values(importancesOf(found)).map((part) =>
            typeof part === 'number' ? part : 0,
          );
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
          const sum = parts.reduce((total, part) => total + part, 0);
          expect(Math.abs(sum - found.rSquared)).toBeLessThan(1e-9);
          expect(found.rSquared).toBeLessThanOrEqual(1);
          expect(found.adjustedRSquared.value).toBeLessThanOrEqual(found.rSquared + 1e-12);
        }),
      );
    },
  );

  it('gives by LMG what a driver adds to R², averaged over all orders of adding drivers', () => {
    fc.assert(
      fc.property(table, (of) => {
        const found = derived(of, 'lmg');
        fc.pre(found !== undefined);
        const expected = averagedOverOrders(of);
        for (const [driver, part] of Object.entries(importancesOf(found))) {
          if (typeof part === 'number') {
            expect(Math.abs(part - (expected.get(driver) ?? NaN))).toBeLessThan(1e-8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('does not care in what order drivers are named', () => {
    fc.assert(
      fc.property(table, (of) => {
        const { all = [], ...drivers } = of;
        const turned = { all, ...Object.fromEntries(Object.entries(drivers).toReversed()) };
        const one = derived(of, 'johnson');
        const other = derived(turned, 'johnson');
        fc.pre(one !== undefined && other !== undefined);
        const parts = importancesOf(one);
        for (const [driver, part] of Object.entries(importancesOf(other))) {
          if (typeof part === 'number') expect(part).toBeCloseTo(parts[driver] as number, 9);
          else expect(parts[driver]).toBe(part);
        }
      }),
    );
  });
});

/** By brute force: a regression for every set, and every order of all drivers. */
function averagedOverOrders({ all = [], ...drivers }: AnswerTable): ReadonlyMap<string, number> {
  const names = Object.keys(drivers);
  const known = new Map<string, number>([['', 0]]);
  const explainedBy = (set: readonly string[]): number => {
    const key = set.toSorted().join(' ');
    const found =
      known.get(key) ??
      (() => {
        const fit = leastSquares(
          crossProducts({
            columns: set.map((name) => drivers[name] as number[]),
            outcome: all as number[],
          }),
        );
        return fit.kind === 'estimate' ? fit.rSquared : 0;
      })();
    known.set(key, found);
    return found;
  };
  const sums = new Map(names.map((name) => [name, 0]));
  let orders = 0;
  const walk = (before: readonly string[], left: readonly string[]): void => {
    if (left.length === 0) {
      orders += 1;
      for (const [place, name] of before.entries()) {
        const adds = explainedBy(before.slice(0, place + 1)) - explainedBy(before.slice(0, place));
        sums.set(name, (sums.get(name) ?? 0) + adds);
      }
      return;
    }
    for (const name of left) {
      walk(
        [...before, name],
        left.filter((other) => other !== name),
      );
    }
  };
  walk([], names);
  return new Map([...sums].map(([name, sum]) => [name, sum / orders]));
}
