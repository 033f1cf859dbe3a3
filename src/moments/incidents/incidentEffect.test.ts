import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { incidentEffect } from './incidentEffect.ts';
import type { IncidentEffect, IncidentOutcomes } from './incidentTypes.ts';

function table(a: number, b: number, c: number, d: number): IncidentOutcomes {
  return {
    incident: { dissatisfied: a, satisfied: b },
    noIncident: { dissatisfied: c, satisfied: d },
  };
}

function effectOf(...[counts, options]: Parameters<typeof incidentEffect>): IncidentEffect {
  const found = incidentEffect(counts, options);
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found;
}

describe('incidentEffect', () => {
  it('gives the shares behind the difference, and how many visits they rest on', () => {
    const found = effectOf(table(60, 140, 40, 760));
    expect(found.dissatisfiedWithIncident).toMatchObject({ value: 0.3, n: 200, unit: 'share' });
    expect(found.dissatisfiedWithoutIncident).toMatchObject({ value: 0.05, n: 800 });
    expect(found.incidentShare).toMatchObject({ value: 0.2, n: 1000 });
    expect(found.riskDifference).toMatchObject({ value: 0.25, n: 1000, unit: 'net-share' });
    expect(found.n).toBe(1000);
  });

  it('gives the share of all dissatisfied visits, when more of them never passed the moment', () => {
    // The limits: the delta method with derivatives taken numerically, in Python.
    const { attributableFraction, shareOfAllDissatisfied } = effectOf(table(60, 140, 40, 760), {
      allDissatisfied: 150,
    });
    expect(attributableFraction.value).toBeCloseTo(0.5, 12);
    expect(attributableFraction.dissatisfied).toBe(100);
    expect(shareOfAllDissatisfied?.value).toBeCloseTo(1 / 3, 12);
    expect(shareOfAllDissatisfied?.interval?.low).toBeCloseTo(0.243183215569, 7);
    expect(shareOfAllDissatisfied?.interval?.high).toBeCloseTo(0.412744995107, 7);
    expect(shareOfAllDissatisfied?.dissatisfied).toBe(150);
  });

  it('gives every interval at the level asked for', () => {
    const stratum = {
      incident: { dissatisfied: 60, satisfied: 140 },
      noIncident: { dissatisfied: 40, satisfied: 760 },
    };
    const found = incidentEffect([stratum], { level: 0.8 });
    const shares = found.kind === 'estimate' ? found : undefined;
    expect(shares?.incidentShare).toMatchObject({
      interval: wilsonInterval(200, 1000, { level: 0.8 }),
    });
    expect(shares?.riskDifference.interval.level).toBe(0.8);
    const adjusted = shares?.adjustedOddsRatio;
    expect(adjusted?.kind === 'estimate' && adjusted.interval.level).toBe(0.8);
  });

  it('says nothing of all dissatisfied visits unless it is told how many there are', () => {
    expect('shareOfAllDissatisfied' in effectOf(table(60, 140, 40, 760))).toBe(false);
  });

  it('adds a half to each count for the ratios when one is 0, and says so', () => {
    const { riskRatio, oddsRatio, riskDifference } = effectOf(table(5, 15, 0, 80));
    expect(oddsRatio.continuityCorrected).toBe(true);
    expect(oddsRatio.value).toBeCloseTo((5.5 * 80.5) / (15.5 * 0.5), 10);
    expect(riskRatio.continuityCorrected).toBe(true);
    expect(riskRatio.value).toBeCloseTo(5.5 / 21 / (0.5 / 81), 10);
    expect(riskDifference.value).toBe(0.25);
    expect(effectOf(table(5, 15, 1, 80)).oddsRatio.continuityCorrected).toBe(false);
  });

  it('puts all dissatisfaction down to incidents when there is none without, and gives no interval', () => {
    const { attributableFraction } = effectOf(table(5, 15, 0, 80));
    expect(attributableFraction).toEqual({ value: 1, dissatisfied: 5 });
  });

  it('gives an attributable fraction below 0 when incidents go with less dissatisfaction', () => {
    const { attributableFraction, riskDifference } = effectOf(table(5, 95, 20, 80));
    expect(riskDifference.value).toBeCloseTo(-0.15, 12);
    expect(attributableFraction.value).toBeCloseTo((0.125 - 0.2) / 0.125, 12);
  });

  it.each([
    [[0, 0, 0, 0], 'no-data'],
    [[0, 0, 3, 9], 'no-incidents'],
    [[3, 9, 0, 0], 'only-incidents'],
    [[1, 0, 0, 0], 'only-incidents'],
    [[0, 4, 0, 9], 'nobody-dissatisfied'],
    [[4, 0, 9, 0], 'everybody-dissatisfied'],
  ] as const)('names why %j has no effect: %s', ([a, b, c, d], reason) => {
    const n = a + b + c + d;
    const counts = table(a, b, c, d);
    expect(incidentEffect(counts)).toEqual({ kind: 'not-estimable', reason, n, counts });
  });

  it('adjusts the odds ratio for strata, in each of which incidents make no difference', () => {
    // Each stratum has an odds ratio of 1; together they have one above 5.
    const found = effectOf([table(1, 9, 10, 90), table(80, 20, 8, 2)]);
    expect(found.counts).toEqual(table(81, 29, 18, 92));
    expect(found.oddsRatio.value).toBeGreaterThan(5);
    expect(found.adjustedOddsRatio?.kind).toBe('estimate');
    expect(
      found.adjustedOddsRatio?.kind === 'estimate' && found.adjustedOddsRatio.value,
    ).toBeCloseTo(1, 12);
  });

  it('says why there is no adjusted odds ratio when no stratum can be compared', () => {
    expect(effectOf([table(3, 1, 0, 0), table(0, 0, 2, 9)]).adjustedOddsRatio).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-telling-stratum',
    });
  });

  it('takes no strata for no visits', () => {
    expect(incidentEffect([])).toMatchObject({ kind: 'not-estimable', reason: 'no-data' });
  });

  it('refuses counts below 0, a level of 95 and fewer dissatisfied visits than in the table', () => {
    const invalid = expect.objectContaining({ code: 'invalid-argument' });
    expect(() => incidentEffect(table(-1, 2, 3, 4))).toThrow(invalid);
    expect(() => incidentEffect([table(NaN, 2, 3, 4)])).toThrow(invalid);
    expect(() => incidentEffect(table(1, 2, 3, 4), { level: 95 })).toThrow(invalid);
    expect(() => incidentEffect(table(1, 2, 3, 4), { allDissatisfied: 3 })).toThrow(
      'allDissatisfied is 3; expected a finite number, 4 or more',
    );
  });
});
