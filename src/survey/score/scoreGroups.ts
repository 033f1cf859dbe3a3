import type { RatedQuestion } from '../../model/survey.ts';
import { countsOf } from './countsOf.ts';
import { responseCounts } from '../answers/responseCounts.ts';
import { questionScorer, warningsOf } from './scoreQuestion.ts';
import type { HiddenGroups } from '../disclosure/hiddenIn.ts';
import type { GroupQuestionScores, GroupScores, SuppressedScore } from './surveyScores.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { Score, ScoreOptions, Tally } from '../types.ts';

/** Scores the groups of a tally, and suppresses those that must not be shown. */
export function scoreGroups<QuestionId extends string, Key extends string>(
  questions: readonly RatedQuestion<NoInfer<QuestionId>>[],
  tally: Tally<QuestionId, Key>,
  hidden: HiddenGroups,
  options: ScoreOptions,
): readonly GroupScores<QuestionId, Key>[] {
  const { by, groups, width, cells } = tally;
  const scorers = questions.map((question) => questionScorer(question, options));
  const walk = new Array<number>(by.length).fill(0);
  return groups.flatMap((code, group) => {
    walkOf(by, code, walk);
    if (!hidden.isListed(walk)) return [];
    const isHidden = hidden.isHidden(walk);
    const values = by.map(({ name, values: own }, level) => [name, own[walk[level] ?? 0] ?? null]);
    return [
      {
        group: Object.fromEntries(values) as GroupScores<QuestionId, Key>['group'],
        responses: isHidden ? 'suppressed' : (cells[group * width] ?? 0),
        questions: scorers.map((score, position) => {
          const question = questions[position] as RatedQuestion<QuestionId>;
          const counts = responseCounts(countsOf(tally, group, question.id));
          const scores = score(counts, { tally, group });
          return isHidden || hidden.isHiddenQuestion(position)
            ? suppressed(question.id, scores)
            : { question: question.id, scores, warnings: warningsOf(question, scores[0]) };
        }),
      },
    ];
  });
}

function suppressed<QuestionId extends string>(
  question: QuestionId,
  scores: readonly [Score, ...Score[]],
): GroupQuestionScores<QuestionId> {
  const hide = ({ definition }: Score): SuppressedScore => ({
    kind: 'not-estimable',
    reason: 'suppressed',
    definition,
  });
  const [first, ...others] = scores;
  return { question, scores: [hide(first), ...others.map(hide)], warnings: [] };
}
