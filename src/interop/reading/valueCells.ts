import { cellText, type DecimalMark, isBlank, numberOfCell } from './cellText.ts';
import type { Clock } from './clock.ts';
import type { Cell } from './columnCounter.ts';

const BLANK = { state: 'blank', value: null } as const;
const UNREAD = { state: 'unread', value: null } as const;

/** Reads a time, as milliseconds since 1970. */
export function timeCells(clock: Clock): (cell: unknown) => Cell {
  return (cell) => {
    if (isBlank(cell)) return BLANK;
    const time = clock.timeOf(cell);
    if (time === undefined) return UNREAD;
    if (time === 'ambiguous') return { ...UNREAD, code: 'ambiguous-time' };
    return { state: 'answered', value: time };
  };
}

/** Reads a number, perhaps one that is 0 or more. */
export function numberCells(
  mark: DecimalMark,
  least: number = Number.NEGATIVE_INFINITY,
): (cell: unknown) => Cell {
  return (cell) => {
    if (isBlank(cell)) return BLANK;
    const value = numberOfCell(cell, mark);
    return value !== undefined && value >= least ? { state: 'answered', value } : UNREAD;
  };
}

/** Reads a text that is not blank. */
export function textCells(cell: unknown): Cell {
  if (isBlank(cell)) return BLANK;
  const value = cellText(cell);
  return value === undefined ? UNREAD : { state: 'answered', value };
}

/** Reads one of some words, by a recode where there is one. */
export function wordCells(
  words: ReadonlySet<unknown>,
  recode: ReadonlyMap<string, unknown>,
): (cell: unknown) => Cell {
  return (cell) => {
    if (isBlank(cell)) return BLANK;
    const text = cellText(cell);
    if (text === undefined) return UNREAD;
    const value = recode.has(text) ? recode.get(text) : text;
    if (value === null) return BLANK;
    return words.has(value) ? { state: 'answered', value } : { ...UNREAD, code: 'not-allowed' };
  };
}

/** Reads yes and no: `true` and `false`, 1 and 0, and what a recode says. */
export function yesNoCells(recode: ReadonlyMap<string, unknown>): (cell: unknown) => Cell {
  return (cell) => {
    if (isBlank(cell)) return BLANK;
    const text = cellText(cell)?.toLowerCase();
    if (text === undefined) return UNREAD;
    const own = cellText(cell) ?? '';
    const value = recode.has(own) ? recode.get(own) : text;
    if (value === null) return BLANK;
    if (value === true || value === 'true' || value === '1' || value === 1) {
      return { state: 'answered', value: true };
    }
    if (value === false || value === 'false' || value === '0' || value === 0) {
      return { state: 'answered', value: false };
    }
    return UNREAD;
  };
}
