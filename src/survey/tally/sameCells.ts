import type { TalliedQuestion } from '../types.ts';

/** Whether two tallies count the same answers in the same cells; labels may differ. */
export function sameCells(
  first: readonly TalliedQuestion[],
  second: readonly TalliedQuestion[],
): boolean {
  return (
    first.length === second.length &&
    first.every((question, place) => isSame(question, second[place] as TalliedQuestion))
  );
}

function isSame(
  { id, firstCell, scale }: TalliedQuestion,
  { id: otherId, firstCell: otherFirst, scale: other }: TalliedQuestion,
): boolean {
  const { min, max, step = 1, reversed = false } = scale;
  const {
    min: otherMin,
    max: otherMax,
    step: otherStep = 1,
    reversed: otherReversed = false,
  } = other;
  return (
    id === otherId &&
    firstCell === otherFirst &&
    min === otherMin &&
    max === otherMax &&
    step === otherStep &&
    reversed === otherReversed
  );
}
