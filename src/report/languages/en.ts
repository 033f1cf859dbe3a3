/**
 * Results in English.
 *
 * @module service-cycle/report/en
 */
import type { Words } from '../words/words.ts';

// Languages of words
/** English. */
export const english: Words = { language: 'en' };
