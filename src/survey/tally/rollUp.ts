import { checkList } from '../../shared/refuse.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { Tally } from '../types.ts';
import { addCells, addWeights } from './addCells.ts';
import { checkTally } from './checkTally.ts';
import { orderGroups } from './orderGroups.ts';
import { walkOf } from './walkOf.ts';

/**
 * Sums grouping keys out of a tally: from branch by month to branch, or to the total. It takes the
 * tally and not the responses, so it costs the same for ten of them and for a billion.
 *
 * @param tally - a tally that is grouped at least by the keys to keep
 * @param keep - the keys to keep; none for the total
 * @returns the tally that tallying by these keys would have given
 * @throws ServiceCycleError `unknown-id` for a key that the tally is not grouped by; `invalid-argument`
 * when its groups were changed by hand
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [{ id: 'rating', text: 'How was it?', asks: 'satisfaction', scale: { min: 1, max: 3 } }],
 * } as const;
 * const responses = [
 *   { rating: 1, branch: 'north', month: 'May' },
 *   { rating: 3, branch: 'south', month: 'May' },
 * ];
 * const byBoth = tallyResponses(survey, responses, { by: ['branch', 'month'] });
 * rollUp(byBoth, ['month']).by; // => [{ name: 'month', values: ['May'] }]
 * rollUp(byBoth, []).cells; // => [2, 1, 0, 1, 0, 0, 0]
 */
export function rollUp<QuestionId extends string, Key extends string, const Kept extends Key>(
  tally: Tally<QuestionId, Key>,
  keep: readonly Kept[],
): Tally<QuestionId, Kept> {
  checkTally('tally', tally);
  checkList('keep', keep);
  const { by, groups, width, weights } = tally;
  const stranger = keep.find((name) => !by.some((key) => key.name === name));
  if (stranger !== undefined) {
    throw new ServiceCycleError('unknown-id', `the tally is not grouped by ${quote(stranger)}`);
  }
  if (keep.length === 0 && weights === undefined) {
    return { ...tally, by: [], groups: [0], cells: totalOf(tally) };
  }
  const levels = keep.map((name) => by.findIndex((key) => key.name === name));
  const slotOfCode = new Map<number, number>();
  const walks: number[] = [];
  const walk = new Array<number>(by.length).fill(0);
  const slotOfGroup = groups.map((code) => {
    walkOf(by, code, walk);
    let kept = 0;
    for (const level of levels) kept = kept * (by[level]?.values.length ?? 1) + (walk[level] ?? 0);
    const known = slotOfCode.get(kept);
    if (known !== undefined) return known;
    for (const level of levels) walks.push(walk[level] ?? 0);
    slotOfCode.set(kept, slotOfCode.size);
    return slotOfCode.size - 1;
  });
  const ordered = orderGroups(
    keep,
    levels.map((level) => by[level]?.values ?? []),
    walks,
  );
  const startOfSlot = new Map(ordered.slots.map((slot, place) => [slot, place * width]));
  const starts = [slotOfGroup.map((slot) => startOfSlot.get(slot) ?? 0)];
  return {
    ...tally,
    by: ordered.by as Tally<QuestionId, Kept>['by'],
    groups: ordered.groups,
    cells: addCells([tally], starts, ordered.groups.length * width),
    ...(weights && { weights: addWeights([weights], starts, ordered.groups.length, width) }),
  };
}

/** The cells of all groups together. */
function totalOf({ cells, width }: Tally): readonly number[] {
  const total = new Array<number>(width).fill(0);
  for (let start = 0; start < cells.length; start += width) {
    for (let cell = 0; cell < width; cell += 1) {
      total[cell] = (total[cell] as number) + (cells[start + cell] as number);
    }
  }
  return total;
}
