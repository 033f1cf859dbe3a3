import { checkCount, checkShare, refuse } from '../../shared/refuse.ts';
import { betaPowerTerm } from '../distributions/beta.ts';
import { checkRandom, type Random } from './createRandom.ts';

/** From so many expected on, a draw is made by rejection and no longer by inversion. */
const REJECTION_FROM = 10;

/** With fewer than {@link REJECTION_FROM} expected, more come less than once in 10^70 draws. */
const NEVER_REACHED = 110;

/** So many draws are thrown away at most, of which one in a few is; only a stream that does not vary comes this far. */
const MOST_TRIES = 1000;

/**
 * Draws how many of `n` succeed, each with the chance `p`: from the binomial distribution, exactly.
 *
 *     n·min(p, q) below 10: the k that the cumulated chances pass an even number at
 *     above:                k = floor((2a/(1/2 - |u|) + b)·u + np + 1/2), taken with a chance in
 *                           proportion to P(k) over that of k to be proposed
 *
 * The second is Hörmann's transformed rejection. It takes 1.15 to 1.5 tries whatever `n` is, so that a
 * thousand draws out of 2^53 cost as much as a thousand out of 100. P(k) is computed relative to the
 * most likely k in Loader's way, without the factorials that would cancel for large `n`.
 *
 * @param random - a stream of evenly spread numbers, from `createRandom`
 * @param n - a whole number, 0 to 2^53 - 1
 * @param p - 0 to 1
 * @param q - 1 - p; given apart where it is known more exactly than the subtraction tells
 * @throws `invalid-argument` where `n`, `p` or `q` is outside its range
 * @example
 * import { createRandom } from './createRandom.ts';
 * import { drawBinomial } from './drawBinomial.ts';
 * const random = createRandom(1);
 * drawBinomial(random, 100, 0.3) // => 29
 * drawBinomial(random, 100, 1) // => 100
 * @see Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101-110: BTRS
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function drawBinomial(random: Random, n: number, p: number, q: number = 1 - p): number {
  checkRandom(random);
  checkCount('n', n);
  checkShare('p', p);
  checkShare('q', q);
  if (!(Math.abs(p + q - 1) < 1e-9)) refuse('q', q, `a number that adds up to 1 with ${p}`);
  return draw(random, n, p, q);
}

/** The same, of arguments that are known to be in their ranges. */
export function draw(random: Random, n: number, p: number, q: number): number {
  return p <= q ? drawFewer(random, n, p, q) : n - drawFewer(random, n, q, p);
}

/** The side with `p` at most 1/2. */
function drawFewer(random: Random, n: number, p: number, q: number): number {
  if (n === 0 || p === 0) return 0;
  return n * p < REJECTION_FROM ? invert(random, n, p, q) : reject(random, n, p, q);
}

function invert(random: Random, n: number, p: number, q: number): number {
  const odds = p / q;
  const chanceOfNone = Math.exp(n * Math.log1p(-p));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    let rest = random();
    let chance = chanceOfNone;
    for (let k = 0; k <= NEVER_REACHED; k += 1) {
      if (rest < chance) return k;
      rest -= chance;
      chance *= (odds * (n - k)) / (k + 1);
    }
  }
  return Math.floor((n + 1) * p);
}

function reject(random: Random, n: number, p: number, q: number): number {
  const spread = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * spread;
  const squeeze = 0.92 - 4.2 / b;
  const centre = n * p + 0.5;
  // Up to a factor, P(k) is x^(k + 1)·y^(n - k + 1) / B(k + 1, n - k + 1).
  const chanceOf = (k: number): number => betaPowerTerm(p, q, k + 1, n - k + 1);
  let chanceOfMode: number | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (!(k >= 0 && k <= n)) continue;
    chanceOfMode ??= chanceOf(Math.floor((n + 1) * p));
    if (v * alpha * chanceOfMode <= (a / (edge * edge) + b) * chanceOf(k)) return k;
  }
  return Math.floor((n + 1) * p);
}
