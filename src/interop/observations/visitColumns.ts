import type { Scale } from '../../model/survey.ts';
import { expectedOnScale, ratingCells } from '../reading/answerCells.ts';
import { cellText } from '../reading/cellText.ts';
import type { Cell } from '../reading/columnCounter.ts';
import type { Fields, MappingReader, Path } from '../reading/mappingFields.ts';
import type { PlannedColumn } from '../reading/rowReader.ts';
import { numberCells, textCells, yesNoCells } from '../reading/valueCells.ts';
import type { VisitField } from './visitMapping.ts';

const FIELDS = [
  'rating',
  'incident',
  'cause',
  'severity',
  'complained',
  'times',
  'answered-after',
  'recovered',
  'wait',
  'problem',
  'overall',
  'would-return',
] as const;

/** Whether it is always said of the whole visit. */
export function isWhole(as: VisitField): boolean {
  return as === 'overall' || as === 'would-return' || as === 'problem';
}

/** What is said of the problem of the whole visit where a column in the wide layout names no moment. */
export const OF_A_PROBLEM: readonly VisitField[] = [
  'complained',
  'times',
  'answered-after',
  'recovered',
];

/** What a column tells. */
export interface Target {
  /** What it says. */
  readonly as: VisitField;
  /** The moment it says it of; none where it is of the whole visit, or the row names it. */
  readonly moment: string | undefined;
  /** The mapping of the column. */
  readonly column: Fields;
}

interface TargetContext {
  readonly isLong: boolean;
  readonly moments: ReadonlyMap<string, unknown>;
  readonly reader: MappingReader;
}

/** Reads what a column of the mapping tells of, and of which moment. */
export function readTarget(
  told: unknown,
  path: Path,
  { isLong, moments, reader }: TargetContext,
): Target | undefined {
  const names = ['as', 'moment', 'recode', 'notApplicable', 'blank', 'number', 'unit'];
  const column = reader.fields(told, path, names);
  const as = reader.oneOf(column['as'], [...path, 'as'], FIELDS);
  if (column['recode'] !== undefined) reader.entries(column['recode'], [...path, 'recode']);
  for (const name of ['notApplicable', 'blank']) {
    if (column[name] !== undefined) reader.codes(column[name], [...path, name]);
  }
  if (column['number'] !== undefined)
    reader.oneOf(column['number'], [...path, 'number'], ['dot', 'comma']);
  if (column['unit'] !== undefined) {
    reader.oneOf(column['unit'], [...path, 'unit'], ['seconds', 'minutes', 'hours', 'days']);
  }
  if (as === undefined) return undefined;
  const isOfProblem = OF_A_PROBLEM.includes(as) && column['moment'] === undefined;
  if (isLong || isWhole(as) || isOfProblem) {
    if (column['moment'] !== undefined)
      reader.fields(
        column,
        path,
        names.filter((name) => name !== 'moment'),
      );
    return { as, moment: undefined, column };
  }
  const moment = reader.reference(
    column['moment'],
    [...path, 'moment'],
    'a moment of the cycle',
    moments,
  );
  return moment === undefined ? undefined : { as, moment, column };
}

/** How the cells of a column are read. */
export function fieldCells(
  { as, column }: Target,
  scales: { readonly rating: Scale; readonly overall: Scale },
): Pick<PlannedColumn, 'read' | 'expected'> {
  const list = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.map(String) : [];
  const entries = Object.entries(Object(column['recode'] ?? {}) as object);
  const recode = new Map<string, unknown>(entries);
  const number = column['number'] === 'comma' ? 'comma' : 'dot';
  const rules = {
    notApplicable: list(column['notApplicable']),
    blank: list(column['blank']),
    defaults: { notApplicable: [], blank: [] },
    recode,
    number,
  } as const;
  const blanks = new Set([...rules.blank, ...rules.notApplicable]);
  const unlessBlank =
    (read: (cell: unknown) => Cell) =>
    (cell: unknown): Cell =>
      blanks.has(cellText(cell) ?? '') ? { state: 'blank', value: null } : read(cell);
  switch (as) {
    case 'rating':
    case 'overall':
      return { read: ratingCells(scales[as], rules), expected: expectedOnScale(scales[as]) };
    case 'severity':
      return { read: ratingCells({ min: 1, max: 10 }, rules), expected: '1 to 10' };
    case 'cause':
      return { read: unlessBlank(textCells), expected: 'a text' };
    case 'times':
      return { read: ratingCells(TIMES, rules), expected: expectedOnScale(TIMES) };
    case 'wait':
    case 'answered-after': {
      const usual = as === 'wait' ? 1 : 3600;
      const named = new Map<unknown, number>([
        ['seconds', 1],
        ['minutes', 60],
        ['hours', 3600],
        ['days', 86_400],
      ]).get(column['unit']);
      const factor = (named ?? usual) / usual;
      const read = numberCells(number, 0);
      return {
        expected: 'a number, 0 or more',
        read: unlessBlank((cell) => {
          const done = read(cell);
          if (done.state !== 'answered') return done;
          const value = Number(done.value) * factor;
          // More than a number holds is none.
          return Number.isFinite(value)
            ? { ...done, value }
            : { state: 'unread', value: String(done.value) };
        }),
      };
    }
    default:
      return { read: unlessBlank(yesNoCells(recode)), expected: 'true or false, 1 or 0' };
  }
}

/** Reads the moment that a row is about, in the long layout. */
export function momentCell(cell: unknown, moments: ReadonlyMap<string, unknown>): Cell {
  const text = cellText(cell) ?? '';
  if (text === '') return { state: 'blank', value: null };
  return moments.has(text)
    ? { state: 'answered', value: text }
    : { state: 'unread', value: null, code: 'unknown-reference' };
}

/** How often somebody can have complained about one problem. */
const TIMES: Scale = { min: 0, max: 999 };
