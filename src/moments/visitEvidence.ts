import type { Cycle } from '../model/cycle.ts';
import { verdictStability } from './bootstrap/verdictStability.ts';
import { DEFAULT_CRITICAL_MOMENT_RULES } from './criticalMomentRules.ts';
import type { DetectionSettings } from './detectionSettings.ts';
import { measuredFigures } from './measuredFigures.ts';
import type { MomentLevel, Reason } from './reasonTypes.ts';
import type { CriticalMomentRule, DetectionContext, MeasuredFigures } from './ruleTypes.ts';
import { momentStrengths } from './strengths/momentStrengths.ts';
import type { MomentStrength } from './strengths/strengthTypes.ts';
import { summarizeVisits } from './summarizeVisits.ts';
import type { MomentVerdict, VisitSummary } from './types.ts';
import { checkVisitTally } from './visits/checkVisitTally.ts';
import type { VisitTally } from './visits/types.ts';

/** What visits tell of the moments of a cycle, from {@link visitEvidence}; `detectCriticalMoments` asks it. */
export type VisitEvidence<MomentId extends string = string> = (
  cycle: Cycle,
  settings: Required<DetectionSettings>,
) => VisitsTold<MomentId>;

/** What {@link VisitEvidence} tells of one cycle, at one confidence level. */
export interface VisitsTold<MomentId extends string = string> {
  /** The figures that rules look at. */
  readonly measured: MeasuredFigures;
  /** The rules that are applied where the caller names none. */
  readonly rules: readonly CriticalMomentRule[];
  /** The visits that verdicts rest on. */
  readonly visits: VisitSummary;
  /** The moments that delight, the strongest effect first. */
  readonly strengths: readonly MomentStrength<MomentId>[];
  /** How often the levels that rules gave hold in resamples, in the order of the cycle. */
  readonly stability: <Own extends Reason>(
    context: DetectionContext,
    rules: readonly CriticalMomentRule<Own>[],
    found: readonly MomentLevel[],
  ) => readonly Pick<MomentVerdict, 'stability'>[];
}

/**
 * What happened to customers, as evidence of which moments are critical.
 *
 * It is handed to `detectCriticalMoments` as the option `evidence`, so that a cycle on paper, of which there are no
 * visits yet, is looked at without any of the statistics of visits.
 *
 * @param visits - the visits, as `tallyVisits` counts them
 * @returns the evidence; it refuses a cycle that the visits were not counted for
 * @throws ServiceCycleError `invalid-argument` for what is no tally of visits
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [
 *     { id: 'wait', name: 'Waits', contact: 'none' },
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *   ],
 * });
 * const visits = Array.from({ length: 200 }, (_, visit) => ({
 *   moments: { wait: { incident: visit % 4 === 0 }, greet: { incident: false } },
 *   overall: visit % 8 === 0 ? 1 : 5,
 * }));
 * const evidence = visitEvidence(tallyVisits(desk, visits));
 * const [wait] = detectCriticalMoments(desk, { evidence }).moments;
 * wait?.level; // => 'critical'
 * wait?.reasons[0]?.code; // => 'incident-effect'
 */
export function visitEvidence<MomentId extends string>(
  visits: VisitTally<MomentId>,
): VisitEvidence<MomentId> {
  checkVisitTally('visits', visits);
  return (cycle, settings) => {
    const { level, seed, resamples } = settings;
    const summary = summarizeVisits(cycle, visits);
    const measured = measuredFigures(cycle, visits, { level, seed });
    return {
      measured,
      rules: DEFAULT_CRITICAL_MOMENT_RULES,
      visits: summary,
      strengths: strengthsOf(visits, level),
      stability: (context, rules, found) =>
        resamples > 0 ? verdictStability(context, measured, rules, found, settings) : [],
    };
  };
}

function strengthsOf<MomentId extends string>(
  visits: VisitTally<MomentId>,
  level: number,
): readonly MomentStrength<MomentId>[] {
  return momentStrengths(visits, { level })
    .moments.filter((each) => each.kind === 'estimate')
    .filter(({ isStrength }) => isStrength)
    .toSorted((one, other) => other.effect.value - one.effect.value);
}
