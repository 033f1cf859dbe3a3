/**
 * The work that is measured.
 *
 * @typedef {readonly (readonly [label: string, figures: readonly number[]])[]} Answer
 * @typedef {object} Measured
 * @property {() => unknown} work what is timed; may be async
 * @property {(result: any) => Answer | Promise<Answer>} read takes what `work` gave and makes it
 * comparable, untimed
 * @typedef {object} Target
 * @property {string} [by] the method of service-cycle that is to reach it; the first one when absent
 * @property {string} [than] the method that service-cycle is compared with
 * @property {number} [speed] how many times as fast as that method service-cycle is to be, at least
 * @property {number} [milliseconds] how long service-cycle may take, at most
 * @property {number} [megabytes] how much memory service-cycle may take besides the data, at most
 * @property {readonly number[]} [sizes] the numbers of responses that it holds for; that of the task when absent
 */
/**
 * @template Data
 * @typedef {object} Task
 * @property {string} title
 * @property {string} note what exactly is compared
 * @property {number} bytes about how much memory one response takes, in one process
 * @property {readonly Target[]} targets
 * @property {number} [targetSize] the number of responses that the targets hold for; a million when absent
 * @property {(n: number) => Data} makeData
 * @property {{ readonly [method: string]: (data: Data) => Measured | Promise<Measured> }} methods each
 * prepares, untimed, and gives back what is measured
 */
import { alpha } from './alpha.js';
import { cube } from './cube.js';
import { groupedColumns } from './groupedColumns.js';
import { groupedRows } from './groupedRows.js';
import { lmg } from './lmg.js';
import { merge } from './merge.js';
import { overallColumn } from './overallColumn.js';
import { overallRows } from './overallRows.js';
import { planSelection } from './planSelection.js';
import { ranking } from './ranking.js';
import { visits } from './visits.js';
import { warehouse } from './warehouse.js';

/** @type {{ readonly [name: string]: Task<any> }} */
export const TASKS = {
  overallColumn,
  overallRows,
  groupedColumns,
  groupedRows,
  cube,
  merge,
  alpha,
  visits,
  warehouse,
  lmg,
  ranking,
  planSelection,
};

/** The method that the others are compared with, and the one that is measured here. */
export const HAND = 'hand loop';
export const OURS = 'service-cycle';
