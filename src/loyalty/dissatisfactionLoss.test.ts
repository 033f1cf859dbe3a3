import { describe, expect, it } from 'vitest';
import { incidentCost } from '../moments/incidents/incidentCost.ts';
import { incidentEffect } from '../moments/incidents/incidentEffect.ts';
import { expectedBenefit } from '../plans/expectedBenefit.ts';
import { newcombeDifference } from '../stats/intervals/newcombeDifference.ts';
import { customersInMoney } from './customersInMoney.ts';
import { type DissatisfactionCase, dissatisfactionLoss } from './dissatisfactionLoss.ts';

const usual: DissatisfactionCase = {
  satisfied: { kept: 400, n: 500 },
  dissatisfied: { kept: 55, n: 100 },
  yearlyMargin: 120,
  discountRate: 0.1,
};

function lossOf(changed: Partial<DissatisfactionCase> = {}) {
  const found = dissatisfactionLoss({ ...usual, ...changed });
  if (found.kind !== 'estimate') throw new Error(found.reason);
  return found;
}

describe('dissatisfactionLoss', () => {
  it('is the customers lost more, each at what one is worth who is kept now', () => {
    const { perCustomer, lostMore, worthOfKept } = lossOf();
    const { interval } = newcombeDifference({ successes: 400, n: 500 }, { successes: 55, n: 100 });
    expect(lostMore.interval).toEqual(interval);
    expect(worthOfKept.value).toBeCloseTo(440, 9);
    expect(perCustomer.value).toBeCloseTo(110, 9);
    expect(perCustomer.low).toBeCloseTo(440 * interval.low, 9);
    expect(perCustomer.high).toBeCloseTo(440 * interval.high, 9);
  });

  it('costs nothing by the cautious figure where it is not proven that they leave more often', () => {
    const { perCustomer } = lossOf({ dissatisfied: { kept: 7, n: 10 } });
    expect(perCustomer.low).toBe(0);
    expect(perCustomer.value).toBeCloseTo(44, 9);
  });

  it('is none where the dissatisfied stay as readily', () => {
    for (const kept of [80, 90]) {
      expect(dissatisfactionLoss({ ...usual, dissatisfied: { kept, n: 100 } })).toEqual({
        kind: 'not-estimable',
        reason: 'no-loss',
        n: 600,
      });
    }
  });

  it('is none either where what a customer is worth has no end', () => {
    expect(dissatisfactionLoss({ ...usual, satisfied: { kept: 9, n: 9 } })).toEqual({
      kind: 'not-estimable',
      reason: 'endless',
    });
    expect(dissatisfactionLoss({ ...usual, marginGrowth: 1 })).toMatchObject({
      reason: 'diverges',
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ satisfied: { kept: 1, n: 0 } }, 'satisfied.n is 0'],
    [{ dissatisfied: undefined }, 'dissatisfied is nothing; expected an object'],
    [{ yearlyMargin: 0 }, 'yearlyMargin is 0; expected a number from 1e-15 to 1000000000000000'],
    [{ discountRate: Number.NaN }, 'discountRate is NaN'],
  ])('refuses %o', (changed, message) => {
    expect(() => dissatisfactionLoss({ ...usual, ...changed })).toThrow(message);
  });
});

describe('customersInMoney', () => {
  const { perCustomer } = lossOf();

  it('turns the benefit of plans into money, by the same end of both ranges', () => {
    const plan = {
      id: 'second-desk',
      effects: [
        {
          moment: 'queue',
          incidentReduction: { low: 0.25, base: 0.5, high: 0.75 },
          basis: 'assumed',
        },
      ],
    } as const;
    const benefit = expectedBenefit(plan, [
      {
        moment: 'queue',
        visits: 1000,
        incidentShare: { value: 0.2, basis: 'measured' },
        harm: { value: 0.5, basis: 'judged' },
      },
    ]);
    const found = customersInMoney(benefit, perCustomer, { cost: 4000 });
    if (found.kind !== 'estimate') throw new Error(found.reason);
    expect(found.value).toBeCloseTo(50 * 110, 9);
    expect(found.low).toBeCloseTo(25 * perCustomer.low, 9);
    expect(found.high).toBeCloseTo(75 * perCustomer.high, 9);
    expect(found.net?.pays).toBe('not-proven');
    expect(found.net?.value).toBeCloseTo(1500, 9);
  });

  it('says whether the cost comes back by the cautious amount, or not even by the upper end', () => {
    const customers = { value: 10, interval: { low: 5, high: 15 } };
    const paysAt = (cost: number) => {
      const found = customersInMoney(customers, 100, { cost });
      return found.kind === 'estimate' && found.net?.pays;
    };
    expect([paysAt(400), paysAt(1000), paysAt(1600)]).toEqual(['yes', 'not-proven', 'no']);
  });

  it('gives what incidents put at risk as incidentCost does, with what is known of the worth besides', () => {
    const effect = incidentEffect({
      incident: { dissatisfied: 60, satisfied: 140 },
      noIncident: { dissatisfied: 40, satisfied: 760 },
    });
    const cost = incidentCost(effect, { visits: 12_000, customerValue: 110 });
    if (cost.kind !== 'estimate') throw new Error(cost.reason);
    const found = customersInMoney(cost.dissatisfiedPerThousand, 110, { times: 12 });
    if (found.kind !== 'estimate') throw new Error(found.reason);
    expect(found.value).toBeCloseTo(cost.valueAtRisk?.inVisits?.value ?? 0, 6);
    const wider = customersInMoney(cost.dissatisfiedPerThousand, perCustomer, { times: 12 });
    if (wider.kind !== 'estimate') throw new Error(wider.reason);
    expect(wider.value).toBeCloseTo(found.value, 6);
    expect(wider.low).toBeLessThan(found.low);
    expect(wider.high).toBeGreaterThan(found.high);
  });

  it('takes a share of all visits', () => {
    const share = { value: 0.04, interval: { low: 0.03, high: 0.05 } };
    expect(customersInMoney(share, 100, { times: 1000 })).toMatchObject({ value: 4000, low: 3000 });
  });

  it('counts a figure below 0 as no customer at all', () => {
    const fewer = { value: -3, interval: { low: -8, high: 2 } };
    expect(customersInMoney(fewer, 100)).toMatchObject({ value: 0, low: 0, high: 200 });
  });

  it('hands on that nothing is known', () => {
    const unknown = expectedBenefit(
      {
        id: 'p',
        effects: [
          { moment: 'm', incidentReduction: { low: 0, base: 1, high: 1 }, basis: 'judged' },
        ],
      },
      [],
    );
    expect(customersInMoney(unknown, 100)).toEqual({
      kind: 'not-estimable',
      reason: 'no-known-stake',
      unknownMoments: ['m'],
    });
  });

  it.each<[unknown, unknown, unknown, string]>([
    [null, 1, {}, 'customers is null; expected an object'],
    [{ value: 1 }, 1, {}, 'customers.interval is nothing; expected an object'],
    [{ value: 1, interval: { low: 2, high: 3 } }, 1, {}, 'the lower end of customers is 2'],
    [{ value: 1, interval: { low: 0, high: 0.5 } }, 1, {}, 'the upper end of customers is 0.5'],
    [{ value: NaN, interval: { low: 0, high: 1 } }, 1, {}, 'customers is NaN'],
    [{ value: 1, interval: { low: 0, high: 1 } }, -1, {}, 'worth is -1'],
    [
      { value: 1, interval: { low: 0, high: 1 } },
      { value: 1, low: 2, high: 3 },
      {},
      'worth.low is 2',
    ],
    [
      { value: 1, interval: { low: 0, high: 1 } },
      { value: 4, low: 2, high: 3 },
      {},
      'worth.high is 3',
    ],
    [{ value: 1, interval: { low: 0, high: 1 } }, 1, { times: -1 }, 'times is -1'],
    [{ value: 1, interval: { low: 0, high: 1 } }, 1, { cost: 'x' }, 'cost is "x"'],
    [{ value: 1, interval: { low: 0, high: 1 } }, 1, { time: 1 }, 'a key of options is "time"'],
  ])('refuses %o, worth %o, with %o', (customers, worth, options, message) => {
    expect(() => customersInMoney(customers as never, worth as never, options as never)).toThrow(
      message,
    );
  });
});
