import { accountFor } from '../../test/support/reference.ts';
import { meanInterval } from './meanInterval.ts';
import { newcombeDifference } from './newcombeDifference.ts';
import { studentTCdf } from './studentTCdf.ts';
import { studentTQuantile } from './studentTQuantile.ts';
import { wilsonInterval } from './wilsonInterval.ts';

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

accountFor('proportions', {
  computed: {
    'wilson ': ({ x, n, level }: ShareInput) => {
      const { low, high } = wilsonInterval(x, n, { level });
      return { lower: low, upper: high };
    },
    // The other columns of these cases are intervals and tests that are not built.
    'diff ': ({ x1, n1, x2, n2, level }: TwoSharesInput) => {
      const { difference, interval } = newcombeDifference(
        { successes: x1, n: n1 },
        { successes: x2, n: n2 },
        { level: level! },
      );
      return { diff: difference, newcombe: [interval.low, interval.high] };
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
    // Welch's test is not built: it is here because its degrees of freedom are not whole.
    'welch ': ({ x, y, level, alternative }: TwoSamplesInput) => {
      const [a, b] = [summary(x), summary(y)];
      const [squareA, squareB] = [a.variance / a.n, b.variance / b.n];
      const standardError = Math.sqrt(squareA + squareB);
      const df = (squareA + squareB) ** 2 / (squareA ** 2 / (a.n - 1) + squareB ** 2 / (b.n - 1));
      const difference = a.mean - b.mean;
      const t = difference / standardError;
      if (alternative === 'less') return { df, p: studentTCdf(t, df) };
      if (alternative === 'greater') return { df, p: studentTCdf(-t, df) };
      const half = studentTQuantile((1 + level) / 2, df) * standardError;
      const conf = [difference - half, difference + half];
      return { df, p: 2 * studentTCdf(-Math.abs(t), df), conf };
    },
  },
  leftOut: {
    'student pooled ': NOT_BUILT,
    'paired t': NOT_BUILT,
    'cohen-d ': NOT_BUILT,
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
  },
  leftOut: {
    'beta quantile': 'the inverse is not built; regularizedBeta.test.ts goes the way back',
    'chi-square upper tail': 'not built; normalCdf.test.ts takes those with one degree of freedom',
    'chisq ': NOT_BUILT,
    'mann-kendall ': NOT_BUILT,
    'mann-whitney ': NOT_BUILT,
    'cochran-armitage ': NOT_BUILT,
    'friedman ': NOT_BUILT,
    'p-value adjustment ': NOT_BUILT,
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
    'mean t-interval ': ({ x }: { x: readonly number[] }) =>
      [0.95, 0.9].map((level) => {
        const { low, high } = meanInterval(summary(x), { level });
        return [low, high];
      }),
  },
  leftOut: {
    'tango paired score interval ': `${NOT_BUILT}: the same customers asked twice`,
    'weighted mean ': `${NOT_BUILT}: weights`,
    'kish.': `${NOT_BUILT}: weights`,
    'raking ': `${NOT_BUILT}: weights`,
    'sample-size ': NOT_BUILT,
    importance: `${NOT_BUILT}: least squares`,
    'icc ': `${NOT_BUILT}: variance components`,
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

function summary(values: readonly number[]): { n: number; mean: number; variance: number } {
  const n = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) };
}
