import { describe, expect, it } from 'vitest';
import {
  PARADOX_WORLDS,
  paradoxShown,
  RECOVERY_WORLDS,
  saidSeldom,
} from '../scripts/recoveryWorlds.js';

const [equal, worse, better] = PARADOX_WORLDS;
const [, even, seldom] = RECOVERY_WORLDS;

describe('recovery in worlds of which the truth is known', () => {
  it('shows no paradox where there is none, in more than 5 of 100 reviews', () => {
    // Where 5 in 100 were false, 9 or more of 80 would be in one case of 60.
    for (const world of [equal, worse]) {
      expect(paradoxShown(world?.recovered ?? 0, 300, { runs: 80, seed: 2 })).toBeLessThan(9 / 80);
    }
  });

  it('shows one where it is, in 5,000 visits', () => {
    expect(paradoxShown(better?.recovered ?? 0, 5000, { runs: 10, seed: 3 })).toBeGreaterThan(0.7);
  });

  it('says seldom made good of what is, and not of what is made good half of the time', () => {
    expect(saidSeldom(even?.rate ?? 0, 300, { runs: 80, seed: 4 })).toBeLessThan(9 / 80);
    expect(saidSeldom(seldom?.rate ?? 0, 2000, { runs: 15, seed: 5 })).toBeGreaterThan(0.8);
  });
});
