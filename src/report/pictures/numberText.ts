import { refuse } from '../../shared/refuse.ts';
import { numberFormat } from '../words/format.ts';

/** A number as the language writes it, with up to three digits behind the point. */
export function numberText(value: number, language: readonly string[]): string {
  return formatOf(language, { maximumFractionDigits: 3 }).format(value + 0);
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

/** Of a language that is not known the numbers are English: never those of whatever machine it runs on. */
function formatOf(
  language: readonly string[],
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  try {
    return numberFormat([...language, 'en'], options);
  } catch {
    return refuse('the locale', language[0], 'a language tag, such as en or es-MX');
  }
}
