import {
  checkObject,
  checkOneOf,
  checkOptions,
  checkRows,
  isFields,
  isList,
} from '../../shared/refuse.ts';
import { cellText, isBlank } from '../reading/cellText.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { DataRow, Import, ImportReport } from '../reading/importTypes.ts';

/** What became of the rows of an export. */
export interface ExportReport {
  /** How many rows there were below the headers. */
  readonly read: number;
  /** How many are kept. */
  readonly kept: number;
  /** How many were left out, by reason. */
  readonly dropped: ImportReport['dropped'];
}

/** An export taken apart: its headers, and rows as lists of cells. */
interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What to keep of an export. */
export interface ExportOptions {
  /** `complete` (when absent): only responses that were finished; `all`: every row. */
  readonly keep?: 'complete' | 'all';
}

/**
 * Rows of a Qualtrics export with one row of headers: the rows of question texts and of import ids are left out, and
 * so are previews, tests and spam (`Status` not 0 or `IP Address`) and what was not finished (`Finished` not 1 or
 * `True`), unless told. In the older form the names of the second row take the place of `V1`, `V2` and so on.
 *
 * Issues: `wrong-format` where there is no row of import ids, `no-rows`.
 *
 * @param rows - lists of cells, or objects keyed by header
 * @param options - what to keep
 * @returns lists of cells with the headers first, for `readResponses`
 * @example
 * const rows = [
 *   ['Status', 'Finished', 'Q1'],
 *   ['Response Type', 'Finished', 'Recommend?'],
 *   ['{"ImportId":"status"}', '{"ImportId":"finished"}', '{"ImportId":"QID1"}'],
 *   ['0', '1', '9'],
 *   ['1', '1', '10'],
 * ];
 * const read = qualtricsRows(rows);
 * read.ok && read.value; // => [['Status', 'Finished', 'Q1'], ['0', '1', '9']]
 * read.report.dropped; // => { 'not-kept': 1 }
 */
export function qualtricsRows(
  rows: Iterable<DataRow>,
  options: ExportOptions = {},
): Import<readonly (readonly unknown[])[], ExportReport> {
  checkOptions(options, ['keep']);
  checkKeep(options);
  const log = importLog();
  const sheet = sheetOf(rows, log);
  const [first = []] = sheet.rows;
  const ids = sheet.rows.slice(0, 3).findIndex((row) => row.some(isImportId));
  const isOlder = ids < 0 && sheet.headers[0] === 'V1' && first[0] === 'ResponseID';
  if (ids < 0 && !isOlder && sheet.headers.length > 0) {
    const expected = 'a row of import ids below the headers, as Qualtrics writes';
    log.refuse({ code: 'wrong-format', path: ['rows'], found: first[0], expected });
  }
  const headers = isOlder
    ? sheet.headers.map((name, at) => (/^V\d+$/.test(name) ? String(first[at]) : name))
    : sheet.headers;
  const body = sheet.rows.slice(isOlder ? 1 : ids + 1);
  const status = headers.indexOf('Status');
  const finished = headers.indexOf('Finished');
  const kept = keepRows(body, log, (row) => {
    if (options.keep === 'all') return true;
    const isReal = status < 0 || ['0', 'IP Address'].includes(cellText(row[status]) ?? '');
    return isReal && (finished < 0 || /^(1|true)$/i.test(cellText(row[finished]) ?? ''));
  });
  return finish(log, headers, body.length, kept);
}

/** What to keep of a LimeSurvey export, and what its codes mean. */
export interface LimeSurveyOptions extends ExportOptions {
  /** The number for an answer code, such as 5 for `A5`, in the columns of array questions (`SUS1[SQ001]`). */
  readonly codes?: { readonly [code: string]: number };
}

/**
 * Rows of a LimeSurvey export: only responses with a `submitdate`, unless told, and answer codes as the numbers
 * that `codes` gives in the columns of array questions.
 *
 * Issues: `wrong-format` where there is no column `submitdate`, `unknown-key-value` for codes that `codes` does not
 * name, `no-rows`.
 *
 * @param rows - lists of cells, or objects keyed by header
 * @param options - what to keep, and the codes
 * @returns lists of cells with the headers first, for `readResponses`
 * @example
 * const rows = [
 *   ['id', 'submitdate', 'SUS1[SQ001]'],
 *   ['8', '2020-09-28 12:21:05', 'A5'],
 *   ['9', '', 'A1'],
 * ];
 * const read = limeSurveyRows(rows, { codes: { A1: 1, A5: 5 } });
 * read.ok && read.value;
 * // => [['id', 'submitdate', 'SUS1[SQ001]'], ['8', '2020-09-28 12:21:05', 5]]
 */
export function limeSurveyRows(
  rows: Iterable<DataRow>,
  options: LimeSurveyOptions = {},
): Import<readonly (readonly unknown[])[], ExportReport> {
  checkOptions(options, ['keep', 'codes']);
  checkKeep(options);
  if (options.codes !== undefined) checkObject('codes', options.codes);
  const log = importLog();
  const { headers, rows: body } = sheetOf(rows, log);
  const submitted = headers.indexOf('submitdate');
  if (submitted < 0 && headers.length > 0) {
    const expected = 'a column submitdate, as LimeSurvey writes';
    log.refuse({ code: 'wrong-format', path: ['rows'], found: headers[0], expected });
  }
  const kept = keepRows(body, log, (row) => options.keep === 'all' || !isBlank(row[submitted]));
  const codes = options.codes && new Map(Object.entries(options.codes));
  const arrays = headers.map((header) => /\[.+\]/.test(header));
  const decoded =
    codes === undefined
      ? kept
      : kept.map((row, position) =>
          row.map((cell, at) => {
            const code = cellText(cell) ?? '';
            if (arrays[at] !== true || code === '') return cell;
            const number = codes.get(code);
            if (number === undefined && !/^-?\d+(\.\d+)?$/.test(code)) {
              const path = ['rows', headers[at] ?? ''];
              const expected = 'a code that `codes` names';
              log.note({ code: 'unknown-key-value', path, found: cell, expected, row: position });
            }
            return number ?? cell;
          }),
        );
  return finish(log, headers, body.length, decoded);
}

/**
 * Rows of a SurveyMonkey export with one row of headers out of its two: a question of several columns gets the header
 * `Question: part`, a header that comes again a number. A file with one row of headers stays as it is.
 *
 * @param rows - lists of cells, or objects keyed by header
 * @returns lists of cells with the headers first, for `readResponses`
 * @example
 * const rows = [
 *   ['Respondent ID', 'Recommend us?', 'How was', ''],
 *   ['', 'Response', 'the wait', 'the room'],
 *   ['1', '9', 'Good', 'Bad'],
 * ];
 * const read = surveyMonkeyRows(rows);
 * read.ok && read.value[0];
 * // => ['Respondent ID', 'Recommend us?', 'How was: the wait', 'How was: the room']
 */
export function surveyMonkeyRows(
  rows: Iterable<DataRow>,
): Import<readonly (readonly unknown[])[], ExportReport> {
  const log = importLog();
  const { headers, rows: all } = sheetOf(rows, log);
  const [second = []] = all;
  const isGeneric = (cell: unknown): boolean =>
    /^(response|open-ended response)$/i.test(cellText(cell) ?? '');
  const hasTwo = isBlank(second[0]) && second.some((cell) => !isBlank(cell));
  const isSecond = hasTwo || second.some(isGeneric);
  let question = '';
  const joined = headers.map((header, at) => {
    if (header !== '') question = header;
    const part = cellText(second[at]) ?? '';
    if (!isSecond || part === '' || isGeneric(part)) return header === '' ? question : header;
    return `${question}: ${part}`;
  });
  const body = isSecond ? all.slice(1) : all;
  return finish(log, numbered(joined), body.length, keepRows(body, log));
}

/**
 * Rows of a Google Forms sheet: headers are question texts, so that one that comes again gets a number, as in
 * `Why? (2)`.
 *
 * @param rows - lists of cells, or objects keyed by header
 * @returns lists of cells with the headers first, for `readResponses`
 * @example
 * const read = googleFormsRows([['Timestamp', 'Why?', 'Why?'], ['3/4/2024 8:28:09', 'a', 'b']]);
 * read.ok && read.value[0]; // => ['Timestamp', 'Why?', 'Why? (2)']
 */
export function googleFormsRows(
  rows: Iterable<DataRow>,
): Import<readonly (readonly unknown[])[], ExportReport> {
  const log = importLog();
  const { headers, rows: body } = sheetOf(rows, log);
  return finish(log, numbered(headers), body.length, keepRows(body, log));
}

/** Takes rows of either shape apart; of objects, cells by the headers of the first. */
function sheetOf(rows: Iterable<unknown>, log: ImportLog): Sheet {
  checkRows('rows', rows);
  let headers: readonly string[] | undefined;
  const body: (readonly unknown[])[] = [];
  let position = 0;
  for (const row of rows) {
    if (isList(row) && headers === undefined) {
      headers = Array.from(row, cleanHeader);
      continue;
    }
    if (isList(row)) body.push(row);
    else if (isFields(row)) {
      const keys = Object.keys(row);
      headers ??= keys.map((key, at) => cleanHeader(key, at));
      const own = new Map<string, unknown>(
        Object.entries(row).map(([key, cell], at) => [cleanHeader(key, at), cell]),
      );
      body.push(headers.map((header) => own.get(header)));
    } else {
      log.drop('not-a-row');
      const expected = 'a list of cells, or an object keyed by header';
      log.note({ code: 'wrong-type', path: ['rows'], found: row, expected, row: position });
    }
    position += 1;
  }
  if (headers === undefined) {
    log.refuse({ code: 'no-rows', path: ['rows'], found: 0, expected: 'a row of headers' });
  }
  return { headers: headers ?? [], rows: body };
}

function cleanHeader(cell: unknown, at: number): string {
  const header = cellText(cell) ?? '';
  return at === 0 ? header.replace(/^\ufeff/, '') : header;
}

function isImportId(cell: unknown): boolean {
  return typeof cell === 'string' && cell.startsWith('{"ImportId"');
}

function checkKeep({ keep }: ExportOptions): void {
  if (keep !== undefined) checkOneOf('keep', keep, ['complete', 'all']);
}

function keepRows(
  rows: readonly (readonly unknown[])[],
  log: ImportLog,
  counts: (row: readonly unknown[]) => boolean = () => true,
): (readonly unknown[])[] {
  return rows.filter((row) => {
    if (row.every(isBlank)) {
      log.drop('blank-row');
      return false;
    }
    if (counts(row)) return true;
    log.drop('not-kept');
    return false;
  });
}

function numbered(headers: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const time = (times.get(header) ?? 0) + 1;
    times.set(header, time);
    return time === 1 || header === '' ? header : `${header} (${time})`;
  });
}

function finish(
  log: ImportLog,
  headers: readonly string[],
  read: number,
  rows: readonly (readonly unknown[])[],
): Import<readonly (readonly unknown[])[], ExportReport> {
  if (read === 0 && !log.isRefused()) {
    log.note({ code: 'no-rows', path: ['rows'], found: 0, expected: 'at least one row' });
  }
  return log.close(() => [headers, ...rows], { read, kept: rows.length, dropped: log.dropped() });
}
