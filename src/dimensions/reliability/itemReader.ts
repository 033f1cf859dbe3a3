import { checkScale } from '../../model/checkScale.ts';
import {
  type AnswerPlacer,
  answerPlacer,
  cellOf,
  quickCellOf,
} from '../../survey/answers/answerPlacer.ts';
import { commonStep } from './commonStep.ts';
import type { TalliedItem } from './types.ts';

/** What is needed to read the answers to one item, worked out once. */
export interface ItemReader {
  /** Finds the place of an answer; place 0 is the lowest. */
  readonly placer: AnswerPlacer;
  /** The points of the lowest answer. */
  readonly lowest: number;
  /** How many points a step up the scale adds; below 0 where the scale is reversed. */
  readonly perStep: number;
  /** The code that means "left blank", beside `null` and `undefined`. */
  readonly blank: number | undefined;
}

/** What {@link readPoints} gives where an item is left blank or does not apply. */
const BLANK = -1;

/** What {@link readPoints} gives for an answer that is not on the scale. */
export const INVALID = -2;

/** Readers of items whose points add up to one total. */
export function itemReaders(
  items: readonly TalliedItem[],
  blank: number | undefined,
): readonly ItemReader[] {
  for (const { scale } of items) checkScale(scale);
  const unit = commonStep(items);
  return items.map(({ id, scale }) => {
    const placer = answerPlacer({ id, scale, firstCell: 0 });
    const points = Math.round((scale.step ?? 1) / unit);
    return scale.reversed === true
      ? { placer, lowest: points * placer.top, perStep: -points, blank }
      : { placer, lowest: 0, perStep: points, blank };
  });
}

/** The distance of an answer from the worst end of its scale, or {@link BLANK} or {@link INVALID}. */
export function readPoints(reader: ItemReader, answer: unknown): number {
  const { placer, lowest, perStep } = reader;
  if (answer === reader.blank) return BLANK;
  const quick = quickCellOf(placer, answer);
  const place = quick < 0 ? cellOf(placer, answer) : quick;
  if (place <= placer.top) return lowest + perStep * place;
  return place === placer.invalidCell ? INVALID : BLANK;
}
