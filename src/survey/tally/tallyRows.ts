import type { SatisfactionSurvey } from '../../model/survey.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import type { FixedPointCells, Tally, TallyWeights } from '../types.ts';
import type { FixedPointSums } from './fixedPointCells.ts';
import { firstOf } from './invalidList.ts';
import { countedRows, countRows, rowCounter } from './rowCounter.ts';
import { allowedValues, type Grouping, keysOf, type TallyOptions } from './tallyOptions.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import { chooseUnique } from './uniqueResponses.ts';
import { foldUnlisted } from './unlistedValues.ts';
import type { WeightAdder } from './weightAdder.ts';

/** Counts row objects that are all at hand; what it is given has been looked at. */
export function tallyRows<QuestionId extends string, Key extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Iterable<object>,
  { by, weight, unique }: TallyOptions<Key>,
): Tally<QuestionId, Key> {
  const maker = tallyMaker(survey, by);
  const counter = rowCounter(maker.layout, maker.by, weight);
  countRows(counter, unique === undefined ? responses : chooseUnique(responses, unique));
  return maker.finish(countedRows(counter));
}

/** What is needed to count responses, and to make a tally of what was counted. */
export interface TallyMaker<QuestionId extends string, Key extends string> {
  /** Where the cells of a group are. */
  readonly layout: TallyLayout<QuestionId>;
  /** The keys to group by. */
  readonly by: readonly Key[];
  /** Makes the tally: its groups in order, all plain numbers. */
  readonly finish: (counted: CountedSlots<QuestionId>) => Tally<QuestionId, Key>;
}

/** Makes tallies of a survey by some keys. */
export function tallyMaker<QuestionId extends string, Key extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  grouping: Grouping<Key> | undefined,
): TallyMaker<QuestionId, Key> {
  const layout = layOut(ratedQuestions(survey));
  const allowed = allowedValues(survey, grouping);
  const { questions, width } = layout;
  return {
    layout,
    by: keysOf(grouping),
    finish({ ordered, cells, weights, invalidWeights, zeroWeights, firstInvalid }) {
      const { by, groups, slots } = ordered;
      const weighed = weights && gatherWeights(weights, slots, width, invalidWeights, zeroWeights);
      const tally: Tally<QuestionId, Key> = {
        kind: 'tally',
        survey: survey.id,
        questions,
        by: by as Tally<QuestionId, Key>['by'],
        groups,
        width,
        cells: gather(cells, slots, width),
        ...(weighed && { weights: weighed }),
        firstInvalid: firstOf(firstInvalid),
      };
      return foldUnlisted(tally, allowed);
    },
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
