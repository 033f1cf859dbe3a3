import { quote } from '../../shared/quote.ts';
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
    if (weight !== undefined && weight >= 0 && weight < Infinity) return { dimension, weight };
    throw new ServiceCycleError(
      'invalid-argument',
      `the weight of dimension ${quote(dimension)} is ${quote(weight)}; expected a finite number, 0 or more`,
    );
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
