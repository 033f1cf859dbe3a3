import { describe, expect, it } from 'vitest';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { incidentEffectOf } from '../incidents/incidentEffectOf.ts';
import { mergeVisitTallies } from '../visits/mergeVisitTallies.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { jointEffect } from './jointEffect.ts';
import type { JointEffect } from './jointTypes.ts';

const IDS = ['a', 'b', 'c'];
const cycle = {
  id: 'c',
  name: 'C',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' as const })),
};

/** A row per visit: whether there was an incident at a, at b and at c, and whether it ended dissatisfied. */
type Row = readonly [a: number, b: number, c: number, dissatisfied: number];

function visitsOf(rows: readonly Row[]): Visit[] {
  return rows.map(([a, b, c, dissatisfied]) => ({
    moments: { a: { incident: a === 1 }, b: { incident: b === 1 }, c: { incident: c === 1 } },
    overall: dissatisfied === 1 ? 1 : 5,
  }));
}

/** Bad days: incidents come together, and those at b turn four visits of ten. */
function badDays(count: number, seed: number): Row[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const share = random() < 0.2 ? 0.5 : 0.06;
    const [a, b, c] = [random() < share, random() < share, random() < share];
    return [+a, +b, +c, +(random() < (b ? 0.5 : 0.1))] as const;
  });
}

function estimated(rows: readonly Row[]): readonly JointEffect[] {
  return jointEffect(tallyVisits(cycle, visitsOf(rows))).moments.flatMap((effect) =>
    effect.kind === 'estimate' ? [effect] : [],
  );
}

/** Least squares of the rows themselves, by the normal equations and Gauss-Jordan elimination. */
function leastSquaresOf(rows: readonly Row[]) {
  const x = rows.map(([a, b, c]) => [1, a, b, c]);
  const cross = (i: number, j: number) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
  const table = [0, 1, 2, 3].map((i) => [
    ...[0, 1, 2, 3].map((j) => cross(i, j)),
    ...[0, 1, 2, 3].map((j) => Number(i === j)),
  ]);
  for (let pivot = 0; pivot < 4; pivot += 1) {
    const own = table[pivot]!;
    const scale = own[pivot]!;
    table[pivot] = own.map((each) => each / scale);
    for (let row = 0; row < 4; row += 1) {
      if (row === pivot) continue;
      const by = table[row]![pivot]!;
      table[row] = table[row]!.map((each, at) => each - by * table[pivot]![at]!);
    }
  }
  const inverse = table.map((row) => row.slice(4));
  const right = [0, 1, 2, 3].map((i) =>
    x.reduce((sum, row, at) => sum + row[i]! * rows[at]![3], 0),
  );
  return {
    coefficients: inverse.map((row) => row.reduce((sum, each, i) => sum + each * right[i]!, 0)),
    inverse,
  };
}

describe('jointEffect', () => {
  const rows = badDays(600, 3);

  it('is least squares of the visits themselves, with all moments at once', () => {
    const { coefficients, inverse } = leastSquaresOf(rows);
    const n = rows.length;
    const dissatisfied = rows.reduce((sum, row) => sum + row[3], 0);
    for (const [place, effect] of estimated(rows).entries()) {
      const own = rows.filter((row) => row[place] === 1);
      const x = own.reduce((sum, row) => sum + row[3], 0);
      const inflation = inverse[place + 1]![place + 1]! * (own.length - own.length ** 2 / n);
      const spread = (count: number, of: number) => {
        const p = (count + 1) / (of + 2);
        return (p * (1 - p)) / (of + 2);
      };
      expect(effect.value).toBeCloseTo(coefficients[place + 1]!, 10);
      expect(effect.varianceInflation).toBeCloseTo(inflation, 9);
      expect(effect.standardError ** 2).toBeCloseTo(
        inflation * (spread(x, own.length) + spread(dissatisfied - x, n - own.length)),
        10,
      );
      expect(effect.incidents).toBe(own.length);
      expect(effect.burden.value).toBeCloseTo((1000 * effect.value * own.length) / n, 9);
      expect(effect.shareOfDissatisfied).toBeCloseTo(
        (effect.value * own.length) / dissatisfied,
        12,
      );
    }
  });

  it('parts a harmful moment from those that only come with it', () => {
    const [a, b, c] = estimated(badDays(20_000, 5));
    expect(b?.value).toBeCloseTo(0.4, 1);
    for (const harmless of [a, c]) expect(Math.abs(harmless?.value ?? 1)).toBeLessThan(0.03);
  });

  it('is the risk difference where there is one moment', () => {
    const one = { ...cycle, moments: cycle.moments.slice(0, 1) };
    const visits = rows.map(([a, , , dissatisfied]) => ({
      moments: { a: { incident: a === 1 } },
      overall: dissatisfied === 1 ? 1 : 5,
    }));
    const tally = tallyVisits(one, visits);
    const alone = incidentEffectOf(tally.moments[0]!);
    const [effect] = jointEffect(tally).moments;
    if (alone.kind !== 'estimate' || effect?.kind !== 'estimate') throw new Error('no effect');
    expect(effect.value).toBeCloseTo(alone.riskDifference.value, 12);
    expect(effect.varianceInflation).toBeCloseTo(1, 12);
  });

  it('holds the truth as often as it says', () => {
    let held = 0;
    const runs = 400;
    for (let seed = 1; seed <= runs; seed += 1) {
      const interval = estimated(badDays(300, 100 + seed))[1]?.interval;
      if (interval && interval.low <= 0.4 && interval.high >= 0.4) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.99);
  });

  it('gives the covariance of the effects, with their variances on the diagonal', () => {
    const { moments, covariance } = jointEffect(tallyVisits(cycle, visitsOf(rows)));
    expect(covariance).toHaveLength(3);
    for (const [place, effect] of moments.entries()) {
      if (effect.kind !== 'estimate') throw new Error('no effect');
      expect(covariance[place]?.[place]).toBeCloseTo(effect.standardError ** 2, 15);
    }
    // Incidents that come together take harm from each other.
    expect(covariance[0]?.[1]).toBeLessThan(0);
    expect(covariance[0]?.[1]).toBeCloseTo(covariance[1]?.[0] ?? NaN, 15);
  });

  it('is the same from parts that were merged, to the last bit', () => {
    const visits = visitsOf(rows);
    const parts = mergeVisitTallies(
      tallyVisits(cycle, visits.slice(200).toReversed()),
      tallyVisits(cycle, visits.slice(0, 200)),
    );
    expect(jointEffect(parts)).toEqual(jointEffect(tallyVisits(cycle, visits)));
  });

  it('leaves out visits that do not tell how they ended', () => {
    const visits = visitsOf(rows);
    const silent = visits.slice(0, 300).map(({ moments }) => ({ moments }));
    const withSilent = jointEffect(tallyVisits(cycle, [...visits, ...silent]));
    expect(withSilent).toEqual(jointEffect(tallyVisits(cycle, visits)));
  });

  it('leaves out by name a moment with four incidents, or with four visits without one', () => {
    const few = rows.map(([a, b, , d], at) => [a, b, +(at < 4), d] as const);
    const nearlyAll = rows.map(([a, b, , d], at) => [a, b, +(at >= 4), d] as const);
    for (const [given, incidents] of [
      [few, 4],
      [nearlyAll, 596],
    ] as const) {
      const { moments } = jointEffect(tallyVisits(cycle, visitsOf(given)));
      expect(moments.map(({ kind }) => kind)).toEqual(['estimate', 'estimate', 'not-estimable']);
      expect(moments[2]).toMatchObject({ moment: 'c', reason: 'too-few', incidents, n: 600 });
    }
  });

  it('names the moments that incidents follow from, which stand for them', () => {
    // No visit has incidents at both a and b, and c goes wrong where either does.
    const either = rows.map(([a, b, , d]) => [a, a === 1 ? 0 : b, Math.max(a, b), d] as const);
    expect(jointEffect(tallyVisits(cycle, visitsOf(either))).moments).toMatchObject([
      { kind: 'estimate', standsFor: ['c'] },
      { kind: 'estimate', standsFor: ['c'] },
      { kind: 'not-estimable', reason: 'collinear', duplicates: ['a', 'b'] },
    ]);
  });

  it.each([
    ['no-data', []],
    ['nobody-dissatisfied', rows.map(([a, b, c]) => [a, b, c, 0] as const)],
    ['everybody-dissatisfied', rows.map(([a, b, c]) => [a, b, c, 1] as const)],
  ] as const)('cannot be estimated: %s', (reason, given) => {
    const { moments, covariance } = jointEffect(tallyVisits(cycle, visitsOf(given)));
    expect(moments).toMatchObject(IDS.map((moment) => ({ moment, kind: 'not-estimable', reason })));
    expect(covariance).toEqual([]);
  });

  it('cannot be estimated from no more visits than moments', () => {
    const ids = Array.from({ length: 10 }, (_, place) => `m${place}`);
    const wide = {
      id: 'w',
      name: 'W',
      moments: ids.map((id) => ({ id, name: id, contact: 'none' as const })),
    };
    // At each moment another five of the ten have an incident.
    const random = createRandom(8);
    const drawn = ids.map(() =>
      visitsOf(rows.slice(0, 10))
        .map((_, at) => ({ at, by: random() }))
        .toSorted((one, other) => one.by - other.by)
        .slice(0, 5)
        .map(({ at }) => at),
    );
    const visits = Array.from({ length: 10 }, (_, at) => ({
      moments: Object.fromEntries(
        ids.map((id, place) => [id, { incident: drawn[place]?.includes(at) ?? false }]),
      ),
      overall: at % 2 === 0 ? 1 : 5,
    }));
    const { moments } = jointEffect(tallyVisits(wide, visits));
    for (const effect of moments) {
      expect(effect).toMatchObject({ kind: 'not-estimable', reason: 'too-few-visits' });
    }
  });

  it('refuses a level in percent', () => {
    expect(() => jointEffect(tallyVisits(cycle, []), { level: 95 })).toThrow(ServiceCycleError);
  });
});
