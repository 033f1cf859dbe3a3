/**
 * How much room grouped scores take as JSON, and what of it their figures alone: no shape of the result can be
 * smaller than these.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { KEYS, makeColumns } from './data.js';
import { api, SHOW_ALL, SURVEY } from './ours.js';
import { count, targetTable } from './report.js';

const MOST_MEGABYTES = 2;

/**
 * The target of size, as rows of the table of targets.
 *
 * @param {number} n
 * @returns {readonly (readonly string[])[]}
 */
export function sizeRows(n) {
  const columns = { kind: 'columns', ...makeColumns(n) };
  const tally = api.tallyResponses(SURVEY, columns, { by: KEYS });
  const scores = api.scoreTally(SURVEY, tally, SHOW_ALL);
  /** @type {readonly { value: number[], low: number[], high: number[] }[]} */
  const metrics = scores.groups.columns;
  const figures = metrics.flatMap(({ value, low, high }) => [...value, ...low, ...high]);
  const groups = { ...scores.groups, counts: undefined };
  const whole = JSON.stringify(scores);
  const megabytes = whole.length / 1e6;
  const row = (/** @type {string} */ what, /** @type {unknown} */ value) => [
    what,
    count(n),
    '',
    sizeOf(JSON.stringify(value)),
    '',
  ];
  return [
    [
      `JSON of NPS, CSAT, CES and mean in ${count(scores.groups.responses.length)} groups`,
      count(n),
      `below ${MOST_MEGABYTES} MB`,
      sizeOf(whole),
      megabytes < MOST_MEGABYTES ? 'reached' : 'NOT REACHED',
    ],
    row(`Its ${count(figures.length)} values and limits alone, as one list of numbers`, figures),
    row('The same JSON without the counts behind the columns', { ...scores, groups }),
    row('The tally that it is scored from', tally),
  ];
}

/** @param {string} json */
function sizeOf(json) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
  return `${megabytes(json.length)} MB (${megabytes(gzipSync(json).length)} MB as gzip)`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(targetTable(sizeRows(1e6)));
