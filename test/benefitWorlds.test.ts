import { describe, expect, it } from 'vitest';
import { BENEFIT_WORLDS, benefitIn } from '../scripts/worlds.js';

const worlds = BENEFIT_WORLDS.map((world) => [world.name, world] as const);
const FEW = { visits: 300, runs: 60, seed: 2 };
const MANY = { visits: 5000, runs: 6, seed: 3 };

describe('what plans bring in worlds of which the truth is known', () => {
  const harmful = worlds.filter(([, world]) => world.harmful !== undefined);

  it.each(harmful)('is within a fifth of it by 300 visits, a tenth by 5,000: %s', (_, world) => {
    for (const [{ visits, ...options }, within] of [
      [FEW, 0.2],
      [MANY, 0.1],
    ] as const) {
      const { truth, low, base, high, beyond } = benefitIn(world, visits, options);
      expect([visits, Math.abs(base - truth) / truth < within]).toEqual([visits, true]);
      expect([low <= truth, truth <= high]).toEqual([true, true]);
      // No figure of any sample passes those who end dissatisfied.
      expect(beyond).toBeLessThanOrEqual(0);
    }
  });

  it('is next to nothing where nothing harms', () => {
    const nothing = BENEFIT_WORLDS.find(({ name }) => name === 'nothing harms, logged');
    expect(nothing && benefitIn(nothing, 300, { runs: 100, seed: 4 }).base).toBeLessThan(10);
    expect(nothing && benefitIn(nothing, 5000, { runs: 8, seed: 5 }).base).toBeLessThan(3);
  });

  it.each(worlds.filter(([, { from }]) => from === 'questionnaire'))(
    'is nothing by the cautious figure where mood tells of incidents: %s',
    (_, world) => {
      expect(benefitIn(world, 300, { runs: 20, seed: 6 }).low).toBe(0);
      expect(benefitIn(world, 5000, { runs: 2, seed: 7 }).low).toBe(0);
    },
  );
});
