import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import { effortScorer } from './customerEffort.ts';
import { DEFAULT_BOX, satisfactionScorer } from './customerSatisfaction.ts';
import { incidentScorer } from './incidentShare.ts';
import { meanScorer } from './meanRating.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { FEW_ANSWERS, type ScoreWarning } from './surveyScores.ts';
import type { ResponseCounts, Score, ScoreOptions, Scorer, Tally } from '../types.ts';
import { weighScore } from './weighScore.ts';

/** One group of a tally. */
interface GroupOf<QuestionId extends string> {
  readonly tally: Tally<QuestionId>;
  /** The group's position. */
  readonly group: number;
}

/** The scores of a question from its counts in a group, the one to report first. */
export type QuestionScorer<QuestionId extends string = string> = (
  counts: ResponseCounts,
  where: GroupOf<QuestionId>,
) => readonly [Score, ...Score[]];

/** Scores one question, group by group; how its scores are made is worked out once. */
export function questionScorer<QuestionId extends string>(
  question: RatedQuestion<QuestionId>,
  options: ScoreOptions,
): QuestionScorer<QuestionId> {
  const [first, ...others] = scorersOf(question);
  return (counts, { tally, group }) => {
    const score = (scorer: Scorer): Score =>
      weighScore(scorer(counts, options), tally, group, question.id, options);
    return [score(first), ...others.map(score)];
  };
}

/** How a question is scored by what it asks for. */
function scorersOf({ asks, scale }: RatedQuestion): readonly [Scorer, ...Scorer[]] {
  switch (asks) {
    case 'recommendation':
      return [
        isNetPromoterScale(scale)
          ? (counts, options) => netPromoterScore({ ...counts, scale }, options)
          : meanScorer(scale),
      ];
    case 'satisfaction':
      return [
        // Of two or three answers the best two would hold the other side or the middle.
        satisfactionScorer(scale, answerCount(scale) > 3 ? DEFAULT_BOX : 'top'),
        meanScorer(scale),
      ];
    case 'effort':
      return [effortScorer(scale)];
    case 'incident':
      return [incidentScorer(scale)];
    case 'perception':
    case 'expectation':
    case 'importance':
      return [meanScorer(scale)];
  }
}

/** What to keep in mind when reading the scores of a question. */
export function warningsOf(
  question: RatedQuestion,
  { counts, effectiveN = counts.answered }: Score,
): readonly ScoreWarning[] {
  const warnings: ScoreWarning[] = [];
  if (effectiveN < FEW_ANSWERS) warnings.push('few-answers');
  if (counts.invalid > 0) warnings.push('invalid-answers');
  if (question.asks === 'recommendation' && !isNetPromoterScale(question.scale)) {
    warnings.push('not-a-net-promoter-scale');
  }
  return warnings;
}
