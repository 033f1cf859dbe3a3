import type { FixedPointCells, Tally, TallyWeights } from '../types.ts';
import type { FixedPointSums } from './fixedPointCells.ts';
import { firstOf } from './invalidList.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import type { WeightAdder } from './weightAdder.ts';

/** Makes a tally of what was counted: its groups in order, all plain numbers. */
export function finishTally<QuestionId extends string, Key extends string>(
  survey: string,
  { questions, width }: TallyLayout<QuestionId>,
  counted: CountedSlots<QuestionId>,
): Tally<QuestionId, Key> {
  const { ordered, cells, weights, invalidWeights, zeroWeights, firstInvalid } = counted;
  const { by, groups, slots } = ordered;
  return {
    kind: 'tally',
    survey,
    questions,
    by: by as Tally<QuestionId, Key>['by'],
    groups,
    width,
    cells: gather(cells, slots, width),
    ...(weights && { weights: gatherWeights(weights, slots, width, invalidWeights, zeroWeights) }),
    firstInvalid: firstOf(firstInvalid),
  };
}

function gatherWeights(
  { sums, squares }: WeightAdder,
  slots: readonly number[],
  width: number,
  invalid: number,
  zero: number,
): TallyWeights {
  const cells = ({ whole, fraction, fine }: FixedPointSums): FixedPointCells => ({
    whole: gather(whole, slots, width),
    fraction: gather(fraction, slots, width),
    fine: gather(fine, slots, width),
  });
  return { sums: cells(sums), squares: cells(squares), invalid, zero };
}

/** The cells of these slots, one after another. */
function gather(cells: ArrayLike<number>, slots: readonly number[], width: number): number[] {
  const gathered = new Array<number>(slots.length * width);
  let next = 0;
  for (const slot of slots) {
    const start = slot * width;
    for (let cell = start; cell < start + width; cell += 1) {
      gathered[next] = cells[cell] ?? 0;
      next += 1;
    }
  }
  return gathered;
}
