import type { Random } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import type { AreaFacts, Share } from './judgeArea.ts';

/**
 * The facts of an area as another sample of the same size might have told them.
 *
 *     X binomial with n and the share p;  share drawn = X/n
 *     each question: its share + z·sqrt(share·(1 - share)/n),  z = (X - np)/sqrt(np(1 - p))
 *
 * A tally does not say which answers come from one customer. So all answers of a customer to questions
 * about one area are taken to agree, and its questions move together: the widest that there can be.
 */
export function drawArea(random: Random, facts: AreaFacts): AreaFacts {
  const { performance, questions, earlier, importance } = facts;
  const drawn = performance && drawShare(random, performance);
  const z = performance === undefined ? 0 : deviation(drawn?.value ?? 0, performance);
  return {
    performance: drawn,
    questions: questions.map((share) => ({
      ...share,
      value: Math.max(
        0,
        Math.min(1, share.value + z * Math.sqrt((share.value * (1 - share.value)) / share.n)),
      ),
    })),
    earlier: earlier && drawShare(random, earlier),
    importance,
    failures: facts.failures,
    moments: facts.moments,
    chart: facts.chart,
  };
}

function drawShare(random: Random, share: Share): Share {
  // Weighted answers tell as much as a number of them that need not be whole.
  const whole = Math.max(1, Math.round(share.n));
  return { ...share, value: drawBinomial(random, whole, share.value) / whole };
}

/** How many standard deviations a share drawn lies from where it was drawn from. */
function deviation(drawn: number, { value, n }: Share): number {
  const spread = Math.sqrt((value * (1 - value)) / n);
  return spread === 0 ? 0 : (drawn - value) / spread;
}
