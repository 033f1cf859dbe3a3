import {
  type Answer,
  type MomentRecord,
  NOT_APPLICABLE,
  type Visit,
} from '../../model/observations.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { answerPlacer, type NoAnswer, placeOf } from '../../survey/answers/answerPlacer.ts';
import { isRow, ownAnswerReader } from '../../survey/answers/ownAnswer.ts';
import { usualLow } from './visitDefinition.ts';
import {
  isRecommendation,
  type MomentQuestions,
  type ProblemKeys,
  type VisitQuestions,
} from './visitQuestions.ts';

/** Reads a response to a survey as a visit. */
export function responseReader(
  { moments, problems, rating, overall }: VisitQuestions,
  keys: ProblemKeys,
): (response: unknown) => Visit {
  const isBanded = rating?.isBanded === true;
  const readers = moments.map(
    (questions) => [questions.moment, momentReader(questions, isBanded)] as const,
  );
  const readOverall = overall === undefined ? undefined : worstOf([ratingReader(overall)]);
  const readProblem = problems.length === 0 ? undefined : problemReader(problems, keys);
  return (response) => {
    // What is no response is handed on, so that the tally names it.
    if (!isRow(response)) return response as never;
    return {
      moments: Object.fromEntries(readers.map(([moment, read]) => [moment, read(response)])),
      ...(readProblem !== undefined && { problem: readProblem(response) }),
      ...(readOverall !== undefined && { overall: readOverall(response) }),
    };
  };
}

function momentReader(
  { ratings, incidents }: MomentQuestions,
  isBanded: boolean,
): (response: unknown) => MomentRecord {
  const rating = worstOf(ratings.map(isBanded ? bandReader : ratingReader));
  const incident = worstOf(incidents.map(incidentReader));
  return (response) => ({ rating: rating(response), incident: incident(response) });
}

/** Reads whether anything went wrong in the whole visit, and where it did, what became of it. */
function problemReader(
  problems: readonly RatedQuestion[],
  keys: ProblemKeys,
): (response: unknown) => NonNullable<Visit['problem']> | null {
  const happened = worstOf(problems.map(incidentReader));
  const parts = Object.entries(keys).map(
    ([part, key]) =>
      [part, ownAnswerReader(key), part === 'complained' || part === 'recovered'] as const,
  );
  return (response) => {
    const answer = happened(response);
    if (answer !== true || parts.length === 0) return answer;
    return Object.fromEntries(
      parts.map(([part, answerOf, isYesNo]) => {
        const told = answerOf(response);
        return [part, isYesNo ? yesOrNo(told) : told];
      }),
    );
  };
}

/** Yes and no as surveys hold them; what is neither stays as it is, so that the tally names it. */
function yesOrNo(answer: unknown): unknown {
  if (answer === NOT_APPLICABLE) return null;
  return answer === 1 ? true : answer === 0 ? false : answer;
}

/** An answer, and how far it goes before those to other questions about the same moment: the lowest first. */
interface Told<Value> {
  readonly value: Value;
  readonly rank: number;
}

/** What is not on its scale goes before all: the worst answer cannot be told, and the tally has to name it. */
const OFF_SCALE = -Infinity;
/** After every answer of a scale. */
const DOES_NOT_APPLY = Number.MAX_VALUE;
const LEFT_BLANK = Infinity;

/** Of several questions about one moment the worst answer decides. */
function worstOf<Value>(
  readers: readonly ((response: unknown) => Told<Value>)[],
): (response: unknown) => Value | null {
  return (response) => {
    let worst: Told<Value> | undefined;
    for (const read of readers) {
      const told = read(response);
      if (worst === undefined || told.rank < worst.rank) worst = told;
    }
    return worst === undefined ? null : worst.value;
  };
}

/** Reads a rating so that a high one is good, and every code for "does not apply" as the same. */
function ratingReader({ id, scale }: RatedQuestion): (response: unknown) => Told<Answer> {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const { min, max, reversed = false } = scale;
  return (response) => {
    const answer = answerOf(response) as Answer;
    const place = placeOf(placer, answer);
    if (typeof place !== 'number') return withoutPlace(place, answer);
    return {
      value: reversed ? min + max - (answer as number) : answer,
      rank: reversed ? placer.top - place : place,
    };
  };
}

/** Reads a rating as low, in between or high: 1, 2 or 3. */
function bandReader(question: RatedQuestion): (response: unknown) => Told<Answer> {
  const { id, scale } = question;
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const [low, high] = isRecommendation(question)
    ? [6, 9]
    : [usualLow(scale), placer.top - usualLow(scale)];
  return (response) => {
    const answer = answerOf(response) as Answer;
    const place = placeOf(placer, answer);
    // As text, since a number may well be one of the three.
    if (typeof place !== 'number')
      return withoutPlace(place, place === 'invalid' ? quote(answer) : answer);
    const good = scale.reversed === true ? placer.top - place : place;
    const band = good <= low ? 1 : good >= high ? 3 : 2;
    return { value: band, rank: band };
  };
}

function withoutPlace(place: NoAnswer, answer: Answer): Told<Answer> {
  if (place === 'notApplicable') return { value: NOT_APPLICABLE, rank: DOES_NOT_APPLY };
  return { value: answer, rank: place === 'invalid' ? OFF_SCALE : LEFT_BLANK };
}

/** Reads whether something went wrong; an answer that is not on the scale stays one that the tally refuses. */
function incidentReader({ id, scale }: RatedQuestion): (response: unknown) => Told<boolean | null> {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const yes = scale.reversed === true ? 0 : placer.top;
  return (response) => {
    const answer = answerOf(response);
    const place = placeOf(placer, answer);
    // Something that went wrong is known, whatever else cannot be read.
    if (typeof place === 'number') {
      return place === yes ? { value: true, rank: OFF_SCALE } : { value: false, rank: 1 };
    }
    if (place !== 'invalid') return { value: null, rank: LEFT_BLANK };
    // A visit may hold `true` or an object as an incident; as an answer to 0 or 1 they are none.
    const isRefused = typeof answer !== 'boolean' && !isRow(answer);
    return { value: (isRefused ? answer : quote(answer)) as never, rank: 0 };
  };
}
