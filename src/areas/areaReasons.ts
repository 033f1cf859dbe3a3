import type { Estimate } from '../shared/estimate.ts';
import type { ShareDifference } from '../stats/intervals/newcombeDifference.ts';
import { isJudgeable, type Share } from './areaFacts.ts';
import type { AreaLines } from './areaLines.ts';
import { type AreaFindings, shareOf } from './evidence/areaFindings.ts';
import type { AreaShare } from './favourableOf.ts';
import {
  type AreaJudgement,
  fallOf,
  isUnderFloor,
  othersOf,
  shareDifference,
} from './judgeArea.ts';
import type { AreaReason, LevelDeterioratedReason, Weakness } from './reasonTypes.ts';

/** The reasons for what an area is judged to be, with their figures, the urgent ones first. */
export function areaReasons(
  { subject, failed, signs, atRisk, facts }: AreaFindings,
  judgement: AreaJudgement,
  lines: AreaLines,
): readonly AreaReason[] {
  const { importance } = subject;
  const { performance: own } = facts;
  const { importance: importanceThreshold, minimumAnswers } = lines.thresholds;
  // As they were found: the most critical first.
  const critical = facts.moments
    .flatMap((moment) => {
      const state = lines.moments.get(moment);
      return state?.isCritical === true ? [{ moment, place: state.place }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ moment }) => moment);
  const urgent: AreaReason[] = [];
  const others: AreaReason[] = [];
  if (isJudgeable(own, minimumAnswers)) {
    urgent.push(
      ...deterioratedLevel(subject, lines),
      ...deterioratedTrend(own, facts.earlier, lines),
      ...signs,
    );
    if (judgement.weak !== 'no') {
      const weakness = weaknessIn(own, subject.performance, lines);
      const performance = own.value;
      if (judgement.weak === 'not-proven') {
        others.push({ code: 'weak-not-proven', performance, weakness });
      } else if (importance && importanceThreshold !== undefined && judgement.isImportant) {
        urgent.unshift({
          code: 'important-and-weak',
          importance: importance.value,
          importanceThreshold,
          performance,
          weakness,
        });
      } else others.push({ code: 'weak', performance, weakness });
    }
  } else
    others.push({ code: 'too-few-answers', n: facts.performance?.answers ?? 0, minimumAnswers });
  return [
    ...urgent,
    ...(failed.length > 0 ? [{ code: 'standard-not-met' as const, standards: failed }] : []),
    ...(critical.length > 0 ? [{ code: 'holds-critical-moment' as const, moments: critical }] : []),
    ...atRisk,
    ...others,
  ];
}

/** What an area is weak against. */
function weaknessIn(own: Share, share: AreaShare, lines: AreaLines): Weakness {
  const { target, relevantGap } = lines.thresholds;
  const others = target === undefined ? othersOf(own, lines) : undefined;
  if (others === undefined) {
    const upperLimit = share.kind === 'estimate' ? share.interval.high : own.value;
    return { against: 'target', target: target ?? 0, upperLimit };
  }
  const difference = estimateOf(shareDifference(own, others, lines.level), own.n + others.n);
  return { against: 'others', others: others.value, difference, relevantGap };
}

/** The area as a whole, and each question by itself: a good mean must not hide a collapsed moment. */
function deterioratedLevel(
  { performance, questions }: AreaFindings['subject'],
  lines: AreaLines,
): AreaReason[] {
  const { floor } = lines.thresholds;
  const below = (estimate: AreaShare, question?: string): LevelDeterioratedReason[] => {
    const share = shareOf(estimate);
    return estimate.kind === 'estimate' && share !== undefined && isUnderFloor(share, lines)
      ? [
          {
            code: 'level-deteriorated',
            ...(question !== undefined && { question }),
            upperLimit: estimate.interval.high,
            floor,
          },
        ]
      : [];
  };
  const whole = below(performance);
  // The only question of an area says what the area says.
  if (whole.length > 0 && questions.length === 1) return whole;
  return [
    ...whole,
    ...questions.flatMap(({ question, favourableShare }) => below(favourableShare, question)),
  ];
}

function deterioratedTrend(now: Share, before: Share | undefined, lines: AreaLines): AreaReason[] {
  const fall = fallOf(now, before, lines);
  if (fall === undefined || before === undefined) return [];
  const change = estimateOf(fall, now.n + before.n);
  return [{ code: 'trend-deteriorated', change, relevantFall: lines.thresholds.relevantFall }];
}

/** A difference of shares as an estimate. */
function estimateOf({ difference, interval }: ShareDifference, n: number): Estimate {
  return { kind: 'estimate', value: difference, unit: 'net-share', interval, n, basis: 'measured' };
}
