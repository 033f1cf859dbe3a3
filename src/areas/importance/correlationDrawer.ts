import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { factorize } from '../../stats/regression/factorize.ts';
import { solveForward } from '../../stats/regression/solveForward.ts';
import type { Correlations } from '../../stats/regression/toCorrelations.ts';
import { drawChiSquare } from './drawChiSquare.ts';

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
 * @returns a function that draws; nothing where there are too few cases to draw from
 * @see Smith & Hocking (1972), Applied Statistics 21, 341-345
 */
export function correlationDrawer(
  { n, between, withOutcome, tolerance }: Correlations,
  cases: number,
): ((random: Random) => CrossProducts) | undefined {
  const table = [
    ...between.map((row, i) => [...row, withOutcome[i] ?? 0]),
    [...withOutcome, 1],
  ] as const;
  const { kept, triangle } = factorize(table, tolerance);
  const rank = kept.length;
  if (!(cases > rank)) return undefined;
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

  return (random) => {
    const mixed = Array.from({ length: rank }, (_, i) =>
      Array.from({ length: i + 1 }, (__, j) =>
        j < i ? drawNormal(random) : Math.sqrt(drawChiSquare(random, cases - 1 - i)),
      ),
    );
    const rows = loadings.map((row) => multiply(row, mixed));
    const products = rows.flatMap((row, i) => [
      // Around the mean, so the sum with the constant is 0.
      0,
      ...rows.slice(0, i + 1).map((other) => dot(row, other)),
    ]);
    return { kind: 'cross-products', n, columns, sums: [n, ...products] };
  };
}

/** A row times a triangle. */
function multiply(row: readonly number[], triangle: readonly (readonly number[])[]): number[] {
  return row.map((_, j) => {
    let sum = 0;
    for (let i = j; i < row.length; i += 1) sum += (row[i] ?? 0) * (triangle[i]?.[j] ?? 0);
    return sum;
  });
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
