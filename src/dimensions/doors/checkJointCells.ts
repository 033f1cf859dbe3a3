import type { Tell } from '../../survey/doors/tallyDoor.ts';
import type { Path } from '../../survey/tally/parseTallyFaults.ts';
import type { JointSums } from '../joint/jointSums.ts';

/** A quantity of {@link JointSums}. */
export interface Quantity {
  /** How many respondents have it. */
  readonly n: number;
  /** The fewest parts it has. */
  readonly fewestParts: number;
  /** The most parts it has. */
  readonly mostParts: number;
  /** The lowest that a part can be. */
  readonly low: number;
  /** The highest that a part can be. */
  readonly high: number;
}

/** Tells cells that no respondents with such quantities add up to. */
export function checkJointCells(
  { cells }: JointSums,
  quantities: readonly Quantity[],
  path: Path,
  tell: Tell,
): void {
  const respondents = quantities.map(() => 0);
  let before: readonly number[] = [-1];
  for (const [place, cell] of cells.entries()) {
    const where = [...path, 'cells', place];
    const { first, second, firstParts, secondParts, n, firstSum, secondSum, productSum } = cell;
    const [one, other] = [quantities[first], quantities[second]];
    if (one === undefined || other === undefined || second < first) {
      tell(where, `${first} and ${second}`, `two of ${quantities.length} quantities, in order`);
      continue;
    }
    const key = [first, second, firstParts, secondParts];
    if (!isBefore(before, key)) tell(where, key.join(', '), 'cells in order, each once');
    before = key;
    if (!hasParts(one, firstParts) || !hasParts(other, secondParts)) {
      tell(where, `${firstParts} and ${secondParts} parts`, 'as many parts as are counted');
    }
    if (!(n >= 1 && n <= Math.min(one.n, other.n))) {
      tell([...where, 'n'], n, `a whole number from 1 to ${Math.min(one.n, other.n)}`);
      continue;
    }
    const [a, b] = [spanOf(one, firstParts), spanOf(other, secondParts)];
    if (!isWithin(firstSum, n, a)) tell([...where, 'firstSum'], firstSum, sumOf(n, a));
    if (!isWithin(secondSum, n, b)) tell([...where, 'secondSum'], secondSum, sumOf(n, b));
    const isOwn = first === second;
    if (isOwn && (firstParts !== secondParts || firstSum !== secondSum)) {
      tell(where, `${firstSum} and ${secondSum}`, 'the same of one quantity twice');
    }
    const products = productsOf(n, a, b, isOwn ? firstSum : undefined);
    if (!isWithin(productSum, 1, products)) {
      tell([...where, 'productSum'], productSum, sumOf(1, products));
    }
    if (isOwn) respondents[first] = (respondents[first] ?? 0) + n;
  }
  for (const [place, { n }] of quantities.entries()) {
    if (respondents[place] === n) continue;
    tell([...path, 'cells'], respondents[place], `cells of quantity ${place} for ${n} respondents`);
  }
}

type Span = readonly [low: number, high: number];

function spanOf({ low, high }: Quantity, parts: number): Span {
  return [low * parts, high * parts];
}

/** What a sum of products can be; of squares it is at least what equal ones with that sum come to. */
function productsOf(n: number, [a, b]: Span, [c, d]: Span, ownSum: number | undefined): Span {
  const corners = [a * c, a * d, b * c, b * d].map((product) => n * product);
  const least = ownSum === undefined ? Math.min(...corners) : (ownSum / n) * ownSum * (1 - 1e-9);
  return [least, Math.max(...corners)];
}

function isWithin(sum: number, n: number, [low, high]: Span): boolean {
  return Number.isSafeInteger(sum) && sum >= n * low && sum <= n * high;
}

function sumOf(n: number, [low, high]: Span): string {
  return `a whole number from ${n * low} to ${n * high}`;
}

function hasParts({ fewestParts, mostParts }: Quantity, parts: number): boolean {
  return parts >= fewestParts && parts <= mostParts;
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const place = other.findIndex((number, at) => number !== one[at]);
  return place >= 0 && (one[place] ?? -1) < (other[place] ?? 0);
}
