import { describe, expect, it } from 'vitest';
import { placesOf } from '../../test/support/placesOf.ts';
import {
  expectFigures,
  type Figure,
  type ReferenceCase,
  referenceCase,
  referenceCases,
} from '../../test/support/reference.ts';
import { funnelLimit } from './funnelLimit.ts';
import { funnelOfPlaces } from './funnelOfPlaces.ts';
import { individualsChart } from './individualsChart.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';
import type { Funnel, IntraclassCorrelation } from './types.ts';

function correlation(...values: readonly (readonly number[])[]): IntraclassCorrelation {
  const found = intraclassCorrelation(placesOf(values));
  if (found.kind !== 'estimate') throw new Error(found.reason);
  return found;
}

function funnel(counts: readonly (readonly [count: number, n: number])[]): Funnel {
  const found = funnelOfPlaces(counts.map(([count, n], at) => ({ place: `${at}`, count, n })));
  if (found.kind !== 'funnel') throw new Error(found.reason);
  return found;
}

const PUBLISHED: Readonly<Record<string, (input: never) => Figure>> = {
  // The other forms are those of studies with raters, in which every rater judges every object.
  'icc (all six forms) ex-083': ({ X }: { X: number[][] }) => {
    const { value, variance } = correlation(...X);
    return { B: variance.betweenMeanSquare, W: variance.withinMeanSquare, icc11: value };
  },
  'funnel exact binomial limits (Spiegelhalter A.1.1) ex-084': ({
    theta,
    n,
    p,
  }: {
    theta: number;
    n: number;
    p: number[];
  }) => p.map((each) => funnelLimit(each, n, theta)),
  'funnel z and overdispersion phi ex-099': ({ n, x }: { n: number[]; x: number[] }) => {
    const { target, places, overdispersion } = funnel(n.map((each, at) => [x[at]!, each]));
    return { theta: target, z: places.map(({ z }) => z), phi: overdispersion.phi };
  },
};

function individualsFigures({ x }: { x: number[] }): Figure {
  const points = x.map((value, at) => ({ label: `${at + 1}`, value }));
  const chart = individualsChart(points, { sameSide: 7 });
  if (chart.kind !== 'control-chart') throw new Error(chart.reason);
  const { low, high } = chart.points[0]!;
  const pointsWith = (rule: string): number[] =>
    chart.points.flatMap(({ signals }, at) =>
      signals.some((each) => each.rule === rule) ? [at + 1] : [],
    );
  return {
    center: chart.centre,
    stdDev: (high - low) / 6,
    lcl: [low],
    ucl: [high],
    beyond: pointsWith('beyond-limit'),
    runs: pointsWith('same-side'),
    movingRanges: chart.ranges.points.map(({ value }) => value),
    mrBar: chart.ranges.centre,
    sigmaMRRounded: (high - low) / 6,
    mrUcl3267: chart.ranges.high,
  };
}

describe('published.json, as far as it is about consistency', () => {
  const cases = referenceCases('published').filter(({ name }) => /^(icc|funnel)/.test(name));

  it('has no case that is not computed', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(Object.keys(PUBLISHED).toSorted());
  });

  it.each(cases.map((each): readonly [string, ReferenceCase] => [each.name, each]))(
    'agrees: %s',
    (name, each) => {
      expectFigures(each, PUBLISHED[name]!(each.input as never));
    },
  );
});

describe('control.json, as far as it is about single values', () => {
  it.each(['xmr csat mean with shift', 'xmr Nile (real, n=100)'])('agrees with qcc: %s', (name) => {
    const each = referenceCase('control', name);
    expectFigures(each, individualsFigures(each.input as never));
  });
});

describe('figures computed with R', () => {
  it('the intraclass correlation of Shrout and Fleiss (1979) with its F interval, as psych has it', () => {
    const { X } = referenceCase('published', 'icc (all six forms) ex-083').input as {
      X: number[][];
    };
    const { value, raw, interval, variance } = correlation(...X);
    expect(variance.betweenMeanSquare).toBeCloseTo(11.2417, 4);
    expect(variance.withinMeanSquare).toBeCloseTo(6.2639, 4);
    expect([value, interval.low, interval.high]).toEqual([
      expect.closeTo(0.1657, 4),
      expect.closeTo(-0.1329, 4),
      expect.closeTo(0.7226, 4),
    ]);
    expect(raw).toBe(value);
  });

  it('places of unequal size', () => {
    const found = correlation([5, 4, 5, 4, 5], [3, 2, 3, 4], [4, 4, 5, 3, 4, 4], [2, 3, 1]);
    expect(found.variance.betweenMeanSquare).toBeCloseTo(5.0259, 4);
    expect(found.variance.withinMeanSquare).toBeCloseTo(0.5143, 4);
    expect(found.variance.perPlace).toBeCloseTo(4.4074, 4);
    expect(found.variance.betweenVariance).toBeCloseTo(1.0236, 4);
    expect(found.value).toBeCloseTo(0.6656, 4);
    expect(1 + 19 * found.value).toBeCloseTo(13.65, 2);
  });

  it('a funnel of six places: limits, and who lies beyond', () => {
    const found = funnel([
      [18, 20],
      [85, 100],
      [40, 50],
      [150, 160],
      [30, 50],
      [8, 20],
    ]);
    expect(found.target).toBeCloseTo(0.8275, 12);
    const limits = found.places.map(({ n, warning }) => [n, warning.low, warning.high]);
    expect(limits.slice(0, 4)).toEqual(
      [
        [20, 0.6186, 0.9488],
        [100, 0.7451, 0.8937],
        [50, 0.706, 0.9163],
        [160, 0.7638, 0.8809],
      ].map(([n, low, high]) => [n, expect.closeTo(low!, 4), expect.closeTo(high!, 4)]),
    );
    expect(found.places[2]?.alarm).toEqual({
      low: expect.closeTo(0.6357, 4),
      high: expect.closeTo(0.9594, 4),
    });
    expect(found.places.map(({ verdict, direction }) => [verdict, direction])).toEqual([
      ['within', undefined],
      ['within', undefined],
      ['within', undefined],
      ['alarm', 'above'],
      ['alarm', 'below'],
      ['alarm', 'below'],
    ]);
  });
});
