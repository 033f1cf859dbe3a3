import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../src/stats/wilsonInterval.ts';
import type { WeightedAnswers } from '../src/survey/weighting/types.ts';
import { weightedNetPromoterScore } from '../src/survey/weighting/weightedNetPromoterScore.ts';
import { weightedShare } from '../src/survey/weighting/weightedShare.ts';
import { estimated } from './support/estimated.ts';
import { seededRandom } from './support/seededRandom.ts';

const TRIALS = 2000;

/** Customers of one kind: how many of them there are, how readily they answer, and what they say. */
interface Kind {
  /** Their share of all customers. */
  readonly share: number;
  /** The share of them who answer when asked. */
  readonly answering: number;
  /** The share of them who are satisfied, and who promote. */
  readonly satisfied: number;
}

/**
 * Worlds of which the truth is known. Each customer is asked, answers as readily as customers of that
 * kind do, and is weighed by the inverse of that readiness.
 */
const WORLDS: readonly (readonly [name: string, kinds: readonly Kind[]])[] = [
  [
    'the old answer four times as readily and are more satisfied',
    [
      { share: 0.7, answering: 0.2, satisfied: 0.6 },
      { share: 0.3, answering: 0.8, satisfied: 0.9 },
    ],
  ],
  [
    'weights have nothing to do with answers',
    [
      { share: 0.5, answering: 0.2, satisfied: 0.7 },
      { share: 0.5, answering: 0.8, satisfied: 0.7 },
    ],
  ],
  [
    'those who seldom answer are divided and the others agree',
    [
      { share: 0.6, answering: 0.15, satisfied: 0.5 },
      { share: 0.4, answering: 0.9, satisfied: 0.97 },
    ],
  ],
  [
    'those who seldom answer agree and the others are divided',
    [
      { share: 0.5, answering: 0.2, satisfied: 0.96 },
      { share: 0.5, answering: 0.9, satisfied: 0.5 },
    ],
  ],
];

/** How often the intervals of samples of n hold the truth: ours, and Wilson's with Kish's size. */
function coverageOf(
  kinds: readonly Kind[],
  n: number,
): { readonly share: number; readonly points: number; readonly kish: number } {
  const random = seededRandom(7);
  const truth = kinds.reduce((sum, { share, satisfied }) => sum + share * satisfied, 0);
  const readiness = kinds.reduce((sum, { share, answering }) => sum + share * answering, 0);
  let held = 0;
  let heldByPoints = 0;
  let heldByKish = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const weights = new Array<number>(11).fill(0);
    const squaredWeights = [...weights];
    for (let person = 0; person < n; person += 1) {
      let draw = random() * readiness;
      const kind = kinds.find(({ share, answering }) => (draw -= share * answering) < 0);
      const { answering, satisfied } = kind ?? kinds.at(-1)!;
      const answer = random() < satisfied ? 10 : 0;
      weights[answer]! += 1 / answering;
      squaredWeights[answer]! += 1 / answering ** 2;
    }
    const answers: WeightedAnswers = { scale: { min: 0, max: 10 }, n, weights, squaredWeights };
    const share = estimated(weightedShare(answers, { from: 10, to: 11 }));
    const points = estimated(weightedNetPromoterScore(answers));
    const kish = n / share.designEffect;
    const old = wilsonInterval(share.value * kish, kish);
    const score = 100 * (2 * truth - 1);
    if (share.interval.low <= truth && truth <= share.interval.high) held += 1;
    if (points.interval.low <= score && score <= points.interval.high) heldByPoints += 1;
    if (old.low <= truth && truth <= old.high) heldByKish += 1;
  }
  return { share: held / TRIALS, points: heldByPoints / TRIALS, kish: heldByKish / TRIALS };
}

describe('the interval of weighted answers holds the truth in 93 to 97 of 100 surveys where', () => {
  it.each(WORLDS)('%s', (_, kinds) => {
    for (const n of [100, 300, 1000]) {
      const { share, points } = coverageOf(kinds, n);
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
      expect(points).toBeGreaterThan(0.93);
      expect(points).toBeLessThan(0.97);
    }
  });
});

describe("Kish's size alone", () => {
  it('promises too much where those who weigh most are divided, too little where they agree', () => {
    const [, , divided, agreed] = WORLDS;
    expect(coverageOf(divided![1], 1000).kish).toBeLessThan(0.92);
    expect(coverageOf(agreed![1], 1000).kish).toBeGreaterThan(0.98);
  });
});
