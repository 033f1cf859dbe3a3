import { describe, expect, it } from 'vitest';
import { splitMix64 } from './splitMix64.ts';

describe('splitMix64', () => {
  it('gives the published words of seed 1234567', () => {
    // Rosetta Code, Pseudo-random numbers/Splitmix64, made with the program of Vigna.
    expect(splitMix64(1234567, 5)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('gives the published words of seed 0', () => {
    expect(splitMix64(0, 3)).toEqual([
      0xe220a8397b1dcdafn,
      0x6e789e6aa1b965f4n,
      0x06c45d188009454fn,
    ]);
  });

  it('reads a negative seed by its lowest 64 bits, as machines do', () => {
    expect(splitMix64(-1, 2)).toEqual([0xe4d971771b652c20n, 0xe99ff867dbf682c9n]);
  });
});
