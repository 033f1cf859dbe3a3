import { describe, expect, it } from 'vitest';
import { answers, cycleOf, sketchedScores } from '../../test/support/areaSketch.ts';
import { createRandom, type Random } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import type { AreaFacts } from './areaFacts.ts';
import { judgeArea } from './judgeArea.ts';
import { prioritizeAreas } from './prioritizeAreas.ts';
import type { AreaPriorities } from './types.ts';

/** Areas of which so many are favourable, each with one question. */
function prioritized(
  favourable: readonly number[],
  n: number,
  options: Parameters<typeof prioritizeAreas>[2],
): AreaPriorities {
  const sketches = favourable.map((count, place) => ({
    id: `a${String(place)}`,
    asked: { [`q${String(place)}`]: answers(count, n - count) },
  }));
  return prioritizeAreas(cycleOf(sketches), { scores: sketchedScores(sketches) }, options);
}

/** Areas as a survey of so many finds them, whose true shares these are. */
function surveyed(
  random: Random,
  truth: readonly number[],
  n: number,
  options: Parameters<typeof prioritizeAreas>[2],
): AreaPriorities {
  return prioritized(
    truth.map((share) => drawBinomial(random, n, share)),
    n,
    options,
  );
}

/** By area, the share of surveys that call it weak. */
function calledWeak(truth: readonly number[], n: number, runs: number): readonly number[] {
  const random = createRandom(1);
  const weak = truth.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    for (const { area, reasons } of surveyed(random, truth, n, { resamples: 0 }).areas) {
      const place = Number(area.slice(1));
      const isWeak = reasons.some(({ code }) => code === 'weak' || code === 'important-and-weak');
      if (isWeak) weak[place] = (weak[place] ?? 0) + 1 / runs;
    }
  }
  return weak;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('weak means proven weak, in 300 simulated surveys each', () => {
  const RUNS = 300;
  const alike = [0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95];
  const oneAt = (share: number) => [share, 0.92, 0.92, 0.92, 0.92, 0.92, 0.92, 0.92];

  it.each([
    [100, 0.03],
    [1_000, 0.01],
  ])(
    'of eight areas that do equally well, by %i answers each, at most %f are called weak',
    (n, most) => {
      expect(mean(calledWeak(alike, n, RUNS))).toBeLessThanOrEqual(most);
    },
  );

  it.each([
    [0.75, 100, 0.98],
    [0.75, 1_000, 1],
    [0.85, 100, 0.55],
    [0.85, 1_000, 0.93],
  ])(
    'one at %f among areas at 0.92 is found by %i answers in at least %f of surveys',
    (share, n, least) => {
      const [found, ...others] = calledWeak(oneAt(share), n, RUNS);
      expect(found).toBeGreaterThan(least - 1e-9);
      expect(mean(others)).toBeLessThan(0.03);
    },
  );
});

/** The chance of each number of `n` that succeed with the chance `p`, where it is not negligible. */
function chances(n: number, p: number): readonly (readonly [count: number, chance: number])[] {
  let logChance = n * Math.log1p(-p);
  const found: (readonly [number, number])[] = [];
  for (let count = 0; count <= n; count += 1) {
    if (logChance > -20) found.push([count, Math.exp(logChance)]);
    logChance += Math.log(((n - count) / (count + 1)) * (p / (1 - p)));
  }
  return found;
}

/** The chance that the first of eight areas is called weak, over all possible surveys of so many. */
function chanceOfWeak(own: number, others: number, n: number): number {
  const thresholds = { floor: 0.5, relevantFall: 0.05, relevantGap: 0.05, minimumAnswers: 30 };
  let weak = 0;
  for (const [favourable, chance] of chances(7 * n, others)) {
    for (const [count, ownChance] of chances(n, own)) {
      const facts: AreaFacts = {
        performance: { value: count / n, n, answers: n },
        questions: [],
        failures: [],
        moments: [],
        chart: 'nothing',
      };
      const pool = { favourable: favourable + count, n: 8 * n };
      const lines = { thresholds, level: 0.95, z: 1.959963984540054, pool, moments: new Map() };
      if (judgeArea(facts, lines).weak === 'proven') weak += chance * ownChance;
    }
  }
  return weak;
}

describe('weak means proven weak, over all possible surveys', () => {
  it.each([
    ['one that does as well as seven others, 0.95', 0.95, 0.95, 100, 0, 0.03],
    ['the same by ten times the answers', 0.95, 0.95, 1_000, 0, 0.01],
    ['one at 0.75 among 0.92', 0.75, 0.92, 100, 0.99, 1],
    ['one at 0.85 among 0.92', 0.85, 0.92, 100, 0.6, 0.62],
    ['the same by ten times the answers', 0.85, 0.92, 1_000, 0.95, 1],
  ])('is the chance as promised to call weak %s', (_, own, others, n, least, most) => {
    const chance = chanceOfWeak(own, others, n);
    expect(chance).toBeGreaterThanOrEqual(least);
    expect(chance).toBeLessThanOrEqual(most);
  });
});
