import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkCounts } from '../../stats/checkCounts.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import { ITEM_TALLY_SHAPE } from './itemShape.ts';
import type { ItemTally } from './types.ts';

/**
 * Adds up two item tallies, as if their responses had been tallied at once.
 *
 * The sums are whole numbers (as long as every scale's step is a multiple of the finest one), so that
 * merging is exact: neither order nor grouping changes a digit.
 *
 * @param first - a tally
 * @param second - a tally of the same items of the same survey
 * @throws ServiceCycleError `invalid-argument` when the items, their order or their scales differ, or
 * one was changed by hand
 * @example
 * const items = [{ id: 'kind', scale: { min: 1, max: 5 } }];
 * const counted = { kind: 'item-tally', survey: 'stay', items, incomplete: 0, invalid: 0 } as const;
 * const may = { ...counted, complete: 2, sums: [6], squares: [20], withTotal: [20] };
 * const june = { ...counted, complete: 1, sums: [1], squares: [1], withTotal: [1] };
 * mergeItemTallies(may, june).squares; // => [21]
 */
export function mergeItemTallies<QuestionId extends string>(
  first: ItemTally<QuestionId>,
  second: ItemTally<NoInfer<QuestionId>>,
): ItemTally<QuestionId> {
  checkKind('first', first, 'item-tally', ITEM_TALLY_SHAPE);
  checkKind('second', second, 'item-tally', ITEM_TALLY_SHAPE);
  const [here, there] = [itemsOf(first), itemsOf(second)];
  if (here !== there) {
    throw new ServiceCycleError(
      'invalid-argument',
      `items are ${here} and ${there}; expected tallies of the same items`,
    );
  }
  for (const tally of [first, second]) checkSums(tally);
  return {
    kind: 'item-tally',
    survey: first.survey,
    items: first.items,
    complete: first.complete + second.complete,
    incomplete: first.incomplete + second.incomplete,
    invalid: first.invalid + second.invalid,
    sums: added(first.sums, second.sums),
    squares: added(first.squares, second.squares),
    withTotal: added(first.withTotal, second.withTotal),
  };
}

function itemsOf({ survey, items }: ItemTally): string {
  return JSON.stringify([
    survey,
    ...items.map(({ id, scale: { min, max, step = 1, reversed = false } }) => [
      id,
      min,
      max,
      step,
      reversed,
    ]),
  ]);
}

function added(first: readonly number[], second: readonly number[]): readonly number[] {
  return first.map((sum, place) => sum + (second[place] ?? 0));
}

function checkSums({ complete, incomplete, invalid, sums, squares, withTotal }: ItemTally): void {
  checkCounts('an item tally', [complete, incomplete, invalid]);
  const odd = [...sums, ...squares, ...withTotal].find((sum) => !Number.isFinite(sum));
  if (odd === undefined) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `an item tally: found the sum ${quote(odd)}, expected finite numbers`,
  );
}
