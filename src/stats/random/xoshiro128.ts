/** Four words of 32 bits, not all of them 0. */
export type Xoshiro128State = readonly [number, number, number, number];

/**
 * The generator xoshiro128**, version 1.1: whole numbers of 32 bits, with a period of 2^128 - 1.
 *
 *     word = rotl(s₁ · 5, 7) · 9
 *
 * All of it is arithmetic on 32-bit integers, which every engine does alike to the last bit.
 *
 * @param state - what to start from; equal states give equal numbers
 * @returns a function that gives the next number, 0 to 2^32 - 1
 * @example
 * const next = xoshiro128([1, 2, 3, 4]);
 * [next(), next(), next(), next()] // => [11520, 0, 5927040, 70819200]
 * @see Blackman & Vigna (2021), ACM Transactions on Mathematical Software 47, article 36
 */
export function xoshiro128(state: Xoshiro128State): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const scrambled = Math.imul(s1, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return word;
  };
}
