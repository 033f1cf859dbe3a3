import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalReason } from '../reasonTypes.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import type { VisitTallyOptions } from '../visits/definitionTypes.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { type IncidentEffectThresholds, incidentEffectRule } from './incidentEffectRule.ts';

type Table = readonly [a: number, b: number, c: number, d: number];

function cycleOf(moments: number): Cycle {
  return {
    id: 'c',
    name: 'C',
    moments: Array.from({ length: moments }, (_, place) => {
      return { id: `m${place}`, name: 'M', contact: 'none' };
    }),
  };
}

function times(count: number, visit: Visit): Visit[] {
  return Array.from({ length: count }, () => visit);
}

/** Visits whose table at the moment is this one; no other moment is passed. */
function visitsOf(moment: string, [a, b, c, d]: Table): Visit[] {
  const visit = (incident: boolean, overall: number) => ({
    moments: { [moment]: { incident } },
    overall,
  });
  return [
    ...times(a, visit(true, 1)),
    ...times(b, visit(true, 5)),
    ...times(c, visit(false, 1)),
    ...times(d, visit(false, 5)),
  ];
}

function ruleWith(thresholds: IncidentEffectThresholds): CriticalMomentRule {
  return (moment, context) => incidentEffectRule(moment, context, thresholds);
}

/** The reason at the first moment; the others have the tables that follow. */
function reasonAt(
  tables: readonly Table[],
  thresholds: IncidentEffectThresholds = {},
  options: VisitTallyOptions = {},
): CriticalReason | undefined {
  const cycle = cycleOf(tables.length);
  const visits = tables.flatMap((table, place) => visitsOf(`m${place}`, table));
  const rules = [ruleWith(thresholds)];
  const tally = tallyVisits(cycle, visits, options);
  const { moments } = detectCriticalMoments(cycle, {
    evidence: visitEvidence(tally),
    rules,
    resamples: 0,
  });
  return moments.find(({ moment }) => moment === 'm0')?.reasons[0];
}

describe('incidentEffectRule', () => {
  it('is critical where an incident loses a tenth of the visits beyond doubt', () => {
    // 60 of 200 against 40 of 800: 0.3 - 0.05.
    expect(reasonAt([[60, 140, 40, 760]])).toMatchObject({
      code: 'incident-effect',
      level: 'critical',
      basis: 'measured',
      n: 1000,
      incidents: 200,
      riskDifference: { value: 0.25 },
      jointEffect: { kind: 'estimate', shareOfDissatisfied: expect.closeTo(0.5, 9) as number },
      test: { tests: 1, adjustment: 'holm' },
      gravity: 0.1,
      isCommonSource: false,
    });
  });

  it('finds ruin in one visit of 200, whatever its share of all dissatisfaction', () => {
    const ruin: Table = [23, 2, 497, 4478];
    expect(reasonAt([ruin])).toMatchObject({
      level: 'critical',
      jointEffect: { shareOfDissatisfied: expect.closeTo(0.04, 2) as number },
    });
  });

  it('is to be watched where a trifle is frequent, however sure it is', () => {
    // 3.5 of 100 against 1.7: 54 of 100 dissatisfied visits go with it, and it loses 2 of 100.
    expect(reasonAt([[700, 19_300, 510, 29_490]])).toMatchObject({
      level: 'watch',
      test: { pValue: 1 },
    });
  });

  it('holds the effect against a threshold that belongs to it', () => {
    const table: Table = [30, 70, 20, 880];
    expect(reasonAt([table], { gravity: 0.15 })).toMatchObject({
      level: 'critical',
      gravity: 0.15,
    });
    expect(reasonAt([table], { gravity: 0.25 })).toMatchObject({ level: 'watch', gravity: 0.25 });
  });

  it('is ordinary where many visits show no effect, with how many they are', () => {
    expect(reasonAt([[100, 900, 400, 3600]])).toMatchObject({
      level: 'ordinary',
      n: 5000,
      incidents: 1000,
    });
  });

  it.each([
    ['few incidents', [2, 18, 98, 882]],
    ['few visits', [3, 27, 5, 45]],
    ['five incidents that did no harm', [0, 5, 60, 10]],
    ['a single dissatisfied visit, although its interval is above 0,', [1, 30, 0, 300]],
  ] as const)('takes %s for no sign of no harm', (_, table) => {
    expect(reasonAt([table])).toMatchObject({
      code: 'evidence-gap',
      level: 'not-assessed',
      of: 'incident-effect',
      because: 'undecided',
      riskDifference: { kind: 'estimate' },
      jointEffect: { kind: 'estimate' },
    });
  });

  it('names a moment with too few incidents for a joint effect', () => {
    expect(reasonAt([[0, 4, 30, 300]])).toMatchObject({
      code: 'evidence-gap',
      because: 'too-few',
      riskDifference: { kind: 'estimate' },
    });
    // Harm that is seen stays seen.
    expect(reasonAt([[4, 0, 3, 300]])).toMatchObject({
      level: 'watch',
      jointEffect: { kind: 'not-estimable', reason: 'too-few' },
    });
  });

  it('guards against many moments: what one test shows may be chance among fifteen', () => {
    const table: Table = [14, 36, 22, 428];
    expect(reasonAt([table])).toMatchObject({ level: 'critical', test: { tests: 1 } });
    const others = Array.from({ length: 14 }, () => [0, 6, 1, 5] as const);
    const among = reasonAt([table, ...others]);
    expect(among).toMatchObject({ level: 'watch', test: { tests: 15, adjustment: 'holm' } });
    expect(reasonAt([table, ...others], { adjustment: 'none' })).toMatchObject({
      level: 'critical',
      test: { tests: 15, adjustment: 'none' },
    });
  });

  it('does not take a moment for another that goes wrong in the same visits', () => {
    // Incidents at m0 harm nobody: they come where those at m1 come, which do.
    const visit = (m0: boolean, m1: boolean, overall: number) => ({
      moments: { m0: { incident: m0 }, m1: { incident: m1 } },
      overall,
    });
    const visits = [
      ...times(80, visit(true, true, 1)),
      ...times(80, visit(true, true, 5)),
      ...times(20, visit(false, true, 1)),
      ...times(20, visit(false, true, 5)),
      ...times(2, visit(true, false, 1)),
      ...times(38, visit(true, false, 5)),
      ...times(38, visit(false, false, 1)),
      ...times(722, visit(false, false, 5)),
    ];
    const cycle = cycleOf(2);
    const tally = tallyVisits(cycle, visits);
    const found = detectCriticalMoments(cycle, {
      evidence: visitEvidence(tally),
      resamples: 0,
    }).moments;
    expect(
      found.map(({ moment, level, reasons: [reason] }) => [
        moment,
        level,
        reason?.code === 'incident-effect' && reason.riskDifference.value > 0.3,
      ]),
    ).toEqual([
      ['m1', 'critical', true],
      ['m0', 'watch', true],
    ]);
  });

  it('names moments whose incidents always come together, and lets the first stand for them', () => {
    const visits = visitsOf('m0', [60, 140, 40, 760]).map(({ moments, ...visit }) => ({
      ...visit,
      moments: { m0: moments['m0'] ?? {}, m1: moments['m0'] ?? {} },
    }));
    const cycle = cycleOf(2);
    const tally = tallyVisits(cycle, visits);
    const { moments } = detectCriticalMoments(cycle, {
      evidence: visitEvidence(tally),
      resamples: 0,
    });
    expect(moments).toMatchObject([
      { moment: 'm0', level: 'critical', reasons: [{ jointEffect: { standsFor: ['m1'] } }, {}] },
      {
        moment: 'm1',
        level: 'watch',
        reasons: [{ jointEffect: { reason: 'collinear', duplicates: ['m0'] } }, {}],
      },
    ]);
  });

  it('holds back what customers told in one breath with the whole, below 500 visits', () => {
    const few: Table = [30, 10, 20, 230];
    const many: Table = [60, 20, 40, 460];
    expect(reasonAt([few])).toMatchObject({ level: 'critical', isCommonSource: false });
    const options = { reportsFrom: 'questionnaire' } as const;
    expect(reasonAt([few], {}, options)).toMatchObject({
      level: 'watch',
      isCommonSource: true,
      minimumCommonSource: 500,
      heldBack: 'common-source',
    });
    expect(reasonAt([few], { minimumCommonSource: 290 }, options)).toMatchObject({
      level: 'critical',
    });
    const told = reasonAt([many], {}, options);
    expect(told).toMatchObject({ level: 'critical', isCommonSource: true });
    expect(told).not.toHaveProperty('heldBack');
  });

  it('takes low ratings for what customers told in one breath with the whole', () => {
    const cycle = cycleOf(1);
    const visits = visitsOf('m0', [30, 10, 20, 230]).map(({ moments, ...visit }) => ({
      ...visit,
      moments: { m0: { rating: moments['m0']?.incident === true ? 1 : 5 } },
    }));
    const rules = [incidentEffectRule];
    const { moments } = detectCriticalMoments(cycle, {
      evidence: visitEvidence(tallyVisits(cycle, visits)),
      rules,
    });
    expect(moments).toMatchObject([
      { level: 'watch', reasons: [{ isCommonSource: true, heldBack: 'common-source' }] },
    ]);
  });

  // Counted from open data: 20,000 airline passengers, and travellers at San Francisco airport in 2017.
  it.each<[string, [number, number, number, number]]>([
    ['online boarding', [4702, 687, 6458, 7681]],
    ['wireless internet on board', [5987, 2276, 5376, 5753]],
    ['restaurants at the airport', [19, 227, 14, 2088]],
    ['finding the way at the airport', [17, 75, 18, 2502]],
  ])('gives the closed formula of the 2x2 table: %s', (_, table) => {
    const [a, b, c, d] = table;
    const reason = reasonAt([table]);
    expect(reason?.code).toBe('incident-effect');
    if (reason?.code !== 'incident-effect') return;
    const { value, interval } = reason.riskDifference;
    const one = wilson(a, a + b);
    const other = wilson(c, c + d);
    expect(value).toBeCloseTo(one.share - other.share, 12);
    const below = Math.hypot(one.share - one.low, other.high - other.share);
    const above = Math.hypot(one.high - one.share, other.share - other.low);
    expect(interval.low).toBeCloseTo(value - below, 12);
    expect(interval.high).toBeCloseTo(value + above, 12);
    // Of one moment, the joint effect is the difference.
    expect(reason.jointEffect).toMatchObject({ value: expect.closeTo(value, 12) as number });
  });

  it('says nothing without visits', () => {
    const { moments } = detectCriticalMoments(cycleOf(1), { rules: [incidentEffectRule] });
    expect(moments[0]?.reasons).toEqual([]);
  });

  it.each([
    [{ gravity: 10 }, 'gravity is 10; expected a number from 0 to 1'],
    [{ minimumIncidents: 0 }, 'minimumIncidents is 0; expected a whole number, 1 or more'],
    [
      { minimumCommonSource: NaN },
      'minimumCommonSource is NaN; expected a whole number, 1 or more',
    ],
  ])('refuses %o', (thresholds, message) => {
    expect(() => reasonAt([[60, 140, 40, 760]], thresholds)).toThrow(
      new ServiceCycleError('invalid-argument', message),
    );
  });
});

/** Wilson's interval, written down anew. */
function wilson(x: number, n: number) {
  const z = 1.959963984540054;
  const share = x / n;
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half =
    (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return { share, low: centre - half, high: centre + half };
}
