import { checkRows } from '../../shared/refuse.ts';
import type { MarginReader } from './readMargins.ts';

/** Rows that are alike in every margin, and in base weight where that has to be told apart. */
export interface Cell {
  /** The place of the category in each margin. */
  readonly places: readonly number[];
  /** The base weight of its first row. */
  readonly base: number;
  /** How many rows there are. */
  rows: number;
  /** The sum of their base weights. */
  mass: number;
}

/** A value that is no category with a target. */
export interface Stranger {
  /** The value as text; absent where there is none. */
  readonly category: string | undefined;
  /** The position of the first row with it. */
  readonly first: number;
  /** How many rows have it. */
  rows: number;
}

/** What is known of one margin of a sample. */
export interface MarginCounts {
  /** How many rows are in each category. */
  readonly rows: number[];
  /** The sum of their base weights. */
  readonly mass: number[];
  /** The values that are no category with a target, in the order they are met. */
  readonly strangers: Map<string | undefined, Stranger>;
}

/** A sample, cross-classified: all that raking needs of it. */
export interface SampleCells {
  /** The cells, in the order of their categories. */
  readonly cells: readonly Cell[];
  /** The place of each row's cell; -1 for a row without one, which is dropped. */
  readonly cellOfRow: readonly number[];
  /** The counts of each margin, in the order of the margins. */
  readonly margins: readonly MarginCounts[];
}

/**
 * Cross-classifies rows in one pass. From row to cell leads a path through one table per margin, so that
 * no text is joined and no table is larger than the cells there are.
 *
 * @param rows - the sample
 * @param margins - what to classify by
 * @param baseOf - the base weight of the row at a position, 0 or more
 * @param apart - whether rows of different base weight need different cells
 */
export function sampleCells(
  rows: Iterable<unknown>,
  margins: readonly MarginReader[],
  baseOf: (position: number) => number,
  apart: boolean,
): SampleCells {
  const counts = margins.map(
    ({ categories }): MarginCounts => ({
      rows: categories.map(() => 0),
      mass: categories.map(() => 0),
      strangers: new Map(),
    }),
  );
  const tables = margins.map(() => new Map<number, number>());
  const leaves = new Map<number, Map<number, number>>();
  const cells: Cell[] = [];
  const cellOfRow: number[] = [];
  const places = margins.map(() => 0);
  checkRows('rows', rows);
  for (const row of rows) {
    const position = cellOfRow.length;
    const base = baseOf(position);
    let isKept = base > 0;
    let node = 0;
    for (const [level, margin] of margins.entries()) {
      const category = categoryOf(row, margin.name);
      const place = category === undefined ? undefined : margin.places.get(category);
      const { rows, mass, strangers } = counts[level] as MarginCounts;
      if (place === undefined) {
        addStranger(strangers, category, position);
        isKept = false;
        continue;
      }
      rows[place] = (rows[place] ?? 0) + 1;
      mass[place] = (mass[place] ?? 0) + base;
      if (margin.shares[place] === 0) isKept = false;
      places[level] = place;
      if (!isKept) continue;
      const table = tables[level] as Map<number, number>;
      node = numberOf(table, node * margin.categories.length + place);
    }
    if (!isKept) {
      cellOfRow.push(-1);
      continue;
    }
    let leaf = leaves.get(node);
    if (leaf === undefined) {
      leaf = new Map<number, number>();
      leaves.set(node, leaf);
    }
    const key = apart ? base : 1;
    let place = leaf.get(key);
    if (place === undefined) {
      place = cells.length;
      leaf.set(key, place);
      cells.push({ places: [...places], base, rows: 0, mass: 0 });
    }
    const cell = cells[place] as Cell;
    cell.rows += 1;
    cell.mass += base;
    cellOfRow.push(place);
  }
  return { ...inOrder(cells, cellOfRow), margins: counts };
}

/** A value as text; nothing for one that cannot be a category. */
function categoryOf(row: unknown, name: string): string | undefined {
  const isRow = typeof row === 'object' && row !== null;
  const value: unknown = isRow ? (row as Readonly<Record<string, unknown>>)[name] : undefined;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return undefined;
  }
}

function addStranger(
  strangers: Map<string | undefined, Stranger>,
  category: string | undefined,
  position: number,
): void {
  const known = strangers.get(category);
  if (known === undefined) strangers.set(category, { category, first: position, rows: 1 });
  else known.rows += 1;
}

function numberOf(table: Map<number, number>, key: number): number {
  let number = table.get(key);
  if (number === undefined) {
    number = table.size;
    table.set(key, number);
  }
  return number;
}

/** Puts cells in the order of their categories, so that the order of rows changes no digit. */
function inOrder(
  cells: readonly Cell[],
  cellOfRow: readonly number[],
): Pick<SampleCells, 'cells' | 'cellOfRow'> {
  const order = [...cells.keys()].sort((a, b) => compare(cells[a] as Cell, cells[b] as Cell));
  const rankOf = new Map(order.map((place, rank) => [place, rank]));
  return {
    cells: order.map((place) => cells[place] as Cell),
    cellOfRow: cellOfRow.map((place) => rankOf.get(place) ?? -1),
  };
}

function compare(one: Cell, other: Cell): number {
  for (const [level, place] of one.places.entries()) {
    const difference = place - (other.places[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.base - other.base;
}
