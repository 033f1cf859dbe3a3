import { checkSeed, refuse } from '../../shared/refuse.ts';
import { splitMix64 } from './splitMix64.ts';
import { xoshiro128 } from './xoshiro128.ts';

/** Gives the next of a stream of numbers that look drawn at random, each from 0 up to but not 1. */
export type Random = () => number;

/**
 * A stream of random numbers that is the same for the same seed, to the last bit and on every machine.
 *
 *     number = the first 53 of 64 bits from xoshiro128**, divided by 2^53
 *
 * Every number is a multiple of 2^-53, each as likely as any other. A simulation that names its seed
 * can be run again by whoever doubts it. Not for secrets: the stream can be told from a few of its
 * numbers.
 *
 * @param seed - a whole number, -(2^53 - 1) to 2^53 - 1
 * @throws `invalid-argument` where the seed is not a whole number in that range
 * @example
 * const random = createRandom(1);
 * random() // ~> 0.394672
 * random() // ~> 0.147750
 * createRandom(1)() === createRandom(1)() // => true
 * @see Blackman & Vigna (2021), ACM Transactions on Mathematical Software 47, article 36
 */
export function createRandom(seed: number): Random {
  checkSeed(seed);
  const [first = 0n, second = 0n] = splitMix64(seed, 2);
  const next = xoshiro128([low(first), high(first), low(second), high(second)]);
  return () => {
    const upper = next();
    // 2^21 and 2^-53: both exact.
    return (upper * 2097152 + (next() >>> 11)) * 1.1102230246251565e-16;
  };
}

function low(word: bigint): number {
  return Number(word & 0xffffffffn);
}

function high(word: bigint): number {
  return Number(word >> 32n);
}

/** Refuses what is no stream of random numbers. */
export function checkRandom(random: unknown): void {
  if (typeof random !== 'function') refuse('random', random, 'a function from createRandom');
}
