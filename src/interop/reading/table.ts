import { closestName } from '../../shared/closestName.ts';
import { quote } from '../../shared/quote.ts';
import { isFields, isList as isRow } from '../../shared/refuse.ts';
import { isBlank, looksMisread } from './cellText.ts';
import type { ImportLog } from './importLog.ts';

/** A column that is needed, and where the mapping names it. */
export interface NeededColumn {
  /** Its header. */
  readonly header: string;
  /** Where it is named. */
  readonly path: readonly (string | number)[];
}

/** Takes rows of either shape apart. */
export interface Table {
  /** The cells of the needed columns, in their order; nothing for a row of headers and one that is left out. */
  readonly cellsOf: (row: unknown) => readonly unknown[] | undefined;
  /** The position of the row taken apart last, from 0; a first row of headers has none. */
  readonly position: () => number;
  /** How many rows there were, without the headers on top. */
  readonly read: () => number;
  /** What can be said only after the last row. */
  readonly finish: () => void;
  /** The headers that nobody needs. */
  readonly unmapped: () => readonly string[];
}

/** Where papaparse puts cells beyond the last header. */
const EXTRA = '__parsed_extra';

/** How many headers are remembered, and in how many rows they are looked for. */
const REMEMBERED = 1000;

/** Makes a table out of rows that are objects, or lists of cells with the headers first. */
export function openTable(needed: readonly NeededColumn[], log: ImportLog): Table {
  let headers: readonly string[] | undefined;
  let isList = false;
  let read = 0;
  let places: readonly number[] = [];
  let reach = 0;
  let firstKeys: readonly string[] = [];
  const known = new Set<string>();
  const found = new Set<string>();

  const startList = (row: readonly unknown[]): void => {
    isList = true;
    headers = Array.from(row, headerOf);
    checkHeaders(headers, needed, log);
    const at = new Map<string, number>();
    for (const [place, header] of headers.entries()) {
      known.add(header);
      if (!at.has(header)) at.set(header, place);
    }
    places = needed.map(({ header }) => at.get(header) ?? -1);
    for (const { header } of needed) if (at.has(header)) found.add(header);
    reach = places.reduce((most, place) => Math.max(most, place + 1), 0);
  };

  const listCells = (row: readonly unknown[], width: number): readonly unknown[] | undefined => {
    if (row.every(isBlank)) {
      log.drop('blank-row');
      return undefined;
    }
    const extra = row.length > width ? row.slice(width).find((cell) => !isBlank(cell)) : undefined;
    if (extra !== undefined) return leaveOut('extra-cells', extra, `${width} cells`);
    if (row.length < reach) {
      return leaveOut('missing-cells', `${row.length} cells`, `${width} cells`);
    }
    return places.map((place) => (place < 0 ? undefined : row[place]));
  };

  const leaveOut = (
    code: 'extra-cells' | 'missing-cells',
    cell: unknown,
    expected: string,
  ): readonly unknown[] | undefined => {
    log.drop(code);
    log.note({ code, path: ['rows'], found: cell, expected, row: read - 1 });
    return undefined;
  };

  const objectCells = (row: Fields): readonly unknown[] | undefined => {
    const keys = Object.keys(row);
    if (headers === undefined) {
      headers = keys.filter((key) => key !== EXTRA);
      firstKeys = headers;
      checkHeaders(headers, [], log);
    }
    if (known.size < REMEMBERED && (read <= REMEMBERED || keys.length > known.size)) {
      for (const key of keys) known.add(key);
    }
    const cells: unknown[] = [];
    let hasAny = false;
    let lacks = false;
    for (const { header } of needed) {
      const name = Object.hasOwn(row, header) ? header : marked(header, row);
      if (name === undefined) {
        lacks = true;
        cells.push(undefined);
      } else {
        if (found.size < needed.length) found.add(header);
        const cell = row[name];
        if (!hasAny && !isBlank(cell)) hasAny = true;
        cells.push(cell);
      }
    }
    if (!hasAny && keys.every((key) => isBlank(row[key]))) {
      log.drop('blank-row');
      return undefined;
    }
    if (keys.length > firstKeys.length && Object.hasOwn(row, EXTRA)) {
      const extra = [row[EXTRA]].flat().find((cell) => !isBlank(cell));
      if (extra !== undefined) return leaveOut('extra-cells', extra, `${firstKeys.length} cells`);
    }
    if (lacks && keys.length < firstKeys.length && isCutShort(row, keys, firstKeys)) {
      return leaveOut('missing-cells', `${keys.length} cells`, `${firstKeys.length} cells`);
    }
    return cells;
  };

  return {
    cellsOf: (row) => {
      if (isRow(row)) {
        if (headers === undefined) {
          startList(row);
          return undefined;
        }
        read += 1;
        if (isList) return listCells(row, headers.length);
      } else {
        read += 1;
        if (isFields(row) && !isList && !(row instanceof Date)) return objectCells(row as Fields);
      }
      log.drop('not-a-row');
      log.note({
        code: 'wrong-type',
        path: ['rows'],
        found: row,
        expected: isList ? 'a list of cells, as the first row' : 'an object keyed by header',
        row: read - 1,
      });
      return undefined;
    },
    position: () => read - 1,
    read: () => read,
    finish: () => {
      if (read === 0) {
        log.note({ code: 'no-rows', path: ['rows'], found: 0, expected: 'at least one row' });
      }
      if (headers === undefined) return;
      for (const { header, path } of needed) {
        if (!found.has(header)) refuseColumn(header, path, known, log);
      }
    },
    unmapped: () => {
      const wanted = new Set(needed.map(({ header }) => header));
      return [...known].filter((header) => !wanted.has(header) && header !== EXTRA);
    },
  };
}

interface Fields {
  readonly [header: string]: unknown;
}

/** The header with a byte order mark before it, as the first one of a file may have. */
function marked(header: string, row: object): string | undefined {
  const name = `\ufeff${header}`;
  return Object.hasOwn(row, name) ? name : undefined;
}

function headerOf(cell: unknown, place: number): string {
  const header = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  return place === 0 ? header.replace(/^\ufeff/, '') : header;
}

function checkHeaders(
  headers: readonly string[],
  needed: readonly NeededColumn[],
  log: ImportLog,
): void {
  const seen = new Set<string>();
  const wanted = new Set(needed.map(({ header }) => header));
  for (const header of headers) {
    if (looksMisread(header)) {
      const expected = 'headers in the encoding in which the file was written, such as UTF-8';
      log.note({ code: 'encoding', path: ['rows'], found: header, expected });
    }
    if (header !== '' && seen.has(header)) {
      const fault = {
        code: 'repeated-header',
        path: ['rows', header],
        found: header,
        expected: 'each header once',
      } as const;
      if (wanted.has(header)) log.refuse(fault);
      else log.note(fault);
    }
    seen.add(header);
  }
}

/** Whether a row of texts has the first headers and no others, as a line that was cut has. */
function isCutShort(row: Fields, keys: readonly string[], headers: readonly string[]): boolean {
  return keys.every((key, place) => key === headers[place] && typeof row[key] === 'string');
}

function refuseColumn(
  header: string,
  path: readonly (string | number)[],
  known: ReadonlySet<string>,
  log: ImportLog,
): void {
  const trimmed = [...known].find((name) => name.trim() === header.trim());
  const meant = trimmed ?? closestName(header, known);
  const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
  log.refuse({
    code: 'no-column',
    path,
    found: header,
    expected: `a header of the rows${hint}`,
  });
}
