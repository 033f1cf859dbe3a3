import { describe, expect, it } from 'vitest';
import {
  CLUSTER_WORLDS,
  QUALITY_WORLDS,
  repeatClusterWorld,
  repeatQualityWorld,
} from '../scripts/qualityWorlds.js';

const worlds = (spread: number, name: string) =>
  QUALITY_WORLDS.filter((world) => world.spread === spread && world.name === name);

describe('what is said of places of which the truth is known', () => {
  // Three standard errors at 100 runs are 0.065 of a share of 0.05: the figures are measured with more runs.
  it.each([...worlds(0, '10 of 10 to 190'), ...worlds(0, '5 of 40')])(
    'places that are all the same are seldom said to differ: $name, $mood',
    (world) => {
      const found = repeatQualityWorld(world, { runs: 100, seed: 5 });
      expect(found.held).toBeGreaterThan(0.885);
      expect(found.differ).toBeLessThan(0.115);
      expect(found.alarms).toBeLessThan(0.01);
    },
  );

  it.each(worlds(1, '10 of 50'))('places that differ are found out: $name, $mood', (world) => {
    const found = repeatQualityWorld(world, { runs: 40, seed: 6 });
    expect(found.differ).toBeGreaterThan(0.8);
    expect(found.same).toBeLessThan(0.1);
  });

  it.each(CLUSTER_WORLDS.filter(({ name, spread }) => name === '10 of 30' && spread > 0))(
    'a score over places keeps its promise, and one that ignores them does not: spread $spread',
    (world) => {
      const { share, mean, plainShare, plainMean } = repeatClusterWorld(world, {
        runs: 60,
        seed: 8,
      });
      expect(Math.min(share, mean)).toBeGreaterThan(0.87);
      expect(Math.max(plainShare, plainMean)).toBeLessThan(0.9);
    },
  );
});
