import type { Tally } from '../types.ts';
import { type HiddenGroups, hiddenIn, NOTHING_HIDDEN } from './hiddenIn.ts';
import { settleCuts } from './settleCuts.ts';

export type { HiddenGroups } from './hiddenIn.ts';

/**
 * What must not be shown of a tally, so that no one can tell what fewer people than the minimum said:
 * neither by looking nor by adding and subtracting what is shown, here or in any roll-up.
 *
 * Cuts by fewer keys are settled first and do not depend on those by more, so a roll-up that is shown
 * by itself hides the same.
 *
 * @param tally - the tally
 * @param sizes - how many responses each group has; then, question by question, how many answers
 * @param minimum - the fewest that a group is shown with
 */
export function hiddenGroups(
  { by, groups }: Pick<Tally, 'by' | 'groups'>,
  sizes: readonly (readonly number[])[],
  minimum: number,
): HiddenGroups {
  const isLarge = (size: number): boolean => size === 0 || size >= minimum;
  if (sizes.every((list) => list.every(isLarge))) return NOTHING_HIDDEN;
  return hiddenIn(settleCuts({ by, groups, sizes }, minimum), by);
}
