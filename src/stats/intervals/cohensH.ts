import type { ShareCounts } from './newcombeDifference.ts';

/**
 * Cohen's h: the difference of two shares on a scale where equal steps are equally easy to tell apart.
 *
 *     h = 2·asin(sqrt(p₁)) - 2·asin(sqrt(p₂)),  -π to π
 *
 * From 50 to 60 % is 0.20, and so is from 90 to 95.2 %. It is there for shares of 0 and 1 too.
 *
 * @param first - the counts of the share to subtract from
 * @param second - the counts of the share to subtract
 * @throws `invalid-argument` where a count is outside its range
 * @example
 * cohensH({ successes: 56, n: 70 }, { successes: 48, n: 80 }) // ~> 0.442143
 * @see Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6
 */
export function cohensH(first: ShareCounts, second: ShareCounts): number {
  return angle(first) - angle(second);
}

function angle({ successes, n }: ShareCounts): number {
  return 2 * Math.asin(Math.sqrt(successes / n));
}
