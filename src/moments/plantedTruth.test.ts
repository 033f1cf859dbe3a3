import { beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '../model/observations.ts';
import { createRandom, type Random } from '../stats/random/createRandom.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import type { MomentVerdict } from './types.ts';
import { visitEvidence } from './visitEvidence.ts';
import { tallyVisits } from './visits/tallyVisits.ts';

/**
 * Worlds of 2,000 visits to a cycle of 12 moments. At moments 2, 5 and 9 an incident takes two steps of
 * five off the overall answer; at the nine others it takes nothing. Incidents come in 4 to 20 of 100
 * visits, moment by moment, and are rated 1 or 2; other ratings are 3 to 5 and mean nothing.
 */
const PLACES = Array.from({ length: 12 }, (_, place) => place);
const IDS = PLACES.map((place) => `moment ${place}`);
const PLANTED = ['moment 2', 'moment 5', 'moment 9'];
const WORLDS = 40;

const cycle = {
  id: 'world',
  name: 'World',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' as const })),
};

function incidentShares(random: Random): readonly number[] {
  return IDS.map((id) => (PLANTED.includes(id) ? 0.08 : 0.04) + 0.12 * random());
}

function visitIn(random: Random, shares: readonly number[], harm: number): Visit {
  const incidents = shares.map((share) => random() < share);
  const hits = IDS.filter((id, place) => incidents[place] && PLANTED.includes(id)).length;
  const mood = 5 - Math.floor(random() * 2.2) - (random() < 0.06 ? 2 : 0);
  const ratings = incidents.map((wrong) =>
    wrong ? 1 + Math.floor(random() * 2) : 3 + Math.floor(random() * 3),
  );
  return {
    moments: Object.fromEntries(IDS.map((id, place) => [id, { rating: ratings[place] }])),
    overall: Math.max(1, mood - harm * hits),
  };
}

function verdictsIn(
  seed: number,
  { harm = 2, visits = 2000, resamples = 0 } = {},
): readonly MomentVerdict[] {
  const random = createRandom(seed);
  const shares = incidentShares(random);
  const tally = tallyVisits(
    cycle,
    Array.from({ length: visits }, () => visitIn(random, shares, harm)),
  );
  return detectCriticalMoments(cycle, { evidence: visitEvidence(tally), resamples }).moments;
}

function at(level: MomentVerdict['level'], verdicts: readonly MomentVerdict[]): number {
  return verdicts.filter((verdict) => verdict.level === level).length;
}

function isPlanted({ moment }: MomentVerdict): boolean {
  return PLANTED.includes(moment);
}

describe('critical moments planted in 40 worlds of 2,000 visits', () => {
  const verdicts: MomentVerdict[] = [];
  beforeAll(() => {
    for (let seed = 1; seed <= WORLDS; seed += 1) verdicts.push(...verdictsIn(seed));
  });

  it('are found: at least 99 of 100', () => {
    const planted = verdicts.filter(isPlanted);
    expect(planted).toHaveLength(3 * WORLDS);
    expect(at('critical', planted)).toBeGreaterThanOrEqual(0.99 * planted.length);
  });

  it('come first, before all others', () => {
    for (let world = 0; world < WORLDS; world += 1) {
      const first = verdicts.slice(world * IDS.length, world * IDS.length + PLANTED.length);
      expect(first.map(({ moment }) => moment).toSorted()).toEqual(PLANTED);
    }
  });

  it('are not seen where there are none: at most 1 harmless moment in 100 is called critical', () => {
    const harmless = verdicts.filter((verdict) => !isPlanted(verdict));
    expect(harmless).toHaveLength(9 * WORLDS);
    expect(at('critical', harmless)).toBeLessThanOrEqual(0.01 * harmless.length);
    expect(at('watch', harmless)).toBeLessThanOrEqual(0.1 * harmless.length);
    expect(at('ordinary', harmless)).toBeGreaterThanOrEqual(0.7 * harmless.length);
  });
});

describe('worlds in which nothing matters', () => {
  it('have a critical moment no more often than the confidence level allows', () => {
    let withCritical = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      if (at('critical', verdictsIn(1000 + seed, { harm: 0, visits: 1000 })) > 0) withCritical += 1;
    }
    // Two rules, each wrong in about 2.5 of 100 worlds: 3 are expected, 8 would be one in a hundred.
    expect(withCritical).toBeLessThan(8);
  });
});

describe('worlds of few visits', () => {
  it('call no moment harmless that they could not have found critical', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const few = verdictsIn(2000 + seed, { visits: 60 });
      expect(few.filter(isPlanted).map(({ level }) => level)).not.toContain('ordinary');
    }
  });
});

describe('the stability of verdicts', () => {
  it('is high for planted moments', () => {
    for (const { stability } of verdictsIn(7, { resamples: 200 }).filter(isPlanted)) {
      expect(stability).toMatchObject({ resamples: 200, seed: 1, isUnstable: false });
    }
  });
});
