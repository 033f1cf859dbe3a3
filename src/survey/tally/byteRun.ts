/** Bytes of which those from one to another are the usual ones, to be looked at four at a time. */
export interface ByteRun {
  /** Four bytes at a time, as whole numbers of 32 bits, the first one lowest. */
  readonly words: Int32Array;
  /** What brings a byte above the highest usual one beyond 127, in each of four bytes. */
  readonly above: number;
  /** The lowest usual byte, in each of four. */
  readonly below: number;
}

/** The sign of each byte of a word. */
export const SIGNS = 0x80_80_80_80;

/**
 * Bytes of which those from `low` to `high` are usual.
 *
 * @returns absent where four cannot be looked at in one go: a usual one is above 127, or they do not start at
 * a whole word
 */
export function byteRun(bytes: Uint8Array, low: number, high: number): ByteRun | undefined {
  // On nearly all machines the first of four bytes is the lowest of a word.
  const isFirstLowest = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
  const canBe = isFirstLowest && bytes.byteOffset % 4 === 0;
  if (!canBe || high < low || high > 127) return undefined;
  return {
    words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2),
    above: (127 - high) * 0x01_01_01_01,
    below: low * 0x01_01_01_01,
  };
}

/**
 * Whether all bytes from one position up to another are known to be usual: not where these are not whole words.
 *
 * Of a byte that is not usual, the highest bit is set in itself, in its sum with 127 less the highest or in its
 * distance from the lowest; what it carries into its neighbour can only add to that.
 *
 * @param run - the bytes
 * @param from - the first one
 * @param to - the one behind the last
 * @see Warren (2012), Hacker's Delight, 2nd edition, sections 2-18 and 6-1: bytes of a word compared at once
 */
export function areUsual({ words, above, below }: ByteRun, from: number, to: number): boolean {
  if (from % 4 !== 0 || to % 4 !== 0) return false;
  let signs = 0;
  for (let at = from >>> 2; at < to >>> 2; at += 1) {
    const word = words[at] as number;
    signs |= word | (word + above) | (word - below);
  }
  return (signs & SIGNS) === 0;
}
