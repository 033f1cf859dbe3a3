import type { CycleIds } from '../../model/ids.ts';
import type { CriticalMoments } from '../../moments/types.ts';
import type { PictureWords } from './pictureWords.ts';

/** In which words a picture or a chart speaks. */
export interface PictureSpeech {
  /** The words of a language, such as `englishPictures` from `service-cycle/report/en`; names and numbers follow it. */
  readonly words: PictureWords;
  /** How numbers are written, and which texts of a cycle are taken first, such as `en-GB`; as in the language of the words when absent. */
  readonly locale?: string;
}

/** What `cycleWheel` and `cycleBlueprint` take besides the cycle. */
export interface PictureOptions<Ids extends CycleIds = CycleIds> extends PictureSpeech {
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
  /** Its colours: `light`, `dark`, or `auto` as the reader's system asks for; `auto` when absent. */
  readonly theme?: 'auto' | 'light' | 'dark';
}
