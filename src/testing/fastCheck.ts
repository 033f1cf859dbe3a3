import type fc from 'fast-check';

/**
 * fast-check as the caller imports it. It is handed in, so that the laws run on the caller's version and
 * this package needs none.
 */
export type FastCheck = typeof fc;
