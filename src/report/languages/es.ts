/**
 * Results in Spanish.
 *
 * @module service-cycle/report/es
 */
import type { Words } from '../words/words.ts';

// Languages of words
/** Spanish. */
export const spanish: Words = { language: 'es' };
