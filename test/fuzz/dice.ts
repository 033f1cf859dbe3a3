import { seededRandom } from '../support/seededRandom.ts';

/** Chance that is the same for the same seed. */
export interface Dice {
  /** Whether something that happens in this share of cases happens now. */
  happens(share: number): boolean;
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** One of these; there is at least one. */
  pick<T>(these: readonly T[]): T;
}

/** The dice of one case: each case can be thrown again alone. */
export function diceOf(seed: number, position: number): Dice {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca6b));
  const below = (count: number): number => Math.floor(random() * count);
  return {
    happens: (share) => random() < share,
    below,
    pick: <T>(these: readonly T[]): T => {
      const picked = these[below(these.length)];
      if (picked === undefined && these.length === 0) throw new Error('nothing to pick from');
      return picked as T;
    },
  };
}
