import { scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import type { Estimate } from '../../shared/estimate.ts';
import { normalPValue } from '../../stats/distributions/normal.ts';
import { cohensH } from '../../stats/intervals/cohensH.ts';
import { hedgesG } from '../../stats/intervals/hedgesG.ts';
import type { MeanSummary } from '../../stats/intervals/meanInterval.ts';
import { newcombeDifference, type ShareCounts } from '../../stats/intervals/newcombeDifference.ts';
import { mannWhitney } from '../../stats/tests/mannWhitney.ts';
import { pooledShareTest } from '../../stats/tests/pooledShareTest.ts';
import { welchTest } from '../../stats/tests/welchTest.ts';
import { sum } from '../answers/responseCounts.ts';
import { linearizedError } from '../score/linearizedError.ts';
import { weightTotals } from '../score/weightTotals.ts';
import type { NetPromoterDefinition, PromoterCounts, ScoreDefinition } from '../types.ts';
import { differenceEstimate } from './differenceEstimate.ts';
import { netPromoterDifference } from './netPromoterDifference.ts';
import { placesOf } from './placesOf.ts';
import { intervalSample, type Sample, weightedOf } from './sampleOf.ts';
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
 *
 * Of weighted answers the effective numbers are compared. Their shares are tested by their linearized
 * errors, z = (p₂ - p₁) / sqrt(e₁² + e₂²), each around its own share; where either side is worth fewer than
 * 64 answers by Kish's size, around the share of both together, since else up to 9 in 100 changes would be
 * found where there is none. Means are tested by their linearized errors with Welch's degrees of freedom.
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
  const above = placesOf(scale, promoters);
  const below = placesOf(scale, detractors);
  const middle = new Set(
    [...before.perAnswer.keys()].filter((place) => !above.has(place) && !below.has(place)),
  );
  const classesOf = (sample: Sample): readonly [number, number, number] => [
    countAt(sample, below),
    countAt(sample, middle),
    countAt(sample, above),
  ];
  const countsOf = (sample: Sample): PromoterCounts => {
    const [detractors, passives, promoters] = classesOf(intervalSample(sample, level));
    return { promoters, detractors, n: detractors + passives + promoters };
  };
  const { difference, interval, statistic, pValue } = netPromoterDifference(
    countsOf(after),
    countsOf(before),
    { level },
  );
  const { superiority } = mannWhitney(classesOf(after), classesOf(before), { exactUpTo: 0 });
  return {
    difference: differenceEstimate(
      difference,
      'points',
      interval,
      before.people + after.people,
      200,
    ),
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
  const countsOf = (sample: Sample): ShareCounts => {
    const successes = countAt(sample, places);
    return { successes, n: Math.max(sample.n, successes) };
  };
  const earlier = countsOf(before);
  const later = countsOf(after);
  const { difference, interval } = newcombeDifference(
    countsOf(intervalSample(after, level)),
    countsOf(intervalSample(before, level)),
    { level },
  );
  return {
    difference: differenceEstimate(difference, 'share', interval, before.people + after.people, 1),
    test: linearizedTest(scale, places, before, after) ?? pooledTest(later, earlier),
    effectSize: { name: 'cohens-h', value: cohensH(later, earlier) },
  };
}

function pooledTest(later: ShareCounts, earlier: ShareCounts): ChangeTest {
  const { statistic, pValue } = pooledShareTest(later, earlier);
  return { method: 'pooled-z', statistic, pValue, adjustedPValue: pValue };
}

/** The test by linearized errors; none where no side is weighted, or the errors cannot be told. */
function linearizedTest(
  scale: Scale,
  places: ReadonlySet<number>,
  before: Sample,
  after: Sample,
): ChangeTest | undefined {
  const isWeighted = before.weighted !== undefined || after.weighted !== undefined;
  if (!isWeighted || Math.min(before.people, after.people) < 2) return undefined;
  const [earlier, later] = [before, after].map((sample) => weightedOf(sample, scale));
  if (earlier === undefined || later === undefined) return undefined;
  const sizes = [earlier, later].map((answers) => weightTotals(answers).effectiveN);
  const isSmall = Math.min(...sizes) < ENOUGH_OF_ITS_OWN;
  const successes = countAt(before, places) + countAt(after, places);
  const pooled = isSmall ? successes / (before.n + after.n) : undefined;
  const values = before.perAnswer.map((_, place) => (places.has(place) ? 1 : 0));
  const errors = [earlier, later].map((answers) => linearizedError(answers, values, pooled));
  const error = Math.hypot(...errors);
  if (error === 0) return undefined;
  const difference = countAt(after, places) / after.n - countAt(before, places) / before.n;
  const statistic = difference / error;
  const pValue = normalPValue(statistic);
  const method = isSmall ? 'linearized-pooled-z' : 'linearized-z';
  return { method, statistic, pValue, adjustedPValue: pValue };
}

/** From so many answers of equal weight on, the spread of a share is well told from itself. */
const ENOUGH_OF_ITS_OWN = 64;

function meanChange(scale: Scale, before: Sample, after: Sample, level: number): ScoreChange {
  const earlier = summarize(ofPeople(before), scale);
  const later = summarize(ofPeople(after), scale);
  const { difference, interval, statistic, degreesOfFreedom, pValue } = welchTest(
    withLinearizedError(later, after, scale),
    withLinearizedError(earlier, before, scale),
    { level },
  );
  const width = scale.max - scale.min;
  return {
    difference: differenceEstimate(
      difference,
      'scale',
      interval,
      before.people + after.people,
      width,
    ),
    test: { method: 'welch-t', statistic, degreesOfFreedom, pValue, adjustedPValue: pValue },
    effectSize: { name: 'hedges-g', value: hedgesG(later, earlier) },
  };
}

/** The sample as of so many as answered, so that its variance is that of the answers. */
function ofPeople({ n, perAnswer, people }: Sample): Pick<Sample, 'n' | 'perAnswer'> {
  return { n: people, perAnswer: perAnswer.map((count) => count * (people / n)) };
}

/** The summary, its variance such that over n it is the square of the linearized error. */
function withLinearizedError(
  { mean, ...plain }: MeanSummary,
  { weighted, n }: Sample,
  scale: Scale,
): MeanSummary {
  if (weighted === undefined) return { mean, ...plain };
  const error = linearizedError(weighted, scaleAnswers(scale));
  const size = Math.max(2, n);
  return { n: size, mean, variance: size * error * error };
}

function countAt({ perAnswer }: Sample, places: ReadonlySet<number>): number {
  return sum(perAnswer.filter((_, place) => places.has(place)));
}
