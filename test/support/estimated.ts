import type { Estimated } from '../../src/shared/estimate.ts';

/** The estimate behind a result that has one; a test of anything else should fail here. */
export function estimated<Result extends Estimated>(
  result: Result,
): Extract<Result, { readonly kind: 'estimate' }> {
  if (result.kind !== 'estimate') throw new Error(`not estimable: ${result.reason}`);
  return result as Extract<Result, { readonly kind: 'estimate' }>;
}
