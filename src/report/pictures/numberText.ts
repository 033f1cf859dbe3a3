import { refuse } from '../../shared/refuse.ts';
import { numberFormat } from '../words/format.ts';

/** A number as the language writes it, with up to three digits behind the point. */
export function numberText(value: number, language: string | readonly string[]): string {
  return formatOf(language, { maximumFractionDigits: 3 }).format(value + 0);
}

/** A share as the language writes a percentage. */
export function percentText(share: number, language: string | readonly string[]): string {
  return formatOf(language, { style: 'percent', maximumFractionDigits: 2 }).format(share + 0);
}

/** Of no language asked for the numbers are English: never those of whatever machine it runs on. */
function formatOf(
  language: string | readonly string[],
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  try {
    return numberFormat([...[language].flat(), 'en'], options);
  } catch {
    return refuse('language', [language].flat().join(', '), 'language tags, such as en or es-MX');
  }
}
