import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Code } from '../reading/importTypes.ts';
import type { KeyColumn } from '../reading/keyColumns.ts';

/** A column that answers a question, and how its codes are read. */
export interface AnswerColumn<QuestionId extends string = string> {
  /** The question it answers. */
  readonly question: QuestionId;
  /** The answer for a code where the two differ; `null` for blank, `not-applicable` for that. */
  readonly recode?: { readonly [code: string]: number | string | null };
  /** Codes that mean "does not apply" or "do not know"; those of the file when absent. */
  readonly notApplicable?: readonly Code[];
  /** Codes that mean "left blank"; those of the file when absent. An empty cell always does. */
  readonly blank?: readonly Code[];
  /** How decimals are written; as in the file when absent. */
  readonly number?: 'dot' | 'comma';
}

/** What holds for all columns of a file that say nothing else. */
export interface FileDefaults {
  /** Codes that mean "does not apply", where they are no answers of the question. */
  readonly notApplicable?: readonly Code[];
  /** Codes that mean "left blank", where they are no answers of the question. */
  readonly blank?: readonly Code[];
  /** How decimals are written, those of the weights too; `dot` when absent. */
  readonly number?: 'dot' | 'comma';
}

/**
 * Which column of a file answers which question, and what its codes mean. A plain JSON value.
 *
 * @typeParam QuestionId - the ids of the survey's questions
 * @typeParam Key - the names of the keys to group by
 */
export interface ResponseMapping<QuestionId extends string = string, Key extends string = string> {
  /** The id of the cycle it was made for, held against the cycle where one is given. */
  readonly cycle?: string;
  /** The id of the survey it was made for. */
  readonly survey?: string;
  /** Where the data come from. */
  readonly source?: string;
  /** What holds for all columns that say nothing else. */
  readonly defaults?: FileDefaults;
  /** The columns by header, each with its question or more; in the long layout by item. */
  readonly columns: { readonly [header: string]: QuestionId | AnswerColumn<QuestionId> };
  /** What to group by: the name in the responses, and the column it comes from. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The column that tells responses apart; it becomes `id`. */
  readonly id?: string;
  /** Which of several rows of one id counts; `first` when absent. */
  readonly duplicates?: 'first' | 'last' | 'refuse';
  /** The column of the weights; it becomes `weight`. */
  readonly weight?: string;
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
  /** `wide` (when absent): a row is a response; `long`: a row is one answer, and `id`, `item` and `answer` are needed. */
  readonly layout?: 'wide' | 'long';
  /** In the long layout: the column that says what was asked. */
  readonly item?: string;
  /** In the long layout: the column of the answers. */
  readonly answer?: string;
}

/** A response as it was read: its answers, the keys to group by, and id and weight where they are mapped. */
export type ReadResponse<
  QuestionId extends string = string,
  Key extends string = string,
> = SurveyResponse<QuestionId> & { readonly [Name in Key]: string | null } & {
  /** What tells responses apart, as text. */
  readonly id?: string;
  /** How much the response counts. */
  readonly weight?: number;
};

/** A survey, or a cycle that has one. */
export type Asked<QuestionId extends string = string> =
  | SatisfactionSurvey<QuestionId>
  | {
      /** The id of the cycle. */
      readonly id: string;
      /** Its moments, which tell it from a survey. */
      readonly moments: readonly unknown[];
      /** Its survey. */
      readonly survey?: SatisfactionSurvey<QuestionId>;
    };
