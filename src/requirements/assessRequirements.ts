import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement } from '../model/observations.ts';
import { detectCriticalMoments } from '../moments/detectCriticalMoments.ts';
import { checkObject } from '../shared/refuse.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { type AssessmentOptions, assessStandard } from './assessStandard.ts';
import { correctForStandards } from './correctForStandards.ts';
import { requirementFindings } from './findings/requirementFindings.ts';
import { collectMeasurements } from './measurements/collectMeasurements.ts';
import type { MeasurementTallyOptions } from './measurements/tallyMeasurements.ts';
import type { MeasurementTally } from './measurements/tallyTypes.ts';
import type {
  MomentScore,
  RequirementStatus,
  RequirementVerdict,
  RequirementVerdicts,
  StandardVerdict,
} from './types.ts';

/** What {@link assessRequirements} takes besides the cycle and the measurements. */
export interface RequirementAssessmentOptions<
  Ids extends CycleIds = CycleIds,
  Key extends string = string,
> extends AssessmentOptions,
    Pick<MeasurementTallyOptions<Key>, 'by' | 'values'> {
  /** The moments to hold as critical; those that `detectCriticalMoments` finds when absent. */
  readonly critical?: readonly Ids['moment'][];
  /** What customers say, to stand beside the requirements of the moments they speak of. */
  readonly scores?: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>;
}

/**
 * Says of every requirement whether it is met, by the verdicts on its standards, and what the
 * requirements lack.
 *
 * A requirement is as good as its worst standard. The more standards are held against measurements, the
 * more of them would be called met or not met by chance: the p values are corrected for their number,
 * after Holm, so that in all of them together a standard is falsely called met in (1 - level)/2 of
 * cases at most, and falsely not met likewise. `correction` says what each verdict would be alone.
 * Groups are not corrected.
 *
 * Measurements that name no standard of the cycle are
 * counted by name. Where the customers of the cycle are staff, only staff served by staff count, and
 * elsewhere only customers from outside: a measurement that says otherwise of itself is counted apart.
 *
 * Findings are a critical moment without a requirement, a requirement without a standard, a source
 * without a reference, and two standards of one measure at one moment that cannot both be met. Words such
 * as "fast" and "friendly" are found by `lintRequirements`.
 *
 * @param cycle - the cycle
 * @param measurements - one object per case measured, in any order, or tallies of them, or both
 * @param options - the confidence level, what to group by, critical moments and scores
 * @returns a verdict per requirement, and the findings
 * @throws ServiceCycleError `invalid-argument` when a tally is of another standard than it names, is
 * grouped by other keys or of other customers, or an option is out of its range
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   requirements: [
 *     {
 *       id: 'promptly',
 *       statement: 'A guest is greeted at once',
 *       moments: ['greet'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'greeted-in-60-s',
 *           measure: 'Time from entering to the greeting',
 *           unit: 'seconds',
 *           operator: '<=',
 *           threshold: 60,
 *           requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 * });
 * const slow = Array.from({ length: 20 }, () => ({ standard: 'greeted-in-60-s', value: 75 }) as const);
 * assessRequirements(desk, slow).requirements[0]?.status; // => 'not-met'
 */
export function assessRequirements<
  Ids extends CycleIds,
  Measured extends Measurement<Ids['standard']>,
  const Key extends string = never,
>(
  cycle: Cycle<Ids>,
  measurements: Iterable<Measured | MeasurementTally<Ids['standard'], Key>>,
  options: RequirementAssessmentOptions<Ids, Key> = {},
): RequirementVerdicts<Ids, Key> {
  checkCycleShape(cycle);
  checkObject('options', options);
  const { customer = 'external', requirements = [] } = cycle;
  const { critical, scores } = options;
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  const { tallies, unknownStandards } = collectMeasurements<Ids['standard'], Key>(
    standards,
    measurements,
    options,
    customer,
  );
  const alone = standards.map(
    (standard): StandardVerdict<Ids['standard'], Key> =>
      assessStandard(standard, tallies.get(standard.id) ?? [], { ...options, customer }),
  );
  const corrected = correctForStandards(standards, alone, tallies, options);
  const scored = scores && scoresByMoment<Ids>(scores);
  const verdicts = new Map(standards.map((standard, place) => [standard, corrected[place]]));
  return {
    kind: 'requirement-verdicts',
    customer,
    requirements: requirements.map(
      ({ id, moments, source, standards: own = [] }): RequirementVerdict<Ids, Key> => {
        const found = own.flatMap((standard) => verdicts.get(standard) ?? []);
        return {
          requirement: id,
          moments,
          source,
          status: worstOf(found),
          standards: found,
          ...(scored && { scores: moments.flatMap((moment) => scored.get(moment) ?? []) }),
        };
      },
    ),
    findings: requirementFindings(cycle, critical ?? criticalOf(cycle)),
    unknownStandards,
  };
}

function criticalOf<Ids extends CycleIds>(cycle: Cycle<Ids>): readonly Ids['moment'][] {
  const found = detectCriticalMoments(cycle).moments.filter(({ level }) => level === 'critical');
  const critical = new Set<string>(found.map(({ moment }) => moment));
  return cycle.moments.map(({ id }) => id).filter((id) => critical.has(id));
}

function scoresByMoment<Ids extends CycleIds>(
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
): ReadonlyMap<string, readonly MomentScore<Ids>[]> {
  const scored = new Map<string, MomentScore<Ids>[]>();
  for (const { question, about, scores: own } of scores.questions) {
    if (about === undefined || !('moment' in about)) continue;
    const { moment } = about;
    const known = scored.get(moment) ?? [];
    scored.set(moment, known);
    known.push({ moment, question, score: own[0] });
  }
  return scored;
}

const WORST_FIRST = ['not-met', 'not-proven', 'not-measured', 'met-so-far', 'met'] as const;

function worstOf(verdicts: readonly StandardVerdict[]): RequirementStatus {
  const worst = WORST_FIRST.find((status) => verdicts.some((verdict) => verdict.status === status));
  return worst ?? 'no-standard';
}
