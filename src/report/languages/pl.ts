/**
 * Results in Polish.
 *
 * @module service-cycle/report/pl
 */
import type { Words } from '../words/words.ts';

// Languages of words
/** Polish. */
export const polish: Words = { language: 'pl' };
