import fc from 'fast-check';

/**
 * Property tests draw the same cases on every machine, so that a change is judged by what it changes.
 * Another seed draws others: `PROPERTY_SEED=7 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
