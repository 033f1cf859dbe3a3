/**
 * Results in words, as pictures and as a report.
 *
 * @module service-cycle/report
 */

// Words
export type { Words } from './words/words.ts';

// Pictures of the method
export {
  type BlueprintOptions,
  cycleBlueprint,
  type SupportingCycle,
} from './pictures/cycleBlueprint.ts';
export { cycleWheel } from './pictures/cycleWheel.ts';
export type { PictureOptions } from './pictures/pictureOptions.ts';
export type { PictureWords } from './pictures/pictureWords.ts';
