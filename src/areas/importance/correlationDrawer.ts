import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { factorize } from '../../stats/regression/factorize.ts';
import { solveForward } from '../../stats/regression/solveForward.ts';
import type { Correlations } from '../../stats/regression/toCorrelations.ts';
import { drawChiSquare } from './drawChiSquare.ts';

/** Correlations of the columns that vary, as another sample might have given them. */
interface DrawnTable {
  /** With each other, all rows and columns of the square. */
  readonly between: readonly Float64Array[];
  /** With the outcome. */
  readonly withOutcome: readonly number[];
}

/** A source of tables of correlations. */
export interface CorrelationDrawer {
  /** Whether no column is a sum of others, so that each table has an axis for every column. */
  readonly isFullRank: boolean;
  /** Draws a table of correlations. */
  readonly drawTable: (random: Random) => DrawnTable;
  /** Draws the same table as sums of products. */
  readonly drawProducts: (random: Random) => CrossProducts;
}

/**
 * Makes a source of tables of correlations as other samples of the same size might have given them:
 * sums of the columns that vary, drawn from the Wishart distribution.
 *
 *     R = L·Lᵀ, correlations of columns and outcome;  S = L·A·Aᵀ·Lᵀ
 *     A a triangle: on its diagonal sqrt(chi-square with cases - 1 - i degrees of freedom), for i from 0,
 *     below it normal numbers (Bartlett)
 *
 * A draw costs as much for a million cases as for a hundred. It is exact where values are normal; for
 * answers in a few steps it is an approximation. Columns that are sums of others stay so.
 *
 * @param correlations - what was found
 * @param cases - how many cases of equal weight it rests on
 * @returns the source; nothing where there are too few cases to draw from
 * @see Smith & Hocking (1972), Applied Statistics 21, 341-345
 */
export function correlationDrawer(
  { n, between, withOutcome, tolerance }: Correlations,
  cases: number,
): CorrelationDrawer | undefined {
  const table = [
    ...between.map((row, i) => [...row, withOutcome[i] ?? 0]),
    [...withOutcome, 1],
  ] as const;
  const { kept, triangle } = factorize(table, tolerance);
  const rank = kept.length;
  if (!(cases > rank && cases < Infinity)) return undefined;
  // Rows that were passed over are sums of those kept.
  const loadings = table.map((row, i) => {
    const place = kept.indexOf(i);
    return place < 0
      ? solveForward(
          triangle,
          kept.map((other) => row[other] ?? 0),
        )
      : (triangle[place] ?? []);
  });
  const columns = withOutcome.length;

  /** All rows of L·A, one after another in cells of the same number. */
  function draw(random: Random): readonly Float64Array[] {
    const mixed = kept.map((_, i) =>
      Float64Array.from({ length: i + 1 }, (__, j) =>
        j < i ? drawNormal(random) : Math.sqrt(drawChiSquare(random, cases - 1 - i)),
      ),
    );
    return loadings.map((row) => multiply(row, mixed));
  }

  return {
    isFullRank: rank > columns,
    drawTable(random) {
      const rows = draw(random);
      const lengths = rows.map((row) => Math.sqrt(dot(row, row)));
      const correlation = (i: number, j: number): number => {
        const scale = (lengths[i] ?? 1) * (lengths[j] ?? 1);
        return scale > 0 ? dot(rows[i] ?? NONE, rows[j] ?? NONE) / scale : 0;
      };
      const between = Array.from({ length: columns }, () => new Float64Array(columns));
      for (const [i, own] of between.entries()) {
        own[i] = 1;
        for (let j = 0; j < i; j += 1) {
          own[j] = correlation(i, j);
          (between[j] ?? own)[i] = own[j] ?? 0;
        }
      }
      return { between, withOutcome: between.map((_, i) => correlation(i, columns)) };
    },
    drawProducts(random) {
      const rows = draw(random);
      const products = rows.flatMap((row, i) => [
        // Around the mean, so the sum with the constant is 0.
        0,
        ...rows.slice(0, i + 1).map((other) => dot(row, other)),
      ]);
      return { kind: 'cross-products', n, columns, sums: [n, ...products] };
    },
  };
}

const NONE: readonly number[] = [];

/** A row times a triangle. */
function multiply(row: readonly number[], triangle: readonly Float64Array[]): Float64Array {
  const product = new Float64Array(row.length);
  for (const [i, mixed] of triangle.entries()) {
    if (i >= row.length) break;
    const own = row[i] ?? 0;
    for (let j = 0; j <= i; j += 1) product[j] = (product[j] ?? 0) + own * (mixed[j] ?? 0);
  }
  return product;
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
