import { parseSurvey } from '../../model/parseSurvey.ts';
import type { Question, SatisfactionSurvey } from '../../model/survey.ts';
import type { ImportLog } from '../reading/importLog.ts';
import type { Import } from '../reading/importTypes.ts';
import type { AnswerColumn, ResponseMapping } from '../responses/responseTypes.ts';

/** A survey of another tool, and how its answers are read. */
export interface ImportedSurvey {
  /** The survey. */
  readonly survey: SatisfactionSurvey;
  /** The mapping of its export, for `readResponses`. */
  readonly mapping: ResponseMapping;
}

/** What became of the questions of a file. */
export interface SurveyReport {
  /** How many questions the file has, parts of a matrix counted one by one. */
  readonly read: number;
  /** How many of them are in the survey. */
  readonly kept: number;
}

/** A question and its column. */
export interface ImportedQuestion {
  /** The question. */
  readonly question: Question;
  /** The header of its column in an export. */
  readonly header: string;
  /** How its answers are read, where more is to be said than the question. */
  readonly column?: Omit<AnswerColumn, 'question'>;
}

/** Makes a survey of what was read; what is no survey is refused in the log. */
export function importedSurvey(
  head: Pick<SatisfactionSurvey, 'id' | 'title'>,
  questions: readonly ImportedQuestion[],
  read: number,
  log: ImportLog,
): Import<ImportedSurvey, SurveyReport> {
  const survey = { ...head, questions: questions.map(({ question }) => question) };
  if (questions.length === 0) {
    log.refuse({ code: 'no-rows', path: [], found: 0, expected: 'at least one question' });
  } else {
    const parsed = parseSurvey(survey);
    for (const { path, found, expected, code } of parsed.ok ? [] : parsed.issues) {
      log.refuse({ code, path: ['survey', ...path], found, expected });
    }
  }
  const columns = Object.fromEntries(
    questions.map(({ header, question, column }) => [
      header,
      column === undefined ? question.id : { question: question.id, ...column },
    ]),
  );
  return log.close(() => ({ survey, mapping: { survey: survey.id, columns } }), {
    read,
    kept: questions.length,
  });
}
