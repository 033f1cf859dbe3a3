import type { Problem, SurveyResponse, Visit } from '../../model/observations.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import {
  checkList,
  checkObject,
  checkOptions,
  checkRows,
  checkText,
  refuse,
} from '../../shared/refuse.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { responseReader } from './responseReader.ts';
import { checkNoWeights } from './visitDefinition.ts';
import { type ProblemKeys, type RatingLayout, visitQuestions } from './visitQuestions.ts';

/** What `visitsFromResponses` takes besides the responses. */
export interface VisitQuestionOptions<QuestionId extends string = string> {
  /**
   * The questions to read, at most one of them about how the whole cycle was. When absent: those that ask for
   * satisfaction, recommendation or effort at a moment or for an incident there or in the whole cycle, and the one that
   * asks for satisfaction with the whole cycle, or else for recommendation.
   */
  readonly questions?: readonly QuestionId[];
  /**
   * Where responses tell what became of a problem: the keys of its answers. It takes a question that asks for an
   * incident in the whole cycle, and counts where that is answered yes.
   */
  readonly problem?: ProblemKeys;
}

/** The scales of visits that come from a survey, and what told of incidents, to be given to `tallyVisits`. */
export interface VisitScales {
  /** The answers that ratings of moments take, higher is better; absent where no moment is rated. */
  readonly ratingScale?: Scale;
  /** The highest rating that counts as low: 6 where moments are rated by recommendation on 0 to 10; else absent. */
  readonly lowUpTo?: number;
  /** The lowest rating that counts as high: 9 where moments are rated by recommendation; else absent. */
  readonly highFrom?: number;
  /** The answers that `overall` takes, higher is better; absent where nothing is asked overall. */
  readonly overallScale?: Scale;
  /** Reports come from the questionnaire that asked how the visit was; absent where none are asked for. */
  readonly reportsFrom?: 'questionnaire';
}

/** The questions of a survey that are read as visits. */
export interface QuestionsRead {
  /** The moments asked about, in the order of the survey. */
  readonly moments: readonly {
    /** The moment. */
    readonly moment: string;
    /** The questions that rate it, of whose answers the worst decides. */
    readonly ratings: readonly string[];
    /** The questions whether something went wrong there, of which any yes decides. */
    readonly incidents: readonly string[];
  }[];
  /** The questions whether anything went wrong in the whole visit, of which any yes decides. */
  readonly problems: readonly string[];
  /** The question that tells how the visit ended; absent where none does. */
  readonly overall?: string;
}

/** Responses, read as visits. */
export interface VisitsFromResponses<Visits> {
  /** The visits, in the order of the responses. They are made one by one when asked for. */
  readonly visits: Visits;
  /** Their scales, as options of `tallyVisits`. */
  readonly scales: VisitScales;
  /** The questions that were read. */
  readonly questions: QuestionsRead;
}

/**
 * Reads responses to a survey as visits: ratings and incidents from the questions about moments, the
 * outcome from the question about the whole cycle.
 *
 * Ratings on a reversed scale are turned round, x to min + max - x, so that high is good. A moment that
 * does not apply, or is left blank, counts as not passed. An answer that is not on its scale stays
 * as it is: the tally counts it as invalid.
 *
 * A moment may be rated by several questions, by satisfaction, recommendation or effort. Of several the worst
 * answer decides, since one bad impression is enough; any answer that is not on its scale makes it invalid.
 * A detractor (0 to 6 of 0 to 10) counts as a low rating, a promoter (9 and 10) as a high one. Where questions
 * take different answers, ratings are told as low (1), in between (2) and high (3), each by its own scale, since a
 * 4 of 5 and a 4 of 10 are not the same. `questions` in the result says what was read.
 *
 * A question that asks for an incident in the whole cycle gives the visit's `problem`, and `problem` in the options names
 * the answers that tell what became of it: whether the customer complained, and whether it was made good.
 *
 * Where the outcome is a recommendation on 0 to 10, `tallyVisits` takes 0 to 4 for dissatisfied unless it is told
 * otherwise: a detractor who gives 6 need not be.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param options - the questions to read
 * @returns the visits and their scales
 * @throws ServiceCycleError `wrong-scale` for a scale that is none; `invalid-argument` when two questions
 * ask about the whole cycle, which it names; `unknown-id` for a question that the survey does not have
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'pay', name: 'Receives the money', contact: 'staff' }],
 * });
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'paying',
 *       text: 'How satisfied were you with the cashier?',
 *       asks: 'satisfaction',
 *       about: { moment: 'pay' },
 *       scale: { min: 1, max: 5 },
 *     },
 *     { id: 'all', text: 'And in all?', asks: 'satisfaction', scale: { min: 1, max: 7 } },
 *   ],
 * } as const;
 * const { visits, scales } = visitsFromResponses(survey, [
 *   { paying: 2, all: 3 },
 *   { paying: 5, all: 7 },
 * ]);
 * scales.overallScale; // => { min: 1, max: 7, step: 1 }
 * tallyVisits(bank, visits, scales).outcome; // => { dissatisfied: 1, satisfied: 1, unknown: 0 }
 */
export function visitsFromResponses<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  responses: readonly Response[] | Iterable<Response>,
  options?: VisitQuestionOptions<NoInfer<QuestionId>>,
): VisitsFromResponses<Iterable<Visit<MomentId>>>;
/** The same for a stream. */
export function visitsFromResponses<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  responses: AsyncIterable<Response>,
  options?: VisitQuestionOptions<NoInfer<QuestionId>>,
): VisitsFromResponses<AsyncIterable<Visit<MomentId>>>;
export function visitsFromResponses(
  survey: SatisfactionSurvey,
  responses: Iterable<unknown> | AsyncIterable<unknown>,
  options: VisitQuestionOptions = {},
): VisitsFromResponses<Iterable<Visit> | AsyncIterable<Visit>> {
  checkSurvey(survey);
  checkObject('options', options);
  checkNoWeights(options);
  checkOptions(options, ['questions', 'problem']);
  const { questions, problem } = options;
  if (questions !== undefined) checkList('questions', questions);
  checkRows('responses', responses, 'stream');
  const chosen = visitQuestions(survey, questions);
  const { moments, problems, rating, overall } = chosen;
  if (problem !== undefined) {
    checkOptions(problem, PROBLEM_PARTS, 'problem');
    for (const [part, key] of Object.entries(problem)) checkText(`problem.${part}`, key);
    if (problems.length === 0) {
      refuse(
        'problem',
        problem,
        'none without a question that asks for an incident in the whole cycle',
      );
    }
  }
  const read = responseReader(chosen, problem ?? {});
  return {
    visits:
      Symbol.asyncIterator in responses ? eachAwaited(responses, read) : each(responses, read),
    scales: {
      ...(rating !== undefined && scalesOf(rating)),
      ...(overall !== undefined && { overallScale: turned(overall.scale) }),
      ...(moments.some(({ incidents }) => incidents.length > 0) && {
        reportsFrom: 'questionnaire',
      }),
    },
    questions: {
      moments: moments.map(({ moment, ratings, incidents }) => ({
        moment,
        ratings: ratings.map(({ id }) => id),
        incidents: incidents.map(({ id }) => id),
      })),
      problems: problems.map(({ id }) => id),
      ...(overall !== undefined && { overall: overall.id }),
    },
  };
}

const PROBLEM_PARTS: readonly (keyof Problem)[] = [
  'complained',
  'times',
  'answeredAfterHours',
  'recovered',
];

function scalesOf({ scale, lowUpTo, highFrom }: RatingLayout): VisitScales {
  return {
    ratingScale: scale,
    ...(lowUpTo !== undefined && { lowUpTo }),
    ...(highFrom !== undefined && { highFrom }),
  };
}

function turned({ min, max, step = 1 }: Scale): Scale {
  return { min, max, step };
}

function each(responses: Iterable<unknown>, read: (response: unknown) => Visit): Iterable<Visit> {
  return {
    *[Symbol.iterator]() {
      for (const response of responses) yield read(response);
    },
  };
}

function eachAwaited(
  responses: AsyncIterable<unknown>,
  read: (response: unknown) => Visit,
): AsyncIterable<Visit> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const response of responses) yield read(response);
    },
  };
}
