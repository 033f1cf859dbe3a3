import { refuse } from '../../shared/refuse.ts';

/**
 * What is known of two quantities from the respondents who have both. A quantity of a respondent is a
 * whole number of scale steps over a whole number of parts: the sum of the answers to a dimension over
 * how many of its items were answered, or a single answer over 1.
 */
export interface JointCell {
  /** The first quantity, by its place from 0. */
  readonly first: number;
  /** The second, the same or a later one. */
  readonly second: number;
  /** How many parts the first has. */
  readonly firstParts: number;
  /** How many parts the second has. */
  readonly secondParts: number;
  /** How many respondents have both, with these numbers of parts. */
  readonly n: number;
  /** The sum of the first over those respondents, in scale steps. */
  readonly firstSum: number;
  /** The sum of the second. */
  readonly secondSum: number;
  /** The sum of their products. */
  readonly productSum: number;
}

/**
 * Sums of several quantities and of their products: all that the mean of any combination of them and
 * its standard error are computed from. They are whole numbers, so they are exact below 2^53 and add up
 * the same in any order.
 */
export interface JointSums {
  /** The cells that are not empty, by first, second, first parts, second parts. */
  readonly cells: readonly JointCell[];
}

/** Adds up respondents. */
export interface JointCounter {
  /** Adds a respondent: the total and the number of parts of each quantity, 0 parts for one missing. */
  readonly add: (totals: ArrayLike<number>, parts: ArrayLike<number>) => void;
  /** What was added up. */
  readonly sums: () => JointSums;
}

/** How many numbers a cell keeps: n, two sums and the sum of products. */
const WIDTH = 4;

/** More sums are not kept: these take 64 MB, those of twice as many quantities four times that. */
const MOST_SUMS = 2_001_000;

/**
 * Makes a counter of quantities, each with the most parts it can have. It keeps a sum for each pair of
 * numbers of parts of each pair of quantities, and refuses more than 2,001,000: pairs of 2,000 of one part.
 */
export function jointCounter(mostParts: readonly number[]): JointCounter {
  const size = mostParts.length;
  const total = mostParts.reduce((sum, parts) => sum + parts, 0);
  const pairs = mostParts.reduce((sum, parts) => sum + parts * parts, total * total) / 2;
  if (pairs > MOST_SUMS) {
    refuse(
      'the number of pairs to be summed',
      pairs,
      `at most ${MOST_SUMS}, those of 2000 questions`,
    );
  }
  const starts = new Float64Array(size * size);
  let end = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      starts[a * size + b] = end;
      end += (mostParts[a] ?? 0) * (mostParts[b] ?? 0) * WIDTH;
    }
  }
  const sums = new Float64Array(end);

  function startOf(a: number, b: number, partsA: number, partsB: number): number {
    const place = (partsA - 1) * (mostParts[b] ?? 0) + partsB - 1;
    return (starts[a * size + b] ?? 0) + WIDTH * place;
  }

  function add(totals: ArrayLike<number>, parts: ArrayLike<number>): void {
    for (let a = 0; a < size; a += 1) {
      const partsA = parts[a] ?? 0;
      if (partsA === 0) continue;
      const totalA = totals[a] ?? 0;
      for (let b = a; b < size; b += 1) {
        const partsB = parts[b] ?? 0;
        if (partsB === 0) continue;
        const totalB = totals[b] ?? 0;
        const at = startOf(a, b, partsA, partsB);
        sums[at] = (sums[at] ?? 0) + 1;
        sums[at + 1] = (sums[at + 1] ?? 0) + totalA;
        sums[at + 2] = (sums[at + 2] ?? 0) + totalB;
        sums[at + 3] = (sums[at + 3] ?? 0) + totalA * totalB;
      }
    }
  }

  function cellsOf(first: number, second: number): JointCell[] {
    const cells: JointCell[] = [];
    for (let firstParts = 1; firstParts <= (mostParts[first] ?? 0); firstParts += 1) {
      for (let secondParts = 1; secondParts <= (mostParts[second] ?? 0); secondParts += 1) {
        const at = startOf(first, second, firstParts, secondParts);
        const [n = 0, firstSum = 0, secondSum = 0, productSum = 0] = sums.slice(at, at + WIDTH);
        if (n === 0) continue;
        cells.push({ first, second, firstParts, secondParts, n, firstSum, secondSum, productSum });
      }
    }
    return cells;
  }

  return {
    add,
    sums: () => {
      const places = mostParts.map((_, place) => place);
      return { cells: places.flatMap((a) => places.slice(a).flatMap((b) => cellsOf(a, b))) };
    },
  };
}
