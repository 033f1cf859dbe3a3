import { NOT_APPLICABLE, type SurveyResponse } from '../model/observations.ts';
import { answerCount } from '../model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { quote } from '../shared/quote.ts';
import { layOut, ratedQuestions } from './ratedQuestions.ts';
import type { InvalidAnswer, Tally, TalliedQuestion } from './types.ts';

/** How many invalid answers a tally lists; it counts all of them. */
export const LISTED_INVALID_ANSWERS = 20;

/**
 * Counts responses: how many gave each answer to each rated question.
 *
 * An answer counts as answered when it is a number of the scale; as not applicable when it is
 * `'not-applicable'` or one of the scale's own codes for it; as skipped when it is `null`, `undefined`
 * or absent. Everything else (text, 11 on 0 to 10, 7.5 between whole steps, `NaN`) counts as invalid
 * and the first ones are listed by position; the other answers of that response still count.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id
 * @returns the tally, a plain JSON value
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'greeting',
 *         text: 'How satisfied were you with the greeting?',
 *         asks: 'satisfaction',
 *         about: { moment: 'greet' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * const survey = desk.survey!;
 * const tally = tallyResponses(survey, [{ greeting: 5 }, { greeting: 6 }, { greeting: null }]);
 * tally.cells; // => [3, 0, 0, 0, 0, 1, 0, 1, 1]
 * tally.firstInvalid; // => [{ question: 'greeting', position: 1, found: '6' }]
 */
export function tallyResponses<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
>(survey: SatisfactionSurvey<QuestionId>, responses: Iterable<Response>): Tally<QuestionId> {
  const { questions, width } = layOut(ratedQuestions(survey));
  const counters = questions.map(counter);
  const cells = new Float64Array(width);
  const firstInvalid: InvalidAnswer<QuestionId>[] = [];
  let position = 0;
  for (const response of responses) {
    for (const one of counters) {
      const cell = cellOf(one, response);
      cells[cell] = (cells[cell] ?? 0) + 1;
      if (cell === one.invalidCell && firstInvalid.length < LISTED_INVALID_ANSWERS) {
        const found = quote(answerTo(one.id, response));
        firstInvalid.push({ question: one.id, position, found });
      }
    }
    position += 1;
  }
  cells[0] = position;
  return {
    kind: 'tally',
    survey: survey.id,
    questions,
    by: [],
    groups: [0],
    width,
    cells: Array.from(cells),
    firstInvalid,
  };
}

/** What is needed to place an answer, worked out once per question. */
interface Counter<QuestionId extends string> {
  readonly id: QuestionId;
  readonly min: number;
  readonly step: number;
  readonly top: number;
  readonly firstCell: number;
  readonly invalidCell: number;
  readonly notApplicable: ReadonlySet<unknown>;
}

function counter<QuestionId extends string>({
  id,
  scale,
  firstCell,
}: TalliedQuestion<QuestionId>): Counter<QuestionId> {
  const { min, step = 1, notApplicable = [] } = scale;
  const answers = answerCount(scale);
  return {
    id,
    min,
    step,
    top: answers - 1,
    firstCell,
    invalidCell: firstCell + answers + 2,
    notApplicable: new Set<unknown>([NOT_APPLICABLE, ...notApplicable]),
  };
}

function cellOf<QuestionId extends string>(
  one: Counter<QuestionId>,
  response: SurveyResponse<QuestionId>,
): number {
  const answer = answerTo(one.id, response);
  if (typeof answer === 'number') {
    const place = (answer - one.min) / one.step;
    const whole = Math.round(place);
    if (whole >= 0 && whole <= one.top && Math.abs(place - whole) < 1e-9)
      return one.firstCell + whole;
  }
  if (answer === undefined || answer === null) return one.invalidCell - 1;
  return one.notApplicable.has(answer) ? one.invalidCell - 2 : one.invalidCell;
}

function answerTo<QuestionId extends string>(
  id: QuestionId,
  response: SurveyResponse<QuestionId>,
): unknown {
  return response[id];
}
