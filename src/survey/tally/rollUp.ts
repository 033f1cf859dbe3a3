import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { Tally } from '../types.ts';
import { addCells, addWeights } from './addCells.ts';
import { checkKeys } from './checkKeys.ts';
import { COUNTS_LATER, checkTally, refuseCounts } from './checkTally.ts';
import { checkCombinations, orderGroups } from './orderGroups.ts';
import { placesOf, walksOf } from './walkOf.ts';

/**
 * Sums grouping keys out of a tally: from branch by month to branch, or to the total. It takes the
 * tally and not the responses, so it costs the same for ten of them and for a billion.
 *
 * The counts are those that tallying by these keys would have given. The tally itself stays at hand as
 * `rolledUpFrom`, so that no roll-up shows what gives away a small group of another.
 *
 * It walks once through all counts of the tally it is given: of many roll-ups, make those by one key from one by two.
 *
 * @param tally - a tally that is grouped at least by the keys to keep
 * @param keep - the keys to keep; none for the total
 * @returns the tally by these keys
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
  checkTally('tally', tally, COUNTS_LATER);
  checkKeys('keep', keep);
  const { by, width, weights } = tally;
  const stranger = keep.find((name) => !by.some((key) => key.name === name));
  if (stranger !== undefined) {
    throw new ServiceCycleError('unknown-id', `the tally is not grouped by ${quote(stranger)}`);
  }
  const levels = keep.map((name) => by.findIndex((key) => key.name === name));
  const values = levels.map((level) => by[level]?.values ?? []);
  const sizes = values.map(({ length }) => length);
  const { met, slots } = slotsOf(keptCodes(tally, levels), checkCombinations(sizes));
  const ordered = orderGroups(keep, values, walksOf(met, sizes));
  const startOf = new Array<number>(met.length);
  for (const [place, slot] of ordered.slots.entries()) startOf[slot] = place * width;
  const starts = slots.map((slot) => startOf[slot] as number);
  const cells = addCells(tally, starts, ordered.groups.length * width);
  if (cells === undefined) return refuseCounts(['tally', tally]);
  const { unlisted = [], rolledUpFrom, survey, questions, firstInvalid } = tally;
  const kept = keep.flatMap((name) =>
    unlisted.flatMap((each) => (each.key === name ? [{ ...each, key: name }] : [])),
  );
  return {
    kind: 'tally',
    survey,
    questions,
    by: ordered.by as Tally<QuestionId, Kept>['by'],
    groups: ordered.groups,
    width,
    cells,
    ...(weights && { weights: addWeights([weights], [starts], ordered.groups.length, width) }),
    firstInvalid,
    ...(kept.length > 0 && { unlisted: kept }),
    ...(keep.length < by.length && { rolledUpFrom: rolledUpFrom ?? tally }),
    ...(keep.length === by.length && rolledUpFrom && { rolledUpFrom }),
  };
}

/** What is left of each group's code when only these keys are kept. */
function keptCodes({ by, groups }: Tally, levels: readonly number[]): readonly number[] {
  const codes = new Array<number>(groups.length).fill(0);
  for (const level of levels) {
    const size = by[level]?.values.length ?? 1;
    const places = placesOf(by, groups, level);
    for (let group = 0; group < codes.length; group += 1) {
      codes[group] = (codes[group] as number) * size + (places[group] as number);
    }
  }
  return codes;
}

/** The codes that are met, rising, and the place of each group's among them: off a table where that is not much longer. */
function slotsOf(
  codes: readonly number[],
  combinations: number,
): { readonly met: readonly number[]; readonly slots: readonly number[] } {
  if (combinations > 16 * codes.length) {
    const met = [...new Set(codes)].sort((a, b) => a - b);
    const slotOf = new Map(met.map((code, slot) => [code, slot]));
    return { met, slots: codes.map((code) => slotOf.get(code) as number) };
  }
  const slotOf = new Int32Array(combinations);
  for (const code of codes) slotOf[code] = 1;
  const met: number[] = [];
  for (let code = 0; code < combinations; code += 1) {
    if (slotOf[code] === 1) slotOf[code] = met.push(code) - 1;
  }
  return { met, slots: codes.map((code) => slotOf[code] as number) };
}
