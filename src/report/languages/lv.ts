/**
 * Results in Latvian.
 *
 * @module service-cycle/report/lv
 */
import type { Words } from '../words/words.ts';

// Languages of words
/** Latvian. */
export const latvian: Words = { language: 'lv' };
