import { quote } from '../../shared/quote.ts';
import { checkAtLeast } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { DimensionWeight, GivenWeights } from './types.ts';

/** The weights that the caller gives the dimensions, as shares of their sum. */
export function givenShares(
  dimensions: readonly { readonly dimension: string }[],
  weights: GivenWeights,
): readonly DimensionWeight[] {
  const names = new Set(dimensions.map(({ dimension }) => dimension));
  for (const name of Object.keys(weights)) {
    if (names.has(name)) continue;
    throw new ServiceCycleError('unknown-id', `weights name ${quote(name)}, which is no dimension`);
  }
  const given = dimensions.map(({ dimension }) => {
    const weight = Object.hasOwn(weights, dimension) ? weights[dimension] : undefined;
    checkAtLeast(`the weight of dimension ${quote(dimension)}`, weight, 0);
    return { dimension, weight: weight ?? 0 };
  });
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0 && total < Infinity)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `weights sum to ${total}; expected more than 0`,
    );
  }
  return given.map(({ dimension, weight }) => ({ dimension, share: weight / total }));
}
