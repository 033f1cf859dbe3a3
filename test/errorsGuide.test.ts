import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/projectFiles.ts';
import { publicCodes } from './support/publicCodes.ts';

interface Row {
  readonly code: string;
  readonly cause: string;
  readonly cure: string;
}

/** The tables of the guide by their heading; a heading may end in the name of a type, in backticks. */
function readTables(text: string): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  let heading = '';
  for (const line of text.split('\n')) {
    const title = /^## (?:.*`(\w+)`|(.*))$/.exec(line);
    if (title !== null) heading = title[1] ?? title[2] ?? '';
    const cells = /^\| `([\w-]+)` \|(.*)\|(.*)\|$/.exec(line);
    if (heading === '' || cells === null) continue;
    const [, code = '', cause = '', cure = ''] = cells;
    tables.set(heading, [...(tables.get(heading) ?? []), { code, cause, cure }]);
  }
  return tables;
}

describe('the guide to errors', () => {
  const tables = readTables(readFileSync(join(ROOT, 'docs/errors.md'), 'utf8'));
  const { of, reasons } = publicCodes();
  const codesOf = (heading: string): readonly string[] =>
    (tables.get(heading) ?? []).map(({ code }) => code);

  it.each([
    'IssueCode',
    'ImportIssueCode',
    'ServiceCycleErrorCode',
    'VisitIssueCode',
    'EventFaultCode',
    'InvalidMeasurementReason',
    'InvalidTenureReason',
    'CycleFindingCode',
    'StakeFindingCode',
    'ScoreWarning',
  ])('has a row for each %s, and for nothing else', (type) => {
    expect(of(type)).not.toEqual([]);
    expect(codesOf(type).toSorted()).toEqual(of(type).toSorted());
  });

  it('has a row for each reason why something is not estimable, and for nothing else', () => {
    expect(reasons.size).toBeGreaterThan(20);
    expect(codesOf('Not estimable: the reasons').toSorted()).toEqual([...reasons.keys()]);
  });

  it('tells of no reason that the words of the languages do not say, nor they of another', () => {
    expect(of('NotKnownReason').toSorted()).toEqual([...reasons.keys()]);
  });

  it('says of each its cause and its cure', () => {
    for (const { code, cause, cure } of [...tables.values()].flat()) {
      expect([code, cause.trim() !== '' && cure.trim() !== '']).toEqual([code, true]);
    }
  });
});
