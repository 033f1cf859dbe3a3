import type { Places } from './currentVisit.ts';

/** Counts how often two columns are 1 together: the lower triangle of a symmetric matrix. */
export interface Triangle {
  /** Counts each pair of places, ascending, and each place with itself. */
  readonly add: (places: Places) => void;
  /** The whole matrix. */
  readonly counted: () => readonly (readonly number[])[];
}

/** A counter of pairs among so many columns. */
export function triangle(columns: number): Triangle {
  const cells = new Float64Array(rowStart(columns));

  function add({ at, count }: Places): void {
    for (let i = 0; i < count; i += 1) {
      const start = rowStart(at[i] as number);
      for (let j = 0; j <= i; j += 1) {
        const cell = start + (at[j] as number);
        cells[cell] = (cells[cell] as number) + 1;
      }
    }
  }

  return {
    add,
    counted: () =>
      Array.from({ length: columns }, (_, row) =>
        Array.from({ length: columns }, (_, column) => cells[cellAt(row, column)] as number),
      ),
  };
}

/** Where a row of the lower triangle starts, the diagonal included. */
export function rowStart(row: number): number {
  return (row * (row + 1)) / 2;
}

/** The cell of two columns in the lower triangle. */
export function cellAt(row: number, column: number): number {
  return row >= column ? rowStart(row) + column : rowStart(column) + row;
}
