import { JUDGED_MOMENT } from '../../model/checkShapes.ts';
import type { Judgement, MomentOfTruth } from '../../model/momentOfTruth.ts';
import { checkShape } from '../../shared/shape.ts';
import {
  type Concordance,
  type ConcordanceNotEstimable,
  kendallW,
} from '../../stats/agreement/kendallW.ts';
import type { RiskRatings } from '../reasonTypes.ts';
import { actionPriority } from './actionPriority.ts';
import type { JudgementAgreement, MomentAgreement, RatingSpread } from './agreementTypes.ts';
import { medianRatings } from './medianRatings.ts';
import { readJudgements } from './readJudgements.ts';

/**
 * How far the people who judge the moments of a cycle agree, and on which moments they do not.
 *
 * For each of the three ratings, Kendall's W tells whether the judges put the moments in the same order:
 * 1 where all do, 0 where their orders cancel out. It takes the moments that all judges have judged. For
 * each moment by itself there are the lowest, median and highest rating, and whether the judges' own
 * ratings would give different action priorities: it is disputed then, and worth a talk before anything
 * is decided.
 *
 * Judges are told apart by their role (`by`); where one role judges a moment several times, the mean
 * of its ratings is taken for W. Judgements that lack a rating, or have one off the scale, are left out.
 *
 * Not estimable: W of fewer than two judges or two moments, or where every judge rates all alike.
 *
 * @param moments - moments with their judgements, such as `cycle.moments`
 * @example
 * const rated = (by: string, severity: number, occurrence: number) => ({
 *   by,
 *   severity,
 *   occurrence,
 *   detection: 5,
 * });
 * const found = judgementAgreement([
 *   { id: 'ask', judgements: [rated('cashier', 3, 4), rated('supervisor', 4, 5)] },
 *   { id: 'wait', judgements: [rated('cashier', 4, 9), rated('supervisor', 8, 8)] },
 *   { id: 'pay', judgements: [rated('cashier', 10, 2), rated('supervisor', 10, 4)] },
 * ]);
 * const { severity, occurrence } = found.concordance;
 * severity.kind === 'estimate' && severity.value; // => 1
 * occurrence.kind === 'estimate' && occurrence.value; // => 1
 * found.moments[1]?.spread.severity; // => { lowest: 4, median: 8, highest: 8 }
 * found.disputed; // => ['pay']
 * @see Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10, 275-287
 */
export function judgementAgreement<MomentId extends string>(
  moments: readonly Pick<MomentOfTruth<MomentId>, 'id' | 'judgements'>[],
): JudgementAgreement<MomentId> {
  checkShape('moments', moments, [JUDGED_MOMENT]);
  const judged = moments.flatMap(({ id, judgements = [] }) => {
    const { complete } = readJudgements(judgements);
    return complete.length === 0
      ? []
      : [{ id, judgements: complete, byRole: groupByRole(complete) }];
  });
  const judgedBy = new Map<string, number>();
  for (const { byRole } of judged) {
    for (const role of byRole.keys()) judgedBy.set(role, (judgedBy.get(role) ?? 0) + 1);
  }
  const judges = [...judgedBy].flatMap(([role, count]) => (count > 1 ? [role] : []));
  const compared = judged.filter(({ byRole }) => judges.every((judge) => byRole.has(judge)));
  const concordance = (rating: keyof RiskRatings): Concordance | ConcordanceNotEstimable =>
    kendallW(
      compared.map(({ byRole }) => judges.map((judge) => meanOf(byRole.get(judge) ?? [], rating))),
    );
  const found = judged.map(({ id, judgements }) => agreementOn(id, judgements));
  return {
    kind: 'judgement-agreement',
    basis: 'judged',
    concordance: {
      severity: concordance('severity'),
      occurrence: concordance('occurrence'),
      detection: concordance('detection'),
    },
    judges,
    compared: compared.map(({ id }) => id),
    moments: found,
    disputed: found.filter(({ isDisputed }) => isDisputed).map(({ moment }) => moment),
  };
}

function agreementOn<MomentId extends string>(
  moment: MomentId,
  judgements: readonly Judgement[],
): MomentAgreement<MomentId> {
  const medians = medianRatings(judgements);
  const spread = (rating: keyof RiskRatings): RatingSpread => {
    const given = judgements.map((judgement) => judgement[rating]);
    return {
      lowest: given.reduce((one, other) => Math.min(one, other)),
      median: medians[rating],
      highest: given.reduce((one, other) => Math.max(one, other)),
    };
  };
  const priorities = judgements.map((judgement) => ({
    by: judgement.by,
    priority: actionPriority(judgement),
  }));
  return {
    moment,
    judgements: judgements.length,
    spread: {
      severity: spread('severity'),
      occurrence: spread('occurrence'),
      detection: spread('detection'),
    },
    priorities,
    isDisputed: new Set(priorities.map(({ priority }) => priority)).size > 1,
  };
}

function groupByRole(judgements: readonly Judgement[]): ReadonlyMap<string, readonly Judgement[]> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const own = groups.get(judgement.by);
    if (own === undefined) groups.set(judgement.by, [judgement]);
    else own.push(judgement);
  }
  return groups;
}

function meanOf(judgements: readonly Judgement[], rating: keyof RiskRatings): number {
  return judgements.reduce((sum, each) => sum + each[rating], 0) / judgements.length;
}
