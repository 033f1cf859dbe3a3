import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quoteList } from '../../shared/quote.ts';
import { groupValue } from '../../survey/tally/groupValue.ts';
import { choiceCells } from './answerCells.ts';
import { cellText, isBlank } from './cellText.ts';
import type { Cell, ColumnReading } from './columnCounter.ts';
import { type DateOrder, type DatePart, datePartOf } from './days.ts';
import type { Code } from './importTypes.ts';
import type { MappingReader, Path } from './mappingFields.ts';

/** A column to group by, and how it is read. */
export interface KeyColumn {
  /** The header of the column. */
  readonly from: string;
  /** `text` (when absent) as it stands, or the part of a date to group by, such as `2024-03` for `month`. */
  readonly as?: 'text' | 'day' | 'month' | 'quarter' | 'year';
  /** How dates are written where it is not year, month, day; without it a date that means two days is a fault. */
  readonly order?: 'dmy' | 'mdy' | 'ymd';
  /** The values allowed; those of a profile question of that name when absent, else any. */
  readonly values?: readonly string[];
  /** The value for a code, keyed by code. */
  readonly recode?: { readonly [code: string]: string };
  /** Codes that mean "left blank"; an empty cell always does. */
  readonly blank?: readonly Code[];
}

/** A key read out of a mapping. */
export interface ReadKey extends ColumnReading {
  /** Where the mapping names it. */
  readonly path: Path;
}

/** Reads the keys of a mapping. */
export function readKeys(
  keys: unknown,
  path: Path,
  reader: MappingReader,
  survey?: SatisfactionSurvey,
): readonly ReadKey[] {
  if (keys === undefined) return [];
  return reader.entries(keys, path).flatMap(([name, told]) => {
    const at = [...path, name];
    const fields =
      typeof told === 'string'
        ? { from: told }
        : reader.fields(told, at, ['from', 'as', 'order', 'values', 'recode', 'blank']);
    const header = reader.text(fields['from'], [...at, 'from']);
    const given = fields['values'];
    const values =
      given === undefined ? choicesOf(name, survey) : reader.codes(given, [...at, 'values']);
    const { as: asTold, order: orderTold, recode: recodeTold, blank: blankTold } = fields;
    const as =
      asTold === undefined
        ? 'text'
        : reader.oneOf(asTold, [...at, 'as'], ['text', 'day', 'month', 'quarter', 'year']);
    const order =
      orderTold === undefined
        ? undefined
        : reader.oneOf(orderTold, [...at, 'order'], ['dmy', 'mdy', 'ymd']);
    const recode = recodeTold === undefined ? [] : reader.entries(recodeTold, [...at, 'recode']);
    const blank = blankTold === undefined ? [] : reader.codes(blankTold, [...at, 'blank']);
    if (header === undefined || as === undefined) return [];
    return [{ header, as: name, path: at, ...keyCells({ as, order, values, recode, blank }) }];
  });
}

function choicesOf(name: string, survey?: SatisfactionSurvey): readonly string[] | undefined {
  const question = survey?.questions.find(({ id }) => id === name);
  return question?.asks === 'profile' ? Object.keys(question.choices) : undefined;
}

interface KeyRules {
  readonly as: 'text' | DatePart;
  readonly order: DateOrder | undefined;
  readonly values: readonly string[] | undefined;
  readonly recode: readonly (readonly [string, unknown])[];
  readonly blank: readonly string[];
}

function keyCells({
  as,
  order,
  values,
  recode,
  blank,
}: KeyRules): Pick<ColumnReading, 'read' | 'expected'> {
  const recoded = new Map(recode);
  const blanks = new Set(blank);
  const allowed = values && new Set(values);
  const rules = {
    notApplicable: [],
    blank: [],
    defaults: { notApplicable: [], blank: [] },
    recode: new Map<string, unknown>(),
    number: 'dot',
  } as const;
  const choose = allowed && choiceCells(allowed, rules);
  const expected =
    allowed === undefined
      ? as === 'text'
        ? 'a text or a number'
        : `a date${order === undefined ? ', with `order` where it is not year, month, day' : ''}`
      : quoteList([...allowed].slice(0, 8));
  const unread = (code: Cell['code']): Cell => ({
    state: 'unread',
    value: null,
    ...(code && { code }),
  });
  return {
    expected,
    read: (cell) => {
      if (isBlank(cell) || blanks.has(cellText(cell) ?? '')) return { state: 'blank', value: null };
      const value = as === 'text' ? groupValue(cell)?.trim() : datePartOf(cell, as, order);
      if (value === 'ambiguous' && as !== 'text') return unread('ambiguous-date');
      if (value === undefined) return unread(undefined);
      const meant = recoded.get(value) ?? value;
      return choose ? choose(meant) : { state: 'answered', value: meant };
    },
  };
}
