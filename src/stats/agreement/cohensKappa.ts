import type { NotEstimable } from '../../shared/estimate.ts';
import { checkList } from '../../shared/refuse.ts';
import { checkCountTable } from '../checkCounts.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';

/** How far two coders agree beyond chance. */
export interface Kappa {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** Kappa: 1 where they always agree, 0 where they agree as often as by chance, -1 at the lowest. */
  readonly value: number;
  /**
   * How far it can be trusted; absent where the coders agree on everything, since then nothing tells
   * how much they would differ on other cases.
   */
  readonly interval?: {
    /** The lower limit, -1 or more. */
    readonly low: number;
    /** The upper limit, 1 at most. */
    readonly high: number;
    /** The confidence level, above 0 and below 1. */
    readonly level: number;
    /** How the limits were computed. */
    readonly method: 'fleiss-cohen-everitt';
  };
  /** The share of cases on which they agree, 0 to 1. */
  readonly agreement: number;
  /** The share on which they would agree by chance, 0 to 1. */
  readonly agreementByChance: number;
  /** How many cases both coded. */
  readonly n: number;
}

/**
 * A kappa that the table cannot give, and why.
 *
 * `no-data` without a case; `one-category` where both put all cases into the same category.
 */
export interface KappaNotEstimable extends NotEstimable<'no-data' | 'one-category'> {
  /** How many cases both coded. */
  readonly n: number;
}

/**
 * Cohen's kappa: how far two coders who sort the same cases into categories agree beyond chance.
 *
 *     kappa = (p - e)/(1 - e),  p = Σ pᵢᵢ,  e = Σ rᵢ·cᵢ,  r and c the shares of rows and columns
 *     n·(1 - e)²·variance = Σ pᵢᵢ(1 - (rᵢ + cᵢ)(1 - kappa))²
 *                           + (1 - kappa)²·Σ over i ≠ j of pᵢⱼ(cᵢ + rⱼ)² - (kappa - e(1 - kappa))²
 *
 * It is low where nearly all cases fall into one category, however often the coders agree: read the
 * agreement beside it.
 *
 * @param table - how many cases the first coder put into the category of the row and the second into
 * that of the column, as many rows as columns
 * @param options - the confidence level
 * @throws `invalid-argument` where the table is not square, or a count or the level is outside its range
 * @example
 * const found = cohensKappa([[20, 5], [10, 15]]);
 * found.kind === 'estimate' && found.value // => 0.4
 * found.kind === 'estimate' && found.interval?.low // ~> 0.151092
 * @see Cohen (1960), Educational and Psychological Measurement 20, 37-46
 * @see Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327: the variance
 */
export function cohensKappa(
  table: readonly (readonly number[])[],
  options: IntervalOptions = {},
): Kappa | KappaNotEstimable {
  const level = levelOf(options);
  checkList('table', table);
  const size = table.length;
  checkCountTable(table, size);
  const rows = table.map(add);
  const columns = table.map((_, j) => add(table.map((row) => row[j] ?? 0)));
  const n = add(rows);
  if (n === 0) return { kind: 'not-estimable', reason: 'no-data', n };
  if (rows.some((count, i) => count === n && columns[i] === n)) {
    return { kind: 'not-estimable', reason: 'one-category', n };
  }
  const agreed = add(table.map((row, i) => row[i] ?? 0));
  const crossed = add(rows.map((count, i) => count * (columns[i] ?? 0)));
  const value = (n * agreed - crossed) / (n * n - crossed);
  const byChance = crossed / n / n;
  const facts = {
    kind: 'estimate',
    value,
    agreement: agreed / n,
    agreementByChance: byChance,
    n,
  } as const;
  if (agreed === n) return facts;

  let scatter = -((value - byChance * (1 - value)) ** 2);
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = ((columns[i] ?? 0) + (rows[j] ?? 0)) / n;
      const part = i === j ? 1 - expected * (1 - value) : expected * (1 - value);
      scatter += (count / n) * part * part;
    }
  }
  const standardError = Math.sqrt(Math.max(0, scatter) / n) / (1 - byChance);
  const half = criticalValue(level) * standardError;
  return {
    ...facts,
    interval: {
      low: Math.max(-1, value - half),
      high: Math.min(1, value + half),
      level,
      method: 'fleiss-cohen-everitt',
    },
  };
}

function add(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
