import type { SatisfactionSurvey } from '../../model/survey.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import type { FixedPointCells, Tally, TallyWeights } from '../types.ts';
import { type FixedPointSums, makeRoom } from './fixedPointCells.ts';
import { type GroupIndex, groupIndex } from './groupIndex.ts';
import { firstOf } from './invalidList.ts';
import { countedRows, countRows, rowCounter } from './rowCounter.ts';
import {
  allowedValues,
  type CountingOptions,
  type Grouping,
  keysOf,
  type TallyOptions,
} from './tallyOptions.ts';
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
  const { layout, index, finish } = tallyMaker(survey, by);
  const counter = rowCounter(layout, index, weight);
  countRows(counter, unique === undefined ? responses : chooseUnique(responses, unique));
  return finish(countedRows(counter));
}

/** Counts row objects of one group, with nothing that it takes to find groups. */
export function tallyTogether<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Iterable<object>,
  { weight, unique }: CountingOptions,
): Tally<QuestionId, never> {
  const layout = layOut(ratedQuestions(survey));
  const counter = rowCounter(layout, undefined, weight);
  countRows(counter, unique === undefined ? responses : chooseUnique(responses, unique));
  return tallyOf(survey, layout, countedRows(counter));
}

/** What is needed to count responses, and to make a tally of what was counted. */
export interface TallyMaker<QuestionId extends string, Key extends string> {
  /** Where the cells of a group are. */
  readonly layout: TallyLayout<QuestionId>;
  /** The keys to group by. */
  readonly by: readonly Key[];
  /** Finds the group of a row; absent where there is one only. */
  readonly index: GroupIndex | undefined;
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
  const by = keysOf(grouping);
  return {
    layout,
    by,
    index: by.length > 0 ? groupIndex(by) : undefined,
    finish: (counted) => foldUnlisted(tallyOf(survey, layout, counted), allowed),
  };
}

/** What was counted as a tally. */
function tallyOf<QuestionId extends string, Key extends string>(
  { id }: SatisfactionSurvey<QuestionId>,
  { questions, width }: TallyLayout<QuestionId>,
  counted: CountedSlots<QuestionId>,
): Tally<QuestionId, Key> {
  const { ordered, cells, responses, weights, invalidWeights, zeroWeights, firstInvalid } = counted;
  const { by, groups, slots } = ordered;
  const weighed = weights && gatherWeights(weights, slots, width, invalidWeights, zeroWeights);
  return {
    kind: 'tally',
    survey: id,
    questions,
    by: by as Tally<QuestionId, Key>['by'],
    groups,
    width,
    cells: gather(cells, slots, width, responses),
    ...(weighed && { weights: weighed }),
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
  const end = slots.reduce((last, slot) => Math.max(last, (slot + 1) * width), 0);
  const cells = (added: FixedPointSums): FixedPointCells => {
    makeRoom(added, end);
    const { whole, fraction, fine } = added;
    return {
      whole: gather(whole, slots, width),
      fraction: gather(fraction, slots, width),
      fine: gather(fine, slots, width),
    };
  };
  return { sums: cells(sums), squares: cells(squares), invalid, zero };
}

/** The cells of these slots, one after another; the first of each says how many responses it has, where these are given. */
function gather(
  cells: ArrayLike<number>,
  slots: readonly number[],
  width: number,
  responses?: ArrayLike<number>,
): number[] {
  const gathered = new Array<number>(slots.length * width);
  let next = 0;
  for (const slot of slots) {
    const start = slot * width;
    gathered[next] = (responses === undefined ? cells[start] : responses[slot]) as number;
    next += 1;
    for (let cell = start + 1; cell < start + width; cell += 1) {
      gathered[next] = cells[cell] as number;
      next += 1;
    }
  }
  return gathered;
}
