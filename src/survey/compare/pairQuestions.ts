import type { QuestionScores, SurveyScores } from '../score/surveyScores.ts';

/** A question of one survey or of both, with its scores in each. */
export type AskedQuestion<QuestionId extends string = string> =
  | {
      /** The question. */
      readonly question: QuestionId;
      /** Which surveys have it. */
      readonly asked: 'both';
      /** Its earlier scores. */
      readonly before: QuestionScores;
      /** Its later scores. */
      readonly after: QuestionScores;
    }
  | {
      /** The question. */
      readonly question: QuestionId;
      /** Which survey alone has it. */
      readonly asked: 'only-before' | 'only-after';
      /** Its scores there. */
      readonly scores: QuestionScores;
    };

/** The questions of two surveys by id: those of the earlier one in its order, then the new ones. */
export function pairQuestions<BeforeId extends string, AfterId extends string>(
  before: SurveyScores<BeforeId>,
  after: SurveyScores<AfterId>,
): readonly AskedQuestion<BeforeId | AfterId>[] {
  const later = new Map<string, QuestionScores>(after.questions.map((one) => [one.question, one]));
  const earlier = new Set<string>(before.questions.map(({ question }) => question));
  return [
    ...before.questions.map((scores): AskedQuestion<BeforeId> => {
      const { question } = scores;
      const match = later.get(question);
      return match === undefined
        ? { question, asked: 'only-before', scores }
        : { question, asked: 'both', before: scores, after: match };
    }),
    ...after.questions
      .filter(({ question }) => !earlier.has(question))
      .map((scores): AskedQuestion<AfterId> => {
        return { question: scores.question, asked: 'only-after', scores };
      }),
  ];
}
