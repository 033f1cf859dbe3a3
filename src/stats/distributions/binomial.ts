import { regularizedBeta } from './beta.ts';

/** How likely a count is that lies at least as far to one side. */
export interface BinomialTails {
  /** The chance of so many or fewer. */
  readonly atMost: number;
  /** The chance of so many or more. */
  readonly atLeast: number;
}

/**
 * Both tails of the binomial distribution, each with the count itself.
 *
 *     atLeast = P(X >= x) = I_share(x, n - x + 1)
 *     atMost  = P(X <= x) = I_(1 - share)(n - x, x + 1)
 *
 * By the incomplete beta function, of which each tail is one value however large `n` is, and which goes
 * on between whole numbers: so it can be asked about an effective number of cases, too.
 *
 * @param successes - x, 0 to `n`
 * @param n - above 0
 * @param share - the chance of a success, 0 to 1
 * @example
 * binomialTails(11, 12, 0.99).atMost // ~> 0.113615
 * binomialTails(9, 10, 0.5).atLeast // ~> 0.010742
 * @see Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd edition, section 3.4
 */
export function binomialTails(successes: number, n: number, share: number): BinomialTails {
  const failures = n - successes;
  return {
    atMost: failures > 0 ? regularizedBeta(1 - share, failures, successes + 1) : 1,
    atLeast: successes > 0 ? regularizedBeta(share, successes, failures + 1) : 1,
  };
}
