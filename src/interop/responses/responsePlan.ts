import type { Question, SatisfactionSurvey } from '../../model/survey.ts';
import { answerCells, type CellRules, expectedOf } from '../reading/answerCells.ts';
import { cellText, codeOf } from '../reading/cellText.ts';
import type { ImportLog } from '../reading/importLog.ts';
import { readKeys } from '../reading/keyColumns.ts';
import {
  type Fields,
  type MappingReader,
  mappingReader,
  type Path,
} from '../reading/mappingFields.ts';
import type { PlannedColumn, RowPlan } from '../reading/rowReader.ts';
import { readRowRules, refuseOther, refuseTwice } from '../reading/rowRules.ts';

/** A mapping that was read. */
export interface ResponsePlan {
  /** The columns of answers. */
  readonly answers: readonly PlannedColumn[];
  /** The columns of keys. */
  readonly keys: readonly PlannedColumn[];
  /** How rows are chosen. */
  readonly rows: Omit<RowPlan, 'columns'>;
  /** The columns of the long layout; none where a row is a response. */
  readonly long?: {
    /** The column that says what was asked. */
    readonly item: string;
    /** The column of the answers. */
    readonly answer: string;
  };
}

/** What a mapping is held against. */
export interface MappedTo {
  /** The survey. */
  readonly survey: SatisfactionSurvey;
  /** The id of its cycle, where a cycle was given. */
  readonly cycle: string | undefined;
}

const NAMES = [
  'cycle',
  'survey',
  'source',
  'defaults',
  'columns',
  'keys',
  'id',
  'duplicates',
  'weight',
  'keep',
  'layout',
  'item',
  'answer',
];

/** What survey tools write into a second row of headers. */
const HEADER_WORDS = ['response', 'open-ended response', 'other (please specify)'];

/** Reads a mapping; what is wrong with it is refused in the log. */
export function responsePlan(
  mapping: unknown,
  { survey, cycle }: MappedTo,
  log: ImportLog,
): ResponsePlan {
  const reader = mappingReader(log);
  const fields = reader.fields(mapping, ['mapping'], NAMES);
  const questions = new Map(survey.questions.map((question) => [question.id, question]));
  refuseOther('survey', fields['survey'], survey.id, log);
  if (cycle !== undefined) refuseOther('cycle', fields['cycle'], cycle, log);
  const defaults = readDefaults(fields['defaults'], reader);
  const answers = reader
    .entries(fields['columns'], ['mapping', 'columns'])
    .flatMap(([header, told]) => {
      const path = ['mapping', 'columns', header];
      const column = answerColumn(header, told, path, { questions, defaults, reader });
      return column === undefined ? [] : [column];
    });
  const keys = readKeys(fields['keys'], ['mapping', 'keys'], reader, survey);
  const isLong =
    fields['layout'] !== undefined &&
    reader.oneOf(fields['layout'], ['mapping', 'layout'], ['wide', 'long']) === 'long';
  const long = isLong ? longColumns(fields, reader) : undefined;
  const rows = readRowRules(fields, reader, isLong);
  refuseTwice(
    [
      ...answers,
      ...keys,
      ...(rows.id === undefined ? [] : [{ header: rows.id, as: 'id', path: ['mapping', 'id'] }]),
      ...(rows.weight === undefined
        ? []
        : [{ header: rows.weight, as: 'weight', path: ['mapping', 'weight'] }]),
    ],
    log,
  );
  const texts = survey.questions.flatMap(({ text }) =>
    typeof text === 'string' ? [text] : Object.values(text),
  );
  const headerTexts = new Set([...HEADER_WORDS, ...texts.map((text) => text.trim().toLowerCase())]);
  const { number } = defaults;
  return { answers, keys, rows: { ...rows, number, headerTexts }, ...(long && { long }) };
}

interface Context {
  readonly questions: ReadonlyMap<string, Question>;
  readonly defaults: Pick<CellRules, 'defaults' | 'number'>;
  readonly reader: MappingReader;
}

function readDefaults(
  told: unknown,
  reader: MappingReader,
): Pick<CellRules, 'defaults' | 'number'> {
  const path = ['mapping', 'defaults'];
  const fields =
    told === undefined ? {} : reader.fields(told, path, ['notApplicable', 'blank', 'number']);
  return {
    defaults: {
      notApplicable: codesAt('notApplicable', fields, path, reader) ?? [],
      blank: codesAt('blank', fields, path, reader) ?? [],
    },
    number: markAt(fields, path, reader) ?? 'dot',
  };
}

function codesAt(
  name: string,
  fields: Fields,
  path: Path,
  reader: MappingReader,
): readonly string[] | undefined {
  return fields[name] === undefined ? undefined : reader.codes(fields[name], [...path, name]);
}

function markAt(fields: Fields, path: Path, reader: MappingReader): 'dot' | 'comma' | undefined {
  return fields['number'] === undefined
    ? undefined
    : reader.oneOf(fields['number'], [...path, 'number'], ['dot', 'comma']);
}

function answerColumn(
  header: string,
  told: unknown,
  path: Path,
  { questions, defaults, reader }: Context,
): PlannedColumn | undefined {
  const isShort = typeof told === 'string';
  const fields = isShort
    ? { question: told }
    : reader.fields(told, path, ['question', 'recode', 'notApplicable', 'blank', 'number']);
  if (!isShort && Object.keys(fields).length === 0) return undefined;
  const at = isShort ? path : [...path, 'question'];
  const id = reader.reference(fields['question'], at, 'a question of the survey', questions);
  const notApplicable = codesAt('notApplicable', fields, path, reader);
  const blank = codesAt('blank', fields, path, reader);
  const number = markAt(fields, path, reader);
  const recode = fields['recode'];
  const recoded = recode === undefined ? [] : reader.entries(recode, [...path, 'recode']);
  const question = id === undefined ? undefined : questions.get(id);
  if (question === undefined) return undefined;
  const rules: CellRules = {
    notApplicable: notApplicable ?? [],
    blank: blank ?? [],
    defaults: {
      notApplicable: notApplicable === undefined ? defaults.defaults.notApplicable : [],
      blank: blank === undefined ? defaults.defaults.blank : [],
    },
    recode: recodeMap(recoded),
    number: number ?? defaults.number,
  };
  const read = answerCells(question, rules);
  for (const [code, answer] of recoded) {
    // A recode to what is no answer would make every such cell one that is not understood.
    const { state } = read(code);
    if (state === 'unread') {
      const target = [...path, 'recode', code];
      reader.oneOf(answer, target, [expectedOf(question), 'not-applicable']);
    }
  }
  return { header, as: question.id, path, read, expected: expectedOf(question) };
}

function recodeMap(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, unknown> {
  return new Map(
    entries.flatMap(([code, answer]) => {
      const text = cellText(code) ?? '';
      return [
        [text, answer],
        [codeOf(text), answer],
      ] as const;
    }),
  );
}

function longColumns(fields: Fields, reader: MappingReader): ResponsePlan['long'] {
  const item = reader.text(fields['item'], ['mapping', 'item']);
  const answer = reader.text(fields['answer'], ['mapping', 'answer']);
  reader.text(fields['id'], ['mapping', 'id']);
  return item === undefined || answer === undefined ? undefined : { item, answer };
}
