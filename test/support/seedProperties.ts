import fc from 'fast-check';

/**
 * Property tests draw the same cases on every machine, so that a change is judged by what it changes.
 * Another seed draws others: `PROPERTY_SEED=7 npm test`. Mutation tests, which run each law a
 * thousand times over, draw fewer: `PROPERTY_RUNS`.
 */
const { PROPERTY_SEED = '1', PROPERTY_RUNS = '100' } = process.env;
fc.configureGlobal({ seed: Number(PROPERTY_SEED), numRuns: Number(PROPERTY_RUNS) });
