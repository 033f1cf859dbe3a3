import {
  type Answer,
  type MomentRecord,
  NOT_APPLICABLE,
  type Visit,
} from '../../model/observations.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import { ownAnswerReader } from '../../survey/answers/ownAnswer.ts';
import { answerPlacer, cellOf } from '../../survey/answers/answerPlacer.ts';
import type { MomentQuestions, VisitQuestions } from './visitQuestions.ts';

type Row = Readonly<Record<string, unknown>>;

/** Reads a response to a survey as a visit. */
export function responseReader({ moments, overall }: VisitQuestions): (response: unknown) => Visit {
  const readers = moments.map((questions) => [questions.moment, momentReader(questions)] as const);
  const readOverall = overall === undefined ? undefined : ratingReader(overall);
  return (response) => {
    // What is no response is handed on, so that the tally names it.
    if (typeof response !== 'object' || response === null) return response as never;
    const row = response as Row;
    return {
      moments: Object.fromEntries(readers.map(([moment, read]) => [moment, read(row)])),
      ...(readOverall !== undefined && { overall: readOverall(row) }),
    };
  };
}

function momentReader({ rating, incident }: MomentQuestions): (row: Row) => MomentRecord {
  const readRating = rating === undefined ? () => null : ratingReader(rating);
  const readIncident = incident === undefined ? () => null : incidentReader(incident);
  return (row) => ({ rating: readRating(row), incident: readIncident(row) });
}

/** Reads a rating so that a high one is good, and every code for "does not apply" as the same. */
function ratingReader({ id, scale }: RatedQuestion): (row: Row) => Answer {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const { min, max, reversed = false } = scale;
  return (row) => {
    const answer = answerOf(row) as Answer;
    const cell = cellOf(placer, answer);
    if (cell === placer.top + 1) return NOT_APPLICABLE;
    return reversed && cell <= placer.top ? min + max - (answer as number) : answer;
  };
}

/** Reads whether something went wrong; an answer that is not on the scale stays as it is. */
function incidentReader({ id, scale }: RatedQuestion): (row: Row) => boolean | null {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  const yes = scale.reversed === true ? 0 : placer.top;
  return (row) => {
    const answer = answerOf(row);
    const cell = cellOf(placer, answer);
    if (cell <= placer.top) return cell === yes;
    return cell === placer.invalidCell ? (answer as never) : null;
  };
}
