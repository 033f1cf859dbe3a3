import { expect } from 'vitest';
import { accountFor } from '../../test/support/reference.ts';
import { chiSquareUpperTail } from './distributions/chiSquare.ts';
import { normalPValue } from './distributions/normal.ts';
import { studentTCdf } from './distributions/studentT.ts';
import { hedgesG } from './intervals/hedgesG.ts';
import { meanInterval } from './intervals/meanInterval.ts';
import { newcombeDifference } from './intervals/newcombeDifference.ts';
import { wilsonInterval } from './intervals/wilsonInterval.ts';
import type { CrossProducts } from './regression/crossProducts.ts';
import { johnsonWeights } from './regression/johnsonWeights.ts';
import { lmgShares } from './regression/lmgShares.ts';
import { adjustForMultipleTests } from './tests/adjustForMultipleTests.ts';
import { chiSquareTest } from './tests/chiSquareTest.ts';
import { fisherExactTest, type TwoByTwo } from './tests/fisherExactTest.ts';
import { goodnessOfFit } from './tests/goodnessOfFit.ts';
import { mannWhitney } from './tests/mannWhitney.ts';
import { pairedTTest } from './tests/pairedTTest.ts';
import { pooledShareTest } from './tests/pooledShareTest.ts';
import { superiorityInterval } from './tests/superiorityInterval.ts';
import { welchTest } from './tests/welchTest.ts';

const NOT_BUILT = 'not built';
const ELSEWHERE = 'about customers and plans: a matter of other rooms';

interface ShareInput {
  readonly x: number;
  readonly n: number;
  readonly level: number;
}

interface TwoSharesInput {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly level?: number;
}

interface SampleInput {
  readonly x: readonly number[];
  readonly level: number;
  readonly mu: number;
}

interface TwoSamplesInput {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly level: number;
  readonly alternative: 'two.sided' | 'less' | 'greater';
}

interface CorrelationsInput {
  readonly Rxx: readonly (readonly number[])[];
  readonly rxy: readonly number[];
}

interface FitInput {
  readonly observed: readonly number[];
  readonly p: readonly number[];
}

interface TwoGroupsInput {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

accountFor('proportions', {
  computed: {
    'wilson ': ({ x, n, level }: ShareInput) => {
      const { low, high } = wilsonInterval(x, n, { level });
      return { lower: low, upper: high };
    },
    // The other columns of these cases are intervals and tests that are not built.
    'diff ': ({ x1, n1, x2, n2, level }: TwoSharesInput) => {
      const first = { successes: x1, n: n1 };
      const second = { successes: x2, n: n2 };
      const { difference, interval } = newcombeDifference(first, second, { level: level! });
      const { statistic, pValue } = pooledShareTest(first, second);
      const figures = { diff: difference, newcombe: [interval.low, interval.high] };
      // R gives none where both shares are 0; pooledShareTest.test.ts says what is given here.
      const isTested = x1 + x2 > 0 && x1 + x2 < n1 + n2;
      return isTested ? { ...figures, pooledChiSq: statistic ** 2, pooledP: pValue } : figures;
    },
  },
  leftOut: {
    'wilson-cc ': `${NOT_BUILT}: the continuity correction makes the interval needlessly wide`,
    'agresti-coull ': `${NOT_BUILT}: the Wilson interval serves`,
    'clopper-pearson ': `${NOT_BUILT}: the Wilson interval serves`,
    'jeffreys ': `${NOT_BUILT}: the Wilson interval serves`,
    'wald ': `${NOT_BUILT}: it shrinks to nothing at 0 of n`,
    'samplesize ': NOT_BUILT,
    'power ': NOT_BUILT,
  },
});

accountFor('means', {
  computed: {
    't one-sample ': ({ x, level, mu }: SampleInput) => {
      const { n, mean, variance } = summary(x);
      const { low, high } = meanInterval({ n, mean, variance }, { level });
      const t = (mean - mu) / Math.sqrt(variance / n);
      return { conf: [low, high], mean, p: 2 * studentTCdf(-Math.abs(t), n - 1) };
    },
    'welch ': ({ x, y, level, alternative }: TwoSamplesInput) => {
      const { difference, standardError, statistic, degreesOfFreedom, pValue, interval } =
        welchTest(summary(x), summary(y), { level });
      const figures = { statistic, df: degreesOfFreedom, stderr: standardError };
      // One-sided tests are not built: these two are here for their degrees of freedom.
      if (alternative === 'less') {
        return { ...figures, p: studentTCdf(statistic, degreesOfFreedom) };
      }
      if (alternative === 'greater') {
        return { ...figures, p: studentTCdf(-statistic, degreesOfFreedom) };
      }
      expect(difference).toBeCloseTo(summary(x).mean - summary(y).mean, 12);
      return { ...figures, p: pValue, conf: [interval.low, interval.high] };
    },
    'paired t': ({ x, y, level }: TwoSamplesInput) => {
      const { difference, standardError, statistic, degreesOfFreedom, pValue, interval } =
        pairedTTest(summary(x.map((each, i) => each - y[i]!)), { level });
      return {
        statistic,
        df: degreesOfFreedom,
        p: pValue,
        conf: [interval.low, interval.high],
        estimate: [difference],
        stderr: standardError,
      };
    },
    // Cohen's d is not built: Hedges' g is free of its bias.
    'cohen-d ': ({ x, y }: TwoSamplesInput) => ({ hedgesG: hedgesG(summary(x), summary(y)) }),
  },
  leftOut: {
    'student pooled ': `${NOT_BUILT}: Welch's test serves, whatever the spreads`,
    'weighted ': `${NOT_BUILT}: weights`,
    'srs ': `${NOT_BUILT}: survey designs`,
    'one-stage ': `${NOT_BUILT}: survey designs`,
    'domain ': `${NOT_BUILT}: survey designs`,
    'ratio ': `${NOT_BUILT}: survey designs`,
    'jackknife ': `${NOT_BUILT}: survey designs`,
  },
});

accountFor('tests', {
  computed: {
    't cdf': ({ t, df }: Record<'t' | 'df', readonly number[]>) => ({
      cdf: t.map((each, i) => studentTCdf(each, df[i]!)),
    }),
    'chi-square upper tail': ({ x, df }: Record<'x' | 'df', readonly number[]>) => ({
      p: x.map((each, i) => chiSquareUpperTail(each, df[i]!)),
    }),
    // The other columns are residuals and tests that are not built.
    'chisq ': ({ table }: { table: readonly (readonly number[])[] }) => {
      const { statistic, degreesOfFreedom, pValue, cramersV, smallestExpected } =
        chiSquareTest(table);
      return {
        chisq: statistic,
        df: degreesOfFreedom,
        p: pValue,
        cramersV,
        minExpected: smallestExpected,
        ...(isTwoByTwo(table) ? { fisherP: fisherExactTest(table).pValue } : {}),
      };
    },
    'mann-whitney ': (input: TwoGroupsInput) => ({
      ...rankFigures(input),
      ...cliffFigures(input),
    }),
    // superiorityInterval.test.ts says why the limits are wider here.
    'mann-whitney separated': (input: TwoGroupsInput) => ({
      ...rankFigures(input),
      pExact: mannWhitney(...perValue(input)).pValue,
    }),
    'chisq goodness of fit': ({ observed, p }: FitInput) => {
      const { statistic, degreesOfFreedom, pValue } = goodnessOfFit(observed, p);
      return { chisq: statistic, df: degreesOfFreedom, p: pValue };
    },
    'p-value adjustment ': ({ p }: { p: readonly number[] }) => ({
      holm: adjustForMultipleTests(p),
      bonferroni: adjustForMultipleTests(p, { adjustment: 'bonferroni' }),
      BH: adjustForMultipleTests(p, { adjustment: 'benjamini-hochberg' }),
    }),
  },
  leftOut: {
    'beta quantile': 'the inverse is not built; regularizedBeta.test.ts goes the way back',
    'mann-kendall ': NOT_BUILT,
    'cochran-armitage ': NOT_BUILT,
    'friedman ': NOT_BUILT,
  },
});

accountFor('published', {
  computed: {
    'wilson ': ({ x, n, conf }: { x: number; n: number; conf: number }) => {
      const { low, high } = wilsonInterval(x, n, { level: conf });
      return [low, high];
    },
    'newcombe difference ': ({ x1, n1, x2, n2 }: TwoSharesInput) => {
      const { interval } = newcombeDifference({ successes: x1, n: n1 }, { successes: x2, n: n2 });
      return [interval.low, interval.high];
    },
    'importance two predictors ': ({ Rxx, rxy }: CorrelationsInput) => {
      const summed = correlated(Rxx, rxy);
      return { lmg: partsOf(lmgShares(summed)), johnson: partsOf(johnsonWeights(summed)) };
    },
    'mean t-interval ': ({ x }: { x: readonly number[] }) =>
      [0.95, 0.9].map((level) => {
        const { low, high } = meanInterval(summary(x), { level });
        return [low, high];
      }),
  },
  leftOut: {
    'tango paired score interval ': `${NOT_BUILT}: Newcombe's paired interval serves`,
    'weighted mean ': `${NOT_BUILT}: weights`,
    'kish.': `${NOT_BUILT}: weights`,
    'raking ': `${NOT_BUILT}: weights`,
    'sample-size ': NOT_BUILT,
    'importance.johnson ': 'the rows it was computed from are not in the file',
    'icc ': ELSEWHERE,
    'cronbach.': `${NOT_BUILT}: reliability`,
    'acsi.': ELSEWHERE,
    'availability ': ELSEWHERE,
    'ces2 ': ELSEWHERE,
    'cit.': ELSEWHERE,
    clv: ELSEWHERE,
    'critical path ': ELSEWHERE,
    'csi.': ELSEWHERE,
    'erlang-c': ELSEWHERE,
    'flawless.': ELSEWHERE,
    'flesch ': ELSEWHERE,
    'fmea.': ELSEWHERE,
    'funnel ': ELSEWHERE,
    'incident.': ELSEWHERE,
    'kano.': ELSEWHERE,
    'knapsack ': ELSEWHERE,
    'multi-dimensional knapsack ': ELSEWHERE,
    'nps.': ELSEWHERE,
    'opportunity score ': ELSEWHERE,
    'peak-end ': ELSEWHERE,
    'plan.': ELSEWHERE,
    'prca.': ELSEWHERE,
    'rice ': ELSEWHERE,
    'servqual.': ELSEWHERE,
    'takt ': ELSEWHERE,
  },
});

/** How many of each group have each value from 0 to 10. */
function perValue({ a, b }: TwoGroupsInput): [number[], number[]] {
  const count = (values: readonly number[]): number[] =>
    Array.from({ length: 11 }, (_, value) => values.filter((each) => each === value).length);
  return [count(a), count(b)];
}

function rankFigures({ a, b }: TwoGroupsInput): Record<string, number> {
  const [one, other] = perValue({ a, b });
  const test = mannWhitney(one, other, { exactUpTo: 0 });
  const distance = test.u - (a.length * b.length) / 2;
  return {
    U1: test.u,
    U2: mannWhitney(other, one).u,
    sigmaTies: test.standardDeviation,
    pContinuity: test.pValue,
    pNoContinuity: normalPValue(distance / test.standardDeviation),
    varghaDelaneyA: test.superiority,
    cliffDelta: 2 * test.superiority - 1,
  };
}

function cliffFigures(input: TwoGroupsInput): Record<string, number> {
  const { low, high } = superiorityInterval(...perValue(input))!;
  return { cliffLower: 2 * low - 1, cliffUpper: 2 * high - 1 };
}

/** Columns of mean 0 and length 1 with these correlations. */
function correlated(
  between: readonly (readonly number[])[],
  withOutcome: readonly number[],
): CrossProducts {
  const rows = between.map((row, i) => [0, ...row.slice(0, i + 1)]);
  const sums = [[100], ...rows, [0, ...withOutcome, 1]].flat();
  return { kind: 'cross-products', n: 100, columns: between.length, sums };
}

function partsOf(shares: ReturnType<typeof lmgShares>): number[] {
  if (shares.kind !== 'estimate') throw new Error(shares.reason);
  return shares.columns.map((each) => (each.kind === 'share' ? each.explained : NaN));
}

function summary(values: readonly number[]): { n: number; mean: number; variance: number } {
  const n = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) };
}

function isTwoByTwo(table: readonly (readonly number[])[]): table is TwoByTwo {
  return table.length === 2 && table.every((row) => row.length === 2);
}
