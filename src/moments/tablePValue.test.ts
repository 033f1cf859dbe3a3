import { describe, expect, it } from 'vitest';
import { createRandom } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import { pooledShareTest } from '../stats/tests/pooledShareTest.ts';
import { tablePValue } from './tablePValue.ts';

type Cells = readonly [a: number, b: number, c: number, d: number];

function table(...[a, b, c, d]: Cells) {
  return {
    incident: { dissatisfied: a, satisfied: b },
    noIncident: { dissatisfied: c, satisfied: d },
  };
}

describe('tablePValue', () => {
  it('is 34/70 for the lady who tells 3 of 4 cups of tea', () => {
    expect(tablePValue(table(3, 1, 1, 3))).toBeCloseTo(34 / 70, 14);
  });

  it.each([
    // computed by summing all tables that are at most as likely, in whole numbers
    [10, 20, 30, 400, 6.76224864611328e-5],
    [0, 25, 40, 435, 0.247854332250802],
    [4, 21, 36, 439, 0.13003038175204557],
    [1, 9, 11, 3, 0.0027594561852200836],
    [5, 5, 5, 5, 1],
  ] as const)('adds up all tables that are no likelier: %i %i %i %i', (a, b, c, d, expected) => {
    expect(tablePValue(table(a, b, c, d))).toBeCloseTo(expected, 12);
  });

  it('is 0 where the chance is too small for a number, and never below', () => {
    expect(tablePValue(table(900, 0, 0, 900))).toBe(0);
  });

  it('goes over into the usual test where there are many on every side', () => {
    const [a, b, c, d] = [1200, 1800, 2100, 3900];
    const { pValue } = pooledShareTest({ successes: a, n: a + b }, { successes: c, n: c + d });
    expect(tablePValue(table(a, b, c, d))).toBe(pValue);
    const just = table(990, 1510, 1510, 2290);
    const usual = pooledShareTest({ successes: 990, n: 2500 }, { successes: 1510, n: 3800 });
    expect(Math.abs(tablePValue(just) - usual.pValue)).toBeLessThan(0.03);
  });

  it('errs no more often than it says where incidents are few, as the usual test does', () => {
    const random = createRandom(5);
    let exact = 0;
    let usual = 0;
    for (let draw = 0; draw < 20_000; draw += 1) {
      const incidents = 1 + drawBinomial(random, 498, 0.05);
      const a = drawBinomial(random, incidents, 0.08);
      const c = drawBinomial(random, 500 - incidents, 0.08);
      if (a + c === 0) continue;
      const cells = table(a, incidents - a, c, 500 - incidents - c);
      const test = pooledShareTest(
        { successes: a, n: incidents },
        { successes: c, n: 500 - incidents },
      );
      if (test.statistic > 0 && tablePValue(cells) <= 1 / 300) exact += 1;
      if (test.statistic > 0 && test.pValue <= 1 / 300) usual += 1;
    }
    // One side of 1/300 is 33 of 20,000.
    expect(exact).toBeLessThanOrEqual(33);
    expect(usual).toBeGreaterThan(66);
  });
});
