import { accountFor, type Figure } from '../../../test/support/reference.ts';
import { studentTPValue } from '../distributions/studentT.ts';
import { crossProducts } from './crossProducts.ts';
import { johnsonWeights } from './johnsonWeights.ts';
import { leastSquares } from './leastSquares.ts';
import { lmgShares } from './lmgShares.ts';
import { toCorrelations } from './toCorrelations.ts';
import type { VarianceShares } from './varianceShares.ts';

interface DriversInput {
  readonly outcome: string;
  readonly drivers: readonly string[];
  readonly data: Readonly<Record<string, readonly number[]>>;
  readonly weights?: readonly number[];
}

const CONSTANT = '(Intercept)';

function sharesIn(
  found: ReturnType<typeof lmgShares>,
): (VarianceShares['columns'][number] & { kind: 'share' })[] {
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found.columns.map((each) => {
    if (each.kind !== 'share') throw new Error(each.reason);
    return each;
  });
}

// The columns of these cases that are not here: Spearman's correlation and F.
function driverFigures({ outcome, drivers, data, weights }: DriversInput): Figure {
  const summed = crossProducts({
    columns: drivers.map((driver) => data[driver]!),
    outcome: data[outcome]!,
    ...(weights === undefined ? {} : { weights }),
  });
  const fit = leastSquares(summed);
  if (fit.kind !== 'estimate') throw new Error(`not estimable: ${fit.reason}`);
  const effects = fit.columns.map((each) => {
    if (each.kind !== 'coefficient') throw new Error(`dropped: ${each.reason}`);
    return each;
  });
  const perDriver = <T>(figures: readonly T[]): Record<string, T> =>
    Object.fromEntries(drivers.map((driver, place) => [driver, figures[place]!]));
  const { degreesOfFreedom } = fit;
  const t = effects.map(({ coefficient, standardError }) => coefficient / standardError);
  const constantT = fit.constant.coefficient / fit.constant.standardError;
  const { withOutcome } = toCorrelations(summed);
  const lmg = sharesIn(lmgShares(summed));
  const johnson = sharesIn(johnsonWeights(summed));
  return {
    n: fit.n,
    coefficients: {
      [CONSTANT]: fit.constant.coefficient,
      ...perDriver(effects.map(({ coefficient }) => coefficient)),
    },
    se: {
      [CONSTANT]: fit.constant.standardError,
      ...perDriver(effects.map(({ standardError }) => standardError)),
    },
    t: { [CONSTANT]: constantT, ...perDriver(t) },
    p: {
      [CONSTANT]: studentTPValue(constantT, degreesOfFreedom),
      ...perDriver(t.map((each) => studentTPValue(each, degreesOfFreedom))),
    },
    r2: fit.rSquared,
    adjR2: fit.adjustedRSquared,
    sigma: Math.sqrt(fit.residualVariance),
    standardizedBeta: perDriver(effects.map(({ standardized }) => standardized)),
    vif: perDriver(effects.map(({ varianceInflation }) => varianceInflation)),
    correlation: perDriver(withOutcome),
    first: perDriver(withOutcome.map((r) => r * r)),
    partialCorrelation: perDriver(
      t.map((each) => each / Math.sqrt(each * each + degreesOfFreedom)),
    ),
    lmg: perDriver(lmg.map(({ explained }) => explained)),
    lmgShare: perDriver(lmg.map(({ share }) => share)),
    johnson: perDriver(johnson.map(({ explained }) => explained)),
    johnsonShare: perDriver(johnson.map(({ share }) => share)),
    pratt: perDriver(effects.map(({ standardized }, i) => standardized * withOutcome[i]!)),
    semipartialSq: perDriver(
      t.map((each) => (each * each * (1 - fit.rSquared)) / degreesOfFreedom),
    ),
  };
}

accountFor('drivers', {
  computed: { 'drivers ': driverFigures },
  leftOut: {
    'drivers bank construct means': 'needs a table of answers that is not in the project',
  },
});
