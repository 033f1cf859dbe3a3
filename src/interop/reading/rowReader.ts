import { cellText, codeOf, isBlank, numberOfCell } from './cellText.ts';
import {
  type Cell,
  type ColumnReading,
  type CountedColumn,
  countedColumn,
} from './columnCounter.ts';
import type { ImportLog } from './importLog.ts';
import type { ColumnReport, DropReason, ImportReport } from './importTypes.ts';
import type { Path } from './mappingFields.ts';
import { type NeededColumn, openTable } from './table.ts';

/** A column that is needed and read. */
export interface PlannedColumn extends ColumnReading {
  /** Where the mapping names it. */
  readonly path: Path;
}

/** How rows are read. */
export interface RowPlan {
  /** The columns that are read, keys among them. */
  readonly columns: readonly PlannedColumn[];
  /** The column of the id. */
  readonly id?: string | undefined;
  /** Which of several rows of one id counts; `all` where several rows belong together. */
  readonly duplicates: 'first' | 'last' | 'refuse' | 'all';
  /** The column of the weights. */
  readonly weight?: string | undefined;
  /** How decimals of the weights are written; with a dot when absent. */
  readonly number?: 'dot' | 'comma';
  /** The rows that count: what columns have to hold. */
  readonly keep: readonly (readonly [header: string, codes: ReadonlySet<string>])[];
  /** Texts that stand only in rows of headers, in small letters. */
  readonly headerTexts: ReadonlySet<string>;
}

/** A row that counts. */
export interface ReadRow {
  /** Its position, from 0. */
  readonly position: number;
  /** Its id as text; none where ids are not asked for. */
  readonly id: string | undefined;
  /** Its weight; none where weights are not asked for. */
  readonly weight: number | undefined;
  /** What its cells were read as, in the order of the plan. */
  readonly cells: readonly Cell[];
  /** The cells as they stand. */
  readonly raws: readonly unknown[];
}

/** Reads rows by a plan. */
export interface RowReader {
  /** Takes the next row. */
  readonly push: (row: unknown) => void;
  /** What is known after the last row. */
  readonly end: () => Pick<ImportReport, 'read' | 'unmapped'> & {
    /** What became of the cells of the plan's columns. */
    readonly columns: readonly ColumnReport[];
  };
}

/** Makes a reader that hands on the rows that count. */
export function rowReader(plan: RowPlan, log: ImportLog, take: (row: ReadRow) => void): RowReader {
  const needed: NeededColumn[] = plan.columns.map(({ header, path }) => ({ header, path }));
  const place = (header: string, path: Path): number => needed.push({ header, path }) - 1;
  const idPlace = plan.id === undefined ? -1 : place(plan.id, ['mapping', 'id']);
  const weightPlace = plan.weight === undefined ? -1 : place(plan.weight, ['mapping', 'weight']);
  const conditions = plan.keep.map(([header, codes]) => ({
    at: place(header, ['mapping', 'keep', header]),
    codes,
  }));
  const table = openTable(needed, log);
  const columns: readonly CountedColumn[] = plan.columns.map((one) => countedColumn(one, log));
  const ids = new Set<string>();
  const lasts = new Map<string, ReadRow>();
  const isRefused = log.isRefused();
  let onlyHeaders = true;

  const emit = (row: ReadRow): void => {
    for (const [at, column] of columns.entries()) {
      const cell = row.cells[at];
      if (cell !== undefined) column.count(cell, row.raws[at], row.position);
    }
    take(row);
  };

  const drop = (reason: DropReason): void => {
    log.drop(reason);
  };

  return {
    push: (raw) => {
      if (isRefused) return;
      const raws = table.cellsOf(raw);
      if (raws === undefined) return;
      const position = table.position();
      const cells = columns.map((column, at) => column.read(raws[at]));
      if (onlyHeaders && position < 3) {
        const found = headerAmong(cells, raws, plan);
        if (found !== undefined) {
          drop('second-header-row');
          log.note({
            code: 'second-header-row',
            path: ['rows'],
            found,
            expected: 'one row of headers',
            row: position,
          });
          return;
        }
      }
      onlyHeaders = false;
      if (!conditions.every(({ at, codes }) => holds(raws[at], codes))) {
        drop('not-kept');
        return;
      }
      let weight: number | undefined;
      if (weightPlace >= 0) {
        weight = numberOfCell(raws[weightPlace], plan.number);
        if (weight === undefined || weight < 0) {
          drop('unread-weight');
          log.note({
            code: 'unread-weight',
            path: ['rows', plan.weight ?? ''],
            found: raws[weightPlace],
            expected: 'a number, 0 or more',
            row: position,
          });
          return;
        }
      }
      if (idPlace < 0) {
        emit({ position, id: undefined, weight, cells, raws });
        return;
      }
      const text = cellText(raws[idPlace]);
      if (text === undefined || text === '') {
        drop('missing-id');
        log.note({
          code: 'missing-id',
          path: ['rows', plan.id ?? ''],
          found: raws[idPlace],
          expected: 'an id',
          row: position,
        });
        return;
      }
      const row = { position, id: codeOf(text), weight, cells, raws };
      if (plan.duplicates === 'all') {
        emit(row);
        return;
      }
      const isKnown = plan.duplicates === 'last' ? lasts.has(row.id) : ids.has(row.id);
      if (isKnown) {
        const fault = {
          code: 'duplicate-id',
          path: ['rows', plan.id ?? ''],
          found: raws[idPlace],
          expected: 'each id once',
          row: position,
        } as const;
        drop('duplicate-id');
        if (plan.duplicates === 'refuse') log.refuse(fault);
        else log.note(fault);
      }
      if (plan.duplicates === 'last') lasts.set(row.id, row);
      else if (!isKnown) {
        ids.add(row.id);
        emit(row);
      }
    },
    end: () => {
      for (const row of lasts.values()) emit(row);
      if (!isRefused) table.finish();
      return {
        read: table.read(),
        unmapped: table.unmapped(),
        columns: columns.map((column) => column.report()),
      };
    },
  };
}

function holds(cell: unknown, codes: ReadonlySet<string>): boolean {
  const text = isBlank(cell) ? '' : cellText(cell);
  return text !== undefined && (codes.has(text) || codes.has(codeOf(text)));
}

/** The text that shows that a row repeats headers; nothing where a cell of the row is understood. */
function headerAmong(
  cells: readonly Cell[],
  raws: readonly unknown[],
  { headerTexts, columns }: RowPlan,
): string | undefined {
  let found: string | undefined;
  for (const [at, cell] of cells.entries()) {
    const raw = raws[at];
    const header = columns[at]?.header;
    const isHeader =
      typeof raw === 'string' &&
      (raw.startsWith('{"ImportId"') ||
        raw.trim() === header?.trim() ||
        headerTexts.has(raw.trim().toLowerCase()));
    if (isHeader) found ??= raw;
    else if (cell.state === 'answered' || cell.state === 'notApplicable') return undefined;
  }
  return found;
}
