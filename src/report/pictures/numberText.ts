import { refuse } from '../../shared/refuse.ts';
import { formatOf as formatOfLanguage, knownLanguage, numberFormat } from '../words/format.ts';

/** A number as the language writes it, with up to three digits behind the point. */
export function numberText(value: number, language: readonly string[]): string {
  return formatOf(language, { maximumFractionDigits: 3 }).format(value + 0);
}

/** A value in the unit of a standard, times in the unit in which they are read, as in a report. */
export function quantityText(value: number, unit: string, language: readonly string[]): string {
  return inLanguages(language, (known) =>
    formatOfLanguage({ language: known, plurals: [] }).quantity(value, unit),
  );
}

/** A share as the language writes a percentage. */
export function percentText(share: number, language: readonly string[]): string {
  return formatOf(language, { style: 'percent', maximumFractionDigits: 2 }).format(share + 0);
}

/** How a language writes numbers, as vega is told it. */
export function numberLocale(language: readonly string[]): {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: readonly number[];
  readonly currency: readonly string[];
  readonly percent: string;
} {
  const parts = formatOf(language, { maximumFractionDigits: 1 }).formatToParts(12_345.6);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const percent = formatOf(language, { style: 'percent' }).formatToParts(0.5);
  return {
    decimal: sign('decimal'),
    thousands: sign('group'),
    grouping: [3],
    currency: ['', ''],
    percent: percent
      .filter(({ type }) => type === 'literal' || type === 'percentSign')
      .map(({ value }) => value)
      .join(''),
  };
}

function formatOf(
  language: readonly string[],
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return inLanguages(language, (known) => numberFormat([known], options));
}

/** Of a language that is not known the numbers are English: never those of whatever machine it runs on. */
function inLanguages<Made>(language: readonly string[], make: (known: string) => Made): Made {
  try {
    return make(knownLanguage([...language, 'en']));
  } catch {
    return refuse('the locale', language[0], 'a language tag, such as en or es-MX');
  }
}
