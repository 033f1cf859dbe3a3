import type { CostFigure } from './costTypes.ts';

/** A value between two limits. */
interface Between {
  /** The value. */
  readonly value: number;
  /** The limits. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
}

/**
 * A share of visits times a difference between two shares, of 1,000 visits.
 *
 *     limits: distances of the limits of share and difference, as each moves the product, squared and added
 *
 * @param share - the share; with limits at its value where it is known exactly
 * @param difference - the difference
 */
export function perThousand(share: Between, difference: Between): CostFigure {
  const { low, high, level } = difference.interval;
  const value = share.value * difference.value;
  // A larger share moves the product up or down with the sign of the difference.
  const less = share.value - share.interval.low;
  const more = share.interval.high - share.value;
  const [down, up] = difference.value < 0 ? [more, less] : [less, more];
  const below = diagonal(difference.value * down, share.value * (difference.value - low));
  const above = diagonal(difference.value * up, share.value * (high - difference.value));
  return {
    value: 1000 * value,
    interval: {
      low: 1000 * (value - below),
      high: 1000 * (value + above),
      level,
      method: 'square-and-add',
    },
  };
}

function diagonal(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
