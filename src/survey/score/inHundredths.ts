import type { Estimate } from '../../shared/estimate.ts';

/** An estimate as hundredths of a range that starts at `origin`, its interval with it. */
export function inHundredths(
  estimate: Estimate,
  origin: number,
  length: number,
): Estimate<'hundred'> {
  const turn = (value: number): number => (100 * (value - origin)) / length;
  const { value, interval } = estimate;
  const [low, high] = [turn(interval.low), turn(interval.high)];
  return { ...estimate, value: turn(value), unit: 'hundred', interval: { ...interval, low, high } };
}
