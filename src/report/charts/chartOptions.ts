import type { LocalizedText } from '../../model/localizedText.ts';
import type { PictureSpeech } from '../pictures/pictureOptions.ts';

/** What all charts take. */
export interface ChartOptions extends PictureSpeech {
  /** What stands over the chart; what it shows, in general words, when absent. */
  readonly title?: string;
  /** How wide it is drawn, in pixels, 320 to 4,000; 720 when absent. Draw it for the width that it is shown at. */
  readonly width?: number;
  /** Its colours, background included; `light` when absent. */
  readonly theme?: 'light' | 'dark';
}

/** What charts take whose results know ids only. */
export interface NamedChartOptions extends ChartOptions {
  /** What questions or items are called, by id; the ids themselves when absent. */
  readonly names?: { readonly [id: string]: LocalizedText };
}
