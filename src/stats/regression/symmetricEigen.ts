/** The axes of a symmetric table of numbers. */
export interface Eigen {
  /** The eigenvalues, in no particular order. */
  readonly values: readonly number[];
  /** The eigenvectors, of length 1 and at right angles: row k belongs to value k. */
  readonly vectors: readonly (readonly number[])[];
}

/** Off the diagonal nothing is left that counts. Reached after 6 to 10 rounds. */
const ROUNDS_AT_MOST = 60;

/**
 * The eigenvalues and eigenvectors of a symmetric table, by Jacobi's rotations.
 *
 * Each rotation makes one number off the diagonal 0; going round, the others shrink ever faster. Small
 * eigenvalues come out as exact as large ones are, which makes it the method for correlations.
 *
 * @param table - the rows of a symmetric table of finite numbers
 * @example
 * const { values, vectors } = symmetricEigen([[1, 0.5], [0.5, 1]]);
 * values[0] // ~> 0.5
 * values[1] // ~> 1.5
 * vectors[1]?.[0] // ~> 0.707107
 * @see Golub & Van Loan (2013), Matrix Computations, 4th edition, section 8.5
 */
export function symmetricEigen(table: readonly (readonly number[])[]): Eigen {
  const size = table.length;
  const turned = table.map((row) => Float64Array.from(row));
  const vectors = table.map((_, i) => Float64Array.from(table, (_, j) => (i === j ? 1 : 0)));
  const get = (i: number, j: number): number => turned[i]?.[j] ?? 0;

  for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
    let moved = false;
    for (let i = 0; i < size; i += 1) {
      for (let j = i + 1; j < size; j += 1) {
        const off = get(i, j);
        const scale = Math.abs(get(i, i)) + Math.abs(get(j, j));
        if (scale + Math.abs(off) / 16 === scale) continue;
        moved = true;
        const theta = (get(j, j) - get(i, i)) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        // Columns, then rows; then the vectors, which are kept as rows.
        for (const row of turned) rotate(row, row, i, j, cosine, sine);
        turnRows(turned, i, j, cosine, sine);
        turnRows(vectors, i, j, cosine, sine);
      }
    }
    if (!moved) break;
  }
  return {
    values: turned.map((_, i) => get(i, i)),
    vectors: vectors.map((vector) => Array.from(vector)),
  };
}

function turnRows(
  rows: readonly Float64Array[],
  i: number,
  j: number,
  cosine: number,
  sine: number,
): void {
  const one = rows[i];
  const other = rows[j];
  if (one === undefined || other === undefined) return;
  for (const k of one.keys()) rotate(one, other, k, k, cosine, sine);
}

/** Turns the pair one[i], other[j]. */
function rotate(
  one: Float64Array,
  other: Float64Array,
  i: number,
  j: number,
  cosine: number,
  sine: number,
): void {
  const x = one[i] ?? 0;
  const y = other[j] ?? 0;
  one[i] = cosine * x - sine * y;
  other[j] = sine * x + cosine * y;
}
