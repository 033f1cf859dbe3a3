/** 2^27 + 1: splits 53 bits into two halves. */
const SPLITTER = 134217729;

/**
 * a·b - c·d, right to the last digits even where both products are nearly the same.
 *
 * Each product is computed as a rounded number plus what rounding took away, and both parts are
 * subtracted. Where the difference is a whole number below 2^53 it is exact, however large the
 * products are.
 *
 * @param a - at most 1e150 in size, as the others
 * @param b - the other factor of the first product
 * @param c - a factor of the product to subtract
 * @param d - its other factor
 * @example
 * differenceOfProducts(100000001, 100000003, 100000002, 100000002) // => -1
 * @see Dekker (1971), Numerische Mathematik 18, 224-242
 */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const first = a * b;
  const second = c * d;
  return first - second + (lost(a, b, first) - lost(c, d, second));
}

/** What rounding took away from a product. */
function lost(a: number, b: number, product: number): number {
  const highA = high(a);
  const highB = high(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

function high(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
