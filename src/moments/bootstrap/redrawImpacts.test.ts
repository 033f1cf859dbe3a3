import { describe, expect, it } from 'vitest';
import type { Visit } from '../../model/observations.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { impactAsymmetry } from '../impact/impactAsymmetry.ts';
import type { MomentImpact } from '../impact/impactTypes.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { redrawImpacts } from './redrawImpacts.ts';

const IDS = ['a', 'b', 'c'];
const cycle = {
  id: 'c',
  name: 'C',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' as const })),
};
const random = createRandom(3);
const visits = Array.from({ length: 800 }, (): Visit => {
  const ratings = IDS.map(() => 1 + Math.floor(5 * random()));
  const overall = Math.round(5 + ((ratings[0] ?? 3) < 3 ? -1 : 0) + drawNormal(random));
  return {
    moments: {
      ...Object.fromEntries(IDS.map((id, place) => [id, { rating: ratings[place] }])),
      c: { rating: 3 },
    },
    overall: Math.min(10, Math.max(0, overall)),
  };
});
const { joint } = tallyVisits(cycle, visits, { overallScale: { min: 0, max: 10 } });
const found = impactAsymmetry(joint);

function estimates(moments: typeof found.moments): readonly MomentImpact[] {
  return moments.filter((each) => each.kind === 'estimate');
}

describe('redrawImpacts', () => {
  const draw = redrawImpacts(joint, found, 100);
  const draws = Array.from({ length: 1000 }, () => estimates(draw(random).moments));

  it('scatters both coefficients and their sum as the regression says', () => {
    for (const [place, impact] of estimates(found.moments).entries()) {
      const { penalty, reward, asymmetryTest } = impact;
      const sum = reward.coefficient + penalty.coefficient;
      const figures = [
        [penalty.coefficient, penalty.standardError, ({ penalty: p }) => p.coefficient],
        [reward.coefficient, reward.standardError, ({ reward: r }) => r.coefficient],
        [
          sum,
          sum / (asymmetryTest?.statistic ?? NaN),
          ({ penalty: p, reward: r }) => p.coefficient + r.coefficient,
        ],
      ] satisfies [number, number, (impact: MomentImpact) => number][];
      for (const [value, standardError, read] of figures) {
        const drawn = draws.map((each) => read(each[place] ?? impact));
        const mean = drawn.reduce((total, each) => total + each, 0) / drawn.length;
        const spread = Math.sqrt(
          drawn.reduce((total, each) => total + (each - mean) ** 2, 0) / (drawn.length - 1),
        );
        expect(Math.abs(mean - value)).toBeLessThan(standardError / 8);
        expect(spread / standardError).toBeGreaterThan(0.9);
        expect(spread / standardError).toBeLessThan(1.1);
      }
    }
  });

  it('leaves an effect without error as it is', () => {
    const alone = { ...cycle, moments: cycle.moments.slice(0, 1) };
    const exact = visits.map((visit, place) => ({ ...visit, overall: [2, 5, 6][place % 3] ?? 0 }));
    const rated = exact.map((visit, place) => ({
      ...visit,
      moments: { a: { rating: 2 + (place % 3) } },
    }));
    const sums = tallyVisits(alone, rated, { overallScale: { min: 0, max: 10 } }).joint;
    const impacts = impactAsymmetry(sums);
    const [was] = estimates(impacts.moments);
    const [drawn] = estimates(redrawImpacts(sums, impacts, 100)(random).moments);
    expect(drawn?.penalty.coefficient).toBeCloseTo(-3, 9);
    expect(drawn?.penalty.coefficient).toBe(was?.penalty.coefficient);
    expect(drawn?.reward.coefficient).toBe(was?.reward.coefficient);
  });

  it('leaves a moment that cannot be estimated as it is', () => {
    expect(draw(random).moments[2]).toEqual(found.moments[2]);
    expect(found.moments[2]).toMatchObject({ kind: 'not-estimable', reason: 'too-few' });
  });
});
