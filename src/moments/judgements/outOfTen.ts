import type { RiskRatings } from '../reasonTypes.ts';

/** Ratings as a sheet has them. */
export interface SheetRatings extends RiskRatings {
  /** The highest rating of the sheet, whole number, 2 to 10; 10 when absent. */
  readonly outOf?: number;
}

/**
 * Ratings of a sheet as ratings from 1 to 10: the lowest is 1, the highest 10, and those between are spread
 * evenly, halves upwards. Of 1 to 5 they become 1, 3, 6, 8 and 10.
 */
export function outOfTen({
  severity,
  occurrence,
  detection,
  outOf = 10,
}: SheetRatings): RiskRatings {
  const onTen = (rating: number): number => Math.round(1 + (9 * (rating - 1)) / (outOf - 1));
  return {
    severity: onTen(severity),
    occurrence: onTen(occurrence),
    detection: onTen(detection),
  };
}
