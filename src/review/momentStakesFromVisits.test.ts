import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../test/support/areaSketch.ts';
import type { Cycle } from '../model/cycle.ts';
import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import type { Visit } from '../model/observations.ts';
import { jointEffect } from '../moments/jointEffect/jointEffect.ts';
import type { VisitTallyOptions } from '../moments/visits/definitionTypes.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import { expectedBenefit } from '../plans/expectedBenefit.ts';
import { momentStakes } from './momentStakes.ts';
import type { MomentStakes, StakeOptions } from './stakes/stakeTypes.ts';

const five = { min: 1, max: 5 } as const;

/** A bank with the moments "pay" and "leave", and what it asks about "app". */
function bank(more: Readonly<Record<string, Partial<MomentOfTruth>>> = {}): Cycle {
  return {
    id: 'bank',
    name: 'Bank',
    moments: ['pay', 'leave', 'app'].map((id) => ({ id, name: id, contact: 'none', ...more[id] })),
    survey: {
      id: 's',
      title: 'S',
      questions: [
        { id: 'app', text: 'A', asks: 'satisfaction', about: { moment: 'app' }, scale: five },
      ],
    },
  };
}

/**
 * So many visits: every fifth goes wrong at the till, and half of those are lost; leaving harms nobody, and
 * one in ten is lost whatever happens.
 */
function visits(n: number, overall?: (visit: number) => number): Visit[] {
  const ends = (i: number): number => {
    const round = Math.floor(i / 20);
    return (i % 5 === 0 && round % 2 === 0) || round % 10 === 3 ? 1 : 5;
  };
  return Array.from({ length: n }, (_, i) => ({
    moments: { pay: { incident: i % 5 === 0 }, leave: { incident: i % 4 === 0 } },
    overall: (overall ?? ends)(i),
  }));
}

interface Told {
  readonly cycle?: Cycle;
  readonly counting?: VisitTallyOptions;
  readonly stakes?: StakeOptions;
  readonly app?: readonly number[];
}

function stakesOf(seen: readonly Visit[], told: Told = {}): MomentStakes {
  const { cycle = bank(), counting = {}, stakes = {}, app = [0, 0, 0, 0, 0] } = told;
  const tally = tallyVisits(cycle, seen, counting);
  return momentStakes(cycle, scoresOf(cycle, { app }), { tally, ...stakes });
}

const at = ({ moments }: MomentStakes, id: string) => moments.find(({ moment }) => moment === id);
const codes = ({ findings }: MomentStakes) => findings.map(({ code, moment }) => [code, moment]);

describe('momentStakes of visits', () => {
  it('measures harm as the joint effect, shrunk by its noise', () => {
    const seen = visits(1000);
    const stakes = stakesOf(seen);
    const [pay] = jointEffect(tallyVisits(bank(), seen)).moments;
    if (pay?.kind !== 'estimate') throw new Error(pay?.reason);
    expect(at(stakes, 'leave')?.harm.value).toBe(0);
    expect(at(stakes, 'pay')?.harm.value).toBeCloseTo(
      pay.value - pay.standardError ** 2 / pay.value,
      12,
    );
    expect(at(stakes, 'pay')?.harm).toMatchObject({
      low: pay.interval.low,
      high: pay.interval.high,
      basis: 'measured',
    });
    expect(stakes).toMatchObject({ visits: 1000, dissatisfied: 200, unknownMoments: ['app'] });
  });

  it('plans for as many visits as are asked for, and the dissatisfied among them', () => {
    const stakes = stakesOf(visits(1000), { stakes: { visits: 50 } });
    expect(stakes).toMatchObject({ visits: 50, dissatisfied: 10 });
    expect(at(stakes, 'pay')?.visits).toBe(50);
  });

  it('has nothing to be sure of where the effect is not proved to reach the gravity', () => {
    const few = stakesOf(visits(60));
    expect(at(few, 'pay')?.harm).toMatchObject({ low: expect.any(Number), basis: 'measured' });
    const grave = stakesOf(visits(1000), { stakes: { gravity: 0.49 } });
    expect(at(grave, 'pay')?.harm.low).toBe(0);
    expect(at(stakesOf(visits(1000)), 'pay')?.harm.low).toBeGreaterThan(0.3);
  });

  it('is sure of nothing where incidents and outcome come from one source', () => {
    const asked = stakesOf(visits(1000), { counting: { reportsFrom: 'questionnaire' } });
    expect(at(asked, 'pay')?.harm).toMatchObject({ low: 0, basis: 'common-source' });
    expect(at(asked, 'pay')?.harm.value).toBeGreaterThan(0.4);
    const rated = visits(1000).map((visit, i) => ({
      ...visit,
      moments: { pay: { rating: i % 5 === 0 ? 1 : 5 } },
    }));
    const benefit = expectedBenefit(
      {
        id: 'cure',
        effects: [
          { moment: 'pay', incidentReduction: { low: 1, base: 1, high: 1 }, basis: 'measured' },
        ],
      },
      stakesOf(rated),
    );
    expect(benefit).toMatchObject({ low: 0, basis: 'common-source' });
  });

  it('takes the usage from the visits where the cycle states none', () => {
    const half = visits(1000).map((visit, i) =>
      i % 2 === 0 ? visit : { ...visit, moments: { pay: visit.moments['pay'] ?? {} } },
    );
    const stakes = stakesOf(half);
    expect(at(stakes, 'leave')).toMatchObject({ visits: 500 });
    expect(codes(stakes)).toEqual([]);
  });

  it('names a stated usage that the visits contradict, and not one they leave possible', () => {
    const half = visits(1000).map((visit, i) =>
      i % 2 === 0 ? visit : { ...visit, moments: { pay: visit.moments['pay'] ?? {} } },
    );
    const wrong = stakesOf(half, { cycle: bank({ leave: { usage: 0.9 }, pay: { usage: 1 } }) });
    expect(at(wrong, 'leave')).toMatchObject({ visits: 900 });
    expect(wrong.findings).toMatchObject([
      {
        code: 'usage-contradicted',
        moment: 'leave',
        stated: 0.9,
        counted: { value: 0.5 },
        message: '"leave" is passed in 50 % of the visits, and the cycle says 90 %',
      },
    ]);
    expect(codes(stakesOf(half, { cycle: bank({ leave: { usage: 0.52 } }) }))).toEqual([]);
  });

  it('finds no usage contradicted by visits in which nobody was asked about the moment', () => {
    const stakes = stakesOf(visits(1000), { cycle: bank({ app: { usage: 0.7 } }) });
    expect(codes(stakes)).toEqual([]);
  });

  it('lets no assumed harm outbid the measured: it is their mean', () => {
    const stakes = stakesOf(visits(1000), { app: [20, 0, 0, 0, 20] });
    const harms = stakes.moments.map(({ harm }) => harm);
    const [pay, leave, app] = harms;
    expect(app).toMatchObject({ basis: 'assumed', low: 0 });
    expect(app?.value).toBeCloseTo(((pay?.value ?? 0) + (leave?.value ?? 0)) / 2, 12);
    expect(stakes.assumedHarm).toEqual({ from: 'measured', value: app?.value, high: app?.high });
  });

  it('assumes by the median severity where nothing was measured', () => {
    const judged = (severity: number) => ({
      judgements: [{ by: 'A', severity, occurrence: 5, detection: 5 }],
    });
    const cycle = bank({ app: judged(3), leave: judged(9) });
    const stakes = momentStakes(cycle, scoresOf(cycle, { app: [20, 0, 0, 0, 20] }));
    expect(at(stakes, 'app')?.harm).toEqual({ value: 0.3, low: 0, high: 1, basis: 'assumed' });
    expect(stakes.assumedHarm).toMatchObject({ from: 'severity', high: 1 });
    expect(codes(stakes)).toEqual([['unknown-outcome', undefined]]);
    expect(stakes.dissatisfied).toBe(40);
  });

  it('takes the dissatisfied from what customers said of the whole where no visits were tallied', () => {
    const whole = (asks: 'satisfaction' | 'recommendation', max: number): Cycle => ({
      ...bank(),
      survey: {
        id: 's',
        title: 'S',
        questions: [{ id: 'whole', text: 'W', asks, scale: { min: max === 5 ? 1 : 0, max } }],
      },
    });
    const told = (cycle: Cycle, counts: readonly number[]) =>
      momentStakes(cycle, scoresOf(cycle, { whole: counts }), { visits: 1000 }).dissatisfied;
    expect(told(whole('satisfaction', 5), [1, 1, 2, 3, 3])).toBe(200);
    expect(told(whole('recommendation', 10), [0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2])).toBe(200);
  });

  it('has nothing at stake where everybody is satisfied', () => {
    const stakes = stakesOf(
      visits(1000, () => 5),
      { app: [20, 0, 0, 0, 20] },
    );
    expect(stakes.dissatisfied).toBe(0);
    expect(stakes.moments.map(({ harm }) => harm.value)).toEqual([0, 0, 0]);
    expect(codes(stakes)).toEqual([['nobody-dissatisfied', undefined]]);
  });

  it('cannot tell one harm from another where everybody is dissatisfied', () => {
    const stakes = stakesOf(visits(1000, () => 1));
    expect(stakes.dissatisfied).toBe(1000);
    expect(stakes.moments.map(({ harm }) => harm.basis)).toEqual(['assumed', 'assumed']);
    expect(codes(stakes)).toEqual([['everybody-dissatisfied', undefined]]);
  });

  it('names the moments with incidents of which the visits do not tell what they do', () => {
    const rare = visits(1000).map((visit, i) => ({
      ...visit,
      moments: { ...visit.moments, leave: { incident: i < 3 } },
    }));
    expect(stakesOf(rare).findings).toMatchObject([
      { code: 'harm-not-measured', moment: 'leave', reason: 'too-few' },
    ]);
    const same = visits(1000).map((visit) => ({
      ...visit,
      moments: { ...visit.moments, leave: visit.moments['pay'] ?? {} },
    }));
    expect(stakesOf(same).findings).toMatchObject([
      { code: 'harm-not-measured', moment: 'leave', reason: 'collinear' },
    ]);
  });

  it('refuses the visits of another cycle', () => {
    const tally = tallyVisits({ ...bank(), id: 'hotel' }, visits(10));
    expect(() => momentStakes(bank(), scoresOf(bank(), {}), { tally })).toThrow(
      'the cycle of the visits is "hotel"; expected "bank"',
    );
  });

  it('gives plans nothing beyond the customers who end dissatisfied, whatever happened', () => {
    const record = fc.record({ incident: fc.boolean() });
    const visit = fc.record({
      moments: fc.record({ pay: record, leave: record, app: record }, { requiredKeys: [] }),
      overall: fc.integer({ min: 1, max: 5 }),
    });
    const effects = ['pay', 'leave', 'app'].map((moment) => ({
      moment,
      incidentReduction: { low: 0.5, base: 1, high: 1 },
      basis: 'assumed' as const,
    }));
    fc.assert(
      fc.property(
        fc.array(visit, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(undefined, 0.3, 1),
        fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
        (seen, usage, app) => {
          const cycle = bank(usage === undefined ? {} : { pay: { usage } });
          const stakes = stakesOf(seen, { cycle, app });
          const benefit = expectedBenefit({ id: 'all', effects }, stakes);
          if (benefit.kind !== 'expected-benefit') return;
          const { low, base, high } = benefit;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(base).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(base);
          expect(high).toBeLessThanOrEqual(stakes.dissatisfied);
        },
      ),
    );
  });
});
