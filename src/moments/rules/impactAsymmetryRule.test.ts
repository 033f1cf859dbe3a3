import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalReason } from '../reasonTypes.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { type ImpactAsymmetryThresholds, impactAsymmetryRule } from './impactAsymmetryRule.ts';

const IDS = ['spoils', 'delights', 'slightly spoils', 'nothing', 'nothing either'];

/** What a low and a high rating of each moment add to the overall answer. */
const EFFECTS = [
  [-2, 0.25],
  [0, 2],
  [-0.5, 0],
  [0, 0],
  [0, 0],
] as const;

const cycle: Cycle = {
  id: 'c',
  name: 'C',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' })),
};

function visitsOf(
  count: number,
  seed: number,
  effects: readonly (readonly [number, number])[] = EFFECTS,
): Visit[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const ratings = IDS.map(() => 1 + Math.floor(5 * random()));
    const sum = ratings.reduce((total, rating, place) => {
      const [low, high] = effects[place] ?? [0, 0];
      return total + (rating < 3 ? low : rating > 3 ? high : 0);
    }, 5);
    const overall = Math.round(sum + drawNormal(random));
    return {
      moments: Object.fromEntries(IDS.map((id, place) => [id, { rating: ratings[place] }])),
      overall: Math.min(10, Math.max(0, overall)),
    };
  });
}

function reasonsOf(
  visits: readonly Visit[],
  rule: CriticalMomentRule = impactAsymmetryRule,
): Readonly<Record<string, readonly CriticalReason[]>> {
  const tally = tallyVisits(cycle, visits, { overallScale: { min: 0, max: 10 } });
  const { moments } = detectCriticalMoments(cycle, {
    evidence: visitEvidence(tally),
    rules: [rule],
    resamples: 0,
  });
  return Object.fromEntries(moments.map(({ moment, reasons }) => [moment, reasons]));
}

describe('impactAsymmetryRule', () => {
  const found = reasonsOf(visitsOf(2000, 4));

  it('is critical where a low rating costs more than a high one gains, and the range is large', () => {
    const [reason] = found['spoils'] ?? [];
    expect(reason).toMatchObject({
      code: 'impact-asymmetry',
      level: 'critical',
      basis: 'measured',
      n: 2000,
      asymmetry: { impactClass: 'dissatisfier', extreme: 'frustrator' },
      test: { tests: 5, adjustment: 'holm' },
    });
    if (reason?.code !== 'impact-asymmetry') throw new Error('no reason');
    expect(reason.penalty.coefficient).toBeCloseTo(-2, 0);
    expect(reason.range).toBeGreaterThan(reason.medianRange);
  });

  it('counts only where high ratings do not go with lower answers too: that is no asymmetry', () => {
    const effects = [[-2, -0.5], ...EFFECTS.slice(1)] as const;
    expect(reasonsOf(visitsOf(2000, 4, effects))['spoils']).toMatchObject([
      { code: 'evidence-gap', of: 'impact-asymmetry', because: 'wrong-sign', n: 2000 },
    ]);
  });

  it('is to be watched where a low rating costs less than a tenth of the scale', () => {
    const effects = [[-0.9, 0.1], ...EFFECTS.slice(1)] as const;
    const reasonAt = (thresholds: ImpactAsymmetryThresholds) =>
      reasonsOf(visitsOf(2000, 4, effects), (moment, context) =>
        impactAsymmetryRule(moment, context, thresholds),
      )['spoils'];
    expect(reasonAt({})).toMatchObject([{ level: 'watch', gravePenalty: 1 }]);
    expect(reasonAt({ gravity: 0.05 })).toMatchObject([{ level: 'critical', gravePenalty: 0.5 }]);
  });

  it('holds back from fewer than 500 visits, since ratings share a mood with the whole', () => {
    const effects = [[-4, 0.5]] as const;
    expect(reasonsOf(visitsOf(499, 4, effects))['spoils']).toMatchObject([
      { level: 'watch', minimumCommonSource: 500, heldBack: 'common-source' },
    ]);
    const [reason] = reasonsOf(visitsOf(500, 4, effects))['spoils'] ?? [];
    expect(reason).toMatchObject({ level: 'critical' });
    expect(reason).not.toHaveProperty('heldBack');
  });

  it.each([{ gravity: 10 }, { gravity: NaN }, { minimumCommonSource: 0 }])(
    'refuses %o',
    (thresholds) => {
      const rule: CriticalMomentRule = (moment, context) =>
        impactAsymmetryRule(moment, context, thresholds);
      expect(() => reasonsOf(visitsOf(10, 4), rule)).toThrow(ServiceCycleError);
    },
  );

  it('is silent about a moment that delights: that says nothing about what goes wrong there', () => {
    expect(found['delights']).toEqual([]);
  });

  it('is to be watched where the range is not above the median of the moments', () => {
    const [reason] = reasonsOf(visitsOf(2000, 4))['slightly spoils'] ?? [];
    if (reason?.code !== 'impact-asymmetry') throw new Error('no reason');
    expect(reason.range).toBe(reason.medianRange);
    expect(reason.level).toBe('watch');
  });

  it('is silent about moments that make no difference, and names what cannot be estimated', () => {
    for (const id of ['nothing', 'nothing either']) {
      for (const reason of found[id] ?? []) expect(reason.level).toBe('not-assessed');
    }
  });

  it('names moments whose ratings cannot be told apart, and those that were rated too rarely', () => {
    const visits = visitsOf(2000, 4).map(({ moments, overall }, place) => ({
      moments: {
        ...moments,
        nothing: moments['spoils'] ?? null,
        'nothing either': { rating: place < 5 ? 1 : 3 },
      },
      overall,
    }));
    const reasons = reasonsOf(visits);
    expect(reasons['spoils']).toMatchObject([{ level: 'critical' }]);
    expect(reasons['nothing']).toMatchObject([
      { code: 'evidence-gap', because: 'collinear', duplicates: ['spoils'] },
    ]);
    expect(reasons['nothing either']).toMatchObject([
      { code: 'evidence-gap', of: 'impact-asymmetry', because: 'too-few', n: 2000 },
    ]);
  });

  it('says nothing where nobody was asked for a rating', () => {
    const visits = visitsOf(100, 4).map(({ overall }) => ({
      moments: { spoils: { incident: false } },
      overall,
    }));
    expect(reasonsOf(visits)['spoils']).toEqual([]);
  });

  it('calls moments critical by the interval alone where it is told so', () => {
    const rule: CriticalMomentRule = (moment, context) =>
      impactAsymmetryRule(moment, context, { adjustment: 'none' });
    const [reason] = reasonsOf(visitsOf(2000, 4), rule)['spoils'] ?? [];
    expect(reason).toMatchObject({ level: 'critical', test: { adjustment: 'none' } });
  });
});
