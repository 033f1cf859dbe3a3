import { betaPowerTerm, regularizedBeta } from './beta.ts';

/**
 * The value that a share `p` of an F distribution lies at or below.
 *
 *     F = e^u · d₂/d₁,   I_x(d₁/2, d₂/2) = p,   x = 1/(1 + e^-u)
 *     Halley's rule for ln I = ln p, as a function of u
 *
 * In the logarithm u of the odds the beta density is log-concave, so that ln I is concave and rises all
 * the way: the rule comes down to `p` from the mean. A share above that of the mean is looked up from
 * the other end, where F turns into 1/F.
 *
 * @param p - a share, above 0 and below 1
 * @param degreesOfFreedom - of the numerator d₁ and of the denominator d₂, finite numbers, 1 or more
 * @example
 * fQuantile(0.95, [4, 20]) // ~> 2.866081
 * fQuantile(0.025, [88, 528]) // ~> 0.712223
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.6.2
 */
export function fQuantile(
  p: number,
  degreesOfFreedom: readonly [numerator: number, denominator: number],
): number {
  const [numerator, denominator] = degreesOfFreedom;
  const a = numerator / 2;
  const b = denominator / 2;
  const odds =
    p <= regularizedBeta(a / (a + b), a, b) ? lowerOdds(p, a, b) : 1 / lowerOdds(1 - p, b, a);
  return (odds * b) / a;
}

/** The odds x/(1 - x) of the beta value that a share `p` lies below, where that is below the mean. */
function lowerOdds(p: number, a: number, b: number): number {
  let u = Math.log(a / b);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const x = 1 / (1 + Math.exp(-u));
    const y = 1 / (1 + Math.exp(u));
    const share = regularizedBeta(x, a, b);
    // With few degrees of freedom the odds of a share such as 1e-200 are below the smallest number.
    if (share === 0) return 0;
    const excess = Math.log(p / share);
    const slope = betaPowerTerm(x, y, a, b) / share;
    const newton = excess / slope;
    u += newton / (1 + (newton * (a * y - b * x - slope)) / 2);
    if (!(Math.abs(excess) >= 1e-5)) break;
  }
  return Math.exp(u);
}

/** It takes less than ten. */
const MOST_STEPS = 100;
