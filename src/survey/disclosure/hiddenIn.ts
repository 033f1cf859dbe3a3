import type { GroupingKey } from '../types.ts';
import { isHiddenIn } from './hideNodes.ts';
import { parentsOf, type Settled } from './settleCuts.ts';

/** What must not be shown of a tally. */
export interface HiddenGroups {
  /** Whether everything is shown. */
  readonly isNothingHidden: boolean;
  /** Whether nothing at all is shown, not even of all responses together. */
  readonly isTotalHidden: boolean;
  /** Whether nothing is shown of a question, by position, not even of all responses together. */
  readonly isUnseenQuestion: (question: number) => boolean;
  /** Whether it may be shown that there is such a group, by the places of its values. */
  readonly isListed: (walk: readonly number[]) => boolean;
  /** Whether nothing is shown of a group but that it is there. */
  readonly isHidden: (walk: readonly number[]) => boolean;
  /** Whether nothing is shown of a question, by position, in any group. */
  readonly isHiddenQuestion: (question: number) => boolean;
}

/**
 * What must not be shown of the groups by all keys, as settled.
 *
 * @param settled - what must not be shown of any groups
 * @param by - the keys
 * @param align - the places, among the values of the keys as settled, of places among the tally's own
 */
export function hiddenIn(
  { cuts, isTotalHidden, unseenQuestions }: Settled,
  by: readonly GroupingKey[],
  align: (walk: readonly number[]) => readonly number[] = (walk) => walk,
): HiddenGroups {
  const levels = [...by.keys()];
  const finest = cuts.get(levels.join(' '));
  const isUnseenQuestion = (question: number): boolean =>
    isTotalHidden || unseenQuestions.has(question);
  if (finest === undefined)
    return { ...NOTHING_HIDDEN, isNothingHidden: false, isTotalHidden, isUnseenQuestion };
  const parents = parentsOf(cuts, levels);
  return {
    isNothingHidden: false,
    isTotalHidden,
    isUnseenQuestion,
    isListed: (walk) =>
      !finest.isWhollyHidden && !parents.some((parent) => isHiddenIn(parent, align(walk))),
    isHidden: (walk) => isHiddenIn(finest, align(walk)),
    isHiddenQuestion: (question) =>
      isUnseenQuestion(question) || finest.hiddenQuestions.has(question),
  };
}

/** Where nothing is hidden. */
export const NOTHING_HIDDEN: HiddenGroups = {
  isNothingHidden: true,
  isTotalHidden: false,
  isUnseenQuestion: () => false,
  isListed: () => true,
  isHidden: () => false,
  isHiddenQuestion: () => false,
};
