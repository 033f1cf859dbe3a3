/**
 * Reads what the review program is given: a cycle, and responses in CSV with a mapping of their
 * columns. Whatever is wrong is collected and told at once.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').SurveyResponse} SurveyResponse
 * @typedef {import('service-cycle/interop').ResponseMapping} ResponseMapping
 */
import { readFile } from 'node:fs/promises';
import { parse as parseJsonWithPlaces, printParseErrorCode } from 'jsonc-parser';
import Papa from 'papaparse';
import { parseCycle } from 'service-cycle';
import { readResponses } from 'service-cycle/interop';
import { visible } from './visible.js';

/** Input that cannot be used, with all its faults. */
export class BadInput extends Error {
  /** @param {readonly string[]} faults */
  constructor(faults) {
    super(`This cannot be reviewed:\n${faults.map((fault) => `- ${visible(fault)}`).join('\n')}`);
  }
}

/**
 * @param {string} file
 * @returns {Promise<Cycle>}
 */
export async function readCycle(file) {
  const result = parseCycle(await readJson(file));
  if (result.ok) return result.value;
  throw new BadInput(result.issues.map(({ message }) => `${file}: ${message}`));
}

/**
 * Reads responses out of CSV by a mapping of its columns.
 *
 * @param {Cycle} cycle
 * @param {string} responsesFile
 * @param {string | undefined} columnsFile
 * @param {ReturnType<import('./progress.js').progress>} shown
 */
export async function readObservations(cycle, responsesFile, columnsFile = '', shown) {
  const [mapping, text] = await allOrFaults([readJson(columnsFile), readText(responsesFile)]);
  const { rows, lineOf, faults } = readCsv(text, shown);
  const named = /** @type {ResponseMapping} */ (mapping);
  if (cycle.survey === undefined)
    throw new BadInput(['the cycle has no survey to read answers of']);
  const read = readResponses(cycle, rows, named);
  const { report } = read;
  // Where the headers cannot be read, no column is found, which need not be said of each.
  const misread = read.issues.filter(({ code, path }) => code === 'encoding' && path.length === 1);
  const issues = read.ok || misread.length === 0 ? read.issues : misread;
  const told = [
    ...faults.map((fault) => `${responsesFile}: ${fault}`),
    ...issues.map(({ message, path, rows: positions, code }) => {
      const file = path[0] === 'rows' ? responsesFile : columnsFile;
      const lines = positions.map((position) => String(lineOf(position))).join(', ');
      const place = lines === '' ? '' : ` (line ${lines})`;
      const text = message
        .replace(/ in row \d+/, '')
        .replace(/^rows[.](.+?): found/, 'column $1: found');
      return `${file}: ${text}${place} [${code}]`;
    }),
  ];
  if (!read.ok) throw new BadInput(told);
  if (report.kept === 0) {
    const fault = `${responsesFile}: none of ${String(report.read)} rows counts`;
    throw new BadInput([`${fault}, so that there is nothing to review`, ...told]);
  }
  const headerOf = new Map(report.columns.map(({ as, header }) => [as, header]));
  const dropped = Object.entries(report.dropped).map(([why, count]) => `${String(count)} ${why}`);
  const isLong = named.layout === 'long';
  return {
    responses: /** @type {SurveyResponse[]} */ (read.value),
    source: named.source ?? responsesFile,
    /** The questions that have a column. */
    asked: new Set(report.columns.map(({ as }) => as)),
    /** What there is to group by besides questions. */
    keys: Object.keys(named.keys ?? {}),
    weight: named.weight === undefined ? undefined : 'weight',
    /** What was left out, and what was not understood. */
    notes: [
      ...(dropped.length === 0
        ? []
        : [
            `${String(report.read)} rows, ${String(report.kept)} counted; left out: ${dropped.join(', ')}`,
          ]),
      ...told,
    ],
    /**
     * Where an answer stands in the file.
     *
     * @param {number} position
     * @param {string} question
     */
    placeOf: (position, question) => {
      const line = `line ${String(lineOf(report.positions[position] ?? 0))}`;
      return isLong ? line : `${line}, column ${headerOf.get(question) ?? question}`;
    },
  };
}

/**
 * The cells of a CSV file, row by row, and the lines on which its rows begin.
 *
 * @param {string} text
 * @param {ReturnType<import('./progress.js').progress>} shown
 */
function readCsv(text, shown) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {number[]} */
  const lines = [];
  /** @type {string[]} */
  const faults = [];
  let start = 0;
  let line = 1;
  Papa.parse(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }) => {
      const row = /** @type {string[]} */ (data);
      if (row.some((cell) => cell.trim() !== '')) {
        rows.push(row);
        lines.push(line);
      }
      for (const { message, type } of errors) {
        if (type !== 'Delimiter' && faults.length < 20)
          faults.push(`line ${String(line)}: ${message}`);
      }
      shown.count('Rows read', rows.length);
      line += text.slice(start, meta.cursor).split('\n').length - 1;
      start = meta.cursor;
    },
  });
  // The headers come first and have no position.
  return { rows, faults, lineOf: (/** @type {number} */ position) => lines[position + 1] ?? line };
}

/**
 * What stands between the headers: the sign of which there are the most outside of quotes. Papaparse looks at rows, and misses it
 * where there are few of them.
 *
 * @param {string} text
 */
function delimiterOf(text) {
  const [headers = ''] = text
    .slice(0, 100_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/);
  const counted = [',', ';', '\t', '|'].map((sign) => ({
    sign,
    count: headers.split(sign).length - 1,
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * The values of all promises, or the faults of all that failed.
 *
 * @template A, B
 * @param {[Promise<A>, Promise<B>]} promises
 * @returns {Promise<[A, B]>}
 */
async function allOrFaults(promises) {
  const settled = await Promise.allSettled(promises);
  const faults = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const unexpected = faults.find((reason) => !(reason instanceof BadInput));
  if (unexpected !== undefined) throw unexpected;
  if (faults.length > 0) {
    throw new BadInput(faults.flatMap(({ message }) => message.split('\n- ').slice(1)));
  }
  return Promise.all(promises);
}

/** @param {string} file */
async function readText(file) {
  try {
    const bytes = await readFile(file);
    // Excel writes "Unicode text" as UTF-16, which its first two bytes say.
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${String(code)})`;
    throw new BadInput([`${file}: ${why}`]);
  }
}

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
async function readJson(file) {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch {
    /** @type {import('jsonc-parser').ParseError[]} */
    const errors = [];
    parseJsonWithPlaces(text, errors);
    const [{ offset, error } = { offset: text.length, error: 0 }] = errors;
    const line = text.slice(0, offset).split('\n').length;
    throw new BadInput([
      `${file}, line ${String(line)}: this is not JSON (${printParseErrorCode(error)})`,
    ]);
  }
}
