import type { ProfileQuestion, Rated, RatedQuestion, Scale } from '../../model/survey.ts';
import { checkOptions } from '../../shared/refuse.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { Import } from '../reading/importTypes.ts';
import { fieldOf, fieldsOf, listOf, textOf, withoutMarkup } from '../reading/outsideValue.ts';
import {
  type ImportedQuestion,
  type ImportedSurvey,
  importedSurvey,
  type SurveyReport,
} from './importedSurvey.ts';

/** What a survey file does not say itself. */
export interface SurveyFileOptions {
  /** What questions ask for, by export tag or name; `profile` for those that only place the customer in a group. */
  readonly asks?: { readonly [name: string]: Rated | 'profile' };
}

/** A choice or an answer of a question, with the number it is exported as. */
interface QsfChoice {
  readonly key: string;
  readonly text: string;
  readonly code: string;
  readonly counts: boolean;
}

/**
 * The survey of a Qualtrics file (`.qsf`, parsed JSON), and the mapping of its export with numbers.
 *
 * A net promoter question is a recommendation; a matrix becomes one question a row, satisfaction unless `asks` says
 * otherwise; a single choice is a profile question unless `asks` says what it rates; a text is a comment, a form of texts
 * one for each line. Choices left out of the analysis are not applicable. Questions stand in the order of their blocks,
 * those in the trash are passed over; other kinds are `left-out`.
 *
 * Issues: `wrong-format` for what is no such file, `left-out`, and those of `parseSurvey`.
 *
 * @param json - the parsed file
 * @param options - what the file does not say
 * @example
 * const qsf = {
 *   SurveyEntry: { SurveyID: 'SV_1', SurveyName: 'Leaving' },
 *   SurveyElements: [
 *     {
 *       Element: 'SQ', PrimaryAttribute: 'QID1',
 *       Payload: {
 *         QuestionType: 'Matrix', Selector: 'Likert', SubSelector: 'SingleAnswer', DataExportTag: 'Q1',
 *         QuestionText: 'How was <b>it</b>?', Choices: { 1: { Display: 'The wait' } }, ChoiceOrder: [1],
 *         Answers: { 1: { Display: 'Bad' }, 2: { Display: 'Good' }, 3: { Display: 'Not used' } },
 *         AnswerOrder: [1, 2, 3], AnalyzeChoices: { 3: 'No' },
 *       },
 *     },
 *   ],
 * };
 * const read = surveyFromQsf(qsf);
 * read.ok && read.value.survey.questions;
 * // => [
 * //   {
 * //     id: 'Q1_1', text: 'How was it? The wait', asks: 'satisfaction',
 * //     scale: { min: 1, max: 2, labels: { 1: 'Bad', 2: 'Good' } },
 * //   },
 * // ]
 * read.ok && read.value.mapping.columns; // => { Q1_1: { question: 'Q1_1', notApplicable: ['3'] } }
 */
export function surveyFromQsf(
  json: unknown,
  options: SurveyFileOptions = {},
): Import<ImportedSurvey, SurveyReport> {
  checkOptions(options, ['asks']);
  const log = importLog();
  const entry = fieldOf(json, 'SurveyEntry');
  const elements = listOf(fieldOf(json, 'SurveyElements'));
  if (elements.length === 0) {
    const expected = 'SurveyElements, as a Qualtrics file has';
    log.refuse({
      code: 'wrong-format',
      path: ['SurveyElements'],
      found: fieldOf(json, 'SurveyElements'),
      expected,
    });
  }
  const trash = new Set(inBlocks(elements, true));
  const id = textOf(fieldOf(entry, 'SurveyID')) || 'qualtrics';
  const title = textOf(fieldOf(entry, 'SurveyName')) || id;
  let read = 0;
  const asked = elements.filter((element) => fieldOf(element, 'Element') === 'SQ');
  const places = new Map(inBlocks(elements, false).map((qid, place) => [qid, place]));
  const placeOf = (element: unknown): number => places.get(qidOf(element)) ?? places.size;
  const inOrder = asked.toSorted((one, other) => placeOf(one) - placeOf(other));
  const questions = inOrder.flatMap((element): ImportedQuestion[] => {
    const payload = fieldsOf(fieldOf(element, 'Payload'));
    const qid = qidOf(element);
    if (trash.has(qid) || payload['QuestionType'] === 'DB') return [];
    const found = questionsOf(payload, qid, options, log);
    read += Math.max(1, found.length);
    return found;
  });
  return importedSurvey({ id, title }, questions, read, log);
}

function questionsOf(
  payload: { readonly [name: string]: unknown },
  qid: string,
  { asks = {} }: SurveyFileOptions,
  log: ImportLog,
): ImportedQuestion[] {
  const tag = textOf(payload['DataExportTag']) || qid;
  const text = withoutMarkup(textOf(payload['QuestionText'])) || tag;
  const type = textOf(payload['QuestionType']);
  const selector = textOf(payload['Selector']);
  const told = Object.hasOwn(asks, tag) ? asks[tag] : undefined;
  const leaveOut = (why: string): ImportedQuestion[] => {
    const kind = [type, selector].filter((word) => word !== '').join(' ');
    log.note({ code: 'left-out', path: ['SurveyElements', tag], found: kind, expected: why });
    return [];
  };
  if (type === 'TE' && selector === 'FORM') {
    return choicesOf(payload, 'Choices', 'ChoiceOrder').map(({ key, text: line }) => {
      const header = `${tag}_${key}`;
      return { header, question: { id: header, text: `${text} ${line}`, asks: 'comment' } };
    });
  }
  if (type === 'TE') return [{ header: tag, question: { id: tag, text, asks: 'comment' } }];
  if (type === 'MC' && selector === 'NPS') {
    const question: RatedQuestion = {
      id: tag,
      text,
      asks: 'recommendation',
      scale: { min: 0, max: 10 },
    };
    return [{ header: tag, question }];
  }
  if (type === 'MC' && !/^(SAVR|SAHR|SACOL|DL|SB)$/.test(selector)) {
    return leaveOut('a question of one answer');
  }
  if (type === 'MC') {
    const choices = choicesOf(payload, 'Choices', 'ChoiceOrder');
    if (told === undefined || told === 'profile') {
      if (choices.length === 0) return leaveOut('choices');
      const words = Object.fromEntries(choices.map(({ code, text: label }) => [code, label]));
      const question: ProfileQuestion = { id: tag, text, asks: 'profile', choices: words };
      return [{ header: tag, question }];
    }
    const column = scaleAndNone(choices);
    return column === undefined
      ? leaveOut('choices exported as evenly spaced numbers')
      : [rated(tag, text, told, column)];
  }
  if (type === 'Matrix' && textOf(payload['SubSelector']) === 'SingleAnswer') {
    const rows = choicesOf(
      { ...payload, RecodeValues: undefined, AnalyzeChoices: undefined },
      'Choices',
      'ChoiceOrder',
    );
    const answers = choicesOf(payload, 'Answers', 'AnswerOrder');
    const tags = payload['ChoiceDataExportTags'];
    // Once for all rows: a file may have thousands of rows and of answers.
    const column = scaleAndNone(answers);
    const isTooMuch = rows.length * answers.length > 1_000_000;
    if (rows.length === 0 || column === undefined || isTooMuch) {
      return leaveOut('rows, and answers exported as evenly spaced numbers');
    }
    return rows.map(({ key, text: row }) => {
      const header = textOf(fieldOf(tags, key)) || `${tag}_${key}`;
      const own = Object.hasOwn(asks, header) ? asks[header] : told;
      return rated(
        header,
        `${text} ${row}`,
        own === undefined || own === 'profile' ? 'satisfaction' : own,
        column,
      );
    });
  }
  return leaveOut('a net promoter question, a single choice, a matrix of single answers or a text');
}

/** Choices in their order; with the selector `NPS` and elsewhere they may be a list, from 0. */
function choicesOf(
  payload: { readonly [name: string]: unknown },
  name: 'Choices' | 'Answers',
  order: 'ChoiceOrder' | 'AnswerOrder',
): readonly QsfChoice[] {
  const choices = payload[name];
  const all = new Map(
    Array.isArray(choices)
      ? choices.map((choice, at) => [String(at), choice as unknown] as const)
      : Object.entries(fieldsOf(choices)),
  );
  // Each choice once, be it named any number of times.
  const ordered = [...new Set(listOf(payload[order]).map(textOf))].filter((key) => all.has(key));
  const keys = ordered.length > 0 ? ordered : [...all.keys()];
  return keys.map((key) => ({
    key,
    text: withoutMarkup(textOf(fieldOf(all.get(key), 'Display'))) || key,
    code: textOf(fieldOf(payload['RecodeValues'], key)) || key,
    counts: fieldOf(payload['AnalyzeChoices'], key) !== 'No',
  }));
}

/** The scale of choices, and the codes that are no answer on it. */
interface ScaleAndNone {
  readonly scale: Scale;
  readonly none: readonly string[];
}

function scaleAndNone(choices: readonly QsfChoice[]): ScaleAndNone | undefined {
  const scale = scaleOf(
    choices.filter(({ counts }) => counts).map(({ code, text: label }) => [code, label]),
  );
  if (scale === undefined) return undefined;
  return { scale, none: choices.filter(({ counts }) => !counts).map(({ code }) => code) };
}

function rated(
  id: string,
  text: string,
  asks: Rated,
  { scale, none }: ScaleAndNone,
): ImportedQuestion {
  const question: RatedQuestion = { id, text, asks, scale };
  return { header: id, question, ...(none.length > 0 && { column: { notApplicable: none } }) };
}

/** The scale of evenly spaced numbers with their words. */
export function scaleOf(
  answers: readonly (readonly [code: string, label: string])[],
): Scale | undefined {
  const numbers = answers.map(([code]) => Number(code)).sort((a, b) => a - b);
  const [min, second] = numbers;
  const max = numbers.at(-1);
  if (min === undefined || second === undefined || max === undefined) return undefined;
  const step = second - min;
  const isEven = numbers.every((number, at) => Math.abs(number - (min + at * step)) < 1e-9);
  if (!(step > 0) || !isEven || answers.some(([code]) => code.trim() === '')) return undefined;
  const labels = answers.filter(([code, label]) => label !== code && label !== '');
  return {
    min,
    max,
    ...(step !== 1 && { step }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
  };
}

function qidOf(element: unknown): string {
  const named = textOf(fieldOf(element, 'PrimaryAttribute'));
  return named || textOf(fieldOf(fieldOf(element, 'Payload'), 'QuestionID'));
}

/** The ids of the questions of all blocks in their order: of those in the trash, or of the others. */
function inBlocks(elements: readonly unknown[], isTrash: boolean): readonly string[] {
  return elements
    .filter((element) => fieldOf(element, 'Element') === 'BL')
    .flatMap((element) => Object.values(fieldsOf({ ...(fieldOf(element, 'Payload') as object) })))
    .filter((block) => (fieldOf(block, 'Type') === 'Trash') === isTrash)
    .flatMap((block) => listOf(fieldOf(block, 'BlockElements')))
    .map((element) => textOf(fieldOf(element, 'QuestionID')));
}
