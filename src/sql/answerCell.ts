import { NOT_APPLICABLE } from '../model/observations.ts';
import { checkObject, checkOneOf, checkOptions, isFields, refuse } from '../shared/refuse.ts';
import { type AnswerPlacer, answerPlacer, cellOf } from '../survey/answers/answerPlacer.ts';
import type { TalliedQuestion } from '../survey/types.ts';
import { checkText, type DialectRules, sqlNumber } from './dialect.ts';
import { columnOf } from './query.ts';

/** The column that holds the answers to a question, where its name alone does not say enough. */
export interface SqlAnswerColumn {
  /** The column. */
  readonly column: string;
  /**
   * What it holds: numbers, as when absent, or texts, which are no answers but for codes of "not applicable" and for
   * those that `recode` makes one of.
   */
  readonly type?: 'number' | 'text';
  /** The answer that each text stands for, such as `{ 'Very good': 5, 'No opinion': 'not-applicable' }`. */
  readonly recode?: Readonly<Record<string, number | string | null>>;
}

/** Where things stand in a table: for each question or key its column; a column of its own name when absent. */
export type SqlColumns<Name extends string = string> = {
  readonly [Key in Name]?: string | SqlAnswerColumn;
};

/** The column of a question or key, and what it holds. */
export function answerColumn(columns: SqlColumns, name: string): SqlAnswerColumn {
  const own = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (own === undefined) return { column: name };
  if (typeof own === 'string') return { column: own };
  checkObject(`columns.${name}`, own);
  checkOptions(own, ['column', 'type', 'recode']);
  if (own.type !== undefined) checkOneOf(`columns.${name}.type`, own.type, ['number', 'text']);
  if (own.recode !== undefined) {
    checkObject(`columns.${name}.recode`, own.recode);
    if (own.type !== 'text')
      refuse(`columns.${name}.type`, own.type, '"text" where texts are recoded');
  }
  return own;
}

/**
 * The cell of a group that an answer counts in, as SQL: the sums of `cellOf` in the same order, in numbers of 64 bits,
 * so that no answer falls on another side than there.
 */
export function answerCell(
  question: TalliedQuestion,
  { column: name, type = 'number', recode = {} }: SqlAnswerColumn,
  rules: DialectRules,
): string {
  const placer = answerPlacer(question);
  const column = columnOf(name, rules);
  const ofNumber = numberCell(placer, column, rules);
  const ofText = textCell(placer, column, recode, rules);
  const skipped = `WHEN ${column} IS NULL THEN ${placer.invalidCell - 1}`;
  if (rules.typesValues) {
    return [
      `CASE ${skipped}`,
      `WHEN typeof(${column}) IN ('integer', 'real') THEN ${ofNumber}`,
      `WHEN typeof(${column}) = 'text' THEN ${ofText}`,
      `ELSE ${placer.invalidCell} END`,
    ].join(' ');
  }
  return `CASE ${skipped} ELSE ${type === 'number' ? ofNumber : ofText} END`;
}

/** The cell of a number. What is far from the scale is told apart first: sums of it could go beyond all numbers. */
function numberCell(placer: AnswerPlacer, column: string, rules: DialectRules): string {
  const { min, step, top, firstCell, invalidCell, notApplicable } = placer;
  const number = (value: number): string => sqlNumber(value, rules);
  const answer = rules.number(column);
  const fromMin = min === 0 ? answer : `${answer} - ${number(min)}`;
  const place = step === 1 ? `(${fromMin})` : `((${fromMin}) / ${number(step)})`;
  const whole = `ROUND(${place})`;
  const isAnswer = `ABS(${place} - ${whole}) < ${number(1e-9)} AND ${whole} BETWEEN ${number(0)} AND ${number(top)}`;
  const codes = [...notApplicable].filter((code) => typeof code === 'number');
  const isCode =
    codes.length === 0
      ? ''
      : ` WHEN ${answer} IN (${codes.map(number).join(', ')}) THEN ${invalidCell - 2}`;
  const [low, high] = [min - step, min + (top + 1) * step];
  return [
    `CASE WHEN ${answer} BETWEEN ${number(low)} AND ${number(high)}`,
    `THEN CASE WHEN ${isAnswer} THEN ${firstCell} + ${rules.whole(whole)}${isCode} ELSE ${invalidCell} END${isCode}`,
    `ELSE ${invalidCell} END`,
  ].join(' ');
}

/** The cell of a text: one that is recoded, a code of "not applicable", or no answer. */
function textCell(
  placer: AnswerPlacer,
  column: string,
  recode: Readonly<Record<string, number | string | null>>,
  rules: DialectRules,
): string {
  const codes = [...placer.notApplicable].filter((code) => typeof code === 'string');
  const cellOfText = new Map(codes.map((code) => [code, placer.invalidCell - 2]));
  for (const [text, answer] of Object.entries(recode)) {
    if (isFields(answer) || typeof answer === 'boolean')
      refuse('an answer of recode', answer, 'a number, a text or null');
    cellOfText.set(text, cellOf(placer, answer));
  }
  const textsOfCell = new Map<number, string[]>();
  for (const [text, cell] of cellOfText) {
    checkText(text === NOT_APPLICABLE ? 'a code' : 'a text that is an answer', text);
    textsOfCell.set(cell, [...(textsOfCell.get(cell) ?? []), rules.byteText(text)]);
  }
  const found = [...textsOfCell].map(
    ([cell, texts]) => `WHEN ${rules.bytes(column)} IN (${texts.join(', ')}) THEN ${cell}`,
  );
  return `CASE ${found.join(' ')} ELSE ${placer.invalidCell} END`;
}
