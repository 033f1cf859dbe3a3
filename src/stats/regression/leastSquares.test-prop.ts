import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, crossProducts } from './crossProducts.ts';
import { type LeastSquares, leastSquares } from './leastSquares.ts';
import { mergeCrossProducts } from './mergeCrossProducts.ts';

const answer = fc.integer({ min: 1, max: 7 });
const data = fc
  .tuple(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 1, max: 4 }))
  .chain(([n, p]) => {
    const column = fc.array(answer, { minLength: n, maxLength: n });
    return fc.record({
      columns: fc.array(column, { minLength: p, maxLength: p }),
      outcome: column,
    });
  });

function fitted(given: Columns): LeastSquares {
  const fit = leastSquares(crossProducts(given));
  fc.pre(fit.kind === 'estimate');
  return fit;
}

function coefficientOf(fit: LeastSquares, position: number): number {
  const effect = fit.columns[position];
  return effect?.kind === 'coefficient' ? effect.coefficient : 0;
}

/** What is left of each row's outcome. */
function residuals({ columns, outcome }: Columns, fit: LeastSquares): number[] {
  return Array.from(outcome, (y, row) =>
    columns.reduce(
      (rest, column, position) => rest - coefficientOf(fit, position) * column[row]!,
      y - fit.constant.coefficient,
    ),
  );
}

describe('leastSquares', () => {
  it('leaves errors that have nothing in common with any column, dropped ones included', () => {
    fc.assert(
      fc.property(data, (given) => {
        const rest = residuals(given, fitted(given));
        for (const column of [given.outcome.map(() => 1), ...given.columns]) {
          const sum = rest.reduce((total, each, row) => total + each * column[row]!, 0);
          expect(Math.abs(sum)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('gives the variance of those errors, and the share of the outcome that is not in them', () => {
    fc.assert(
      fc.property(data, (given) => {
        const fit = fitted(given);
        const squares = residuals(given, fit).reduce((sum, each) => sum + each * each, 0);
        const mean = given.outcome.reduce((sum, y) => sum + y, 0) / fit.n;
        const total = given.outcome.reduce((sum, y) => sum + (y - mean) ** 2, 0);
        expect(squares / fit.degreesOfFreedom).toBeCloseTo(fit.residualVariance, 9);
        expect(1 - squares / total).toBeCloseTo(fit.rSquared, 9);
      }),
    );
  });

  it('does not depend on the units of a column or on where its zero is', () => {
    const unit = fc.constantFrom(1e-6, -0.5, 3, 1e6);
    const origin = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(data, unit, origin, (given, unit, origin) => {
        const fit = fitted(given);
        const [first, ...others] = given.columns;
        const columns = [first!.map((x) => unit * (x + origin)), ...others];
        const changed = fitted({ ...given, columns });
        expect(changed.rSquared).toBeCloseTo(fit.rSquared, 9);
        expect(unit * coefficientOf(changed, 0)).toBeCloseTo(coefficientOf(fit, 0), 6);
      }),
    );
  });

  it('gives the same for rows summed apart and added up', () => {
    fc.assert(
      fc.property(data, fc.nat(), ({ columns, outcome }, at) => {
        const cut = at % outcome.length;
        const part = (from: number, to?: number): Columns => ({
          columns: columns.map((column) => column.slice(from, to)),
          outcome: outcome.slice(from, to),
        });
        const merged = mergeCrossProducts([part(0, cut), part(cut)].map(crossProducts));
        expect(leastSquares(merged)).toEqual(leastSquares(crossProducts({ columns, outcome })));
      }),
    );
  });

  it('never gives anything but finite numbers, whatever the answers', () => {
    const any = fc.array(fc.array(fc.constantFrom(0, 1, 5, 0.1), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(any, (rows) => {
        const columns = [0, 1, 2].map((place) => rows.map((row) => row[place]!));
        const fit = leastSquares(crossProducts({ columns, outcome: rows.map((row) => row[3]!) }));
        // JSON has no NaN and no Infinity: both would come back as null.
        expect(JSON.stringify(fit)).not.toContain('null');
      }),
    );
  });
});
