import { describe, expect, it } from 'vitest';
import type { IncidentCost } from './costTypes.ts';
import { incidentCost } from './incidentCost.ts';
import { incidentEffect } from './incidentEffect.ts';

const effect = incidentEffect({
  incident: { dissatisfied: 60, satisfied: 140 },
  noIncident: { dissatisfied: 40, satisfied: 760 },
});

function costOf(...[options]: [Parameters<typeof incidentCost>[1]?]): IncidentCost {
  const found = incidentCost(effect, options);
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found;
}

describe('incidentCost', () => {
  it('counts the customers in a thousand who end dissatisfied with incidents', () => {
    // 200 incidents among 1,000 visits, of which 50 more end dissatisfied than would without.
    const { dissatisfiedPerThousand, incidentShare, n } = costOf();
    expect(dissatisfiedPerThousand.value).toBeCloseTo(50, 10);
    expect(incidentShare).toBe(0.2);
    expect(n).toBe(1000);
  });

  it('combines the limits of the incident share and of the difference', () => {
    // By hand, in Python, from the Wilson limits of 200 of 1,000 and Newcombe's of the difference.
    const { interval } = costOf({ usage: 0.8 }).dissatisfiedPerThousand;
    expect(interval.low).toBeCloseTo(29.049044855, 8);
    expect(interval.high).toBeCloseTo(52.060073879, 8);
  });

  it('takes a share that was logged as exact, so that only the difference is uncertain', () => {
    const { dissatisfiedPerThousand } = costOf({ usage: 1, incidentShare: 0.1 });
    expect(dissatisfiedPerThousand.value).toBeCloseTo(25, 10);
    expect(dissatisfiedPerThousand.interval.low).toBeCloseTo(18.8254003057, 8);
  });

  it('lists what it takes for granted', () => {
    expect(costOf()).toMatchObject({ basis: 'assumed', usage: 1, assumptions: ['usage'] });
    expect(costOf({ usage: 0.5 })).toMatchObject({ basis: 'measured', assumptions: [] });
    expect(costOf({ usage: 0.5, customerValue: 9 }).assumptions).toEqual([
      'churn-calibration',
      'customer-value',
    ]);
    expect(costOf({ customerValue: 9, churnCalibration: 0.4 }).assumptions).toEqual([
      'usage',
      'customer-value',
    ]);
  });

  it('puts money on it only when it is told what a customer is worth, and marks it assumed', () => {
    expect(costOf({ usage: 1, visits: 100, churnCalibration: 0.5 }).valueAtRisk).toBeUndefined();
    const { valueAtRisk } = costOf({
      usage: 1,
      visits: 20_000,
      customerValue: 300,
      churnCalibration: 0.5,
    });
    expect(valueAtRisk?.basis).toBe('assumed');
    expect(valueAtRisk?.perThousand.value).toBeCloseTo(7500, 8);
    expect(valueAtRisk?.inVisits?.value).toBeCloseTo(150_000, 6);
  });

  it('keeps its limits in order when incidents go with less dissatisfaction', () => {
    const found = incidentCost(
      incidentEffect({
        incident: { dissatisfied: 5, satisfied: 95 },
        noIncident: { dissatisfied: 20, satisfied: 80 },
      }),
    );
    expect(found.kind).toBe('estimate');
    if (found.kind !== 'estimate') return;
    const { value, interval } = found.dissatisfiedPerThousand;
    expect(value).toBeCloseTo(-75, 10);
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
    expect(interval.high).toBeLessThan(0);
  });

  it('has no cost where there is no effect to tell, for the same reason', () => {
    const none = incidentEffect({
      incident: { dissatisfied: 0, satisfied: 0 },
      noIncident: { dissatisfied: 3, satisfied: 5 },
    });
    expect(incidentCost(none)).toMatchObject({ kind: 'not-estimable', reason: 'no-incidents' });
  });

  it.each([
    [{ usage: 1.2 }, 'usage is 1.2; expected a number from 0 to 1'],
    [{ incidentShare: NaN }, 'incidentShare is NaN; expected a number from 0 to 1'],
    [{ churnCalibration: -1 }, 'churnCalibration is -1; expected a number from 0 to 1'],
    [{ visits: -1 }, 'visits is -1; expected a number from 0 to 1e+150'],
    [{ customerValue: Infinity }, 'customerValue is Infinity; expected a number from 0 to 1e+150'],
  ])('refuses %j', (options, message) => {
    expect(() => incidentCost(effect, options)).toThrow(message);
  });

  it.each([Infinity, Number.NaN, '0.95', undefined])(
    'refuses a confidence level of %o',
    (level) => {
      const effect = incidentEffect({
        incident: { dissatisfied: 60, satisfied: 140 },
        noIncident: { dissatisfied: 40, satisfied: 760 },
      });
      if (effect.kind !== 'estimate') throw new Error('expected an estimate');
      const { riskDifference } = effect;
      const interval = { ...riskDifference.interval, level: level as number };
      expect(() =>
        incidentCost({ ...effect, riskDifference: { ...riskDifference, interval } }),
      ).toThrow(/level/);
    },
  );
});
