/**
 * Reads what the review program is given: a cycle, and responses in CSV with a description of their
 * columns. Whatever is wrong is collected and told at once.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').SurveyResponse} SurveyResponse
 * @typedef {{ question: string, notApplicable?: unknown[], blank?: unknown[], recode?: { [code: string]: number } }} Column
 * @typedef {{ columns: { [header: string]: Column }, source?: string }} Columns
 */
import { readFile } from 'node:fs/promises';
import { parse as parseJsonWithPlaces, printParseErrorCode } from 'jsonc-parser';
import Papa from 'papaparse';
import { NOT_APPLICABLE, parseCycle } from 'service-cycle';
import { visible } from './render.js';

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
 * Reads responses, one row a customer.
 *
 * @param {Cycle} cycle
 * @param {string} responsesFile
 * @param {string | undefined} columnsFile
 */
export async function readObservations(cycle, responsesFile, columnsFile = '') {
  const [columns, text] = await allOrFaults([
    readJson(columnsFile).then((json) => checkColumns(json, cycle, columnsFile)),
    readText(responsesFile),
  ]);
  const { data, meta, errors } = Papa.parse(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: keyOf,
  });
  const rows = /** @type {{ [header: string]: string }[]} */ (data);
  const headers = Object.keys(columns.columns);
  const faults = [
    ...headers
      .filter((header) => !(meta.fields ?? []).includes(keyOf(header)))
      .map((header) => `${responsesFile}: no column "${header}", which ${columnsFile} names`),
    ...errors
      .filter(({ type }) => type !== 'Delimiter')
      .slice(0, 20)
      .map(({ row = 0, message }) => `${responsesFile}: row ${String(row + 2)}: ${message}`),
  ];
  if (faults.length > 0) throw new BadInput(faults);

  const readers = Object.entries(columns.columns).map(([header, column]) => ({
    header,
    question: column.question,
    read: answerReader(column),
  }));
  const responses = rows.map((row) =>
    Object.fromEntries(
      readers.map(({ header, question, read }) => [question, read(row[keyOf(header)] ?? '')]),
    ),
  );
  const headerOf = new Map(readers.map(({ question, header }) => [question, header]));
  return {
    responses: /** @type {SurveyResponse[]} */ (responses),
    source: columns.source ?? responsesFile,
    /** The questions that have a column. */
    asked: new Set(readers.map(({ question }) => question)),
    /**
     * Where an answer stands in the file.
     *
     * @param {number} position
     * @param {string} question
     */
    placeOf: (position, question) =>
      `row ${String(position + 2)}, column ${headerOf.get(question) ?? question}`,
  };
}

/**
 * The key that a column has in a row: a header such as `__proto__` is no key that a row can have.
 *
 * @param {string} header
 */
function keyOf(header) {
  return `column ${header}`;
}

/**
 * How the codes of one column are read: blank and not applicable first, then recoded, then as they
 * stand. A text that is a number is that number; any other stays a text and counts as invalid.
 *
 * @param {Column} column
 * @returns {(code: string) => number | string | null}
 */
function answerReader({ blank = [], notApplicable = [], recode = {} }) {
  const blanks = new Set(['', ...blank.map(String)]);
  const none = new Set(notApplicable.map(String));
  const recoded = new Map(Object.entries(recode));
  return (cell) => {
    const code = cell.trim();
    if (blanks.has(code)) return null;
    if (none.has(code)) return NOT_APPLICABLE;
    const known = recoded.get(code);
    if (known !== undefined) return known;
    return /^[+-]?\d+(\.\d+)?$/.test(code) ? Number(code) : code;
  };
}

/**
 * @param {unknown} json
 * @param {Cycle} cycle
 * @param {string} file
 * @returns {Columns}
 */
function checkColumns(json, cycle, file) {
  const columns = /** @type {{ columns?: unknown } | null} */ (json)?.columns;
  if (!isObject(columns)) throw new BadInput([`${file}: columns: missing, expected an object`]);
  const known = new Set(cycle.survey?.questions.map(({ id }) => id));
  /** @type {string[]} */
  const faults = [];
  for (const [header, column] of Object.entries(columns)) {
    const place = `${file}: columns.${header}`;
    if (!isObject(column)) {
      faults.push(`${place}: found ${JSON.stringify(column)}, expected an object`);
      continue;
    }
    const { question, notApplicable = [], blank = [], recode = {} } = column;
    if (typeof question !== 'string' || !known.has(question)) {
      const found = JSON.stringify(question) ?? 'nothing';
      faults.push(`${place}.question: found ${found}, expected the id of a question of the survey`);
    }
    for (const [key, list] of Object.entries({ notApplicable, blank })) {
      if (!Array.isArray(list)) faults.push(`${place}.${key}: expected a list of codes`);
    }
    if (!isObject(recode)) faults.push(`${place}.recode: expected an object`);
  }
  if (faults.length > 0) throw new BadInput(faults);
  return /** @type {Columns} */ (json);
}

/**
 * @param {unknown} value
 * @returns {value is { [key: string]: unknown }}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    return await readFile(file, 'utf8');
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
