import { describe, expect, it } from 'vitest';
import { AREA_WORLDS, repeatAreaWorld } from '../scripts/areaWorlds.js';

describe('how sure the order is said to be, in simulated surveys', () => {
  // Three standard errors of a share of 60 are 0.2: the calibration itself is measured with more runs, and
  // in the worlds between these.
  const worlds = AREA_WORLDS.filter((_, place) => [0, 1, 5].includes(place)).map(
    (world) => [world.areas, world.shares, world] as const,
  );

  it.each(worlds)(
    'the stated places hold the true ones, and the first is as likely the neediest as stated: %i areas at %j',
    (_, __, world) => {
      const runs = world.harmful === undefined ? 60 : 10;
      const { held, stated, first } = repeatAreaWorld(world, 60, { runs, seed: 4, resamples: 60 });
      expect(held).toBeGreaterThan(0.88);
      expect(Math.abs(stated - first)).toBeLessThan(3.2 * Math.sqrt(0.25 / runs));
    },
  );

  it('areas that do equally well are told apart by no one: the first is not said to be surely first', () => {
    const world = { areas: 8, shares: [0.9, 0.9] } as const;
    const { stated } = repeatAreaWorld(world, 200, { runs: 25, seed: 5, resamples: 60 });
    expect(stated).toBeLessThan(0.4);
  });
});
