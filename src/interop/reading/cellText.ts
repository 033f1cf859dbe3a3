/** How decimals are written: `9.5` or `9,5`. */
export type DecimalMark = 'dot' | 'comma';

/**
 * The text of a cell without blanks around it, full-width digits and signs as plain ones; nothing where the cell
 * holds no single value.
 */
export function cellText(cell: unknown): string | undefined {
  switch (typeof cell) {
    case 'string':
      return plainDigits(cell.trim());
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(cell);
    default:
      return undefined;
  }
}

/** Whether a cell holds nothing. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The number that a whole text is, such as `9`, `+9` or `9.0`; nothing for any other, `10 - likely` and what no number is as large as among them. */
export function numberOfText(text: string, mark: DecimalMark = 'dot'): number | undefined {
  const isNumber = mark === 'comma' ? /^[+-]?\d+(,\d+)?$/ : /^[+-]?\d+(\.\d+)?$/;
  // Adding 0 turns -0 into 0.
  const number = isNumber.test(text) ? Number(text.replace(',', '.')) + 0 : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The number of a cell: its own, or that of its text. */
export function numberOfCell(cell: unknown, mark?: DecimalMark): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  const text = cellText(cell);
  return text === undefined ? undefined : numberOfText(text, mark);
}

/** What a code and a cell are compared by: `6`, `"6"`, `" 6 "` and `6.0` are one; `06` stays itself. */
export function codeOf(text: string): string {
  const number = /^[+-]?(0|[1-9]\d*)(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? String(number) : text;
}

/** Whether a text tells of a wrong encoding: replaced characters, UTF-8 read byte by byte, UTF-16 read as UTF-8. */
export function looksMisread(text: string): boolean {
  return /[\0\ufffd]|[\u00c2-\u00f4][\u0080-\u00bf]|[\u00c3\u00c2][\u0152-\u0178\u02c6\u02dc\u2013-\u2122]/.test(
    text,
  );
}

const FULL_WIDTH = 0xfee0;

function plainDigits(text: string): string {
  return text.replace(/[\uff0b-\uff0e\uff10-\uff19\u2212]/g, (sign) =>
    sign === '\u2212' ? '-' : String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH),
  );
}
