import { NOT_APPLICABLE } from '../../model/observations.ts';
import type { Question, Scale } from '../../model/survey.ts';
import { answerPlacer, cellOf } from '../../survey/answers/answerPlacer.ts';
import { cellText, codeOf, type DecimalMark, isBlank, numberOfText } from './cellText.ts';
import type { Cell } from './columnCounter.ts';

/** How the cells of a column are read. */
export interface CellRules {
  /** Codes that mean "does not apply", as text. */
  readonly notApplicable: readonly string[];
  /** Codes that mean "left blank", as text. */
  readonly blank: readonly string[];
  /** The same for the whole file; an answer of the question is not one of them. */
  readonly defaults: {
    readonly notApplicable: readonly string[];
    readonly blank: readonly string[];
  };
  /** What a code stands for, keyed by the code as text. */
  readonly recode: ReadonlyMap<string, unknown>;
  /** How decimals are written. */
  readonly number: DecimalMark;
}

const BLANK = { state: 'blank', value: null } as const;
const NONE = { state: 'notApplicable', value: NOT_APPLICABLE } as const;

/** What cells of a question have to be. */
export function expectedOf(question: Question): string {
  switch (question.asks) {
    case 'comment':
      return 'a text';
    case 'profile':
      return `one of the choices ${shortList(Object.keys(question.choices))}`;
    default:
      return expectedOnScale(question.scale);
  }
}

/** What an answer on a scale has to be. */
export function expectedOnScale({ min, max, step = 1 }: Scale): string {
  return `${min} to ${max}${step === 1 ? '' : ` in steps of ${step}`}`;
}

/** Makes the reader of the cells of a question. */
export function answerCells(question: Question, rules: CellRules): (cell: unknown) => Cell {
  switch (question.asks) {
    case 'comment':
      return (cell) => commentCell(cell, rules);
    case 'profile':
      return choiceCells(new Set(Object.keys(question.choices)), rules);
    default:
      return ratingCells(question.scale, rules);
  }
}

/** Makes the reader of cells that hold an answer on a scale. */
export function ratingCells(scale: Scale, rules: CellRules): (cell: unknown) => Cell {
  const placer = answerPlacer({ id: '', scale, firstCell: 0 });
  const onScale = (value: unknown): Cell | undefined => {
    const place = cellOf(placer, value);
    if (place <= placer.top) return { state: 'answered', value };
    return place === placer.invalidCell - 2 ? NONE : undefined;
  };
  return coded(
    rules,
    (text) => {
      const number = numberOfText(text, rules.number);
      return onScale(number ?? text) ?? onScale(text);
    },
    (value) => {
      if (value === null) return BLANK;
      return value === NOT_APPLICABLE ? NONE : onScale(value);
    },
  );
}

/** Makes the reader of cells that hold one of some choices. */
export function choiceCells(
  choices: ReadonlySet<string>,
  rules: CellRules,
): (cell: unknown) => Cell {
  const choice = (value: unknown): Cell | undefined => {
    const text = cellText(value) ?? '';
    const code = choices.has(text) ? text : codeOf(text);
    return choices.has(code) ? { state: 'answered', value: code } : undefined;
  };
  const read = coded(rules, choice, (value) => {
    if (value === null) return BLANK;
    return value === NOT_APPLICABLE ? NONE : choice(value);
  });
  return (cell) => {
    const done = read(cell);
    // What is no choice is no group either.
    if (done.state === 'notApplicable') return { ...done, value: null };
    return done.state === 'unread' ? { ...done, value: null, code: 'unknown-key-value' } : done;
  };
}

/** Reads codes first, then what stands there by itself, then the codes of the whole file. */
function coded(
  { notApplicable, blank, defaults, recode, number }: CellRules,
  plain: (text: string) => Cell | undefined,
  recoded: (value: unknown) => Cell | undefined,
): (cell: unknown) => Cell {
  const blanks = codeSet(blank);
  const none = codeSet(notApplicable);
  const fileBlanks = codeSet(defaults.blank);
  const fileNone = codeSet(defaults.notApplicable);
  return (cell) => {
    if (isBlank(cell)) return BLANK;
    const text = cellText(cell);
    if (text === undefined) return { state: 'unread', value: quotedForm(cell) };
    const code = codeOf(text);
    const isIn = (codes: ReadonlySet<string>): boolean => codes.has(text) || codes.has(code);
    if (isIn(blanks)) return BLANK;
    if (isIn(none)) return NONE;
    const target = recode.has(text) ? text : recode.has(code) ? code : undefined;
    if (target !== undefined) {
      return recoded(recode.get(target)) ?? { state: 'unread', value: text };
    }
    const isFileCode = isIn(fileBlanks) || isIn(fileNone);
    if (recode.size === 0 || !isFileCode) {
      const own = plain(text);
      if (own !== undefined) return own;
    }
    if (isIn(fileBlanks)) return BLANK;
    if (isIn(fileNone)) return NONE;
    return { state: 'unread', value: numberOfText(text, number) ?? text };
  };
}

/** Codes as they are compared: as text, numbers also in their shortest form. */
function codeSet(codes: readonly string[]): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => [code.trim(), codeOf(code.trim())]));
}

function commentCell(cell: unknown, { blank, defaults }: CellRules): Cell {
  const text = cellText(cell);
  if (text === undefined || text === '' || blank.includes(text) || defaults.blank.includes(text)) {
    if (text === undefined && !isBlank(cell)) return { state: 'unread', value: null };
    return BLANK;
  }
  return { state: 'answered', value: typeof cell === 'string' ? cell : text };
}

/** What stands for a list, an object or a Date: a text that is no answer. */
function quotedForm(cell: unknown): string {
  if (cell instanceof Date) return 'a Date';
  return Array.isArray(cell) ? 'a list' : `a ${typeof cell}`;
}

function shortList(names: readonly string[]): string {
  const first = names.slice(0, 8).map((name) => JSON.stringify(name));
  return names.length > 8 ? `${first.join(', ')} ...` : first.join(', ');
}
