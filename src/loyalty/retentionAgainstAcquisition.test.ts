import { describe, expect, it } from 'vitest';
import type { RetentionCase } from './acquisitionTypes.ts';
import { retentionAgainstAcquisition } from './retentionAgainstAcquisition.ts';

const usual: RetentionCase = {
  customers: 2000,
  before: { kept: 400, n: 500 },
  after: { kept: 425, n: 500 },
  programmeCost: 30_000,
  acquisition: { spent: 90_000, won: 300 },
  yearlyMargin: 120,
  discountRate: 0.1,
};

const found = (changed: Partial<RetentionCase> = {}) =>
  retentionAgainstAcquisition({ ...usual, ...changed });

describe('retentionAgainstAcquisition', () => {
  it('gives the worked case to the figures of R 4.2.2', () => {
    const { gain, costPerKept, costPerWon, ratio, lifetimeValue, worthOfKept, breakEvenGain } =
      found();
    expect(gain.value).toBeCloseTo(0.05, 12);
    expect([gain.interval.low.toFixed(4), gain.interval.high.toFixed(4)]).toEqual([
      '0.0028',
      '0.0970',
    ]);
    if (costPerKept.kind !== 'estimate' || costPerKept.high === 'endless') throw new Error();
    expect(costPerKept.value).toBeCloseTo(300, 9);
    expect([costPerKept.low.toFixed(2), costPerKept.high.toFixed(2)]).toEqual([
      '154.63',
      '5272.40',
    ]);
    expect(costPerWon).toMatchObject({ value: 300 });
    expect(ratio?.value).toBeCloseTo(1, 12);
    expect(lifetimeValue.before).toMatchObject({ value: 320 });
    expect(lifetimeValue.after.kind === 'estimate' && lifetimeValue.after.value).toBeCloseTo(
      408,
      9,
    );
    expect(worthOfKept).toMatchObject({ value: 440 });
    expect(breakEvenGain?.toFixed(4)).toBe('0.0341');
  });

  it('says neither is cheaper where the interval of the gain holds both', () => {
    expect(found()).toMatchObject({ cheaper: 'not-proven', pays: 'not-proven' });
    const { returnOfKeeping, returnOfWinning } = found();
    expect(returnOfKeeping?.value).toBeCloseTo(returnOfWinning ?? 0, 12);
  });

  it('says that keeping is cheaper, and pays, where the least gain shows it', () => {
    expect(found({ after: { kept: 475, n: 500 } })).toMatchObject({
      cheaper: 'keeping',
      pays: 'yes',
    });
  });

  it('says that winning is cheaper where not even the most gain would do', () => {
    expect(found({ programmeCost: 90_000 })).toMatchObject({ cheaper: 'winning', pays: 'no' });
  });

  it('sets no upper bound to the cost of keeping one where the gain is not proven', () => {
    const { costPerKept, ratio } = found({ after: { kept: 410, n: 500 } });
    expect(costPerKept).toMatchObject({ kind: 'estimate', high: 'endless' });
    expect(ratio?.low).toBe(0);
  });

  it('has no cost of keeping one where none was kept, and no ratio', () => {
    for (const kept of [400, 380]) {
      const { costPerKept, ratio } = found({ after: { kept, n: 500 } });
      expect(costPerKept).toEqual({ kind: 'not-estimable', reason: 'no-gain', n: 1000 });
      expect(ratio).toBeUndefined();
    }
  });

  it('has no cost of winning one where none was won; any gain that is proven is cheaper then', () => {
    const none = found({ acquisition: { spent: 90_000, won: 0 } });
    expect(none.costPerWon).toEqual({ kind: 'not-estimable', reason: 'nobody-won', n: 0 });
    expect(none).toMatchObject({ cheaper: 'keeping', returnOfWinning: 0 });
    expect(none.ratio).toBeUndefined();
  });

  it('tells no worth where all customers stay, or margins outgrow everything', () => {
    const all = found({ before: { kept: 500, n: 500 } });
    expect(all.worthOfKept).toEqual({ kind: 'not-estimable', reason: 'endless' });
    expect([all.returnOfKeeping, all.breakEvenGain, all.pays]).toEqual([
      undefined,
      undefined,
      'not-proven',
    ]);
    const grown = found({ marginGrowth: 0.5 });
    expect(grown.lifetimeValue.before).toEqual({ kind: 'not-estimable', reason: 'diverges' });
    expect(grown.returnOfWinning).toBeUndefined();
  });

  it('takes the retention of those who were won where it is told', () => {
    const told = found({ acquisition: { spent: 90_000, won: 300, yearlyRetention: 0.5 } });
    // 120 · 1.1 / 0.6 = 220, of each 300 spent.
    expect(told.returnOfWinning).toBeCloseTo(220 / 300, 12);
    expect(told.cautions).toEqual(['not-randomised']);
    expect(found({ assignment: 'randomised' }).cautions).toEqual(['won-stay-as-others']);
  });

  it('draws no conclusion from cohorts of one', () => {
    const one = found({ before: { kept: 0, n: 1 }, after: { kept: 1, n: 1 } });
    expect(one.gain.value).toBe(1);
    expect(one).toMatchObject({ cheaper: 'not-proven', pays: 'not-proven' });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ customers: 0 }, 'customers is 0; expected a number from 1 to 1000000000000'],
    [{ before: { kept: 0, n: 0 } }, 'before.n is 0; expected a whole number, 1 or more'],
    [{ after: { kept: 501, n: 500 } }, 'after.kept is 501; expected a whole number from 0 to 500'],
    [{ programmeCost: 0 }, 'programmeCost is 0'],
    [{ yearlyMargin: -1 }, 'yearlyMargin is -1'],
    [{ discountRate: 'low' }, 'discountRate is "low"'],
    [{ acquisition: null }, 'acquisition is null; expected an object'],
    [{ acquisition: { spent: 0, won: 1 } }, 'acquisition.spent is 0'],
    [{ acquisition: { spent: 1, won: -1 } }, 'acquisition.won is -1'],
    [
      { acquisition: { spent: 1, won: 1, yearlyRetention: 80 } },
      'acquisition.yearlyRetention is 80; expected a number from 0 to 1',
    ],
    [{ assignment: 'random' }, 'assignment is "random"'],
  ])('refuses %o', (changed, message) => {
    expect(() => found(changed)).toThrow(message);
  });
});
