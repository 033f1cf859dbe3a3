import { describe, expect, it } from 'vitest';
import { derivedOf, importancesOf, surveyOf } from '../../test/support/driverSketch.ts';
import {
  accountFor,
  expectFigures,
  type Figure,
  type ReferenceCase,
  referenceCases,
} from '../../test/support/reference.ts';
import { SWISS } from '../../test/support/swiss.ts';
import { ewmaChart } from './charts/ewmaChart.ts';
import { pChart } from './charts/pChart.ts';
import type { ChartGap, ControlChart, EwmaChart, ShareChart } from './charts/types.ts';
import { deriveImportance } from './importance/deriveImportance.ts';
import { tallyDrivers } from './importance/tallyDrivers.ts';
import type { ImportanceMethod } from './importance/types.ts';
import { opportunityScore } from './matrix/opportunityScore.ts';
import { weightedSum } from './matrix/weightedSum.ts';

interface DriversInput {
  readonly outcome: string;
  readonly drivers: readonly string[];
  readonly data: Readonly<Record<string, readonly number[]>>;
  readonly weights?: readonly number[];
}

/** The same figures as stats/regression computes from columns, from answers one by one. */
function driverFigures({ outcome, drivers, data, weights }: DriversInput): Figure {
  const rows = data[outcome]!.map((_, row) => ({
    ...Object.fromEntries(Object.entries(data).map(([id, values]) => [id, values[row]!])),
    weight: weights?.[row] ?? 1,
  }));
  const selection = { outcome, drivers, ...(weights && { weight: 'weight' }) };
  const tally = tallyDrivers(surveyOf(data), rows as Record<string, number>[], selection);
  const derived = (method: ImportanceMethod) => {
    const found = deriveImportance(tally, { method, resamples: 0 });
    if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
    return found;
  };
  const values = (method: ImportanceMethod): Record<string, number> =>
    importancesOf(derived(method)) as Record<string, number>;
  const shares = (method: ImportanceMethod): Record<string, number> =>
    Object.fromEntries(
      derived(method).drivers.map(({ driver, importance }) => [
        driver,
        importance.kind === 'estimate' ? importance.share! : NaN,
      ]),
    );
  const johnson = derived('johnson');
  return {
    n: johnson.counts.complete,
    r2: johnson.rSquared,
    adjR2: johnson.adjustedRSquared.value,
    standardizedBeta: values('standardized-regression'),
    correlation: values('pearson'),
    // The program gives no ranks of weighted rows.
    ...(weights === undefined && { spearman: values('spearman') }),
    vif: Object.fromEntries(
      johnson.drivers.map(({ driver, varianceInflation }) => [driver, varianceInflation!]),
    ),
    lmg: values('lmg'),
    lmgShare: shares('lmg'),
    johnson: values('johnson'),
    johnsonShare: shares('johnson'),
  };
}

accountFor('drivers', {
  computed: { 'drivers ': driverFigures },
  leftOut: {
    'drivers bank construct means': 'needs a table of answers that is not in the project',
  },
});

/** Points from 1 that meet a rule. */
function pointsWith(chart: ControlChart, rule: string): number[] {
  return chart.points.flatMap(({ signals }, place) =>
    signals.some((signal) => signal.rule === rule) ? [place + 1] : [],
  );
}

function charted<Chart extends ControlChart>(chart: Chart | ChartGap): Chart {
  if (chart.kind !== 'control-chart') throw new Error('no chart');
  return chart;
}

function shareFigures({
  count,
  n,
  sigma,
}: {
  count: number[];
  n: number[];
  sigma: number;
}): Figure {
  const points = count.map((each, place) => ({ label: `${place}`, count: each, n: n[place]! }));
  // The program signals runs of seven.
  const chart = charted<ShareChart>(
    pChart(points, { variant: 'binomial', sigmas: sigma, sameSide: 7 }),
  );
  return {
    center: chart.centre,
    stdDev: Math.sqrt(chart.centre * (1 - chart.centre)),
    lcl: chart.points.map(({ low }) => low),
    ucl: chart.points.map(({ high }) => high),
    beyond: pointsWith(chart, 'beyond-limit'),
    runs: pointsWith(chart, 'same-side'),
    statistics: chart.points.map(({ value }) => value),
  };
}

function laneyFigures({ count, n }: { count: number[]; n: number[] }): Figure {
  const points = count.map((each, place) => ({ label: `${place}`, count: each, n: n[place]! }));
  // Large enough that the variant is chosen without being asked for.
  const chart = charted<ShareChart>(pChart(points));
  expect(chart.definition.variant).toBe('laney');
  return {
    pBar: chart.centre,
    sigmaZ: chart.sigmaZ!,
    lcl: chart.points.map(({ low }) => low),
    ucl: chart.points.map(({ high }) => high),
  };
}

interface EwmaInput {
  readonly x: readonly number[];
  readonly lambda: number;
  readonly L: number;
  readonly center: number | null;
  readonly sigma: number | null;
}

function ewmaFigures({ x, lambda, L, center, sigma }: EwmaInput): Figure {
  const points = x.map((value, place) => ({
    label: `${place}`,
    value,
    ...(sigma !== null && { standardDeviation: sigma }),
  }));
  const chart = charted<EwmaChart>(
    ewmaChart(points, { lambda, sigmas: L, ...(center !== null && { centre: center }) }),
  );
  return {
    center: chart.centre,
    ewma: chart.points.map(({ charted: average }) => average),
    lcl: chart.points.map(({ low }) => low),
    ucl: chart.points.map(({ high }) => high),
    violations: pointsWith(chart, 'beyond-limit'),
  };
}

accountFor('control', {
  computed: {
    'p-chart constant n': shareFigures,
    'p-chart small n lcl zero': shareFigures,
    'p-chart all identical': shareFigures,
    'laney p-prime chart large n': laneyFigures,
    'ewma csat lambda .3 L 2.7 given': ewmaFigures,
    'ewma Nile lambda .1': ewmaFigures,
  },
  leftOut: {
    'xmr ': 'computed in src/quality',
    'xbar-R-S ': 'charts of means of subgroups are not built',
    'cusum ': 'cumulative sums are not built',
  },
});

interface SawInput {
  readonly matrix: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly benefit: readonly boolean[];
}

/** Of these cases only the weighted sum is ours, neither TOPSIS nor ratios nor products. */
function sawFigures({ matrix, weights, benefit }: SawInput): Figure {
  const { alternatives } = weightedSum(
    matrix.map((row, place) => ({
      id: `${place}`,
      figures: Object.fromEntries(row.map((figure, column) => [`${column}`, figure])),
    })),
    weights.map((weight, column) => ({
      id: `${column}`,
      weight,
      anchors: { observed: benefit[column]! ? 'highest-is-best' : 'lowest-is-best' } as const,
    })),
  );
  const scores = new Map(alternatives.map(({ id, score }) => [id, score]));
  return { sawMinMax: matrix.map((_, place) => scores.get(`${place}`)!) };
}

accountFor('mcda', {
  computed: { 'topsis ': sawFigures },
  leftOut: { 'ahp ': 'pairwise comparison of criteria is out of scope' },
});

describe('published.json, as far as it is about importance and opportunity', () => {
  const cases = referenceCases('published').filter(({ name }) =>
    /^(importance|ipa|opportunity|p-chart|ewma)/.test(name),
  );
  const computed: Readonly<Record<string, (input: never) => Figure>> = {
    'importance.johnson relative weights ex-070': () =>
      Object.values(importancesOf(derivedOf(SWISS))) as number[],
    'importance two predictors by hand ex-072': twoPredictors,
    'opportunity score ex-073': ({ cases: pairs }: { cases: [number, number][] }) =>
      pairs.map(([importance, satisfaction]) => {
        const score = opportunityScore({
          importance: tenths(importance),
          satisfaction: tenths(satisfaction),
        });
        return score.kind === 'estimate' ? score.value : NaN;
      }),
  };

  it('has no case that is not computed', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(Object.keys(computed).toSorted());
  });

  it.each(cases.map((each): readonly [string, ReferenceCase] => [each.name, each]))(
    'agrees: %s',
    (name, each) => {
      expectFigures(each, computed[name]!(each.input as never));
    },
  );
});

/** So many in ten give one of the best two answers. */
function tenths(share: number): { scale: { min: number; max: number }; perAnswer: number[] } {
  return { scale: { min: 1, max: 5 }, perAnswer: [0, 0, 10 * (10 - share), 0, 10 * share] };
}

/** The correlations as sums of 1,000 responses around their mean. */
function twoPredictors({ Rxx, rxy }: { Rxx: number[][]; rxy: number[] }): Figure {
  const answers = { y: [1, 2, 3], a: [1, 3, 2], b: [1, 2, 1] };
  const tally = tallyDrivers(
    surveyOf(answers),
    [0, 1, 2].map((row) => ({ y: answers.y[row]!, a: answers.a[row]!, b: answers.b[row]! })),
    { outcome: 'y', drivers: ['a', 'b'] },
  );
  const products = [1, 0, 1, 0, Rxx[0]![1]!, 1, 0, rxy[0]!, rxy[1]!, 1];
  const whole = products.map((sum) => Math.floor(1000 * sum));
  const fraction = products.map((sum, at) => Math.round((1000 * sum - whole[at]!) * 2 ** 48));
  const sums = {
    whole: [...whole, 1000],
    fraction: [...fraction, 0],
    fine: [...fraction, 0].map(() => 0),
  };
  const derived = (method: ImportanceMethod): number[] => {
    const found = deriveImportance({ ...tally, complete: 1000, sums }, { method, resamples: 0 });
    if (found.kind !== 'estimate') throw new Error(found.reason);
    return Object.values(importancesOf(found)) as number[];
  };
  return { lmg: derived('lmg'), johnson: derived('johnson') };
}
