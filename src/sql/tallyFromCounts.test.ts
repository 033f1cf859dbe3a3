import { describe, expect, it } from 'vitest';
import { mergeTallies } from '../survey/tally/mergeTallies.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { tallyFromCounts } from './tallyFromCounts.ts';
import { tallySql } from './tallySql.ts';

const survey = {
  id: 'leaving',
  title: 'On leaving',
  questions: [{ id: 'ease', text: 'Q', asks: 'effort', scale: { min: 1, max: 2 } }],
} as const;

/** Two responses from the north, of which one answers 2 and one nothing. */
const rows = [
  { key1: 'north', cell: 0, responses: 2n },
  { key1: 'north', cell: 2, responses: 1n },
  { key1: 'north', cell: 4, responses: 1n },
];

const by = ['branch'] as const;

function faultsOf(given: readonly object[], weight?: string): readonly string[] {
  const read = tallyFromCounts(survey, { by, ...(weight !== undefined && { weight }) }, given);
  return read.ok ? [] : read.issues.map(({ code, message }) => `${code}: ${message}`);
}

describe('tallyFromCounts', () => {
  it('takes counts as numbers, big integers and texts of digits, as drivers give them', () => {
    for (const form of [Number, BigInt, String]) {
      const given = rows.map((row) => ({ ...row, responses: form(row.responses) }));
      expect(tallyFromCounts(survey, { by }, given)).toEqual(tallyFromCounts(survey, { by }, rows));
    }
  });

  it('adds up what counts the same, so that rows of several databases stand in one list', () => {
    const twice = tallyFromCounts(survey, { by }, [...rows, ...rows]);
    const once = tallyFromCounts(survey, { by }, rows);
    expect(twice.ok && once.ok && twice.value).toEqual(
      once.ok && mergeTallies(once.value, once.value),
    );
  });

  it('makes of no rows what tallyResponses makes of no responses, weighted and not', () => {
    for (const query of [{}, { by }, { weight: 'w' }, { by, weight: 'w' }]) {
      const counted = tallyResponses(survey, [], query as object);
      expect(tallyFromCounts(survey, query, [])).toEqual({ ok: true, value: counted });
    }
  });

  it.each<[string, readonly object[], string]>([
    ['a row cut off', rows.slice(0, 2), 'contradiction: cells[1]'],
    ['rows of another query', [{ n: 3 }], 'missing: [0].cell: found nothing'],
    ['a row that is none', [[1, 2] as object], 'wrong-type: [0]: found a list of 2'],
    ['a cell beyond the last', [{ ...rows[0], cell: 6 }], 'out-of-range: [0].cell: found 6'],
    ['a weight where none was asked for', [{ ...rows[0], cell: -1 }], 'out-of-range: [0].cell'],
    ['a count that is not whole', [{ ...rows[0], responses: 1.5 }], 'out-of-range: [0].responses'],
    ['a count below 0', [{ ...rows[0], responses: -1n }], 'out-of-range: [0].responses'],
    [
      'a count that no number holds',
      [{ ...rows[0], responses: 2n ** 53n }],
      'out-of-range: [0].responses',
    ],
    ['a count in words', [{ ...rows[0], responses: 'two' }], 'wrong-type: [0].responses'],
    ['no key', [{ cell: 0, responses: 1 }], 'missing: [0].key1'],
    [
      'a date as a key',
      [{ ...rows[0], key1: new Date(0) }],
      'wrong-type: [0].key1: found "a Date"',
    ],
  ])('reports %s', (_, given, expected) => {
    expect(faultsOf(given)[0]).toContain(expected);
  });

  it('reports sums of weights that are missing', () => {
    expect(faultsOf(rows, 'w')[0]).toContain('missing: [0].weight1');
  });
});

describe('tallySql', () => {
  it.each<[string, object, string]>([
    ['a dialect there is not', { dialect: 'postgresql' }, 'did you mean "postgres"?'],
    ['a misspelt option', { form: 't' }, 'did you mean "from"?'],
    ['no table', { from: [] }, 'the name of a table'],
    ['an empty name', { from: '' }, 'a text that is not empty'],
    ['a condition without values', { where: [{ column: 'a', in: [] }] }, 'at least one value'],
    ['a condition without bounds', { where: [{ column: 'a' }] }, 'in, atLeast or below'],
    ['a condition as text', { where: ['a = 1'] }, 'an object'],
    ['a bound that is no number', { where: [{ column: 'a', below: Number.NaN }] }, 'finite'],
    [
      'recoded texts of a column of numbers',
      { columns: { ease: { column: 'q', recode: { good: 5 } } } },
      '"text" where texts are recoded',
    ],
    [
      'a name that PostgreSQL would cut off',
      { dialect: 'postgres', by: ['é'.repeat(32)] },
      'at most 63 bytes',
    ],
    ['a name that BigQuery cannot have', { dialect: 'bigquery', by: ['a`b'] }, 'without backticks'],
  ])('refuses %s', (_, wrong, expected) => {
    const query = { dialect: 'duckdb', from: 't', ...wrong } as never;
    expect(() => tallySql(survey, query)).toThrow(expected);
  });

  it('names a column by its table, since SQLite takes an unknown name alone for a text', () => {
    expect(tallySql(survey, { dialect: 'sqlite', from: 't' })).not.toMatch(/[^.]"ease"/u);
  });
});
