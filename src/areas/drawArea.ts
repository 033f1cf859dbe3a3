import type { Random } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import { type AreaFacts, isJudgeable, type Share } from './areaFacts.ts';

/** However alike areas look, so much is taken for chance at most. */
const MOST_PULLED = 0.9;

/**
 * Where the shares of areas are drawn from: each pulled towards the mean of all, by as much as chance can
 * explain of what the areas differ by.
 *
 *     V = m(1 - m)/n,  T = max(0, variance of the shares - mean V)
 *     B = V/(V + T), at most 0.9;  none with two areas or fewer
 *     drawn from p - B·(p - m), as if from n/(1 - B) answers
 *
 * The worst of many areas is partly the unluckiest. Drawn around what was found it would be said to be
 * the neediest far more often than it is.
 *
 * @param areas - all areas
 * @param minimumAnswers - the fewest answers of an area that counts for the mean
 * @returns for each area the share that it is drawn from; nothing where nobody answered
 * @see Morris (1983), Journal of the American Statistical Association 78, 47-55: parametric empirical Bayes
 */
export function sharesToDraw(
  areas: readonly AreaFacts[],
  minimumAnswers: number,
): readonly (Share | undefined)[] {
  const shares = areas.map(({ performance }) => performance);
  const judged = shares.filter((share) => isJudgeable(share, minimumAnswers));
  const k = judged.length;
  if (k <= 2) return shares;
  const mean = judged.reduce((sum, { value }) => sum + value, 0) / k;
  const chanceOf = ({ n }: Share): number => (mean * (1 - mean)) / n;
  const spread = judged.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (k - 1);
  const chance = judged.reduce((sum, share) => sum + chanceOf(share), 0) / k;
  const between = Math.max(0, spread - chance);
  if (chance === 0) return shares;
  return shares.map((share) => {
    if (share === undefined) return undefined;
    const own = chanceOf(share);
    const pull = Math.min(MOST_PULLED, own / (own + between));
    return {
      ...share,
      value: share.value - pull * (share.value - mean),
      n: share.n / (1 - pull),
    };
  });
}

/**
 * The facts of an area as they may be in truth, by the answers that there are.
 *
 *     X binomial with n and the share p that it is drawn from;  share drawn = X/n
 *     each question: its share + z·sqrt(share·(1 - share)/n),  z = (X - np)/sqrt(np(1 - p))
 *
 * A tally does not say which answers come from one customer. So all answers of a customer to questions
 * about one area are taken to agree, and its questions move together: the widest that there can be.
 *
 * @param random - what is drawn from
 * @param facts - the area
 * @param from - the share that its own is drawn from, of {@link sharesToDraw}
 */
export function drawArea(random: Random, facts: AreaFacts, from: Share | undefined): AreaFacts {
  const { performance, questions, earlier, importance } = facts;
  const value = from && drawShare(random, from);
  const z = from === undefined ? 0 : deviation(value ?? 0, from);
  return {
    performance: performance && value !== undefined ? { ...performance, value } : undefined,
    questions: questions.map((share) => ({
      ...share,
      value: Math.max(
        0,
        Math.min(1, share.value + z * Math.sqrt((share.value * (1 - share.value)) / share.n)),
      ),
    })),
    earlier: earlier && { ...earlier, value: drawShare(random, earlier) },
    importance,
    failures: facts.failures,
    moments: facts.moments,
    chart: facts.chart,
  };
}

function drawShare(random: Random, { value, n }: Share): number {
  // Weighted answers tell as much as a number of them that need not be whole.
  const whole = Math.max(1, Math.round(n));
  return drawBinomial(random, whole, value) / whole;
}

/** How many standard deviations a share drawn lies from where it was drawn from. */
function deviation(drawn: number, { value, n }: Share): number {
  const spread = Math.sqrt((value * (1 - value)) / n);
  return spread === 0 ? 0 : (drawn - value) / spread;
}
