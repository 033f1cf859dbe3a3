import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { DEFAULT_CRITICAL_MOMENT_RULES } from './criticalMomentRules.ts';
import type {
  CriticalMomentRule,
  CriticalMoments,
  CriticalReason,
  MomentLevel,
  MomentVerdict,
} from './types.ts';

/** What {@link detectCriticalMoments} takes besides the cycle. */
export interface DetectionOptions {
  /** The rules to apply; {@link DEFAULT_CRITICAL_MOMENT_RULES} when absent. */
  readonly rules?: readonly CriticalMomentRule[];
}

/**
 * Finds the critical moments of a cycle, each with its reasons.
 *
 * Every rule gives reasons and no rule outvotes another: the level of a moment is that of its
 * strongest reason. By default a moment is critical when a person declares it so, when its judgements
 * give a high action priority, or when safety or the law is at stake. A medium priority and the first
 * contact with staff give `watch`, a low priority `ordinary`. A moment that no rule says anything
 * about is `not-assessed`.
 *
 * @param cycle - the cycle
 * @param options - the rules, where they are not the default ones
 * @returns a verdict for every moment, the most critical first
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'enter', name: 'Enters', contact: 'none' },
 *     {
 *       id: 'pay',
 *       name: 'Receives the money',
 *       contact: 'staff',
 *       judgements: [{ by: 'analyst', severity: 9, occurrence: 3, detection: 8 }],
 *     },
 *   ],
 * });
 * detectCriticalMoments(bank).moments.map(({ moment, level }) => `${moment}: ${level}`);
 * // => ['pay: critical', 'enter: not-assessed']
 */
export function detectCriticalMoments<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: DetectionOptions = {},
): CriticalMoments<Ids> {
  const rules = options.rules ?? DEFAULT_CRITICAL_MOMENT_RULES;
  const moments = cycle.moments.map((moment): MomentVerdict<Ids['moment']> => {
    const reasons = rules.flatMap((rule) => rule(moment, cycle)).toSorted(byLevel);
    return { moment: moment.id, level: reasons[0]?.level ?? 'not-assessed', reasons };
  });
  return { kind: 'critical-moments', moments: moments.toSorted(byUrgency) };
}

const RANK: { readonly [level in MomentLevel]: number } = {
  critical: 0,
  watch: 1,
  ordinary: 2,
  'not-assessed': 3,
};

function byLevel(a: CriticalReason, b: CriticalReason): number {
  return RANK[a.level] - RANK[b.level];
}

function byUrgency(a: MomentVerdict, b: MomentVerdict): number {
  const ratingsA = judgedRatings(a);
  const ratingsB = judgedRatings(b);
  return (
    RANK[a.level] - RANK[b.level] ||
    ratingsB.severity - ratingsA.severity ||
    ratingsB.occurrence - ratingsA.occurrence ||
    ratingsB.detection - ratingsA.detection
  );
}

function judgedRatings({ reasons }: MomentVerdict): {
  readonly severity: number;
  readonly occurrence: number;
  readonly detection: number;
} {
  return (
    reasons.find((reason) => reason.code === 'action-priority') ?? {
      severity: 0,
      occurrence: 0,
      detection: 0,
    }
  );
}
