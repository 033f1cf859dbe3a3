import { describe, expect, it } from 'vitest';
import type { Visit } from '../../model/observations.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { incidentEffectOf } from '../incidents/incidentEffectOf.ts';
import type { EndedCounts } from '../visits/countTypes.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { redrawVisits } from './redrawVisits.ts';

const cycle = {
  id: 'c',
  name: 'C',
  moments: ['wait', 'pay'].map((id) => ({ id, name: id, contact: 'none' as const })),
  requirements: [
    {
      id: 'r',
      statement: 'Short',
      moments: ['wait'],
      source: { kind: 'expectation' as const },
      standards: [
        {
          id: 's',
          measure: 'Wait',
          unit: 'seconds',
          operator: '<=' as const,
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    },
  ],
};

const random = createRandom(11);
const visits = Array.from({ length: 1000 }, (): Visit => {
  const wait = random() < 0.2;
  const pay = random() < 0.1;
  const ended = random();
  return {
    moments: {
      wait: { waitSeconds: 100 * random(), ...(random() < 0.9 && { incident: wait }) },
      ...(random() < 0.7 && { pay: { incident: pay } }),
    },
    ...(ended < 0.9 && { overall: ended < (pay ? 0.5 : 0.1) ? 1 : 5 }),
  };
});
const tally = tallyVisits(cycle, visits);
const draw = redrawVisits(tally);

function sumOf(rows: readonly EndedCounts[]): EndedCounts {
  const sum = (end: keyof EndedCounts) => rows.reduce((total, row) => total + row[end], 0);
  return {
    dissatisfied: sum('dissatisfied'),
    satisfied: sum('satisfied'),
    unknown: sum('unknown'),
  };
}

describe('redrawVisits', () => {
  const draws = Array.from({ length: 500 }, () => draw(random));

  it('keeps the number of visits, and in every table no more of an end than there are', () => {
    for (const { outcome, moments, incidentsPerVisit } of draws.slice(0, 50)) {
      expect(outcome.dissatisfied + outcome.satisfied + outcome.unknown).toBe(1000);
      for (const { incidents, passed, notPassed, standards } of moments) {
        const rows = [...incidents.incident, ...incidents.noIncident, incidents.unknown];
        const inTable = sumOf(rows);
        expect(inTable.dissatisfied).toBeLessThanOrEqual(outcome.dissatisfied);
        expect(inTable.satisfied).toBeLessThanOrEqual(outcome.satisfied);
        expect(inTable.dissatisfied + inTable.satisfied + inTable.unknown).toBe(passed);
        expect(passed + notPassed).toBe(1000);
        for (const { within, beyond } of standards) {
          expect(sumOf([within, beyond]).satisfied).toBeLessThanOrEqual(outcome.satisfied);
        }
      }
      expect(sumOf(incidentsPerVisit).dissatisfied).toBeLessThanOrEqual(outcome.dissatisfied);
    }
  });

  it('gives figures that scatter around those counted as far as their intervals say', () => {
    const effectOf = (moment: number, from = tally): number => {
      const effect = incidentEffectOf(from.moments[moment] ?? tally.moments[0]!);
      return effect.kind === 'estimate' ? effect.riskDifference.value : NaN;
    };
    for (const moment of [0, 1]) {
      const values = draws.map((each) => effectOf(moment, each));
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      const spread = Math.sqrt(
        values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1),
      );
      const effect = incidentEffectOf(tally.moments[moment]!);
      if (effect.kind !== 'estimate') throw new Error('no effect');
      const { low, high } = effect.riskDifference.interval;
      expect(Math.abs(mean - effect.riskDifference.value)).toBeLessThan(spread / 5);
      expect(spread / ((high - low) / 2 / 1.96)).toBeGreaterThan(0.85);
      expect(spread / ((high - low) / 2 / 1.96)).toBeLessThan(1.15);
    }
  });

  it('draws the waits too, and leaves the tally as it is', () => {
    const before = JSON.stringify(tally);
    const beyond = new Set(
      draws.map(({ moments }) => sumOf([moments[0]!.standards[0]!.beyond]).satisfied),
    );
    expect(beyond.size).toBeGreaterThan(20);
    draw(random);
    expect(JSON.stringify(tally)).toBe(before);
  });

  it('gives nothing where there are no visits', () => {
    const none = tallyVisits(cycle, []);
    expect(redrawVisits(none)(random)).toEqual(none);
  });
});
