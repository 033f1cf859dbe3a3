import type { LocalizedText } from '../../model/localizedText.ts';
import type { ChartWords } from './chartWords.ts';

/** What all charts take. */
export interface ChartOptions {
  /** What stands over the chart; what it shows, in general words, when absent. */
  readonly title?: string;
  /** How wide it is drawn, in pixels, 320 to 4,000; 720 when absent. Draw it for the width that it is shown at. */
  readonly width?: number;
  /** The language of names that have several, or several with the most wanted first; the first one written when absent. */
  readonly language?: string | readonly string[];
  /** The words of the chart where they are not to be the English ones. */
  readonly words?: Partial<ChartWords>;
  /** Its colours, background included; `light` when absent. */
  readonly theme?: 'light' | 'dark';
}

/** What charts take whose results know ids only. */
export interface NamedChartOptions extends ChartOptions {
  /** What questions or items are called, by id; the ids themselves when absent. */
  readonly names?: { readonly [id: string]: LocalizedText };
}
