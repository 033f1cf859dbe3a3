import type { Tally } from '../types.ts';
import { type Cut, cutBy, levelChoices } from './cut.ts';
import { hideNodes, isHiddenIn } from './hideNodes.ts';

/** What must not be shown of a tally. */
export interface HiddenGroups {
  /** Whether it may be shown that there is such a group, by the places of its values. */
  readonly isListed: (walk: readonly number[]) => boolean;
  /** Whether nothing is shown of a group but that it is there. */
  readonly isHidden: (walk: readonly number[]) => boolean;
  /** Whether nothing is shown of a question, by position, in any group. */
  readonly isHiddenQuestion: (question: number) => boolean;
}

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
  if (sizes.every((list) => list.every(isLarge))) return NOTHING;

  const cuts = new Map<string, Cut>();
  const without = (levels: readonly number[]): readonly Cut[] =>
    levels.flatMap((left) => cuts.get(levels.filter((level) => level !== left).join(' ')) ?? []);
  let finest: Cut | undefined;
  for (const levels of levelChoices(by.length)) {
    const cut = cutBy(by, groups, sizes, levels);
    const parents = without(levels);
    for (const { hiddenQuestions } of parents) {
      for (const question of hiddenQuestions) cut.hiddenQuestions.add(question);
    }
    hideNodes(cut, minimum, parents);
    cuts.set(levels.join(' '), cut);
    finest = cut;
  }
  if (finest === undefined) return NOTHING;
  const { isWhollyHidden, hiddenQuestions, levels } = finest;
  const parents = without(levels);
  return {
    isListed: (walk) => !isWhollyHidden && !parents.some((parent) => isHiddenIn(parent, walk)),
    isHidden: (walk) => isHiddenIn(finest, walk),
    isHiddenQuestion: (question) => hiddenQuestions.has(question),
  };
}

const NOTHING: HiddenGroups = {
  isListed: () => true,
  isHidden: () => false,
  isHiddenQuestion: () => false,
};
