/**
 * service-cycle as the bench calls it, and how its results are read.
 *
 * @typedef {import('./tasks/index.js').Answer} Answer
 */
import { everyEntry } from '../scripts/entries.js';
import { labelOf } from './read.js';

/**
 * Untyped on purpose: what this build does not have yet shows as "not built" when it is tried, and
 * the rest of the bench runs.
 *
 * @type {any}
 */
export const api = await everyEntry();

const NPS = {
  id: 'nps',
  text: 'How likely are you to recommend us?',
  asks: 'recommendation',
  scale: { min: 0, max: 10 },
};

/** One question. */
export const NPS_SURVEY = { id: 'overall', title: 'Overall', questions: [NPS] };

/** Three questions. */
export const SURVEY = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    NPS,
    { id: 'csat', text: 'How satisfied are you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'ces', text: 'How easy was it?', asks: 'effort', scale: { min: 1, max: 7 } },
  ],
};

/** Small groups are shown too, since no other method hides them. */
export const SHOW_ALL = { minimumGroupSize: 1 };

/**
 * @param {any} scores - of {@link NPS_SURVEY}
 * @returns {Answer}
 */
export function readOverall({ responses, questions }) {
  return [['all', [responses, ...read(questions[0])]]];
}

/**
 * @param {any} scores - of {@link SURVEY}, grouped
 * @returns {Answer}
 */
export function readGroups({ groups: { keys, responses, columns } }) {
  return responses.map((/** @type {number} */ count, /** @type {number} */ place) => [
    labelOf(
      Object.fromEntries(
        keys.map((/** @type {any} */ { name, values, codes }) => [name, values[codes[place]]]),
      ),
    ),
    [
      count,
      ...columns.flatMap((/** @type {any} */ { value, low, high }) =>
        [value, low, high].map((list) => list[place] ?? NaN),
      ),
    ],
  ]);
}

/** @param {any} question */
function read({ scores: [score] }) {
  if (score.kind !== 'estimate') return [NaN, NaN, NaN];
  return [score.value, score.interval.low, score.interval.high];
}
