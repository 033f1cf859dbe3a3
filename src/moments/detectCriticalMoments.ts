import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { once } from '../shared/once.ts';
import { checkOptions, isFields, refuse } from '../shared/refuse.ts';
import { checkShape, type Shape } from '../shared/shape.ts';
import { byUrgency } from './byUrgency.ts';
import { costAt } from './costAt.ts';
import { CYCLE_RULES } from './cycleRules.ts';
import { type DetectionSettings, detectionSettings } from './detectionSettings.ts';
import { findDisagreements } from './findDisagreements.ts';
import { judgementAgreement } from './judgements/judgementAgreement.ts';
import { reasonsFor } from './reasonsFor.ts';
import type { CriticalReason, Reason } from './reasonTypes.ts';
import type { CriticalMomentRule, DetectionContext } from './ruleTypes.ts';
import type { CriticalMoments } from './types.ts';
import type { VisitEvidence } from './visitEvidence.ts';

/**
 * What {@link detectCriticalMoments} takes besides the cycle.
 *
 * @typeParam Ids - the ids of the cycle
 * @typeParam Rule - the rules, where they are not the default ones
 */
export interface DetectionOptions<
  Ids extends CycleIds = CycleIds,
  Rule extends CriticalMomentRule<Reason> = CriticalMomentRule,
> extends DetectionSettings {
  /** What happened to customers, from `visitEvidence`; none when absent. */
  readonly evidence?: VisitEvidence<Ids['moment']>;
  /** The rules to apply; `DEFAULT_CRITICAL_MOMENT_RULES` when absent. */
  readonly rules?: readonly Rule[];
}

/**
 * Finds the critical moments of a cycle, each with its reasons: from what people judged, from how the
 * cycle is built, and, given visits, from what happened to customers.
 *
 * Every rule gives reasons and no rule outvotes another: the level of a moment is that of its
 * strongest reason. A moment is critical when a person declares it so, when an incident is judged severe
 * enough, when safety or the law is at stake, when one incident there loses a share of the visits that
 * is grave, when low ratings cost more than high ones gain, or when waits beyond a standard go
 * with dissatisfaction. Lesser signs, the first and the last contact and delicate traits give `watch`,
 * a mild judgement or enough visits without an effect `ordinary`. A moment that no rule can say anything
 * about is `not-assessed`, and where visits were too few or otherwise of no use, a reason says why.
 *
 * Visits are handed in as evidence, by `visitEvidence`. With them each level also carries how often it holds in
 * resamples drawn from the tally; it costs the same for any number of visits. Where people and data do not agree, the verdict says so.
 *
 * A rule is a function from a moment and its context to reasons, and one of your own goes beside the
 * others.
 *
 * @param cycle - the cycle
 * @param options - what happened to customers, the rules, the confidence level, and the resamples
 * @returns a verdict for every moment, the most critical first: by level, then by what incidents come to
 * @throws ServiceCycleError `invalid-argument` when the visits are those of another cycle, or the level,
 * the gravity, the seed or the number of resamples is outside its range, or an option is none
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
 *
 * const visit = (incident: boolean, overall: number) => ({
 *   moments: { enter: { incident }, pay: { incident: false } },
 *   overall,
 * });
 * const visits = tallyVisits(bank, [
 *   ...Array.from({ length: 60 }, () => visit(true, 1)),
 *   ...Array.from({ length: 140 }, () => visit(true, 5)),
 *   ...Array.from({ length: 40 }, () => visit(false, 1)),
 *   ...Array.from({ length: 760 }, () => visit(false, 5)),
 * ]);
 * const [enter, pay] = detectCriticalMoments(bank, { evidence: visitEvidence(visits) }).moments;
 * enter?.reasons[0]?.code; // => 'incident-effect'
 * enter?.stability?.share; // => 0.995
 * pay?.reasons.map(({ code, level }) => `${code}: ${level}`);
 * // => ['action-priority: critical', 'first-direct-contact: watch', 'last-contact: watch', 'evidence-gap: not-assessed']
 *
 * // A rule of one's own, and its reasons beside the others.
 * const silent = (moment: MomentOfTruth) =>
 *   moment.contact === 'none'
 *     ? [{ code: 'nobody-there', level: 'watch', basis: 'assumed', n: 0 } as const]
 *     : [];
 * detectCriticalMoments(bank, { rules: [...DEFAULT_CRITICAL_MOMENT_RULES, silent] })
 *   .moments.map(({ reasons }) => reasons[0]?.code); // => ['action-priority', 'nobody-there']
 */
export function detectCriticalMoments<
  Ids extends CycleIds,
  Rule extends CriticalMomentRule<Reason> = CriticalMomentRule,
>(
  cycle: Cycle<Ids>,
  options?: DetectionOptions<NoInfer<Ids>, Rule>,
): CriticalMoments<Ids, CriticalReason | ReturnType<Rule>[number]>;
export function detectCriticalMoments<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: DetectionOptions<Ids, CriticalMomentRule<Reason>> = {},
): CriticalMoments<Ids, Reason> {
  checkCycleShape(cycle);
  checkDetectionOptions(options);
  const settings = detectionSettings(options);
  const { level, gravity } = settings;
  const told = options.evidence?.(cycle, settings);
  if (options.evidence) checkShape('what the evidence tells', told, TOLD);
  const rules = options.rules ?? told?.rules ?? CYCLE_RULES;
  const context: DetectionContext = {
    cycle,
    level,
    gravity,
    agreement: once(() => judgementAgreement(cycle.moments)),
    ...(told && { measured: told.measured }),
  };
  const reasons = cycle.moments.map((moment) => reasonsFor(moment, context, rules));
  const levels = reasons.map(([strongest]) => strongest?.level ?? 'not-assessed');
  const stability = told?.stability(context, rules, levels);
  const verdicts = cycle.moments.map((moment, place) => {
    const own = reasons[place] ?? [];
    return {
      moment: moment.id,
      level: levels[place] ?? 'not-assessed',
      reasons: own,
      disagreements: findDisagreements(own),
      ...costAt(moment.id, told?.measured),
      ...stability?.[place],
    };
  });
  return {
    kind: 'critical-moments',
    moments: byUrgency(cycle.moments, verdicts),
    ...(told && { strengths: told.strengths, visits: told.visits }),
  };
}

/** What a function that is no evidence may give instead is refused. */
const TOLD: Shape = {
  measured: {},
  rules: ['function'],
  visits: {},
  strengths: ['any'],
  stability: 'function',
};

function checkDetectionOptions(
  options: DetectionOptions<CycleIds, CriticalMomentRule<Reason>>,
): void {
  if (isFields(options) && 'visits' in options) {
    refuse('visits', options.visits, 'nothing: evidence is visitEvidence(visits)');
  }
  checkOptions(options, ['evidence', 'rules', 'level', 'seed', 'resamples', 'gravity']);
  const { evidence, rules } = options;
  if (evidence !== undefined && typeof evidence !== 'function') {
    refuse('evidence', evidence, 'evidence from visitEvidence');
  }
  if (rules !== undefined) checkShape('rules', rules, ['function']);
}
