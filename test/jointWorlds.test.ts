import { describe, expect, it } from 'vitest';
import { PLEASANT_WORLDS, repeatWorld, WORLDS } from '../scripts/worlds.js';

/** `npm run worlds` reviews each world 400 times at six sizes; here it is seen that nothing has changed. */
const RUNS = 25;

/** Where 5 in 100 reviews were false, this share or more of 25 would be in one case of 140. */
const MOST_FALSE = 5 / RUNS;

const worlds = WORLDS.map((world) => [world.name, world] as const);

describe('reviews of worlds of which the truth is known', () => {
  it.each(worlds)('call nothing critical that harms nobody: %s', (_, world) => {
    for (const visits of [100, 500]) {
      const { falseReviews } = repeatWorld(world, visits, { runs: RUNS, seed: 2 });
      expect([visits, falseReviews < MOST_FALSE]).toEqual([visits, true]);
    }
  });

  it.each(worlds.filter(([, { from }]) => from !== 'log'))(
    'do not take a mood for harm, however many visits there are: %s',
    (_, world) => {
      const { falseReviews } = repeatWorld(world, 5000, { runs: 5, seed: 3 });
      // Where 5 in 100 reviews were false, two or more of 5 would be in one case of 44.
      expect(falseReviews).toBeLessThanOrEqual(1 / 5);
    },
  );

  const harmful = worlds.filter(([, world]) => world.harmful !== undefined);

  it.each(harmful)('find what harms, at the latest in 5,000 visits: %s', (_, world) => {
    const { found } = repeatWorld(world, 5000, { runs: 5, seed: 4 });
    expect(found).toBeGreaterThanOrEqual(0.95);
  });

  it.each(harmful.filter(([name]) => name.startsWith('two harm')))(
    'find two harmful moments: most in 300 logged visits or 500 rated ones, all in 1,000: %s',
    (_, world) => {
      const few = repeatWorld(world, world.from === 'log' ? 300 : 500, { runs: RUNS, seed: 5 });
      expect(few.found).toBeGreaterThanOrEqual(0.8);
      const many = repeatWorld(world, 1000, { runs: RUNS, seed: 6 });
      expect(many.found).toBeGreaterThanOrEqual(0.98);
    },
  );

  const pleasant = PLEASANT_WORLDS.map((world) => [world.name, world] as const);

  it.each(pleasant)('call no moment a strength that pleases nobody: %s', (_, world) => {
    for (const visits of [100, 300]) {
      const { falselyPraised } = repeatWorld(world, visits, { runs: RUNS, seed: 7 });
      expect([visits, falselyPraised < MOST_FALSE]).toEqual([visits, true]);
    }
  });

  it.each(pleasant.filter(([name]) => name.startsWith('two delight')))(
    'find what delights in 5,000 visits: %s',
    (_, world) => {
      const { foundStrengths } = repeatWorld(world, 5000, { runs: 3, seed: 8 });
      expect(foundStrengths).toBeGreaterThanOrEqual(0.95);
    },
  );
});
