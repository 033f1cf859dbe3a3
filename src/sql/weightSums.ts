import { addFixedPoint, type FixedPointSums } from '../survey/tally/fixedPointCells.ts';
import { LARGEST_WEIGHT, SMALLEST_WEIGHT } from '../survey/tally/rowCounter.ts';
import { type DialectRules, sqlNumber } from './dialect.ts';

/** What is summed of the weights of a cell. */
export const SUMMED = ['weight', 'square'] as const;

/** How many digits a sum is told in: to the base 2^24, the second of them that of the ones. */
const DIGITS = 6;
const BASE = 16_777_216;
/** What half of the digits behind the point are worth: 2^48. */
const UNITS = 281_474_976_710_656;

/** The names of the digits of a sum, the largest first. */
export const digitsOf = (summed: (typeof SUMMED)[number]): readonly string[] =>
  Array.from({ length: DIGITS }, (_, digit) => `${summed}${digit + 1}`);

/** What a weight is, as SQL. */
export interface WeightTerms {
  /** Whether a response of this weight counts. */
  readonly counts: string;
  /** Whether the weight is 0. */
  readonly isZero: string;
  /** The weight; 0 where the response does not count. */
  readonly value: string;
}

/** The terms of a column of weights. */
export function weightTerms(column: string, rules: DialectRules): WeightTerms {
  const weight = rules.number(column);
  const least = sqlNumber(SMALLEST_WEIGHT, rules);
  const most = sqlNumber(LARGEST_WEIGHT, rules);
  const zero = sqlNumber(0, rules);
  const isNumber = rules.typesValues ? `typeof(${column}) IN ('integer', 'real') AND ` : '';
  const counts = `${isNumber}${weight} BETWEEN ${least} AND ${most}`;
  return {
    counts,
    isZero: `${isNumber}${weight} = ${zero}`,
    value: `CASE WHEN ${counts} THEN ${weight} ELSE ${zero} END`,
  };
}

/**
 * Writes weights and their squares as whole numbers, so that a sum is exact in whatever order a database adds: whole,
 * 2^-48ths and 2^-96ths, as a tally keeps them.
 *
 * @param rows - a query with `weight` among its columns
 * @param kept - its other columns
 * @param rules - how the database writes it
 */
export function weightParts(rows: string, kept: readonly string[], rules: DialectRules): string {
  const { name, floor } = rules;
  const units = sqlNumber(UNITS, rules);
  const half = sqlNumber(0.5, rules);
  const [one, zero] = [sqlNumber(1, rules), sqlNumber(0, rules)];
  const level = (inner: string, columns: (summed: string) => readonly string[]): string =>
    [`SELECT ${[...kept, ...SUMMED.flatMap(columns)].join(', ')}`, `FROM (\n${inner}\n) AS w`].join(
      '\n',
    );
  const as = (term: string, summed: string, part: string): string =>
    `${term} AS ${name(`${summed}_${part}`)}`;
  const part = (summed: string, which: string): string => name(`${summed}_${which}`);
  const weight = name('weight');
  const squared = level(rows, (summed) => [
    as(summed === 'weight' ? weight : `(w.${weight} * w.${weight})`, summed, 'all'),
  ]);
  const wholes = level(squared, (summed) => {
    const all = part(summed, 'all');
    return [
      as(floor(all), summed, 'whole'),
      as(`(${all} - ${floor(all)}) * ${units}`, summed, 'rest'),
    ];
  });
  const fractions = level(wholes, (summed) => {
    const rest = part(summed, 'rest');
    return [
      part(summed, 'whole'),
      as(floor(rest), summed, 'fraction'),
      as(`(${rest} - ${floor(rest)}) * ${units}`, summed, 'left'),
    ];
  });
  return level(fractions, (summed) => {
    const left = part(summed, 'left');
    const rounded = `${floor(left)} + CASE WHEN ${left} - ${floor(left)} >= ${half} THEN ${one} ELSE ${zero} END`;
    return [part(summed, 'whole'), part(summed, 'fraction'), as(rounded, summed, 'fine')];
  });
}

/** The sums of the digits of these parts. A digit is below 2^24, so that 2^29 of them add up exactly. */
export function digitSums(rules: DialectRules): readonly string[] {
  const { name, floor } = rules;
  const base = sqlNumber(BASE, rules);
  return SUMMED.flatMap((summed) => {
    const names = digitsOf(summed);
    return ['whole', 'fraction', 'fine'].flatMap((which, at) => {
      const part = name(`${summed}_${which}`);
      const high = floor(`${part} / ${base}`);
      return [
        `SUM(${high}) AS ${name(names[2 * at] ?? '')}`,
        `SUM(${part} - ${high} * ${base}) AS ${name(names[2 * at + 1] ?? '')}`,
      ];
    });
  });
}

/** Adds the sums of digits to a cell. */
export function addDigits(sums: FixedPointSums, cell: number, digits: readonly number[]): void {
  const carried = [...digits];
  for (let at = DIGITS - 1; at > 0; at -= 1) {
    const digit = carried[at] as number;
    const carry = Math.floor(digit / BASE);
    carried[at] = digit - carry * BASE;
    carried[at - 1] = (carried[at - 1] as number) + carry;
  }
  const [a, b, c, d, e, f] = carried as [number, number, number, number, number, number];
  addFixedPoint(sums, cell, a * BASE + b, c * BASE + d, e * BASE + f);
}
