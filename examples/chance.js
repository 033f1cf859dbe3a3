/** @typedef {{ share: () => number, normal: () => number }} Chance chance numbers, from 0 to 1 and standard normal */

/**
 * A small generator of chance numbers, splitmix32: the same seed gives the same numbers.
 *
 * @param {number} seed
 * @returns {Chance}
 */
export function chanceFrom(seed) {
  let state = seed | 0;
  const share = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}
