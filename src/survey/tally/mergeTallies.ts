import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { Tally } from '../types.ts';
import { addAlignedCells, addUnitedCells, addWeights } from './addCells.ts';
import { COUNTS_LATER, checkTally, refuseCounts } from './checkTally.ts';
import { firstOf } from './invalidList.ts';
import { byValue, checkCombinations } from './orderGroups.ts';
import { sameCells } from './sameCells.ts';
import { addUnlisted } from './unlistedValues.ts';
import { walkOf } from './walkOf.ts';

/**
 * Adds two tallies of one survey, such as those of two months or of two workers.
 *
 * The result is the same, to the last bit, as that of tallying all responses at once, in whatever order
 * tallies are merged. Only the positions of listed invalid answers are those within each part.
 *
 * @param first - a tally
 * @param second - another tally of the same questions, grouped by the same keys
 * @returns the tally of all their responses
 * @throws ServiceCycleError `invalid-argument` when the tallies have other questions or keys, only one
 * of them is weighted, or the groups of one were changed by hand
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [{ id: 'rating', text: 'How was it?', asks: 'satisfaction', scale: { min: 1, max: 3 } }],
 * } as const;
 * const monday = tallyResponses(survey, [{ rating: 1 }, { rating: 3 }]);
 * const tuesday = tallyResponses(survey, [{ rating: 3 }]);
 * mergeTallies(monday, tuesday).cells; // => [3, 1, 0, 2, 0, 0, 0]
 */
export function mergeTallies<QuestionId extends string, Key extends string>(
  first: Tally<QuestionId, Key>,
  second: Tally<QuestionId, Key>,
): Tally<QuestionId, Key> {
  checkTally('first', first, COUNTS_LATER);
  checkTally('second', second, COUNTS_LATER);
  checkAlike(first, second);
  const values = first.by.map(({ values: own }, level) =>
    [...new Set([...own, ...(second.by[level]?.values ?? [])])].toSorted(byValue),
  );
  checkCombinations(values.map(({ length }) => length));
  const { kind, survey, questions, width, unlisted: own, rolledUpFrom } = first;
  const codes = [recode(first, values), recode(second, values)] as const;
  const areAligned = sameCodes(...codes);
  const weights = [first, second].flatMap((part) => part.weights ?? []);
  const { groups, starts } =
    areAligned && weights.length === 0 ? { groups: codes[0], starts: [] } : unite(...codes, width);
  const cells = areAligned
    ? addAlignedCells(first.cells, second.cells)
    : addUnitedCells(first, second, starts, groups.length * width);
  if (cells === undefined) return refuseCounts(['first', first], ['second', second]);
  const unlisted = addUnlisted([own ? first : {}, second]);
  const areRolledUp =
    rolledUpFrom && second.rolledUpFrom && haveSameKeys(rolledUpFrom, second.rolledUpFrom);
  return {
    kind,
    survey,
    questions,
    by: first.by.map(({ name }, level) => ({ name, values: values[level] ?? [] })),
    groups,
    width,
    cells,
    ...(weights.length > 0 && { weights: addWeights(weights, starts, groups.length, width) }),
    firstInvalid: firstOf([...first.firstInvalid, ...second.firstInvalid]),
    ...(unlisted.length > 0 && { unlisted }),
    ...(areRolledUp && {
      rolledUpFrom: mergeTallies(rolledUpFrom, second.rolledUpFrom),
    }),
  };
}

/** The codes of a tally's groups once its keys have these values; they stay in order. */
function recode(
  { by, groups }: Tally,
  values: readonly (readonly (string | null)[])[],
): readonly number[] {
  const same = by.every(({ values: own }, level) => own.length === values[level]?.length);
  if (same) return groups;
  const ranks = by.map(({ values: own }, level) => {
    const rankOf = new Map(values[level]?.map((value, rank) => [value, rank]));
    return own.map((value) => rankOf.get(value) ?? 0);
  });
  const walk = new Array<number>(by.length).fill(0);
  return groups.map((code) => {
    walkOf(by, code, walk);
    let recoded = 0;
    for (const [level, place] of walk.entries()) {
      recoded = recoded * (values[level]?.length ?? 1) + (ranks[level]?.[place] ?? 0);
    }
    return recoded;
  });
}

function sameCodes(first: readonly number[], second: readonly number[]): boolean {
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at += 1) if (first[at] !== second[at]) return false;
  return true;
}

/** The codes that either list has, both ascending, and where each one's cells start in the sum. */
function unite(
  first: readonly number[],
  second: readonly number[],
  width: number,
): { readonly groups: readonly number[]; readonly starts: readonly (readonly number[])[] } {
  const groups: number[] = [];
  const firstStarts: number[] = [];
  const secondStarts: number[] = [];
  while (firstStarts.length < first.length || secondStarts.length < second.length) {
    const a = first[firstStarts.length] ?? Infinity;
    const b = second[secondStarts.length] ?? Infinity;
    const start = groups.length * width;
    groups.push(Math.min(a, b));
    if (a <= b) firstStarts.push(start);
    if (b <= a) secondStarts.push(start);
  }
  return { groups, starts: [firstStarts, secondStarts] };
}

function checkAlike(first: Tally, second: Tally): void {
  const areSame = sameCells(first.questions, second.questions) && first.width === second.width;
  const differs = !areSame
    ? 'questions or scales'
    : !haveSameKeys(first, second)
      ? 'grouping keys'
      : (first.weights === undefined) !== (second.weights === undefined)
        ? 'weighting'
        : undefined;
  if (differs === undefined) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the tallies of ${quote(first.survey)} and ${quote(second.survey)} have different ${differs}`,
  );
}

function haveSameKeys(first: Tally, second: Tally): boolean {
  return JSON.stringify(namesOf(first)) === JSON.stringify(namesOf(second));
}

function namesOf({ by }: Tally): readonly string[] {
  return by.map(({ name }) => name);
}
