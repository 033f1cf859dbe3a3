/**
 * The upper bound of a bucket: g to the power of its number.
 *
 * Made of multiplications and one division, which every engine does alike; `Math.pow` may differ in
 * the last digit from one to the other.
 *
 * @param growth - g, above 1
 * @param bucket - a whole number, below 0 where the bound is below 1
 * @example
 * bucketBound(1.5, 3) // => 3.375
 * bucketBound(2, -2) // => 0.25
 */
export function bucketBound(growth: number, bucket: number): number {
  let power = 1;
  let factor = growth;
  for (let rest = Math.abs(bucket); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= factor;
    factor *= factor;
  }
  return bucket < 0 ? 1 / power : power;
}
