/**
 * The first words of SplitMix64: spreads a seed over as many bits as a generator needs to start from.
 *
 *     state = state + 0x9e3779b97f4a7c15
 *     z = (state ^ state >> 30) · 0xbf58476d1ce4e5b9,  z = (z ^ z >> 27) · 0x94d049bb133111eb
 *     word = z ^ z >> 31, all modulo 2^64
 *
 * Seeds that differ in one bit give words that differ in half of theirs.
 *
 * @param seed - any whole number; only its lowest 64 bits count
 * @param length - how many words
 * @example
 * splitMix64(1234567, 2).map(String) // => ['6457827717110365317', '3203168211198807973']
 * @see Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators, OOPSLA '14, 453-472
 */
export function splitMix64(seed: number, length: number): readonly bigint[] {
  let state = BigInt(seed);
  return Array.from({ length }, () => {
    state = word(state + 0x9e3779b97f4a7c15n);
    let z = word((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = word((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  });
}

function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
