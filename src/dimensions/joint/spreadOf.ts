import type { JointMean } from './jointMeans.ts';
import type { JointSums } from './jointSums.ts';

/** How far a figure made of means would move with other respondents. */
export interface Spread {
  /** How many respondents the figure rests on: those who have the quantity that the fewest have. */
  readonly n: number;
  /** The sum over respondents of the square of each one's part in the figure's error. */
  readonly squares: number;
  /** How large the sums are that `squares` is left over from: what rounding is measured against. */
  readonly magnitude: number;
}

/**
 * The spread of a figure that depends on several means, from its slope in each of them.
 *
 *     z_i     = Σ_q slope_q · (x_iq - mean_q) / n_q,  over the quantities q that respondent i has
 *     squares = Σ_i z_i² = Σ_q Σ_r slope_q · slope_r · C_qr / (n_q · n_r)
 *     C_qr    = Σ (x_iq - mean_q)(x_ir - mean_r),  over the respondents who have both
 *
 * For a mean this is its usual squared standard error but for the factor n / (n - 1); for a sum of
 * means it counts that the same people gave them; for a ratio it is the linearized (delta) one.
 *
 * @param sums - the joint sums
 * @param means - the means of the quantities
 * @param slopes - by how much the figure rises with the mean of each quantity that it depends on
 * @see Woodruff (1971), Journal of the American Statistical Association 66, 411-414
 */
export function spreadOf(
  { cells }: JointSums,
  means: readonly JointMean[],
  slopes: ReadonlyMap<number, number>,
): Spread {
  let squares = 0;
  let magnitude = 0;
  for (const cell of cells) {
    const { first, second, firstParts, secondParts } = cell;
    const [a, b] = [means[first], means[second]];
    const slope = (slopes.get(first) ?? 0) * (slopes.get(second) ?? 0);
    if (a === undefined || b === undefined || slope === 0) continue;
    const weight = ((first === second ? 1 : 2) * slope) / (a.n * b.n);
    const product = cell.productSum / (firstParts * secondParts);
    const middle = cell.n * a.mean * b.mean;
    const crossed =
      product -
      (b.mean * cell.firstSum) / firstParts -
      (a.mean * cell.secondSum) / secondParts +
      middle;
    squares += weight * crossed;
    magnitude += Math.abs(weight) * (Math.abs(product) + Math.abs(middle));
  }
  const n = Math.min(...Array.from(slopes.keys(), (quantity) => means[quantity]?.n ?? 0));
  return { n, squares, magnitude };
}
