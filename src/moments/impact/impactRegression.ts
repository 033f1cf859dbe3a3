import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import {
  type ColumnEffect,
  type LeastSquares,
  leastSquares,
  type RegressionNotEstimable,
} from '../../stats/regression/leastSquares.ts';
import type { JointRatings } from '../visits/types.ts';
import type { MomentImpactNotEstimable } from './impactTypes.ts';

type Coefficient = Extract<ColumnEffect, { readonly kind: 'coefficient' }>;

/** How many visits rate a moment low, high and in between. */
interface BandCounts {
  readonly low: number;
  readonly reference: number;
  readonly high: number;
}

/** A moment of which both coefficients were found. */
export interface FittedDriver<MomentId extends string> {
  /** Tells it from a moment without coefficients. */
  readonly kind: 'fitted';
  /** The moment. */
  readonly moment: MomentId;
  /** How it was rated. */
  readonly counts: BandCounts;
  /** The coefficient of its low ratings. */
  readonly low: Coefficient;
  /** That of its high ones. */
  readonly high: Coefficient;
  /** The covariance of the two. */
  readonly covariance: number;
  /** Those of Student's t. */
  readonly degreesOfFreedom: number;
  /** Whether the overall answers fit without error. */
  readonly exact: boolean;
  /** Later moments that cannot be told from it. */
  readonly standsFor: readonly MomentId[];
}

/** A moment with its coefficients, or why it has none. */
export type DriverFit<MomentId extends string> =
  | FittedDriver<MomentId>
  | MomentImpactNotEstimable<MomentId>;

/** A residual share of the variance below this is rounding. */
const EXACT_FIT = 1e-12;

/** A coefficient above this is part of what makes a column of zeros and ones a sum of others. */
const TAKES_PART = 1e-6;

/** Regresses overall answers on the low and high ratings of every driver that has enough of them. */
export function impactRegression<MomentId extends string>(
  joint: JointRatings<MomentId>,
  minimumCases: number,
): { readonly drivers: readonly DriverFit<MomentId>[]; readonly rSquared?: number } {
  const { n, sums } = joint.products;
  const overall = 2 * joint.drivers.length + 1;
  const at = (i: number, j: number): number =>
    sums[i < j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j] ?? 0;
  const counts = joint.drivers.map((_, driver): BandCounts => {
    const low = at(0, lowColumn(driver));
    const high = at(0, highColumn(driver));
    return { low, reference: n - low - high, high };
  });
  const columns = counts.flatMap(({ low, reference, high }, driver) => [
    ...(low >= minimumCases ? [lowColumn(driver)] : []),
    // With nobody in between, the high ratings follow from the low ones.
    ...(Math.min(reference, high) >= minimumCases ? [highColumn(driver)] : []),
  ]);
  const fitTo = (outcome: number, by: readonly number[]): LeastSquares | RegressionNotEstimable =>
    leastSquares(select(at, n, [...by, outcome]));
  const fit = fitTo(overall, columns);
  const found = (column: number): ColumnEffect | undefined =>
    fit.kind === 'estimate' ? fit.columns[columns.indexOf(column)] : undefined;

  /** The drivers whose columns add up to a column that was dropped. */
  function duplicatesOf(dropped: number): readonly number[] {
    const before = columns.filter((each) => each < dropped && found(each)?.kind === 'coefficient');
    const follows = fitTo(dropped, before);
    if (follows.kind !== 'estimate') return [];
    const own = driverOf(dropped);
    const parts = before.filter((_, place) => {
      const part = follows.columns[place];
      return part?.kind === 'coefficient' && Math.abs(part.coefficient) > TAKES_PART;
    });
    return [...new Set(parts.map(driverOf))].filter((driver) => driver !== own);
  }

  const duplicates = joint.drivers.map((_, driver) => {
    const dropped = [lowColumn(driver), highColumn(driver)].filter(
      (column) => found(column)?.kind === 'dropped',
    );
    return [...new Set(dropped.flatMap(duplicatesOf))].toSorted((one, other) => one - other);
  });
  const names = (drivers: readonly number[]): MomentId[] =>
    joint.drivers.filter((_, driver) => drivers.includes(driver));

  const drivers = joint.drivers.map((moment, driver): DriverFit<MomentId> => {
    const count = counts[driver] ?? { low: 0, reference: 0, high: 0 };
    const none = { kind: 'not-estimable', moment, n, ...count } as const;
    const bands = ['low', 'reference', 'high'] as const;
    const tooFew = bands.filter((band) => count[band] < minimumCases);
    if (tooFew.length > 0) return { ...none, reason: 'too-few', tooFew, minimumCases };
    if (fit.kind !== 'estimate') {
      const reason = fit.reason === 'zero-variance' ? 'zero-variance' : 'too-few-visits';
      return { ...none, reason };
    }
    const low = found(lowColumn(driver));
    const high = found(highColumn(driver));
    if (low?.kind !== 'coefficient' || high?.kind !== 'coefficient') {
      return { ...none, reason: 'collinear', duplicates: names(duplicates[driver] ?? []) };
    }
    return {
      kind: 'fitted',
      moment,
      counts: count,
      low,
      high,
      covariance: fit.covariance[low.place]?.[high.place] ?? 0,
      degreesOfFreedom: fit.degreesOfFreedom,
      exact: 1 - fit.rSquared <= EXACT_FIT,
      standsFor: joint.drivers.filter((_, other) => duplicates[other]?.includes(driver)),
    };
  });
  return { drivers, ...(fit.kind === 'estimate' && { rSquared: fit.rSquared }) };
}

function lowColumn(driver: number): number {
  return 2 * driver + 1;
}

function highColumn(driver: number): number {
  return 2 * driver + 2;
}

function driverOf(column: number): number {
  return Math.ceil(column / 2) - 1;
}

/** The cross-products of some columns, the last of which is the outcome. */
function select(
  at: (i: number, j: number) => number,
  n: number,
  columns: readonly number[],
): CrossProducts {
  const all = [0, ...columns];
  const sums = all.flatMap((one, i) => all.slice(0, i + 1).map((other) => at(one, other)));
  return { kind: 'cross-products', n, columns: columns.length - 1, sums };
}
