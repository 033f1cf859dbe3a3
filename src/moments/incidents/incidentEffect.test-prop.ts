import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT, REFERENCE, SIMULATION } from '../../../test/support/tolerances.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import { incidentEffect } from './incidentEffect.ts';
import type { IncidentEffect, IncidentOutcomes } from './incidentTypes.ts';

const outcomes = (most: number): fc.Arbitrary<IncidentOutcomes> => {
  const side = fc.record({ dissatisfied: fc.nat(most), satisfied: fc.nat(most) });
  return fc.record({ incident: side, noIncident: side });
};

function estimated(counts: IncidentOutcomes): IncidentEffect {
  const effect = incidentEffect(counts);
  fc.pre(effect.kind === 'estimate');
  return effect;
}

describe('incidentEffect', () => {
  it('never gives a number that is not finite, nor limits that leave the value out', () => {
    fc.assert(
      fc.property(outcomes(10), fc.nat(30), (counts, elsewhere) => {
        const table = [counts.incident, counts.noIncident];
        const dissatisfied = table.reduce((sum, side) => sum + side.dissatisfied, 0);
        const effect = incidentEffect(counts, { allDissatisfied: dissatisfied + elsewhere });
        if (effect.kind !== 'estimate') {
          const rows = table.map((side) => side.dissatisfied + side.satisfied);
          const columns = [dissatisfied, rows[0]! + rows[1]! - dissatisfied];
          expect([...rows, ...columns]).toContain(0);
          return;
        }
        const { riskDifference, riskRatio, oddsRatio, attributableFraction } = effect;
        const figures = [riskDifference, riskRatio, oddsRatio, attributableFraction];
        for (const { value, interval } of [...figures, effect.shareOfAllDissatisfied!]) {
          expect(Number.isFinite(value)).toBe(true);
          if (interval === undefined) continue;
          expect(interval.low).toBeLessThanOrEqual(value + EXACT);
          expect(interval.high).toBeGreaterThanOrEqual(value - EXACT);
          expect(Number.isFinite(interval.high - interval.low)).toBe(true);
        }
      }),
    );
  });

  it('gives the attributable fraction of Levin and of Miettinen', () => {
    fc.assert(
      fc.property(outcomes(1000), (counts) => {
        const effect = estimated(counts);
        const { riskRatio, incidentShare, attributableFraction } = effect;
        fc.pre(!riskRatio.continuityCorrected);
        const excess = incidentShare.value * (riskRatio.value - 1);
        const { dissatisfied } = counts.incident;
        const miettinen =
          (dissatisfied / (dissatisfied + counts.noIncident.dissatisfied)) *
          (1 - 1 / riskRatio.value);
        const scale = Math.max(1, Math.abs(miettinen));
        expect(Math.abs(attributableFraction.value - excess / (1 + excess))).toBeLessThan(
          REFERENCE * scale,
        );
        expect(Math.abs(attributableFraction.value - miettinen)).toBeLessThan(REFERENCE * scale);
      }),
    );
  });

  it("gives Walter's limits when every dissatisfied visit passed the moment", () => {
    fc.assert(
      fc.property(outcomes(1000), (counts) => {
        const { attributableFraction, n } = estimated(counts);
        const { value, interval } = attributableFraction;
        fc.pre(interval !== undefined);
        const { incident, noIncident } = counts;
        const variance =
          (incident.satisfied + value * (incident.dissatisfied + noIncident.satisfied)) /
          (n * noIncident.dissatisfied);
        const half = (Math.log(1 - interval.low) - Math.log(1 - interval.high)) / 2;
        expect(half).toBeCloseTo(1.959963984540054 * Math.sqrt(variance), 8);
      }),
    );
  });

  it('turns its sign when incidents and their absence are exchanged', () => {
    fc.assert(
      fc.property(outcomes(1000), ({ incident, noIncident }) => {
        const one = estimated({ incident, noIncident });
        const other = estimated({ incident: noIncident, noIncident: incident });
        expect(other.riskDifference.value).toBeCloseTo(-one.riskDifference.value, 12);
        expect(Math.log(other.oddsRatio.value)).toBeCloseTo(-Math.log(one.oddsRatio.value), 9);
        expect(Math.log(other.riskRatio.value)).toBeCloseTo(-Math.log(one.riskRatio.value), 9);
      }),
    );
  });

  it('credits a moment with the same number of visits, whatever they are a share of', () => {
    fc.assert(
      fc.property(outcomes(1000), fc.nat(1000), (counts, elsewhere) => {
        const effect = estimated(counts);
        const { value, dissatisfied } = effect.attributableFraction;
        const all = dissatisfied + elsewhere;
        const wider = incidentEffect(counts, { allDissatisfied: all });
        const share = wider.kind === 'estimate' ? wider.shareOfAllDissatisfied!.value : NaN;
        expect(Math.abs(share * all - value * dissatisfied)).toBeLessThan(REFERENCE * all);
      }),
    );
  });

  it('does not change with how visits are split into strata, but for the adjusted odds ratio', () => {
    fc.assert(
      fc.property(fc.array(outcomes(50), { minLength: 1, maxLength: 4 }), (strata) => {
        const split = incidentEffect(strata);
        const whole = incidentEffect(split.counts);
        expect({ ...split, adjustedOddsRatio: 0 }).toEqual({ ...whole, adjustedOddsRatio: 0 });
      }),
    );
  });

  it('holds the true share of all dissatisfied visits in 95 of 100 samples', () => {
    // By how the visit ended, with and without an incident and elsewhere: 1,000 visits, 4,000 times.
    const chances = [60, 140, 40, 560, 50, 150];
    const truth = (60 - 200 * (40 / 600)) / 150;
    const random = createRandom(7);
    let holding = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = drawMultinomial(random, 1000, chances);
      const effect = incidentEffect(
        {
          incident: { dissatisfied: a, satisfied: b },
          noIncident: { dissatisfied: c, satisfied: d },
        },
        { allDissatisfied: a + c + e },
      );
      const share = effect.kind === 'estimate' ? effect.shareOfAllDissatisfied : undefined;
      if (share?.interval && share.interval.low <= truth && truth <= share.interval.high)
        holding += 1;
    }
    expect(Math.abs(holding / 4000 - 0.95)).toBeLessThan(SIMULATION);
  });
});
