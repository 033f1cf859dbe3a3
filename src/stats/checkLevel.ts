import { checkOpenShare } from './checkOpenShare.ts';

/**
 * Refuses a confidence level that is not above 0 and below 1.
 *
 * @param level - the confidence level of an interval
 * @throws `invalid-argument` naming the level
 */
export function checkLevel(level: number): void {
  checkOpenShare('level', level);
}
