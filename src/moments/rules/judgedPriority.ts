import { JUDGED_MOMENT } from '../../model/checkShapes.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { checkShape } from '../../shared/shape.ts';
import type { RatingSpread } from '../judgements/agreementTypes.ts';
import { judgedStability } from '../judgements/judgedStability.ts';
import { levelOfJudgements } from '../judgements/levelOfJudgements.ts';
import { medianPriority } from '../judgements/medianPriority.ts';
import { medianRatings } from '../judgements/medianRatings.ts';
import { readJudgements } from '../judgements/readJudgements.ts';
import type { ActionPriorityReason, UnreadableJudgementReason } from '../reasonTypes.ts';
import type { DetectionContext } from '../ruleTypes.ts';

/**
 * A rule for critical moments: judgements of people who know the work, by how bad an incident would be.
 *
 *     severity 9 or 10:   critical, however rarely it happens
 *     severity 7 or 8:    critical where the action priority is high, else to be watched
 *     severity up to 6:   to be watched where the action priority is high or medium, else ordinary
 *
 * Critical is what one incident can do, so that severity decides and how often it happens does not undo it:
 * a rare disaster has a low action priority, since little can be done about it at once. Severity is the
 * judges' median and the priority the median of their priorities, of two middle ones the worse. The
 * priority orders moments of one level.
 *
 * How far the judges lie apart is told beside it and changes nothing: whether they are of one mind is for
 * them to talk over. `stability` tells how often the level stays if every rating were one lower, the same or one
 * higher. Ratings of a sheet with another highest one (`outOf`) are spread over 1 to 10. A judgement that lacks a rating, or has one that is not a whole number from 1 to 10,
 * is named and left out.
 *
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     {
 *       id: 'number',
 *       name: 'Is told to take a number',
 *       contact: 'staff',
 *       judgements: [
 *         { by: 'analyst', severity: 7, occurrence: 7, detection: 7 },
 *         { by: 'supervisor', severity: 6, occurrence: 6, detection: 6 },
 *       ],
 *     },
 *   ],
 * });
 * const [number] = detectCriticalMoments(bank, { rules: [judgedPriority] }).moments;
 * const [reason] = number?.reasons ?? [];
 * number?.level; // => 'critical'
 * reason?.code === 'action-priority' && reason.priorities; // => ['high', 'medium']
 * reason?.code === 'action-priority' && reason.isDisputed; // => true
 * @see AIAG and VDA (2019), FMEA Handbook: the priority
 * @see Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10, 275-287: the agreement
 */
export function judgedPriority(
  moment: MomentOfTruth,
  context: Pick<DetectionContext, 'agreement'>,
): readonly (ActionPriorityReason | UnreadableJudgementReason)[] {
  checkShape('moment', moment, JUDGED_MOMENT);
  checkShape('context', context, { agreement: 'function' });
  const { id, judgements = [] } = moment;
  const { agreement } = context;
  const { complete, asRated, unreadable } = readJudgements(judgements);
  const { concordance, moments } = agreement();
  const agreed = moments.find((each) => each.moment === id);
  if (agreed === undefined || complete.length === 0) return unreadable;
  const ratings = medianRatings(complete);
  const priority = medianPriority(complete);
  const { spread, priorities, isDisputed } = agreed;
  const level = levelOfJudgements(ratings.severity, priority);
  const stability = judgedStability(asRated, level);
  return [
    {
      code: 'action-priority',
      level,
      basis: 'judged',
      n: complete.length,
      priority,
      ...ratings,
      by: complete.map(({ by }) => by),
      notes: complete.flatMap(({ note }) => (note === undefined ? [] : [note])),
      spread: {
        severity: widthOf(spread.severity),
        occurrence: widthOf(spread.occurrence),
        detection: widthOf(spread.detection),
      },
      priorities: priorities.map((own) => own.priority),
      isDisputed,
      ...(stability !== undefined && { stability }),
      agreement: concordance,
    },
    ...unreadable,
  ];
}

function widthOf({ lowest, highest }: RatingSpread): number {
  return highest - lowest;
}
