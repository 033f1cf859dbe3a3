import type { Scale } from '../../model/survey.ts';
import type { Direction } from '../types.ts';

/** Whether a higher answer of a scale is the better one. */
export function directionOf({ reversed = false }: Scale): Direction {
  return reversed ? 'lower-is-better' : 'higher-is-better';
}
