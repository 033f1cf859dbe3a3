import type { Scale } from '../../model/survey.ts';
import type { NotEstimableReason, Unit } from '../../shared/estimate.ts';
import { newcombePairedDifference } from '../../stats/intervals/newcombePairedDifference.ts';
import { mcnemarTest } from '../../stats/tests/mcnemarTest.ts';
import { pairedTTest } from '../../stats/tests/pairedTTest.ts';
import { sum } from '../answers/responseCounts.ts';
import type { ScoreDefinition } from '../types.ts';
import { collapsePairs } from './collapsePairs.ts';
import { countChanges } from './countChanges.ts';
import { differenceEstimate } from './differenceEstimate.ts';
import { placesOf } from './placesOf.ts';
import type { ScoreChange } from './scoreChange.ts';
import { summarize } from './summarize.ts';
import type { PairedAnswers } from './types.ts';

/**
 * The change of the same people's score, by the method of its metric, or why there is none: McNemar
 * and Newcombe's paired interval for shares, the paired t test for means, and the same on classes of
 * -100, 0 and 100 for net promoter scores, and of -1, 0 and 1 for net shares.
 */
export function pairedChange(
  definition: ScoreDefinition,
  perPair: PairedAnswers['perPair'],
  level: number,
): ScoreChange | NotEstimableReason {
  const { scale } = definition;
  switch (definition.metric) {
    case 'net-promoter-score': {
      const { promoters, detractors } = definition;
      const classes = collapsePairs(perPair, classOf(scale, promoters, detractors), 3);
      return meanChange(classes, 100, 'points', level);
    }
    case 'customer-satisfaction':
      if (definition.box === 'net') {
        const { satisfied, dissatisfied } = definition;
        const classes = collapsePairs(perPair, classOf(scale, satisfied, dissatisfied), 3);
        return meanChange(classes, 1, 'net-share', level);
      }
      return shareChange(perPair, placesOf(scale, definition.satisfied), level);
    case 'incident-share':
      return shareChange(perPair, placesOf(scale, definition.incidents), level);
    case 'customer-effort':
    case 'mean-rating':
      return meanChange(perPair, scale.step ?? 1, 'scale', level);
  }
}

function shareChange(
  perPair: PairedAnswers['perPair'],
  counted: ReadonlySet<number>,
  level: number,
): ScoreChange | NotEstimableReason {
  const [[neither = 0, came = 0] = [], [went = 0, both = 0] = []] = collapsePairs(
    perPair,
    (place) => Number(counted.has(place)),
    2,
  );
  const n = neither + came + went + both;
  if (n === 0) return 'no-answers';
  const pairs = { both, onlyFirst: came, onlySecond: went, neither };
  const { difference, interval } = newcombePairedDifference(pairs, { level });
  const { method, statistic, pValue } = mcnemarTest(pairs);
  const changed = came + went;
  return {
    difference: differenceEstimate(difference, 'share', interval, n, 1),
    test: { method, statistic, pValue, adjustedPValue: pValue },
    effectSize: { name: 'cohens-g', value: changed === 0 ? 0 : came / changed - 0.5 },
  };
}

function meanChange(
  perPair: PairedAnswers['perPair'],
  step: number,
  unit: Unit,
  level: number,
): ScoreChange | NotEstimableReason {
  const largest = step * (perPair.length - 1);
  const perAnswer = countChanges(perPair);
  const n = sum(perAnswer);
  if (n === 0) return 'no-answers';
  if (n === 1) return 'one-answer';
  const changes = summarize({ n, perAnswer }, { min: -largest, step });
  if (changes.variance === 0) return 'zero-variance';
  const { difference, interval, statistic, degreesOfFreedom, pValue } = pairedTTest(changes, {
    level,
  });
  return {
    difference: differenceEstimate(difference, unit, interval, n, largest),
    test: { method: 'paired-t', statistic, degreesOfFreedom, pValue, adjustedPValue: pValue },
    effectSize: { name: 'cohens-dz', value: difference / Math.sqrt(changes.variance) },
  };
}

/** 0 for a detractor or a dissatisfied customer, 2 for a promoter or a satisfied one, 1 for others. */
function classOf(
  scale: Scale,
  more: readonly number[],
  less: readonly number[],
): (place: number) => number {
  const above = placesOf(scale, more);
  const below = placesOf(scale, less);
  return (place) => 1 + Number(above.has(place)) - Number(below.has(place));
}
