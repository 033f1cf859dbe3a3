import fc from 'fast-check';

/**
 * Property tests draw the same cases on every machine, so that a change is judged by what it changes.
 * Another seed draws others: `PROPERTY_SEED=7 npm test`. How many of each law says `PROPERTY_RUNS`: mutation tests, which
 * run each a thousand times over, draw fewer, and `npm run check` draws more, from another seed.
 */
const { PROPERTY_SEED = '1', PROPERTY_RUNS = '50' } = process.env;
fc.configureGlobal({ seed: Number(PROPERTY_SEED), numRuns: Number(PROPERTY_RUNS) });
