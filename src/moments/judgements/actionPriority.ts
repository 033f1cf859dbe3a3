import { checkCount, checkObject } from '../../shared/refuse.ts';
import type { ActionPriority } from '../reasonTypes.ts';
import { outOfTen, type SheetRatings } from './outOfTen.ts';

/**
 * How urgently an incident calls for action, from its severity, occurrence and detection.
 *
 * A table lookup, as the FMEA handbook of AIAG and VDA has it since 2019, instead of the product of
 * the three ratings: products of ordinal codes rank 10 · 2 · 5 and 2 · 10 · 5 alike. High means that
 * something must be done, medium that it should, low that it could. It ranks the need for action and
 * not the risk.
 *
 * @param ratings - severity, occurrence and detection, whole numbers from 1 to 10, or to `outOf` on a sheet with
 * another highest rating, which is spread over 1 to 10
 * @returns `high`, `medium` or `low`
 * @throws ServiceCycleError `invalid-argument` when a rating is not a whole number from 1 to 10 or `outOf`, or
 * `outOf` is not from 2 to 10
 * @example
 * actionPriority({ severity: 10, occurrence: 2, detection: 7 }); // => 'high'
 * actionPriority({ severity: 2, occurrence: 10, detection: 5 }); // => 'medium'
 * // The worst of a sheet from 1 to 5, which is the middle of one from 1 to 10.
 * actionPriority({ severity: 5, occurrence: 5, detection: 5, outOf: 5 }); // => 'high'
 * actionPriority({ severity: 5, occurrence: 5, detection: 5 }); // => 'low'
 * @see AIAG and VDA (2019), FMEA Handbook, action priority for design and process FMEA
 */
export function actionPriority(ratings: SheetRatings): ActionPriority {
  checkObject('ratings', ratings);
  const { outOf = 10 } = ratings;
  checkCount('outOf', outOf, 2, 10);
  for (const rating of [ratings.severity, ratings.occurrence, ratings.detection])
    checkCount('a rating', rating, 1, outOf);
  const { severity, occurrence, detection } = outOfTen(ratings);
  const rows = TABLE[band(severity, SEVERITY_BANDS)];
  const letter = rows?.[band(occurrence, OCCURRENCE_BANDS)]?.[band(detection, DETECTION_BANDS)];
  return letter === 'H' ? 'high' : letter === 'M' ? 'medium' : 'low';
}

/** The lowest rating of each band, the most serious band first. */
const SEVERITY_BANDS = [9, 7, 4, 2, 1];
const OCCURRENCE_BANDS = [8, 6, 4, 2, 1];
const DETECTION_BANDS = [7, 5, 2, 1];

/** By severity band, then occurrence band, then detection band. */
const TABLE = [
  ['HHHH', 'HHHH', 'HHHM', 'HMLL', 'LLLL'],
  ['HHHH', 'HHHM', 'HMMM', 'MMLL', 'LLLL'],
  ['HHMM', 'MMML', 'MLLL', 'LLLL', 'LLLL'],
  ['MMLL', 'LLLL', 'LLLL', 'LLLL', 'LLLL'],
  ['LLLL', 'LLLL', 'LLLL', 'LLLL', 'LLLL'],
];

function band(rating: number, lowest: readonly number[]): number {
  return lowest.findIndex((low) => rating >= low);
}
