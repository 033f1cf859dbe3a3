import { checkNumberThat } from '../../shared/refuse.ts';

/**
 * The share of a dimension's items that a respondent has to answer where no other is asked for: half of
 * them. A stricter rule often used is 0.8.
 */
export const DEFAULT_ANSWERED_SHARE: number = 0.5;

/** Refuses a share that is not above 0 and at most 1. */
export function checkAnsweredShare(share: number): void {
  checkNumberThat('answeredShare', share, 'a number above 0, at most 1', (x) => x > 0 && x <= 1);
}

/** The fewest of so many items that make up a share: 3 of 5 for a half, and 7 of 100 for 0.07. */
export function itemsNeeded(items: number, share: number): number {
  return Math.max(1, Math.ceil(items * share - 1e-9));
}
