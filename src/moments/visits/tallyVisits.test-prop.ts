import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import type { EndedCounts } from './countTypes.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import { mergeVisitTallies } from './mergeVisitTallies.ts';
import { tallyVisits } from './tallyVisits.ts';
import type { VisitTally } from './types.ts';

const IDS = ['queue', 'greet', '__proto__', 'pay'];

const cycle: Cycle = {
  id: 'bank',
  name: 'Bank',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' })),
  requirements: [
    {
      id: 'short-line',
      statement: 'The line is short',
      moments: ['queue'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'limit',
          measure: 'Time in line',
          unit: 'seconds',
          operator: '<=',
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    },
  ],
};

const hostile = hostileAnswer.filter((value) => typeof value !== 'symbol');
const mostly = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: hostile, weight: 1 });

const incident = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.record(
    {
      cause: mostly(fc.constantFrom('late', 'rude', 'constructor', '__proto__')),
      severity: mostly(fc.integer({ min: 1, max: 10 })),
      complained: mostly(fc.boolean()),
      times: mostly(fc.integer({ min: 0, max: 3 })),
      answeredAfterHours: mostly(fc.nat(80)),
      recovered: mostly(fc.boolean()),
    },
    { requiredKeys: [] },
  ),
);

const record = fc.record(
  {
    rating: mostly(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('not-applicable'))),
    incident: mostly(incident),
    waitSeconds: mostly(fc.constantFrom(0, 0.1, 0.2, 0.3, 45, 60, 61, 1e9, null)),
  },
  { requiredKeys: [] },
);

const moments = fc
  .array(
    fc.tuple(
      fc.oneof({ arbitrary: fc.constantFrom(...IDS), weight: 9 }, fc.constantFrom('x', 'valueOf')),
      mostly(record),
    ),
    { maxLength: 5 },
  )
  .map((entries) => Object.fromEntries(entries));

const visit = mostly(
  fc.record(
    {
      id: fc.constantFrom('a', 'b'),
      moments: mostly(moments),
      problem: mostly(incident),
      overall: mostly(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null))),
      wouldReturn: mostly(fc.boolean()),
    },
    { requiredKeys: ['moments'] },
  ),
) as fc.Arbitrary<Visit>;

const visits = fc.array(visit, { maxLength: 30 });

const options: fc.Arbitrary<VisitTallyOptions> = fc.record(
  {
    incidentsFrom: fc.constantFrom('reports', 'reports-and-low-ratings'),
    drivers: fc.subarray(IDS),
    waits: fc.constantFrom('exact', 'sketch'),
    dissatisfiedUpTo: fc.constantFrom(1, 3),
  },
  { requiredKeys: [] },
);

/** A tally without the positions of faults, which depend on where a part starts. */
function unplaced({ issues, ...rest }: VisitTally): unknown {
  return { ...rest, issues: issues.map(({ code, count }) => [code, count]) };
}

function sumOf({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('tallyVisits', () => {
  it('gives in parts, added up in any grouping, what it gives at once, to the last bit', () => {
    fc.assert(
      fc.property(visits, options, fc.nat(), fc.nat(), (all, how, one, two) => {
        const [from, to] = [one % (all.length + 1), two % (all.length + 1)].sort(
          (a, b) => a - b,
        ) as [number, number];
        const parts = [
          tallyVisits(cycle, all.slice(0, from), how),
          tallyVisits(cycle, all.slice(from, to), { ...how, firstPosition: from }),
          tallyVisits(cycle, all.slice(to), { ...how, firstPosition: to }),
        ] as const;
        const atOnce = JSON.stringify(tallyVisits(cycle, all, how));
        const [a, b, c] = parts;
        const left = mergeVisitTallies(mergeVisitTallies(a, b), c);
        const right = mergeVisitTallies(a, mergeVisitTallies(b, c));
        expect(JSON.stringify(left)).toBe(atOnce);
        expect(JSON.stringify(right)).toBe(atOnce);
        expect(JSON.stringify(mergeVisitTallies(c, mergeVisitTallies(b, a)))).toBe(atOnce);
      }),
    );
  });

  it('changes nothing by adding a tally of no visits', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        const tally = tallyVisits(cycle, all, how);
        expect(mergeVisitTallies(tally, tallyVisits(cycle, [], how))).toEqual(tally);
        expect(mergeVisitTallies(tallyVisits(cycle, [], how), tally)).toEqual(tally);
      }),
    );
  });

  it('is blind to the order of visits, but for the positions of faults', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        expect(unplaced(tallyVisits(cycle, all.toReversed(), how))).toEqual(
          unplaced(tallyVisits(cycle, all, how)),
        );
      }),
    );
  });

  it('is blind to the order in which a visit names its moments', () => {
    const turned = (one: Visit): Visit =>
      typeof one === 'object' && typeof one.moments === 'object' && !Array.isArray(one.moments)
        ? { ...one, moments: Object.fromEntries(Object.entries(one.moments).toReversed()) }
        : one;
    fc.assert(
      fc.property(visits, (all) => {
        expect(tallyVisits(cycle, all.map(turned))).toEqual(tallyVisits(cycle, all));
      }),
    );
  });

  it('is a plain JSON value that comes back from text as it was', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        const tally = tallyVisits(cycle, all, how);
        const back = JSON.parse(JSON.stringify(tally)) as VisitTally;
        expect(back).toStrictEqual(tally);
        expect(mergeVisitTallies(back, tally)).toEqual(mergeVisitTallies(tally, tally));
      }),
    );
  });

  it('leaves visits, options and tallies as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.clone(visit, 2), { maxLength: 10 }), options, (pairs, how) => {
        const given = pairs.map(([one]) => one);
        const tally = tallyVisits(cycle, given, Object.freeze({ ...how }));
        expect(given).toEqual(pairs.map(([, other]) => other));
        const before = JSON.stringify(tally);
        mergeVisitTallies(tally, tally);
        expect(JSON.stringify(tally)).toBe(before);
      }),
    );
  });

  it('counts every visit exactly once in every table', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        const tally = tallyVisits(cycle, all, how);
        expect(tally.visits + tally.unreadable).toBe(all.length);
        expect(sumOf(tally.outcome)).toBe(tally.visits);
        const { none, untold, complaints, answers, ...kinds } = tally.problems;
        const problems = Object.values(kinds).flatMap((kind) => Object.values(kind).map(sumOf));
        expect(total(problems) + sumOf(none) + sumOf(untold)).toBe(tally.visits);
        expect(complaints).toBeGreaterThanOrEqual(
          total(Object.values(kinds.complained).map(sumOf)),
        );
        const told = answers.waits.n + answers.withoutTime;
        expect(told).toBeLessThanOrEqual(complaints);
        expect(told).toBeGreaterThanOrEqual(total(Object.values(kinds.complained).map(sumOf)));
        const { products, noOverall, incomplete } = tally.joint;
        expect(products.n + noOverall + incomplete).toBe(tally.visits);
        expect(products.sums[0]).toBe(products.n);
        for (const [place, moment] of tally.moments.entries()) {
          const { passed, notPassed, sources, incidents, ratings, recovery } = moment;
          expect(passed + notPassed).toBe(tally.visits);
          expect(total(Object.values(sources))).toBe(passed);
          const rows = [...incidents.incident, ...incidents.noIncident, incidents.unknown];
          expect(total(rows.map(sumOf))).toBe(passed);
          const here = total(incidents.incident.map(sumOf));
          expect(here).toBe(sources.reported + sources.lowRating);
          expect(here).toBe(tally.coIncidents[place]?.[place]);
          const known = incidents.incident.map((row) => row.dissatisfied + row.satisfied);
          expect(total(known)).toBe(tally.knownCoIncidents[place]?.[place]);
          expect(total(Object.values(recovery).map(sumOf))).toBe(sources.reported);
          expect(total(moment.ratingByOverall.flat())).toBe(tally.visits);
          expect(total(moment.ratingByOverall.slice(0, -1).flat())).toBe(ratings.rated);
          for (const { within, beyond } of moment.standards) {
            expect(sumOf(within) + sumOf(beyond)).toBe(moment.waits.n);
          }
        }
      }),
    );
  });

  it('counts as many incidents moment by moment as visit by visit', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        const { moments: counted, incidentsPerVisit } = tallyVisits(cycle, all, how);
        const perMoment = counted.map(({ sources }) => sources.reported + sources.lowRating);
        const perVisit = incidentsPerVisit.map((counts, incidents) => incidents * sumOf(counts));
        expect(total(perVisit)).toBe(total(perMoment));
      }),
    );
  });

  it('holds whole numbers only, but for waits', () => {
    fc.assert(
      fc.property(visits, options, (all, how) => {
        const { moments: counted, problems, ...rest } = tallyVisits(cycle, all, how);
        const { answers, ...kinds } = problems;
        const bare = {
          ...rest,
          problems: { ...kinds, withoutTime: answers.withoutTime },
          moments: counted.map(({ waits: _, ...one }) => one),
        };
        JSON.stringify(bare, (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
          return value;
        });
      }),
    );
  });

  it('reads a stream as it reads a list', async () => {
    await fc.assert(
      fc.asyncProperty(visits, options, async (all, how) => {
        async function* stream(): AsyncGenerator<Visit> {
          for (const one of all) yield await Promise.resolve(one);
        }
        expect(await tallyVisits(cycle, stream(), how)).toEqual(tallyVisits(cycle, all, how));
      }),
    );
  });
});
