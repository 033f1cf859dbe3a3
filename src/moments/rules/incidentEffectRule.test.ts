import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalReason } from '../types.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import {
  harmfulIncidents,
  incidentEffectRule,
  type IncidentEffectThresholds,
} from './incidentEffectRule.ts';

type Table = readonly [a: number, b: number, c: number, d: number];

const NOTHING: Table = [10, 90, 90, 810];

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

/** The reason at the first moment; the others have the tables that follow. */
function reasonAt(
  tables: readonly Table[],
  thresholds?: IncidentEffectThresholds,
): CriticalReason | undefined {
  const cycle = cycleOf(tables.length);
  const visits = tables.flatMap((table, place) => visitsOf(`m${place}`, table));
  const rules = [thresholds ? incidentEffectRule(thresholds) : harmfulIncidents];
  const tally = tallyVisits(cycle, visits);
  const { moments } = detectCriticalMoments(cycle, { visits: tally }, { rules, resamples: 0 });
  return moments.find(({ moment }) => moment === 'm0')?.reasons[0];
}

describe('incidentEffectRule', () => {
  it('is critical where the difference is proven and a tenth of dissatisfaction goes with it', () => {
    // 60 of 200 against 40 of 800: 0.3 - 0.05, and 50 of 100 dissatisfied are in excess.
    expect(reasonAt([[60, 140, 40, 760]])).toMatchObject({
      code: 'incident-effect',
      level: 'critical',
      basis: 'measured',
      n: 1000,
      incidents: 200,
      riskDifference: { value: 0.25 },
      shareOfDissatisfied: { value: 0.5, dissatisfied: 100 },
      test: { tests: 1, adjustment: 'holm' },
      minimumShare: 0.1,
      relevantDifference: 0.1,
      adjustedFor: 'other-incidents',
    });
  });

  it('takes the share of all dissatisfied visits, those that never passed the moment included', () => {
    const reason = reasonAt([
      [60, 140, 40, 760],
      [450, 4000, 450, 4000],
    ]);
    // 50 in excess of 1,000.
    expect(reason).toMatchObject({ level: 'watch', shareOfDissatisfied: { value: 0.05 } });
  });

  it('is to be watched below the share, and the share is a threshold that belongs to it', () => {
    const table: Table = [12, 88, 90, 1810];
    // 12/100 - 90/1900 = 0.0726: 7.26 of 102.
    expect(reasonAt([table])).toMatchObject({ level: 'watch' });
    expect(reasonAt([table], { minimumShare: 0.07 })).toMatchObject({ level: 'critical' });
    // A share of exactly a half, written as half.
    expect(reasonAt([[60, 140, 40, 760]], { minimumShare: 0.5 })).toMatchObject({
      level: 'critical',
    });
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
    ['two incidents that did no harm', [0, 2, 60, 10]],
    ['incidents half of the time', [50, 450, 50, 450]],
    ['a single dissatisfied visit, although its interval is above 0,', [1, 30, 0, 300]],
  ] as const)('takes %s for no sign of no harm', (_, table) => {
    expect(reasonAt([table])).toMatchObject({
      code: 'evidence-gap',
      level: 'not-assessed',
      of: 'incident-effect',
      because: 'undecided',
      riskDifference: { kind: 'estimate' },
    });
  });

  it('guards against many moments: what one test shows may be chance among fifteen', () => {
    const table: Table = [7, 43, 22, 428];
    const alone = reasonAt([table]);
    expect(alone).toMatchObject({ level: 'critical', test: { tests: 1 } });
    const others = Array.from({ length: 14 }, () => [0, 6, 1, 5] as const);
    const among = reasonAt([table, ...others]);
    expect(among).toMatchObject({ level: 'watch', test: { tests: 15, adjustment: 'holm' } });
    expect(reasonAt([table, ...others], { adjustment: 'none' })).toMatchObject({
      level: 'critical',
      test: { tests: 15, adjustment: 'none' },
    });
  });

  it('can ask that the effect holds among visits with as many incidents elsewhere', () => {
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
    const at = (adjustedFor: 'nothing' | 'other-incidents') =>
      detectCriticalMoments(
        cycle,
        { visits: tally },
        { rules: [incidentEffectRule({ adjustedFor })], resamples: 0 },
      ).moments.map(({ moment, reasons: [reason] }) => [
        moment,
        reason?.level,
        reason?.code === 'incident-effect' && reason.amongOtherIncidents,
      ]);
    expect(at('nothing')).toEqual([
      ['m1', 'critical', 'holds'],
      ['m0', 'critical', 'not-shown'],
    ]);
    expect(at('other-incidents')).toEqual([
      ['m1', 'critical', 'holds'],
      ['m0', 'watch', 'not-shown'],
    ]);
  });

  it('takes it to hold among other incidents where only visits with an incident end dissatisfied', () => {
    expect(reasonAt([[30, 20, 0, 400]])).toMatchObject({
      level: 'critical',
      amongOtherIncidents: 'holds',
      adjustedOddsRatio: { kind: 'not-estimable', reason: 'zero-denominator' },
    });
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
    const expected = (a + b) * other.share;
    expect(reason.shareOfDissatisfied.value).toBeCloseTo((a - expected) / (a + c), 12);
  });

  it('says nothing without visits', () => {
    const { moments } = detectCriticalMoments(cycleOf(1), {}, { rules: [harmfulIncidents] });
    expect(moments[0]?.reasons).toEqual([]);
  });

  it.each([
    [{ minimumShare: 10 }, 'minimumShare is 10; expected a number from 0 to 1'],
    [{ minimumIncidents: 0 }, 'minimumIncidents is 0; expected a whole number, 1 or more'],
    [{ relevantDifference: NaN }, 'relevantDifference is NaN; expected a number from 0 to 1'],
  ])('refuses %o', (thresholds, message) => {
    expect(() => incidentEffectRule(thresholds)).toThrow(
      new ServiceCycleError('invalid-argument', message),
    );
  });

  it('makes the default rule when it is told nothing', () => {
    for (const table of [NOTHING, [60, 140, 40, 760] as const, [2, 18, 98, 882] as const]) {
      expect(reasonAt([table], {})).toEqual(reasonAt([table]));
    }
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
