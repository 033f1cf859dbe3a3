import { describe, expect, it } from 'vitest';
import { expectFigures, referenceCase } from '../../../test/support/reference.ts';
import { cohensKappa } from './cohensKappa.ts';
import { kendallW } from './kendallW.ts';

interface TwoCoders {
  readonly rater1: readonly number[];
  readonly rater2: readonly number[];
  readonly categories: readonly number[];
}

/** How many cases the coders put into each pair of categories. */
function tableOf({ rater1, rater2, categories }: TwoCoders): number[][] {
  return categories.map((one) =>
    categories.map(
      (other) => rater1.filter((each, at) => each === one && rater2[at] === other).length,
    ),
  );
}

describe('reliability.json, as far as it is about agreement', () => {
  it('agrees with irr and psych on Cohen’s kappa and its interval', () => {
    const given = referenceCase('reliability', 'cohen kappa 4');
    const found = cohensKappa(tableOf(given.input as TwoCoders));
    if (found.kind !== 'estimate') throw new Error(found.reason);
    const { low, high } = found.interval!;
    expectFigures(given, {
      unweighted: { kappa: found.value },
      agreement: found.agreement,
      confUnweighted: [low, high],
      varUnweighted: ((high - low) / 2 / 1.959963984540054) ** 2,
    });
  });

  it('agrees with irr on Kendall’s W of the ratings of Shrout and Fleiss, corrected for ties', () => {
    const given = referenceCase('reliability', 'kendall W Shrout-Fleiss');
    const found = kendallW((given.input as { ratings: number[][] }).ratings);
    if (found.kind !== 'estimate') throw new Error(found.reason);
    expectFigures(given, { W: found.value, chisq: found.statistic, p: found.pValue });
  });
});

describe('tests.json, Friedman’s test', () => {
  it('agrees with R: the chi-square of W is that of Friedman', () => {
    const given = referenceCase('tests', 'friedman 12x4 ratings');
    const { ratings } = given.input as { ratings: readonly (readonly number[])[] };
    // There a row is a rater.
    const found = kendallW(ratings[0]!.map((_, thing) => ratings.map((row) => row[thing]!)));
    if (found.kind !== 'estimate') throw new Error(found.reason);
    expectFigures(given, {
      chisq: found.statistic,
      df: found.degreesOfFreedom,
      p: found.pValue,
    });
    expect(found.value).toBeCloseTo(found.statistic / (12 * 3), 12);
  });
});
