/**
 * A distance that comes in steps of 1/2 or more, in standard deviations and drawn in by the continuity
 * correction.
 *
 *     z = (|distance| - 1/2) / standard deviation, not below 0, with the sign of the distance
 *
 * @param distance - how far a rank sum is from what is expected
 * @param standardDeviation - its standard deviation; where it is 0 so is z
 * @example
 * correctedZ(-12.5, 4) // => -3
 * correctedZ(0.5, 4) // => 0
 */
export function correctedZ(distance: number, standardDeviation: number): number {
  const beyond = Math.abs(distance) - 0.5;
  return beyond > 0 && standardDeviation > 0
    ? (Math.sign(distance) * beyond) / standardDeviation
    : 0;
}
