import { describe, expect, it } from 'vitest';
import { kaplanMeier } from './kaplanMeier.ts';

/**
 * Weeks in remission of 21 patients on 6-mercaptopurine; 12 of them were in remission when last seen.
 * Freireich et al. (1963), Blood 21, 699-716. The printed figures are recalled: the formula gives every digit.
 */
const relapsed = { values: [6, 7, 10, 13, 16, 22, 23], counts: [3, 1, 1, 1, 1, 1, 1] };
const lastSeen = {
  values: [6, 9, 10, 11, 17, 19, 20, 25, 32, 34, 35],
  counts: [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1],
};

describe('kaplanMeier', () => {
  it('gives the remissions of Freireich et al. (1963) as the textbooks print them', () => {
    const steps = kaplanMeier(relapsed, lastSeen).filter(({ events }) => events > 0);
    const rounded = steps.map(({ time, atRisk, survival, standardError, interval }) => [
      time,
      atRisk,
      ...[survival, standardError, interval?.low ?? 0, interval?.high ?? 0].map((figure) =>
        Number(figure.toFixed(4)),
      ),
    ]);
    expect(rounded).toEqual([
      [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
    ]);
  });

  it('takes who leaves just when others end for one who was still there', () => {
    const [step] = kaplanMeier({ values: [5], counts: [1] }, { values: [5], counts: [3] });
    expect(step).toMatchObject({ atRisk: 4, events: 1, censored: 3, survival: 0.75 });
  });

  it('has no interval where nothing ended yet or all did: nothing tells how sure that is', () => {
    const steps = kaplanMeier({ values: [2, 3], counts: [1, 2] }, { values: [1], counts: [1] });
    expect(steps.map(({ survival, interval }) => [survival, interval === undefined])).toEqual([
      [1, true],
      [2 / 3, false],
      [0, true],
    ]);
    expect(steps.map(({ standardError }) => standardError > 0)).toEqual([false, true, false]);
  });

  it('has no step where there is nobody', () => {
    const none = { values: [], counts: [] };
    expect(kaplanMeier(none, none)).toEqual([]);
    expect(kaplanMeier({ values: [4], counts: [0] }, none)).toEqual([]);
  });

  it('is surer the narrower its interval is', () => {
    const width = (level: number): number => {
      const { low = 0, high = 0 } = kaplanMeier(relapsed, lastSeen, { level })[2]?.interval ?? {};
      return high - low;
    };
    expect(width(0.8)).toBeLessThan(width(0.95));
    expect(width(0.95)).toBeLessThan(width(0.99));
  });

  it.each([
    [{ values: [2, 1], counts: [1, 1] }, 'values of ended[1] is 1; expected a number above 2'],
    [{ values: [2, 2], counts: [1, 1] }, 'values of ended[1] is 2; expected a number above 2'],
    [{ values: [NaN], counts: [1] }, 'values of ended[0] is NaN; expected a finite number'],
    [{ values: [1], counts: [0.5] }, 'counts of ended[0] is 0.5; expected a whole number'],
    [{ values: [1, 2], counts: [1] }, 'expected one count for each value'],
    [{ values: 'text', counts: [1] }, 'values of ended is "text"; expected a list'],
    [null, 'ended is null; expected an object'],
  ])('refuses %o as durations', (odd, message) => {
    const none = { values: [], counts: [] };
    expect(() => kaplanMeier(odd as never, none)).toThrow(message);
    const asOther = message.replace('of ended', 'of notEnded').replace(/^ended/, 'notEnded');
    expect(() => kaplanMeier(none, odd as never)).toThrow(asOther);
  });
});
