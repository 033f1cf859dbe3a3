import { checkSurveyTexts } from '../../model/checkShapes.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { Question, SatisfactionSurvey } from '../../model/survey.ts';
import { checkRows, isFields } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { cellText } from '../reading/cellText.ts';
import type { DataRow } from '../reading/importTypes.ts';

/** A column that probably answers a question. */
export interface ColumnSuggestion<QuestionId extends string = string> {
  /** The header. */
  readonly header: string;
  /** The question. */
  readonly question: QuestionId;
  /** What speaks for it: the header is the id, is (nearly) the text, or the cells are the labels of the question. */
  readonly because: 'id' | 'text' | 'labels';
  /** How much of it agrees, above 0 up to 1. */
  readonly agreement: number;
  /** For cells that are labels: the answer for each. */
  readonly recode?: { readonly [label: string]: number | string };
}

/** Proposals for a mapping. */
export interface ColumnSuggestions<QuestionId extends string = string> {
  /** One column a question at most, in the order of the headers. */
  readonly suggestions: readonly ColumnSuggestion<QuestionId>[];
  /** Headers without a proposal. */
  readonly unmatchedHeaders: readonly string[];
  /** Questions without a proposal. */
  readonly unmatchedQuestions: readonly QuestionId[];
}

/** The least share of words that header and text have in common. */
const LEAST_AGREEMENT = 0.6;

/** How many rows are looked at. */
const LOOKED_AT = 1000;

/**
 * Which columns probably answer which questions: by id, by text, by the labels found in cells. A proposal to look at,
 * never applied by itself; a header and a question are proposed once at most, the best agreement first.
 *
 * @param survey - the survey
 * @param headers - the headers of a file
 * @param rows - some of its rows, keyed by header or as lists in the order of the headers; only the first 1,000 are read
 * @example
 * const survey = defineSurvey({
 *   id: 's',
 *   title: 'S',
 *   questions: [
 *     { id: 'nps', text: 'Would you recommend us?', asks: 'recommendation', scale: { min: 0, max: 10 } },
 *     {
 *       id: 'wait', text: 'The wait?', asks: 'satisfaction',
 *       scale: { min: 1, max: 2, labels: { 1: 'Bad', 2: 'Good' } },
 *     },
 *   ],
 * });
 * const rows = [{ 'Q1: would you recommend us': '9', Q7: 'Good' }];
 * suggestColumns(survey, ['Q1: would you recommend us', 'Q7', 'Age'], rows);
 * // => {
 * //   suggestions: [
 * //     { header: 'Q1: would you recommend us', question: 'nps', because: 'text', agreement: 0.8 },
 * //     { header: 'Q7', question: 'wait', because: 'labels', agreement: 1, recode: { Good: 2 } },
 * //   ],
 * //   unmatchedHeaders: ['Age'],
 * //   unmatchedQuestions: [],
 * // }
 */
export function suggestColumns<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  headers: readonly string[],
  rows: Iterable<DataRow> = [],
): ColumnSuggestions<QuestionId> {
  checkSurveyTexts(survey);
  checkShape('headers', headers, ['text']);
  checkRows('rows', rows);
  const cells = valuesByHeader(headers, rows);
  const found = headers.flatMap((header, at) =>
    survey.questions.flatMap((question) => {
      const one = suggestion(header, question, cells[at] ?? new Set());
      return one === undefined ? [] : [{ ...one, at }];
    }),
  );
  const rank = { id: 0, text: 1, labels: 2 };
  const taken = new Set<string>();
  const chosen = found
    .toSorted(
      (a, b) => b.agreement - a.agreement || rank[a.because] - rank[b.because] || a.at - b.at,
    )
    .filter(({ at, question }) => {
      if (taken.has(`h${at}`) || taken.has(`q${question}`)) return false;
      taken.add(`h${at}`).add(`q${question}`);
      return true;
    })
    .toSorted((a, b) => a.at - b.at);
  return {
    suggestions: chosen.map(({ at: _, ...one }) => one),
    unmatchedHeaders: headers.filter((_, at) => !taken.has(`h${at}`)),
    unmatchedQuestions: survey.questions.map(({ id }) => id).filter((id) => !taken.has(`q${id}`)),
  };
}

function suggestion<QuestionId extends string>(
  header: string,
  question: Question<QuestionId>,
  cells: ReadonlySet<string>,
): ColumnSuggestion<QuestionId> | undefined {
  const { id } = question;
  if (bare(header) === bare(id)) return { header, question: id, because: 'id', agreement: 1 };
  const agreement = Math.max(0, ...textsOf(question.text).map((text) => likeness(header, text)));
  if (agreement >= LEAST_AGREEMENT) return { header, question: id, because: 'text', agreement };
  const labels = labelsOf(question);
  const known = [...cells].filter((cell) => labels.has(cell));
  const share = cells.size === 0 ? 0 : known.length / cells.size;
  if (share < LEAST_AGREEMENT) return undefined;
  const recode = Object.fromEntries(known.map((cell) => [cell, labels.get(cell) ?? cell]));
  return { header, question: id, because: 'labels', agreement: share, recode };
}

function labelsOf(question: Question): ReadonlyMap<string, number | string> {
  switch (question.asks) {
    case 'comment':
      return new Map();
    case 'profile':
      return new Map(
        Object.entries(question.choices).flatMap(([code, text]) =>
          textsOf(text).map((label) => [label, code] as const),
        ),
      );
    default:
      return new Map(
        Object.entries(question.scale.labels ?? {}).flatMap(([answer, text]) =>
          textsOf(text).map((label) => [label, Number(answer)] as const),
        ),
      );
  }
}

function valuesByHeader(
  headers: readonly string[],
  rows: Iterable<unknown>,
): readonly Set<string>[] {
  const values = headers.map(() => new Set<string>());
  let left = LOOKED_AT;
  for (const row of rows) {
    if (left <= 0) break;
    left -= 1;
    for (const [at, header] of headers.entries()) {
      const cell: unknown = Array.isArray(row)
        ? row[at]
        : isFields(row) && Object.hasOwn(row, header)
          ? Reflect.get(row, header)
          : undefined;
      const text = cellText(cell) ?? '';
      if (text !== '') values[at]?.add(text);
    }
  }
  return values;
}

function textsOf(text: LocalizedText): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The share of their words that two texts have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : common / (a.size + b.size - common);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function bare(text: string): string {
  return [...wordsOf(text)].join(' ');
}
