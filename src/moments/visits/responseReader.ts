import {
  type Answer,
  type MomentRecord,
  NOT_APPLICABLE,
  type Visit,
} from '../../model/observations.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { answerPlacer, placeOf } from '../../survey/answers/answerPlacer.ts';
import { isRow, ownAnswerReader } from '../../survey/answers/ownAnswer.ts';
import type { MomentQuestions, VisitQuestions } from './visitQuestions.ts';

/** Reads a response to a survey as a visit. */
export function responseReader({ moments, overall }: VisitQuestions): (response: unknown) => Visit {
  const readers = moments.map((questions) => [questions.moment, momentReader(questions)] as const);
  const readOverall = overall === undefined ? undefined : ratingReader(overall);
  return (response) => {
    // What is no response is handed on, so that the tally names it.
    if (!isRow(response)) return response as never;
    return {
      moments: Object.fromEntries(readers.map(([moment, read]) => [moment, read(response)])),
      ...(readOverall !== undefined && { overall: readOverall(response) }),
    };
  };
}

function momentReader({ rating, incident }: MomentQuestions): (response: unknown) => MomentRecord {
  const readRating = rating === undefined ? () => null : ratingReader(rating);
  const readIncident = incident === undefined ? () => null : incidentReader(incident);
  return (response) => ({ rating: readRating(response), incident: readIncident(response) });
}

/** Reads a rating so that a high one is good, and every code for "does not apply" as the same. */
function ratingReader({ id, scale }: RatedQuestion): (response: unknown) => Answer {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const { min, max, reversed = false } = scale;
  return (response) => {
    const answer = answerOf(response) as Answer;
    const place = placeOf(placer, answer);
    if (place === 'notApplicable') return NOT_APPLICABLE;
    return reversed && typeof place === 'number' ? min + max - (answer as number) : answer;
  };
}

/** Reads whether something went wrong; an answer that is not on the scale stays one that the tally refuses. */
function incidentReader({ id, scale }: RatedQuestion): (response: unknown) => boolean | null {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const yes = scale.reversed === true ? 0 : placer.top;
  return (response) => {
    const answer = answerOf(response);
    const place = placeOf(placer, answer);
    if (typeof place === 'number') return place === yes;
    if (place !== 'invalid') return null;
    // A visit may hold `true` or an object as an incident; as an answer to 0 or 1 they are none.
    const isRefused = typeof answer !== 'boolean' && !isRow(answer);
    return (isRefused ? answer : quote(answer)) as never;
  };
}
