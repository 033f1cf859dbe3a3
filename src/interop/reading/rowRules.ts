import { codeOf } from './cellText.ts';
import type { ImportLog } from './importLog.ts';
import type { Fields, MappingReader } from './mappingFields.ts';
import type { PlannedColumn, RowPlan } from './rowReader.ts';

/** Refuses a mapping that was made for another cycle or survey. */
export function refuseOther(name: string, told: unknown, id: string, log: ImportLog): void {
  if (told === undefined || told === id) return;
  const expected = `${JSON.stringify(id)}, the ${name} that is read`;
  log.refuse({ code: 'mapping-of-another-cycle', path: ['mapping', name], found: told, expected });
}

/** The parts of a mapping that choose rows, alike for responses, visits and measurements. */
export function readRowRules(
  fields: Fields,
  reader: MappingReader,
  isLong: boolean,
): Omit<RowPlan, 'columns' | 'headerTexts'> {
  const textAt = (name: string): string | undefined =>
    fields[name] === undefined ? undefined : reader.text(fields[name], ['mapping', name]);
  const told = fields['duplicates'];
  const duplicates =
    told === undefined
      ? 'first'
      : reader.oneOf(told, ['mapping', 'duplicates'], ['first', 'last', 'refuse']);
  const keep = fields['keep'];
  const conditions =
    keep === undefined
      ? []
      : reader.entries(keep, ['mapping', 'keep']).map(([header, codes]) => {
          const list = reader.codes(codes, ['mapping', 'keep', header]);
          return [header, new Set(list.map((code) => codeOf(code.trim())))] as const;
        });
  return {
    id: textAt('id'),
    weight: textAt('weight'),
    duplicates: isLong ? 'all' : (duplicates ?? 'first'),
    keep: conditions,
  };
}

/** Refuses two columns that would go into one field of the result. */
export function refuseTwice(
  columns: readonly Pick<PlannedColumn, 'header' | 'as' | 'path'>[],
  log: ImportLog,
): void {
  const seen = new Map<string, string>();
  for (const { header, as, path } of columns) {
    const other = seen.get(as);
    if (other !== undefined) {
      log.refuse({
        code: 'two-columns',
        path,
        found: header,
        expected: `one column for ${JSON.stringify(as)}, which ${JSON.stringify(other)} is too`,
      });
    }
    seen.set(as, header);
  }
}
