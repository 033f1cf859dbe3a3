import type { ChartSignal } from './types.ts';

/** What the rules look at. */
export interface SignalInput {
  /** What is charted, point by point. */
  readonly charted: readonly number[];
  /** The lower limits. */
  readonly low: readonly number[];
  /** The upper limits. */
  readonly high: readonly number[];
  /** The centre line. */
  readonly centre: number;
}

/** How long runs have to be; without a number the rule is not applied. */
export interface SignalRules {
  /** Points in a row on one side of the centre line. */
  readonly sameSide?: number;
  /** Points in a row that steadily rise or fall. */
  readonly trend?: number;
}

/**
 * The signals of each point of a chart. A run counts from its last point on, and goes on for as long
 * as it lasts. A point on the centre line ends a run on either side, and two equal points end a trend.
 *
 * @param input - the points with their limits
 * @param rules - how long runs have to be
 */
export function chartSignals(
  { charted, low, high, centre }: SignalInput,
  { sameSide, trend }: SignalRules = {},
): readonly (readonly ChartSignal[])[] {
  let side = 0;
  let onSide = 0;
  let heading = 0;
  let inTrend = 1;
  return charted.map((value, place) => {
    const nowOn = signOf(value, centre);
    onSide = nowOn === side ? onSide + 1 : 1;
    side = nowOn;
    const before = charted[place - 1];
    const step = before === undefined ? 0 : signOf(value, before);
    inTrend = step === heading && step !== 0 ? inTrend + 1 : step === 0 ? 1 : 2;
    heading = step;
    const signals: ChartSignal[] = [];
    if (value > (high[place] ?? Infinity)) signals.push({ rule: 'beyond-limit', direction: 'up' });
    if (value < (low[place] ?? -Infinity)) {
      signals.push({ rule: 'beyond-limit', direction: 'down' });
    }
    if (sameSide !== undefined && side !== 0 && onSide >= sameSide) {
      signals.push({ rule: 'same-side', direction: side > 0 ? 'up' : 'down' });
    }
    if (trend !== undefined && heading !== 0 && inTrend >= trend) {
      signals.push({ rule: 'trend', direction: heading > 0 ? 'up' : 'down' });
    }
    return signals;
  });
}

/** 1 above, -1 below, 0 where only the last digits differ. */
function signOf(value: number, line: number): number {
  const difference = value - line;
  return Math.abs(difference) <= 1e-12 * Math.max(Math.abs(value), Math.abs(line))
    ? 0
    : Math.sign(difference);
}
