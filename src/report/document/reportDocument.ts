/** How a figure or verdict is marked beside its words; never by colour alone. */
export type Tone = 'bad' | 'good' | 'open';

/** A cell of a table: one text, or lines of one, with a mark where it is a verdict. */
export interface Cell {
  /** What stands there, line by line. */
  readonly lines: readonly string[];
  /** How it is marked; absent where it is not. */
  readonly tone?: Tone;
}

/** A table; the column `rowHeader` names its rows. */
export interface Table {
  /** Tells it from other parts. */
  readonly kind: 'table';
  /** What the table is of. */
  readonly caption: string;
  /** The heads of its columns. */
  readonly head: readonly string[];
  /** The column that names a row. */
  readonly rowHeader: number;
  /** The columns of figures. */
  readonly figures: readonly number[];
  /** The rows. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A paragraph, a list, a table, or the place of pictures. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'pictures'; readonly place: PicturePlace }
  | Table;

/** Where pictures stand in a report: at its start, or in the section of a step. */
export type PicturePlace =
  | 'cycle'
  | 'moments'
  | 'requirements'
  | 'plans'
  | 'areas'
  | 'scores'
  | 'groups'
  | 'changes';

/** A part of a report with its own heading. */
export interface Section {
  /** Its heading. */
  readonly title: string;
  /** What stands in it. */
  readonly parts: readonly Part[];
}

/** A report, before it is written as HTML or Markdown. */
export interface ReportDocument {
  /** The language it is in. */
  readonly language: string;
  /** Its title. */
  readonly title: string;
  /** What stands under the title. */
  readonly lead: readonly string[];
  /** Its sections, in order. */
  readonly sections: readonly Section[];
}

/** A paragraph. */
export function paragraph(text: string): Part {
  return { kind: 'text', text };
}

/** A list; none where it would be empty. */
export function list(items: readonly string[], isOrdered = false): readonly Part[] {
  return items.length === 0 ? [] : [{ kind: 'list', isOrdered, items }];
}

/** A cell of one text, or of lines. */
export function cell(text: string | readonly string[], tone?: Tone): Cell {
  const lines = typeof text === 'string' ? [text] : text;
  return tone === undefined ? { lines } : { lines, tone };
}

/** A table; a sentence instead where it has no rows. */
export function table(made: Omit<Table, 'kind'>, otherwise = ''): readonly Part[] {
  if (made.rows.length > 0) return [{ kind: 'table', ...made }];
  return otherwise === '' ? [] : [paragraph(otherwise)];
}
