import type { Scale } from '../../model/survey.ts';
import type { Estimate } from '../../shared/estimate.ts';
import { cohensH } from '../../stats/cohensH.ts';
import { hedgesG } from '../../stats/hedgesG.ts';
import { mannWhitney } from '../../stats/mannWhitney.ts';
import { newcombeDifference } from '../../stats/newcombeDifference.ts';
import { pooledShareTest } from '../../stats/pooledShareTest.ts';
import { welchTest } from '../../stats/welchTest.ts';
import { sum } from '../score/responseCounts.ts';
import type { NetPromoterDefinition, ScoreDefinition } from '../types.ts';
import { differenceEstimate } from './differenceEstimate.ts';
import { netPromoterDifference } from './netPromoterDifference.ts';
import { placesOf } from './placesOf.ts';
import type { Sample } from './sampleOf.ts';
import { summarize } from './summarize.ts';
import type { ChangeTest, EffectSize } from './types.ts';

/** What changed from one score to another of the same definition. */
export interface ScoreChange {
  /** The later score less the earlier one. */
  readonly difference: Estimate;
  /** The test of it. */
  readonly test: ChangeTest;
  /** How large it is. */
  readonly effectSize: EffectSize;
}

/**
 * The change from one score to another of the same definition, by the method of its metric: adjusted
 * Wald for net promoter scores and net shares, Newcombe's interval and the pooled z test for shares,
 * Welch's t test for means.
 */
export function scoreChange(
  definition: ScoreDefinition,
  before: Sample,
  after: Sample,
  level: number,
): ScoreChange {
  switch (definition.metric) {
    case 'net-promoter-score':
      return netChange(definition.scale, definition, before, after, level);
    case 'customer-satisfaction':
      if (definition.box === 'net') {
        const { scale, satisfied, dissatisfied } = definition;
        const classes = { promoters: satisfied, detractors: dissatisfied };
        const inPoints = netChange(scale, classes, before, after, level);
        return { ...inPoints, difference: inShares(inPoints.difference) };
      }
      return shareChange(definition.scale, definition.satisfied, before, after, level);
    case 'incident-share':
      return shareChange(definition.scale, definition.incidents, before, after, level);
    case 'customer-effort':
    case 'mean-rating':
      return meanChange(definition.scale, before, after, level);
  }
}

function netChange(
  scale: Scale,
  { promoters, detractors }: Pick<NetPromoterDefinition, 'promoters' | 'detractors'>,
  before: Sample,
  after: Sample,
  level: number,
): ScoreChange {
  const classesOf = (sample: Sample): readonly [number, number, number] => {
    const above = countAt(sample, placesOf(scale, promoters));
    const below = countAt(sample, placesOf(scale, detractors));
    return [below, sample.n - below - above, above];
  };
  const classesBefore = classesOf(before);
  const classesAfter = classesOf(after);
  const { difference, interval, statistic, pValue } = netPromoterDifference(
    { promoters: classesAfter[2], detractors: classesAfter[0], n: after.n },
    { promoters: classesBefore[2], detractors: classesBefore[0], n: before.n },
    { level },
  );
  const { superiority } = mannWhitney(classesAfter, classesBefore, { exactUpTo: 0 });
  return {
    difference: differenceEstimate(difference, 'points', interval, before.n + after.n, 200),
    test: { method: 'adjusted-wald-z', statistic, pValue, adjustedPValue: pValue },
    effectSize: { name: 'probability-of-superiority', value: superiority },
  };
}

/** The difference of two net shares from one of net promoter scores. */
function inShares({ value, interval, ...rest }: Estimate): Estimate {
  const { low, high } = interval;
  return {
    ...rest,
    value: value / 100,
    unit: 'net-share',
    interval: { ...interval, low: low / 100, high: high / 100 },
  };
}

function shareChange(
  scale: Scale,
  counted: readonly number[],
  before: Sample,
  after: Sample,
  level: number,
): ScoreChange {
  const places = placesOf(scale, counted);
  const earlier = { successes: countAt(before, places), n: before.n };
  const later = { successes: countAt(after, places), n: after.n };
  const { difference, interval } = newcombeDifference(later, earlier, { level });
  const { statistic, pValue } = pooledShareTest(later, earlier);
  return {
    difference: differenceEstimate(difference, 'share', interval, before.n + after.n, 1),
    test: { method: 'pooled-z', statistic, pValue, adjustedPValue: pValue },
    effectSize: { name: 'cohens-h', value: cohensH(later, earlier) },
  };
}

function meanChange(scale: Scale, before: Sample, after: Sample, level: number): ScoreChange {
  const earlier = summarize(before, scale);
  const later = summarize(after, scale);
  const { difference, interval, statistic, degreesOfFreedom, pValue } = welchTest(later, earlier, {
    level,
  });
  const width = scale.max - scale.min;
  return {
    difference: differenceEstimate(difference, 'scale', interval, before.n + after.n, width),
    test: { method: 'welch-t', statistic, degreesOfFreedom, pValue, adjustedPValue: pValue },
    effectSize: { name: 'hedges-g', value: hedgesG(later, earlier) },
  };
}

function countAt({ perAnswer }: Sample, places: ReadonlySet<number>): number {
  return sum(perAnswer.filter((_, place) => places.has(place)));
}
