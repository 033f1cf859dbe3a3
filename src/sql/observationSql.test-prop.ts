import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Column,
  type Database,
  duckdb,
  sqlite,
  type Value,
} from '../../test/support/databases.ts';
import { defineCycle } from '../model/defineCycle.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import { tallyMeasurements } from '../requirements/measurements/tallyMeasurements.ts';
import { measurementSql, measurementTallyFromCounts } from './measurementSql.ts';
import { visitSql, visitTallyFromCounts } from './visitSql.ts';

const standard = {
  id: 'on-hold',
  measure: 'Time on hold',
  unit: 'seconds',
  operator: '<=',
  threshold: 30,
  requiredShare: 0.9,
} as const;

const cycle = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  moments: [
    { id: 'queue', name: 'Waits in line', contact: 'none' },
    { id: 'pay', name: 'Receives the money', contact: 'staff' },
  ],
});

const CALLS: readonly Column[] = [
  ['v', 'number'],
  ['u', 'text'],
  ['e', 'text'],
  ['s', 'text'],
  ['c', 'text'],
  ['branch', 'text'],
];

const calls = fc.array(
  fc.tuple(
    fc.constantFrom<Value[]>(0, 0.5, 12, 29.999, 30, 31, 1800, -1, null),
    fc.constantFrom<Value[]>(null, 'seconds', 'minutes', 'percent'),
    fc.constantFrom<Value[]>(null, 'completed', 'abandoned', 'still-waiting', 'lost'),
    fc.constantFrom<Value[]>('on-hold', 'on-hold', 'other', null),
    fc.constantFrom<Value[]>(null, 'external', 'internal'),
    fc.constantFrom<Value[]>('north', 'South', '', null),
  ),
  { maxLength: 60 },
);

const VISITS: readonly Column[] = [
  ['queue_rating', 'number'],
  ['queue_wait', 'number'],
  ['pay_rating', 'number'],
  ['pay_incident', 'number'],
  ['pay_cause', 'text'],
  ['pay_severity', 'number'],
  ['pay_recovered', 'number'],
  ['pay_delight', 'number'],
  ['overall', 'number'],
  ['back', 'number'],
  ['pay_told', 'number'],
  ['wrong', 'number'],
  ['told', 'number'],
  ['often', 'number'],
  ['mended', 'number'],
];

const rating = fc.constantFrom<Value[]>(1, 2, 3, 4, 5, 6, 2.5, null);
const flag = fc.constantFrom<Value[]>(0, 1, null, 2);

const visits = fc.array(
  fc.tuple(
    rating,
    fc.constantFrom<Value[]>(0, 60, 61.5, 900, -1, null),
    rating,
    flag,
    fc.constantFrom<Value[]>(null, null, 'short-changed', 'slow', ''),
    fc.constantFrom<Value[]>(null, null, 3, 10, 12),
    flag,
    flag,
    rating,
    flag,
    flag,
    flag,
    flag,
    fc.constantFrom<Value[]>(null, null, 0, 1, 3, -1, 1.5),
    flag,
  ),
  { maxLength: 60 },
);

/** Repeats some rows, so that there is something to count. */
function repeated(rows: readonly Value[][]): Value[][] {
  return rows.flatMap((row, at) => Array.from({ length: 1 + (at % 5) }, () => row));
}

function given(told: object): object {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

/** A row as a visit, written out anew. */
function visitOf(row: readonly Value[]): object {
  const [queue, wait, pay, incident, cause, severity, recovered, delight, overall, back, ...more] =
    row;
  const [payTold, wrong, told, often, mended] = more;
  const truth = (value: Value | undefined) => (value === 1 ? true : value === 0 ? false : value);
  const grave = { cause, severity, complained: truth(payTold), recovered: truth(recovered) };
  const about = given({ complained: truth(told), times: often, recovered: truth(mended) });
  const isAbout = Object.keys(about).length > 0 && wrong !== 0;
  const problem = isAbout ? { problem: about } : given({ problem: truth(wrong) });
  const isGrave = Object.values(grave).some((told) => told !== null);
  const records = {
    queue: { rating: queue, waitSeconds: wait },
    pay: {
      rating: pay,
      incident: isGrave ? given(grave) : truth(incident),
      delight: truth(delight),
    },
  };
  // Of a moment with empty columns alone nothing is recorded, as where visits come by column.
  const passed = Object.entries(records).filter(([, record]) =>
    Object.values(record).some((value) => value !== null),
  );
  return { moments: Object.fromEntries(passed), ...problem, overall, wouldReturn: truth(back) };
}

describe.each([
  { base: 'DuckDB', open: duckdb },
  { base: 'SQLite', open: sqlite },
])('on $base', ({ open }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  it('measurementSql gives the tally of tallyMeasurements, exact or as a sketch', async () => {
    const both = fc.record({ calls, values: fc.constantFrom('exact' as const, 'sketch' as const) });
    await fc.assert(
      fc.asyncProperty(both, async ({ calls: made, values }) => {
        const cells = repeated(made);
        await database.fill('calls', CALLS, cells);
        const query = {
          dialect: database.dialect,
          from: 'calls',
          by: ['branch'],
          values,
          columns: { value: 'v', unit: 'u', ended: 'e', standard: 's', customer: 'c' },
        } as const;
        const found = measurementTallyFromCounts(
          standard,
          query,
          await database.run(measurementSql(query)),
        );
        const rows = cells.map(([value, unit, ended, named, customer, branch]) => ({
          value,
          unit,
          ended,
          standard: named,
          customer,
          branch,
        }));
        const counted = tallyMeasurements(standard, rows as never[], {
          by: ['branch'] as never[],
          values,
        });
        expect(found).toEqual({ ok: true, value: { ...counted, firstInvalid: [] } });
      }),
      { numRuns: 40 },
    );
  });

  it('visitSql gives the tally of tallyVisits: every table, and the pairs of moments', async () => {
    const both = fc.record({ visits, waits: fc.constantFrom('exact' as const, 'sketch' as const) });
    await fc.assert(
      fc.asyncProperty(both, async ({ visits: made, waits }) => {
        const cells = repeated(made);
        await database.fill('visits', VISITS, cells);
        const query = {
          dialect: database.dialect,
          from: 'visits',
          moments: {
            queue: { rating: 'queue_rating', waitSeconds: 'queue_wait' },
            pay: {
              rating: 'pay_rating',
              incident: 'pay_incident',
              cause: 'pay_cause',
              severity: 'pay_severity',
              complained: 'pay_told',
              recovered: 'pay_recovered',
              delight: 'pay_delight',
            },
          },
          problem: { happened: 'wrong', complained: 'told', times: 'often', recovered: 'mended' },
          overall: 'overall',
          wouldReturn: 'back',
        } as const;
        const rows = await database.run(visitSql(cycle, query));
        const found = visitTallyFromCounts(cycle, query, rows, { waits });
        const counted = tallyVisits(cycle, cells.map(visitOf) as never[], { waits });
        const issues = counted.issues.map((listed) => ({ ...listed, first: [] }));
        expect(found).toEqual({ ok: true, value: { ...counted, issues } });
      }),
      { numRuns: 40 },
    );
  });
});
