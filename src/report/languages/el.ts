/**
 * Results in Greek.
 *
 * @module service-cycle/report/el
 */
import type { Words } from '../words/words.ts';

// Languages of words
/** Greek. */
export const greek: Words = { language: 'el' };
