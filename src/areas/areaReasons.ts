import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Estimated } from '../shared/estimate.ts';
import { newcombeDifference } from '../stats/intervals/newcombeDifference.ts';
import { areaPerformance } from './areaPerformance.ts';
import { chartSigns } from './chartSigns.ts';
import { isBelow } from './isBelow.ts';
import { valueAtRisk } from './valueAtRisk.ts';
import type {
  AreaEvidence,
  AreaReason,
  AreaSubject,
  AreaThresholds,
  ImportantAndWeakReason,
} from './types.ts';

/** Every reason that the evidence gives for an area's place, the urgent ones first. */
export function areaReasons<Ids extends CycleIds>(
  subject: AreaSubject<Ids>,
  cycle: Cycle<Ids>,
  evidence: AreaEvidence<Ids>,
  thresholds: AreaThresholds,
  level: number,
  customerValue?: number,
): readonly AreaReason[] {
  const chart = evidence.charts?.areas.find(({ area }) => area === subject.area);
  const notMet = standardsNotMet(subject.area, cycle, evidence);
  const critical = criticalMomentsOf(subject.area, cycle, evidence);
  const { performance } = subject;
  const { minimumAnswers } = thresholds;
  const n = performance.kind === 'estimate' ? performance.n : 0;
  const judgeable = n >= minimumAnswers;
  const urgent = importantAndWeak(subject, notMet.length > 0, judgeable, thresholds);
  const saysWeak = urgent.some(({ performance: weakAt }) => weakAt !== undefined);
  return [
    ...urgent,
    ...(judgeable ? deterioratedLevel(subject, thresholds) : []),
    ...(judgeable ? deterioratedTrend(subject, cycle, evidence, thresholds, level) : []),
    ...(judgeable ? chartSigns(chart) : []),
    ...(notMet.length > 0 ? [{ code: 'standard-not-met' as const, standards: notMet }] : []),
    ...(critical.length > 0 ? [{ code: 'holds-critical-moment' as const, moments: critical }] : []),
    ...valueAtRisk(subject.area, cycle, evidence, customerValue),
    ...(judgeable && !saysWeak ? weak(performance, thresholds) : []),
    ...(judgeable ? [] : [{ code: 'too-few-answers' as const, n, minimumAnswers }]),
  ];
}

function importantAndWeak(
  { importance, performance }: AreaSubject,
  failsStandard: boolean,
  judgeable: boolean,
  { importance: importanceLine, performance: performanceLine }: AreaThresholds,
): ImportantAndWeakReason[] {
  if (importance === undefined || importanceLine === undefined) return [];
  if (isBelow(importance.value, importanceLine)) return [];
  const facts = {
    code: 'important-and-weak',
    importance: importance.value,
    importanceThreshold: importanceLine,
  } as const;
  const isWeak =
    judgeable &&
    performance.kind === 'estimate' &&
    performanceLine !== undefined &&
    isBelow(performance.value, performanceLine);
  if (isWeak) {
    return [{ ...facts, performance: performance.value, performanceThreshold: performanceLine }];
  }
  return failsStandard ? [facts] : [];
}

/** The area as a whole, and each question by itself: a good mean must not hide a collapsed moment. */
function deterioratedLevel(
  { performance, questions }: AreaSubject,
  { floor, minimumAnswers }: AreaThresholds,
): AreaReason[] {
  const below = (share: Estimated): number[] =>
    share.kind === 'estimate' && share.n >= minimumAnswers && share.interval.high < floor
      ? [share.interval.high]
      : [];
  return [
    ...below(performance).map((upperLimit) => ({
      code: 'level-deteriorated' as const,
      upperLimit,
      floor,
    })),
    ...questions.flatMap(({ question, favourableShare }) =>
      below(favourableShare).map((upperLimit) => ({
        code: 'level-deteriorated' as const,
        question,
        upperLimit,
        floor,
      })),
    ),
  ];
}

function deterioratedTrend<Ids extends CycleIds>(
  { area, performance: now }: AreaSubject<Ids>,
  cycle: Cycle<Ids>,
  { earlierScores }: AreaEvidence<Ids>,
  { relevantFall, minimumAnswers }: AreaThresholds,
  level: number,
): AreaReason[] {
  if (earlierScores === undefined || now.kind !== 'estimate') return [];
  const { performance: before } = areaPerformance(area, cycle, earlierScores, level);
  if (before.kind !== 'estimate' || before.n < minimumAnswers) return [];
  const { difference, interval } = newcombeDifference(
    { successes: now.value * now.n, n: now.n },
    { successes: before.value * before.n, n: before.n },
    { level },
  );
  if (!(interval.high < 0 && !isBelow(-difference, relevantFall))) return [];
  const n = now.n + before.n;
  const change = { kind: 'estimate', value: difference, unit: 'share', interval, n } as const;
  return [{ code: 'trend-deteriorated', change: { ...change, basis: 'measured' }, relevantFall }];
}

function weak(performance: Estimated, { performance: line }: AreaThresholds): AreaReason[] {
  if (performance.kind !== 'estimate' || line === undefined || !isBelow(performance.value, line))
    return [];
  return [{ code: 'weak', performance: performance.value, performanceThreshold: line }];
}

/** The standards not met that the area answers for: by name, or through the moments they serve. */
function standardsNotMet<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  { requirements }: AreaEvidence<Ids>,
): readonly string[] {
  const failed = new Set(
    (requirements?.requirements ?? [])
      .flatMap(({ standards }) => standards)
      .filter(({ status }) => status === 'not-met')
      .map(({ standard }) => standard),
  );
  const areaOf = new Map(cycle.moments.map((moment) => [moment.id, moment.area]));
  return (cycle.requirements ?? []).flatMap(({ moments, standards = [] }) =>
    standards
      .filter(({ id, area: own }) => {
        const answers =
          own === undefined ? moments.some((moment) => areaOf.get(moment) === area) : own === area;
        return failed.has(id) && answers;
      })
      .map(({ id }) => id),
  );
}

function criticalMomentsOf<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  { criticalMoments }: AreaEvidence<Ids>,
): readonly string[] {
  const own = new Set(cycle.moments.filter((moment) => moment.area === area).map(({ id }) => id));
  return (criticalMoments?.moments ?? [])
    .filter(({ moment, level }) => level === 'critical' && own.has(moment))
    .map(({ moment }) => moment);
}
