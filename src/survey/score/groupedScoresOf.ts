import type { SatisfactionSurvey } from '../../model/survey.ts';
import { ratedQuestions } from '../answers/ratedQuestions.ts';
import type { Suppression } from '../disclosure/suppress.ts';
import { addCells, addWeights } from '../tally/addCells.ts';
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
    totalOf(tally),
    suppression,
    rule,
    tally.by.length > 0
      ? scoreGroups(ratedQuestions(survey), tally, suppression, rule.level)
      : undefined,
    notGuarded,
  );
}

/** The cells of all groups together. */
function totalOf({ groups, width, cells, weights }: Tally): TallyCells {
  if (groups.length === 1) return { width, cells, ...(weights && { weights }) };
  const starts = [groups.map(() => 0)];
  return {
    width,
    cells: addCells([{ width, cells }], starts, width),
    ...(weights && { weights: addWeights([weights], starts, 1, width) }),
  };
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
