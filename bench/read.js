import { KEYS } from './data.js';

/**
 * A group's name, the same whichever method made the group.
 *
 * @param {{ readonly [key: string]: unknown }} group
 */
export function labelOf(group) {
  return KEYS.map((key) => group[key])
    .filter((value) => typeof value === 'string')
    .join(' ');
}

/**
 * The answer of a method that gives the figures of all responses.
 *
 * @param {object} figures
 * @returns {import('./tasks/index.js').Answer}
 */
export function readFigures(figures) {
  return [['all', Object.values(figures)]];
}

/**
 * The answer of a method that gives `{ branch, month, channel, scores }` for each group.
 *
 * @param {readonly { readonly scores: object, readonly [key: string]: unknown }[]} groups
 * @returns {import('./tasks/index.js').Answer}
 */
export function readScores(groups) {
  return groups.map((group) => [labelOf(group), Object.values(group.scores)]);
}
