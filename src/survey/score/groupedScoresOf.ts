import type { SatisfactionSurvey } from '../../model/survey.ts';
import { ratedQuestions } from '../answers/ratedQuestions.ts';
import type { Suppression } from '../disclosure/suppress.ts';
import { addCells, addWeights } from '../tally/addCells.ts';
import { refuseCounts } from '../tally/checkTally.ts';
import type { InvalidAnswer, Tally } from '../types.ts';
import type { TallyCells } from './questionScores.ts';
import { scoreGroups } from './scoreGroups.ts';
import { type ScoringRule, scoresOf } from './scoresOf.ts';
import type { SurveyScores } from './surveyScores.ts';

/** The scores of a tally that may be grouped; what must not be shown is left out. */
export function groupedScoresOf<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Key extends string,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  tally: Tally<QuestionId, Key>,
  total: TallyCells,
  suppression: Suppression,
  rule: ScoringRule,
  notGuarded?: readonly number[],
): SurveyScores<QuestionId, MomentId, AreaId, Key> {
  const isPlain = suppression.isNothingHidden || !rule.isGrouped;
  const { questions, weights, firstInvalid } = tally;
  return scoresOf(
    survey,
    {
      questions,
      firstInvalid: isPlain ? firstInvalid : firstInvalid.map(byKind),
      ...(weights && { weights }),
    },
    total,
    suppression,
    rule,
    tally.by.length > 0
      ? scoreGroups(ratedQuestions(survey), tally, total.cells, suppression, rule.level)
      : undefined,
    notGuarded,
  );
}

/**
 * The cells of all groups together.
 *
 * @throws `invalid-argument` where something is no count
 */
export function totalOf(tally: Tally): TallyCells {
  const { groups, width, weights } = tally;
  const cells = addCells(tally);
  if (cells === undefined) return refuseCounts(['tally', tally]);
  if (weights === undefined) return { width, cells };
  const starts = [groups.map(() => 0)];
  return { width, cells, weights: addWeights([weights], starts, 1, width) };
}

/** An invalid answer by its kind: who typed a text may be known by it. */
function byKind<QuestionId extends string>(
  answer: InvalidAnswer<QuestionId>,
): InvalidAnswer<QuestionId> {
  const { found } = answer;
  const isPlain = found !== '' && !Number.isNaN(Number(found));
  if (isPlain || found === 'NaN') return answer;
  return { ...answer, found: found.startsWith('"') ? 'text' : 'no number' };
}
