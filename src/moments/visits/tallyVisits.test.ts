import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { defineCycle } from '../../model/defineCycle.ts';
import type { Visit } from '../../model/observations.ts';
import { crossProducts } from '../../stats/regression/crossProducts.ts';
import type { EndedCounts } from './countTypes.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import { tallyVisits } from './tallyVisits.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  moments: [
    { id: 'queue', name: 'Waits in line', contact: 'none' },
    { id: 'greet', name: 'Is greeted', contact: 'staff' },
    { id: 'pay', name: 'Receives the money', contact: 'staff' },
  ],
  requirements: [
    {
      id: 'short-line',
      statement: 'The line is short',
      moments: ['queue'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'within-10-min',
          measure: 'Time in line',
          unit: 'minutes',
          operator: '<=',
          threshold: 10,
          requiredShare: 0.9,
        },
      ],
    },
  ],
});

const NONE: EndedCounts = { dissatisfied: 0, satisfied: 0, unknown: 0 };

const visits: readonly Visit<'queue' | 'greet' | 'pay'>[] = [
  // 0: flawless
  {
    moments: { queue: { rating: 4, waitSeconds: 60 }, greet: { rating: 5 }, pay: { rating: 5 } },
    overall: 5,
  },
  // 1: two incidents, one reported and one from a low rating; dissatisfied
  {
    moments: {
      queue: { rating: 2, waitSeconds: 601 },
      greet: { rating: 3 },
      pay: { rating: 3, incident: { cause: 'short-changed', severity: 9, recovered: false } },
    },
    overall: 1,
  },
  // 2: a report of no incident wins over a low rating; the moment of the greeting does not apply
  {
    moments: { queue: { rating: 1, incident: false }, greet: { rating: 'not-applicable' } },
    overall: 3,
  },
  // 3: three incidents; would return although the rest says little
  {
    moments: {
      queue: { incident: true, waitSeconds: 600 },
      greet: { rating: 1 },
      pay: { rating: 4, incident: { cause: 'short-changed', severity: 3, recovered: true } },
    },
    wouldReturn: true,
  },
  // 4: a good overall answer, but never again
  { moments: { pay: { rating: 5 } }, overall: 4, wouldReturn: false },
  // 5: nothing tells how it ended
  { moments: { queue: { waitSeconds: 30 }, pay: { rating: null } }, overall: null },
];

function tally(options: VisitTallyOptions<'queue' | 'greet' | 'pay'> = {}) {
  return tallyVisits(bank, visits, { waits: 'exact', ...options });
}

describe('tallyVisits', () => {
  it('tells how visits ended: dissatisfied when either sign says so', () => {
    expect(tally().outcome).toEqual({ dissatisfied: 2, satisfied: 3, unknown: 1 });
    expect(tally().overall).toEqual([1, 0, 1, 1, 1]);
    expect(tally()).toMatchObject({ visits: 6, unreadable: 0 });
  });

  it('counts who passed a moment: something is recorded of it besides that it does not apply', () => {
    const passed = tally().moments.map(({ moment, passed, notPassed }) => [
      moment,
      passed,
      notPassed,
    ]);
    expect(passed).toEqual([
      ['queue', 5, 1],
      ['greet', 3, 3],
      ['pay', 4, 2],
    ]);
  });

  it('counts what became of ratings', () => {
    expect(tally().moments.map(({ ratings }) => ratings)).toEqual([
      { rated: 3, notApplicable: 0, blank: 2, invalid: 0 },
      { rated: 3, notApplicable: 1, blank: 0, invalid: 0 },
      { rated: 4, notApplicable: 0, blank: 1, invalid: 0 },
    ]);
  });

  it('takes a low rating for an incident only where nothing is reported', () => {
    expect(tally().moments.map(({ sources }) => sources)).toEqual([
      { reported: 1, reportedNone: 1, lowRating: 1, otherRating: 1, unknown: 1 },
      { reported: 0, reportedNone: 0, lowRating: 1, otherRating: 2, unknown: 0 },
      { reported: 2, reportedNone: 0, lowRating: 0, otherRating: 2, unknown: 0 },
    ]);
  });

  it('takes reports alone when asked to', () => {
    const { moments, incidentsPerVisit } = tally({ incidentsFrom: 'reports' });
    expect(moments[0]?.sources).toEqual({
      reported: 1,
      reportedNone: 1,
      lowRating: 0,
      otherRating: 0,
      unknown: 3,
    });
    expect(moments[0]?.incidents.unknown).toEqual({ dissatisfied: 1, satisfied: 1, unknown: 1 });
    // Visits 1, 2 and 3 report something, and only visit 2 reports that all went well.
    expect(incidentsPerVisit).toEqual([
      { ...NONE, satisfied: 1 },
      { ...NONE, dissatisfied: 1 },
      { ...NONE, satisfied: 1 },
      NONE,
    ]);
  });

  it('counts incidents by how many others the visit had and by how it ended', () => {
    const [queue, greet, pay] = tally().moments.map(({ incidents }) => incidents);
    expect(queue).toEqual({
      incident: [NONE, { ...NONE, dissatisfied: 1 }, { ...NONE, satisfied: 1 }, NONE],
      noIncident: [{ ...NONE, satisfied: 2 }, NONE, NONE, NONE],
      unknown: { ...NONE, unknown: 1 },
    });
    expect(greet).toEqual({
      incident: [NONE, NONE, { ...NONE, satisfied: 1 }, NONE],
      noIncident: [{ ...NONE, satisfied: 1 }, NONE, { ...NONE, dissatisfied: 1 }, NONE],
      unknown: NONE,
    });
    expect(pay).toEqual({
      incident: [NONE, { ...NONE, dissatisfied: 1 }, { ...NONE, satisfied: 1 }, NONE],
      noIncident: [{ ...NONE, dissatisfied: 1, satisfied: 1 }, NONE, NONE, NONE],
      unknown: NONE,
    });
  });

  it('puts three or more incidents at other moments in one row', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const cycle: Cycle = {
      id: 'long',
      name: 'Long',
      moments: ids.map((id) => ({ id, name: id, contact: 'none' })),
    };
    const bad = (howMany: number): Visit => ({
      moments: Object.fromEntries(ids.map((id, place) => [id, { incident: place < howMany }])),
      overall: 1,
    });
    const { moments, incidentsPerVisit } = tallyVisits(cycle, [bad(4), bad(6), bad(3)]);
    const dissatisfied = (rows: readonly EndedCounts[] | undefined): unknown =>
      rows?.map((row) => row.dissatisfied);
    expect(dissatisfied(moments[0]?.incidents.incident)).toEqual([0, 0, 1, 2]);
    expect(dissatisfied(moments[4]?.incidents.incident)).toEqual([0, 0, 0, 1]);
    expect(dissatisfied(moments[4]?.incidents.noIncident)).toEqual([0, 0, 0, 2]);
    expect(dissatisfied(incidentsPerVisit)).toEqual([0, 0, 0, 1, 1, 0, 1]);
  });

  it('counts which incidents come together, and how many visits were flawless', () => {
    expect(tally().coIncidents).toEqual([
      [2, 1, 2],
      [1, 1, 1],
      [2, 1, 2],
    ]);
    // Visit 5 tells of no moment whether there was an incident, so it is not among them.
    expect(tally().incidentsPerVisit).toEqual([
      { dissatisfied: 1, satisfied: 2, unknown: 0 },
      NONE,
      { dissatisfied: 1, satisfied: 0, unknown: 0 },
      { dissatisfied: 0, satisfied: 1, unknown: 0 },
    ]);
  });

  it('counts apart which come together in visits that tell how they ended', () => {
    const silent = { moments: { queue: { incident: true }, pay: { incident: true } } };
    const told = { ...silent, overall: 4 };
    const counted = tallyVisits(bank, [silent, told, told]);
    expect(counted.coIncidents).toEqual([
      [3, 0, 3],
      [0, 0, 0],
      [3, 0, 3],
    ]);
    expect(counted.knownCoIncidents).toEqual([
      [2, 0, 2],
      [0, 0, 0],
      [2, 0, 2],
    ]);
  });

  it('counts ratings by overall answer, with a row and a column for none', () => {
    expect(tally().moments[0]?.ratingByOverall).toEqual([
      [0, 0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0, 2],
    ]);
  });

  it('counts causes, severities and whether incidents were made good', () => {
    expect(tally().moments[2]).toMatchObject({
      causes: [{ cause: 'short-changed', dissatisfied: 1, satisfied: 1, unknown: 0 }],
      severities: [0, 0, 1, 0, 0, 0, 0, 0, 1, 0],
      recovery: {
        recovered: { ...NONE, satisfied: 1 },
        notRecovered: { ...NONE, dissatisfied: 1 },
        unknown: NONE,
      },
    });
    // An incident of which no more is told than that it happened.
    expect(tally().moments[0]?.recovery.unknown).toEqual({ ...NONE, satisfied: 1 });
  });

  it('lists causes in the order of their names', () => {
    const { moments } = tallyVisits(bank, [
      { moments: { pay: { incident: { cause: 'wrong notes' } } }, overall: 2 },
      { moments: { pay: { incident: { cause: 'no change' } } }, overall: 2 },
      { moments: { pay: { incident: { cause: 'wrong notes' } } } },
    ]);
    expect(moments[2]?.causes).toEqual([
      { cause: 'no change', dissatisfied: 1, satisfied: 0, unknown: 0 },
      { cause: 'wrong notes', dissatisfied: 1, satisfied: 0, unknown: 1 },
    ]);
  });

  it('holds waits against the standards of their moment, in its unit; exactly the limit conforms', () => {
    const [queue, greet] = tally().moments;
    expect(queue?.waits).toEqual({
      kind: 'exact',
      n: 4,
      counts: [
        [30, 1],
        [60, 1],
        [600, 1],
        [601, 1],
      ],
    });
    expect(queue?.standards).toEqual([
      {
        standard: 'within-10-min',
        limitSeconds: 600,
        within: { dissatisfied: 0, satisfied: 2, unknown: 1 },
        beyond: { dissatisfied: 1, satisfied: 0, unknown: 0 },
      },
    ]);
    expect(greet?.waits).toEqual({ kind: 'exact', n: 0, counts: [] });
    expect(greet?.standards).toEqual([]);
  });

  it('sums products over visits that rate every driver', () => {
    const { joint } = tally({ drivers: ['queue', 'pay'] });
    expect(joint).toMatchObject({
      drivers: ['queue', 'pay'],
      noOverall: 2,
      incomplete: 2,
      unrated: [1, 1],
    });
    // 1, low queue, high queue, low pay, high pay, overall in steps: 4 in visit 0, 0 in visit 1.
    expect(joint.products).toEqual({
      kind: 'cross-products',
      n: 2,
      columns: 4,
      sums: [
        2,
        ...[1, 1],
        ...[1, 0, 1],
        ...[0, 0, 0, 0],
        ...[1, 0, 1, 0, 1],
        ...[4, 0, 4, 0, 4, 16],
      ],
    });
  });

  it('sums what the regression needs: LOW and HIGH of each driver beside the overall answer', () => {
    const rows = [
      [1, 4, 2],
      [5, 3, 4],
      [2, 5, 1],
      [3, 3, 5],
      [4, 1, 3],
    ] as const;
    const { joint } = tallyVisits(
      bank,
      rows.map(([queue, pay, overall]) => ({
        moments: { queue: { rating: queue }, pay: { rating: pay } },
        overall,
      })),
      { drivers: ['pay', 'queue'] },
    );
    const column = (of: (row: (typeof rows)[number]) => boolean): number[] =>
      rows.map((row) => Number(of(row)));
    expect(joint.products).toEqual(
      crossProducts({
        columns: [
          column(([, pay]) => pay <= 2),
          column(([, pay]) => pay >= 4),
          column(([queue]) => queue <= 2),
          column(([queue]) => queue >= 4),
        ],
        outcome: rows.map(([, , overall]) => overall - 1),
      }),
    );
  });

  it('enters every moment into the joint sums by default, and can enter none', () => {
    expect(tally().joint).toMatchObject({ products: { n: 2 }, unrated: [1, 2, 1], incomplete: 2 });
    const { joint } = tally({ drivers: [] });
    expect(joint).toMatchObject({ products: { n: 4, sums: [4, 9, 29] }, incomplete: 0 });
  });

  it('gives a tally of nothing for no visits', () => {
    const { moments, ...rest } = tallyVisits(bank, []);
    expect(rest).toMatchObject({ visits: 0, outcome: NONE, issues: [] });
    expect(moments.map(({ passed }) => passed)).toEqual([0, 0, 0]);
    expect(rest.joint.products.sums.every((sum) => sum === 0)).toBe(true);
  });

  it('says how it counted', () => {
    expect(tallyVisits(bank, []).definition).toEqual({
      cycle: 'bank',
      moments: ['queue', 'greet', 'pay'],
      ratingScale: { min: 1, max: 5 },
      overallScale: { min: 1, max: 5 },
      lowUpTo: 2,
      highFrom: 4,
      dissatisfiedUpTo: 2,
      pleasedFrom: 5,
      incidentsFrom: 'reports-and-low-ratings',
      reportsFrom: 'log',
      drivers: ['queue', 'greet', 'pay'],
      waits: 'sketch',
    });
  });

  it('reads a stream as it reads a list', async () => {
    async function* stream(): AsyncGenerator<Visit<'queue' | 'greet' | 'pay'>> {
      for (const visit of visits) yield await Promise.resolve(visit);
    }
    expect(await tallyVisits(bank, stream())).toEqual(tallyVisits(bank, visits));
  });

  it('passes an error of the stream on', async () => {
    async function* broken(): AsyncGenerator<Visit<'queue'>> {
      yield await Promise.resolve({ moments: { queue: { rating: 3 } } });
      throw new TypeError('the line is dead');
    }
    await expect(tallyVisits(bank, broken())).rejects.toThrow(new TypeError('the line is dead'));
  });
});
