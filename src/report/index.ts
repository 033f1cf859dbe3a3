/**
 * Results in words, as pictures and as a report.
 *
 * @module service-cycle/report
 */

// Words
export type { Words } from './words/words.ts';
