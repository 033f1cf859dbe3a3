import type { NotEstimable } from '../../shared/estimate.ts';
import type { SuppressionReason } from '../../survey/disclosure/suppress.ts';

/** One period of a chart: how many of how many. */
export interface SharePoint {
  /** What the period is called, such as `2024-03`. */
  readonly label: string;
  /** How many count, 0 to `n`. */
  readonly count: number;
  /** How many there are, 0 to 2^53 - 1. */
  readonly n: number;
}

/** One period of a chart of any figure. */
export interface ValuePoint {
  /** What the period is called. */
  readonly label: string;
  /** The figure. */
  readonly value: number;
  /** Its standard deviation when nothing changes; told from the moving ranges when absent. */
  readonly standardDeviation?: number;
}

/**
 * Why a point is out of the ordinary.
 *
 * - `beyond-limit`: it lies beyond a control limit
 * - `same-side`: it ends a run of points that all lie on its side of the centre line, 8 by default
 * - `trend`: it ends a run of points that steadily rise or fall, 6 by default
 */
export type ChartRule = 'beyond-limit' | 'same-side' | 'trend';

/** A sign that something other than chance is at work. */
export interface ChartSignal {
  /** Which rule. */
  readonly rule: ChartRule;
  /** Whether the point is too high, or too low. */
  readonly direction: 'up' | 'down';
}

/** A point with its limits. */
export interface ChartedPoint {
  /** What the period is called. */
  readonly label: string;
  /** The figure of the period. */
  readonly value: number;
  /** What is charted, and held against the limits: the figure itself, or its moving average. */
  readonly charted: number;
  /** The lower control limit. */
  readonly low: number;
  /** The upper control limit. */
  readonly high: number;
  /** Why it is out of the ordinary; none where it is not. */
  readonly signals: readonly ChartSignal[];
}

/**
 * Why there is no chart, or no limits.
 *
 * - `no-points`: there is no period with answers
 * - `one-point`: how much periods differ cannot be told from a single one
 * - `all-or-none`: everybody counts, or nobody: the limits would have no width
 * - `zero-variance`: the figure is the same in all periods
 */
export interface ChartGap
  extends NotEstimable<'no-points' | 'one-point' | 'all-or-none' | 'zero-variance'> {
  /** How many periods with answers there are. */
  readonly points: number;
}

/** What every chart carries. */
export interface ControlChart {
  /** Tells a chart from a case that cannot be estimated. */
  readonly kind: 'control-chart';
  /** The centre line. */
  readonly centre: number;
  /** The points, in the order given. */
  readonly points: readonly ChartedPoint[];
  /** How many points the centre line and the limits rest on: the first ones. */
  readonly baseline: number;
  /** Whether these are fewer than 20: the limits may still move much. */
  readonly isProvisional: boolean;
  /** Periods without any answer; they are not charted. */
  readonly empty: readonly string[];
}

/** A chart of shares. */
export interface ShareChart extends ControlChart {
  /** How it is made. */
  readonly definition: {
    /** Which chart: `binomial` for the plain one, `laney` where periods differ more than chance has it. */
    readonly chart: 'p';
    /** How the limits were computed. */
    readonly variant: 'binomial' | 'laney';
    /** How many standard deviations the limits lie from the centre line. */
    readonly sigmas: number;
    /** How many points in a row on one side make a signal. */
    readonly sameSide: number;
    /** How many points in a row that rise or fall make a signal. */
    readonly trend: number;
  };
  /** How many times as much periods differ as chance has it; only of the variant `laney`. */
  readonly sigmaZ?: number;
}

/** A chart of the exponentially weighted moving average. */
export interface EwmaChart extends ControlChart {
  /** How it is made. */
  readonly definition: {
    /** Which chart. */
    readonly chart: 'ewma';
    /** How much the newest point counts, above 0 and up to 1. */
    readonly lambda: number;
    /** How many standard deviations of the average the limits lie from the centre line. */
    readonly sigmas: number;
    /** Whether the limits widen from the first point on, or are those of a long chart throughout. */
    readonly limits: 'time-varying' | 'asymptotic';
    /** Where the standard deviations come from. */
    readonly deviation: 'given' | 'moving-range';
  };
}

/** A period that is not charted. */
export interface SuppressedPeriod {
  /** What the period is called. */
  readonly label: string;
  /** Why nothing is shown of it. */
  readonly because: SuppressionReason;
}

/** The charts of one area. */
export interface AreaChart<AreaId extends string = string> {
  /** The area. */
  readonly area: AreaId;
  /** Its favourable share, period by period. */
  readonly share: ShareChart | ChartGap;
  /** The moving average of that share, which tells small lasting shifts sooner. */
  readonly ewma: EwmaChart | ChartGap;
  /** Periods that are not charted, because it could reveal a person. */
  readonly suppressed: readonly SuppressedPeriod[];
}

/** The favourable shares of areas over time. */
export interface AreaCharts<AreaId extends string = string> {
  /** Tells area charts from other results. */
  readonly kind: 'area-charts';
  /** The key that tells the period. */
  readonly period: string;
  /** The areas, in the order of the cycle. */
  readonly areas: readonly AreaChart<AreaId>[];
  /** Responses without a period; they are not charted. `suppressed` where that could reveal a person. */
  readonly withoutPeriod: number | 'suppressed';
}
