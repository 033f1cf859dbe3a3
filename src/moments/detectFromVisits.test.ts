import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import type { Visit } from '../model/observations.ts';
import { createRandom } from '../stats/random/createRandom.ts';
import { type DetectionOptions, detectCriticalMoments } from './detectCriticalMoments.ts';
import { incidentEffectRule } from './rules/incidentEffectRule.ts';
import type { CriticalMomentRule } from './ruleTypes.ts';
import type { MomentVerdict } from './types.ts';
import { visitEvidence } from './visitEvidence.ts';
import { mergeVisitTallies } from './visits/mergeVisitTallies.ts';
import { tallyVisits } from './visits/tallyVisits.ts';
import type { VisitTally } from './visits/types.ts';

type Table = readonly [a: number, b: number, c: number, d: number];

function moment(id: string, more: Partial<MomentOfTruth> = {}): MomentOfTruth {
  return { id, name: id, contact: 'none', ...more };
}

/** Visits through one moment each, with these tables. */
function visitsOf(tables: Readonly<Record<string, Table>>): Visit[] {
  return Object.entries(tables).flatMap(([id, counts]) =>
    counts.flatMap((count, cell) =>
      Array.from({ length: count }, () => ({
        moments: { [id]: { incident: cell < 2 } },
        overall: cell % 2 === 0 ? 1 : 5,
      })),
    ),
  );
}

function verdictsOf(
  moments: readonly MomentOfTruth[],
  tables: Readonly<Record<string, Table>>,
): readonly MomentVerdict[] {
  const cycle = { id: 'c', name: 'C', moments };
  const visits = tallyVisits(cycle, visitsOf(tables));
  return detectCriticalMoments(cycle, { evidence: visitEvidence(visits), resamples: 20 }).moments;
}

describe('detectCriticalMoments, from visits', () => {
  describe('of two moments that people judge grave, one judged graver and one with more incidents', () => {
    const moments = [
      moment('wait', { judgements: [{ by: 'clerk', severity: 8, occurrence: 8, detection: 3 }] }),
      moment('pay', { judgements: [{ by: 'clerk', severity: 10, occurrence: 3, detection: 8 }] }),
    ];
    const orderOf = (times: number, reportsFrom: 'log' | 'questionnaire') => {
      const cycle = { id: 'c', name: 'C', moments };
      const tables = { wait: [40, 30, 0, 0], pay: [9, 1, 20, 200] } as const;
      const once = visitsOf(tables);
      const visits = tallyVisits(cycle, Array.from({ length: times }, () => once).flat(), {
        reportsFrom,
      });
      const found = detectCriticalMoments(cycle, { evidence: visitEvidence(visits), resamples: 0 });
      return found.moments.map((each) => `${each.moment}: ${each.level}`);
    };

    it('logs put the one first that comes to more', () => {
      expect(orderOf(1, 'log')).toEqual(['wait: critical', 'pay: critical']);
    });

    it('answers that a mood may stand behind do not, before there are 500 visits', () => {
      expect(orderOf(1, 'questionnaire')).toEqual(['pay: critical', 'wait: critical']);
      expect(orderOf(2, 'questionnaire')).toEqual(['wait: critical', 'pay: critical']);
    });
  });

  it('holds every rule against what is said to be grave, unless its own thresholds say otherwise', () => {
    const tables = { wait: [60, 140, 40, 760] } as const;
    const cycle = { id: 'c', name: 'C', moments: [moment('wait')] };
    const visits = tallyVisits(cycle, visitsOf(tables));
    const levelAt = (options: DetectionOptions) =>
      detectCriticalMoments(cycle, { evidence: visitEvidence(visits), resamples: 20, ...options })
        .moments[0];
    // The risk difference is 0.25.
    expect(levelAt({})?.level).toBe('critical');
    expect(levelAt({ gravity: 0.3 })).toMatchObject({
      level: 'watch',
      reasons: [{ code: 'incident-effect', gravity: 0.3 }, { code: 'weakest-link' }],
      stability: { share: 1 },
    });
    const own: CriticalMomentRule = (each, context) =>
      incidentEffectRule(each, context, { gravity: 0.1 });
    expect(levelAt({ gravity: 0.3, rules: [own] })?.level).toBe('critical');
    expect(() => levelAt({ gravity: 10 })).toThrow(/gravity is 10/);
  });

  it('refuses evidence and options that are none, with the name that was meant', () => {
    const cycle = { id: 'c', name: 'C', moments: [moment('wait')] };
    const detect = detectCriticalMoments as (...args: readonly unknown[]) => unknown;
    expect(() => detect(cycle, { evidense: [] })).toThrow(/did you mean "evidence"/);
    expect(() => detect(cycle, { weight: 'w' })).toThrow(/a key of options is "weight"/);
    const visits = tallyVisits(cycle, []);
    expect(() => detect(cycle, { evidence: visits })).toThrow(
      /expected evidence from visitEvidence/,
    );
    expect(() => detect(cycle, { visits })).toThrow(
      /expected nothing: evidence is visitEvidence\(visits\)/,
    );
    expect(() => visitEvidence([] as never)).toThrow(/visits is a list of 0/);
  });

  it('says where a person declares what 1,204 visits do not show, and keeps the moment critical', () => {
    const declaredCritical = { because: 'It always was' };
    const [sign] = verdictsOf([moment('sign', { declaredCritical })], {
      sign: [20, 180, 101, 903],
    });
    expect(sign).toMatchObject({
      level: 'critical',
      reasons: [
        { code: 'declared', level: 'critical', basis: 'judged' },
        { code: 'weakest-link', level: 'watch', basis: 'measured' },
        { code: 'incident-effect', level: 'ordinary', basis: 'measured', n: 1204 },
      ],
      disagreements: [{ message: 'declared critical, no effect seen in 1,204 visits' }],
    });
  });

  it('says where visits show what people judged to be harmless', () => {
    const judgements = [{ by: 'clerk', severity: 2, occurrence: 2, detection: 2 }];
    const [wait] = verdictsOf([moment('wait', { judgements })], { wait: [60, 140, 40, 760] });
    expect(wait).toMatchObject({
      level: 'critical',
      reasons: [
        { code: 'incident-effect', level: 'critical' },
        { code: 'weakest-link' },
        { code: 'action-priority', level: 'ordinary' },
      ],
      disagreements: [{ message: 'judged ordinary, found critical in 1,000 visits' }],
    });
  });

  it('orders moments of a level by what incidents there cost, before what people judged', () => {
    const severe = { judgements: [{ by: 'a', severity: 10, occurrence: 5, detection: 8 }] };
    const mild = { judgements: [{ by: 'a', severity: 8, occurrence: 5, detection: 8 }] };
    const moments = [
      moment('unknown, mild', mild),
      moment('cheap, severe', severe),
      moment('costly, mild', mild),
      moment('unknown, severe', severe),
      moment('rather good, severe', severe),
    ];
    const verdicts = verdictsOf(moments, {
      'cheap, severe': [60, 340, 40, 560],
      'costly, mild': [80, 120, 40, 760],
      'rather good, severe': [1, 199, 160, 640],
    });
    expect(verdicts.map(({ moment: id }) => id)).toEqual([
      'costly, mild',
      'cheap, severe',
      'unknown, severe',
      'rather good, severe',
      'unknown, mild',
    ]);
    // 200 of 3,000 visits had an incident; without any, 240 of 2,200 end dissatisfied.
    const more = 0.4 - 240 / 2200;
    expect(verdicts[0]?.dissatisfiedPerThousand?.value).toBeCloseTo((1000 / 15) * more, 9);
    expect(verdicts[2]).not.toHaveProperty('dissatisfiedPerThousand');
    expect(verdicts[3]?.dissatisfiedPerThousand?.value).toBeLessThan(0);
  });

  it('gives the same from tallies of parts as from all visits at once, in any order', () => {
    const cycle = { id: 'c', name: 'C', moments: ['a', 'b', 'c'].map((id) => moment(id)) };
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 150 }), (seed, cut) => {
        const random = createRandom(seed);
        const visits = Array.from(
          { length: 150 },
          (): Visit => ({
            moments: Object.fromEntries(
              cycle.moments.map(({ id }) => [id, { rating: 1 + Math.floor(5 * random()) }]),
            ),
            overall: 1 + Math.floor(5 * random()),
          }),
        );
        const detect = (tally: VisitTally) =>
          detectCriticalMoments(cycle, { evidence: visitEvidence(tally), resamples: 5 });
        const whole = detect(tallyVisits(cycle, visits));
        const parts = mergeVisitTallies(
          tallyVisits(cycle, visits.slice(cut).toReversed()),
          tallyVisits(cycle, visits.slice(0, cut)),
        );
        expect(detect(parts).moments).toEqual(whole.moments);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('never makes a moment harmless for want of visits', () => {
    const cycle = { id: 'c', name: 'C', moments: [moment('a')] };
    const few = fc.nat({ max: 4 });
    const many = fc.nat({ max: 200 });
    fc.assert(
      fc.property(few, few, many, many, fc.boolean(), (a, b, c, d, turned) => {
        const table: Table = turned ? [c, d, a, b] : [a, b, c, d];
        const visits = tallyVisits(cycle, visitsOf({ a: table }));
        const [verdict] = detectCriticalMoments(cycle, {
          evidence: visitEvidence(visits),
          resamples: 2,
        }).moments;
        expect(verdict?.level).not.toBe('ordinary');
      }),
    );
  });
});
