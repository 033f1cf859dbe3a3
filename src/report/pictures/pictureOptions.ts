import type { CycleIds } from '../../model/ids.ts';
import type { CriticalMoments } from '../../moments/types.ts';
import type { PictureWords } from './pictureWords.ts';

/** What `cycleWheel` and `cycleBlueprint` take besides the cycle. */
export interface PictureOptions<Ids extends CycleIds = CycleIds> {
  /**
   * Which moments are critical, from `detectCriticalMoments` or a review: they are marked, strengths and what is not
   * assessed too. Without it all moments look alike.
   */
  readonly criticalMoments?: CriticalMoments<Ids>;
  /**
   * How wide the picture is drawn, in pixels, 320 to 4,000; 720 when absent. Texts keep their size, and what
   * does not fit beside each other stands below: draw it for the width that it is shown at.
   */
  readonly width?: number;
  /** The language of texts that have several, or several with the most wanted first; the first one written when absent. */
  readonly language?: string | readonly string[];
  /** The words of the picture where they are not to be the English ones. */
  readonly words?: Partial<PictureWords>;
  /** Its colours: `light`, `dark`, or `auto` as the reader's system asks for; `auto` when absent. */
  readonly theme?: 'auto' | 'light' | 'dark';
}
