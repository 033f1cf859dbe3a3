import { convert, unitRatio } from '../../model/convertUnit.ts';
import { visible } from './visible.ts';
import type { Words } from './words.ts';

/** Numbers, dates and lists as a language writes them. */
export interface Format {
  /** A number with so many decimals at most. */
  readonly number: (value: number, decimals?: number) => string;
  /** A share, 0 to 1, in percent with so many decimals at least; nearly all is not all. */
  readonly percent: (share: number, decimals?: number) => string;
  /** A figure that may be large or small: whole, with a decimal below 10, two below 1. */
  readonly amount: (value: number) => string;
  /** An amount of money, without decimals from 100 on. */
  readonly money: (value: number, currency: string) => string;
  /** A value in the unit of a standard, times in the unit in which they are read. */
  readonly quantity: (value: number, unit: string) => string;
  /** A day, `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** A day of the week, 1 for Monday to 7 for Sunday. */
  readonly weekday: (weekday: number) => string;
  /** Texts after each other. */
  readonly list: (texts: readonly string[]) => string;
  /** The place, among the forms of a language, of the one that goes with a number. */
  readonly form: (value: number, decimals: number) => number;
}

/** Units of time as `Intl` names them, each with the milliseconds from which it is read. */
const TIMES: readonly (readonly [unit: string, from: number])[] = [
  ['day', 172_800_000],
  ['hour', 7_200_000],
  ['minute', 120_000],
  ['second', 1000],
  ['millisecond', 0],
];

/** How a language writes numbers, dates and lists. */
export function formatOf(
  { language, plurals }: Pick<Words, 'language' | 'plurals'>,
  locale: string = language,
): Format {
  const numbers = cached((key) => new Intl.NumberFormat(locale, JSON.parse(key) as object));
  const rules = cached((key) => new Intl.PluralRules(language, JSON.parse(key) as object));
  // A locale that is none is found at once.
  numbers('{}');
  const write = (value: number, options: Intl.NumberFormatOptions): string => {
    if (typeof value !== 'number' || Number.isNaN(value)) throw new TypeError('no number');
    // No negative zero, which rounding makes.
    return numbers(JSON.stringify({ signDisplay: 'negative', ...options })).format(value);
  };
  const number = (value: number, decimals = 2): string =>
    write(value, { maximumFractionDigits: decimals });
  const percent = (share: number, least = 0): string => {
    const far = Math.min(Math.abs(share), Math.abs(1 - Math.abs(share)));
    const decimals = Math.max(least, far > 0 && far < 0.01 ? 1 : 0);
    return write(share, { style: 'percent', maximumFractionDigits: decimals });
  };
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    number,
    percent,
    amount: (value) => number(value, decimalsOf(value)),
    money: (value, currency) =>
      write(value, {
        style: 'currency',
        currency,
        ...(Math.abs(value) >= 100 || Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}),
      }),
    quantity: (value, unit) => {
      const share = unitRatio(unit, 'share');
      if (share !== undefined) return percent(convert(value, share));
      const time = unitRatio(unit, 'ms');
      if (time === undefined) return `${number(value)} ${visible(unit)}`;
      const milliseconds = convert(value, time);
      const [name] = TIMES.find(([, from]) => Math.abs(milliseconds) >= from) ?? ['millisecond'];
      // Nothing is no time at all, in the unit in which it was written.
      const shown = value === 0 ? nearestTime(unit) : name;
      const [by] = [unitRatio(unit, `${shown}s`)];
      return write(by === undefined ? value : convert(value, by), {
        style: 'unit',
        unit: shown,
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      });
    },
    day: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    // The first of January 2024 was a Monday.
    weekday: (weekday) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, 0, weekday)),
      ),
    list: (texts) => lists.format(texts),
    form: (value, decimals) => {
      const rule = rules(JSON.stringify({ maximumFractionDigits: decimals }));
      const place = plurals.indexOf(rule.select(Math.abs(value)));
      return place < 0 ? plurals.length - 1 : place;
    },
  };
}

/** How many decimals a figure is worth reading with. */
export function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 10 ? 0 : size >= 0.1 ? 1 : 2;
}

function nearestTime(unit: string): string {
  const found = TIMES.find(([name]) => {
    const [times, by] = unitRatio(unit, `${name}s`) ?? [0, 1];
    return times === by;
  });
  return found?.[0] ?? 'second';
}

/** Building a formatter takes far longer than using it. */
function cached<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}

/** The first of these languages that numbers are known of; none of them has to be known. */
export function knownLanguage(languages: readonly string[]): string {
  return Intl.NumberFormat.supportedLocalesOf(languages)[0] ?? 'en';
}

/** How the first of these languages that is known writes numbers. */
export function numberFormat(
  languages: readonly string[],
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return new Intl.NumberFormat(languages, options);
}
