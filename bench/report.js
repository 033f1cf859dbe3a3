/**
 * What was measured, as tables that read well on a terminal and in Markdown.
 *
 * @typedef {import('./tasks/index.js').Answer} Answer
 * @typedef {import('./tasks/index.js').Task<any>} Task
 * @typedef {import('./tasks/index.js').Target} Target
 * @typedef {ReadonlyMap<string, import('./measure.js').Outcome>} Outcomes
 */
import { HAND, OURS } from './tasks/index.js';

/** The size that targets hold for where nothing else is said. */
export const TARGET_SIZE = 1e6;

/** How far two answers may lie apart. */
const TOLERANCE = 1e-9;

/**
 * The table of one task at one size: the ratios are of medians.
 *
 * @param {Outcomes} outcomes
 */
export function resultTable(outcomes) {
  const ours = medianOf(outcomes, OURS);
  const hand = medianOf(outcomes, HAND);
  const rows = [...outcomes].map(([method, outcome]) => {
    if (outcome.kind !== 'measured') return [method, outcome.kind];
    const median = medianOf(outcomes, method);
    if (median === undefined) return [method, 'WRONG'];
    return [
      method,
      figure(median),
      `${figure(Math.min(...outcome.milliseconds))} to ${figure(Math.max(...outcome.milliseconds))}`,
      ratio(hand, median),
      ratio(median, ours),
      figure(outcome.megabytes),
    ];
  });
  return table(
    ['method', 'median ms', 'range ms', `speed / ${HAND}`, `${OURS} is faster`, 'extra MB'],
    rows,
  );
}

/**
 * Why methods have no time.
 *
 * @param {Outcomes} outcomes
 */
export function faultLines(outcomes) {
  return [...outcomes].flatMap(([method, outcome]) => {
    if (outcome.kind !== 'measured') return [`- ${method}: ${outcome.kind}: ${outcome.why}`];
    const fault = faultOf(outcomes, outcome.answer);
    return fault === undefined ? [] : [`- ${method}: WRONG: ${fault}`];
  });
}

/**
 * The targets of a task, each with what was found.
 *
 * @param {Task} task
 * @param {number} n
 * @param {number} largest the most responses that are measured
 * @param {Outcomes} outcomes
 * @returns {readonly (readonly string[])[]}
 */
export function targetRows({ title, targets, targetSize = TARGET_SIZE }, n, largest, outcomes) {
  const held = targets.filter(({ sizes = [Math.min(targetSize, largest)] }) => sizes.includes(n));
  return held.map(({ by = OURS, than = HAND, speed, milliseconds, megabytes }) => {
    const outcome = outcomes.get(by);
    const ours = medianOf(outcomes, by);
    const goal =
      milliseconds !== undefined
        ? `at most ${milliseconds} ms`
        : megabytes !== undefined
          ? `at most ${megabytes} MB extra`
          : `at least ${speed}x the speed of ${than}`;
    const wanted = by === OURS ? goal : `${by}: ${goal}`;
    const row = (/** @type {string} */ found, /** @type {string} */ judged) => [
      title,
      count(n),
      wanted,
      found,
      judged,
    ];
    if (outcome?.kind !== 'measured') return row('', outcome?.kind ?? 'not measured');
    if (ours === undefined) return row('', 'WRONG');
    if (milliseconds !== undefined) return row(`${figure(ours)} ms`, verdict(ours <= milliseconds));
    if (megabytes !== undefined) {
      return row(`${figure(outcome.megabytes)} MB`, verdict(outcome.megabytes <= megabytes));
    }
    const other = medianOf(outcomes, than);
    if (other === undefined) return row('', 'not measured');
    return row(ratio(other, ours), verdict(other / ours >= (speed ?? 1)));
  });
}

/** @param {boolean} reached */
function verdict(reached) {
  return reached ? 'reached' : 'NOT REACHED';
}

/** @param {readonly (readonly string[])[]} rows */
export function targetTable(rows) {
  return table(['work', 'responses', 'target', 'found', ''], rows);
}

/** @param {number} n */
export function count(n) {
  return n.toLocaleString('en');
}

/**
 * The median time of a method whose answer is right.
 *
 * @param {Outcomes} outcomes
 * @param {string} method
 */
function medianOf(outcomes, method) {
  const outcome = outcomes.get(method);
  if (outcome?.kind !== 'measured') return undefined;
  if (faultOf(outcomes, outcome.answer) !== undefined) return undefined;
  const sorted = outcome.milliseconds.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/**
 * The first thing in which an answer differs from the hand loop's, if anything.
 *
 * @param {Outcomes} outcomes
 * @param {Answer} answer
 */
function faultOf(outcomes, answer) {
  const hand = outcomes.get(HAND);
  if (hand?.kind !== 'measured') return 'nothing to compare with';
  const found = new Map(answer);
  if (answer.length !== hand.answer.length || found.size !== answer.length) {
    return `${answer.length} groups instead of ${hand.answer.length}`;
  }
  for (const [label, expected] of hand.answer) {
    const figures = found.get(label);
    const same =
      figures?.length === expected.length &&
      figures.every((value, place) => isClose(value, expected[place] ?? NaN));
    if (!same) return `${label}: ${figures?.join(' ')} instead of ${expected.join(' ')}`;
  }
  return undefined;
}

/**
 * @param {number} a
 * @param {number} b
 */
function isClose(a, b) {
  return Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= TOLERANCE;
}

/**
 * @param {number | undefined} above
 * @param {number | undefined} below
 */
function ratio(above, below) {
  return above === undefined || below === undefined ? '' : `${(above / below).toFixed(2)}x`;
}

/** @param {number} value */
function figure(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
