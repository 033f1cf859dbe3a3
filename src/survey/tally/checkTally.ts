import { checkScale } from '../../model/checkScale.ts';
import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { quote } from '../../shared/quote.ts';
import { isList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { Shape } from '../../shared/shape.ts';
import { checkKind } from '../answers/guards.ts';
import type { TalliedQuestion, Tally, TallyWeights } from '../types.ts';
import { checkCombinations } from './orderGroups.ts';

const CELLS: Shape = { whole: ['counted'], fraction: ['counted'], fine: ['counted'] };

/** What a tally of responses looks like, and the one it was rolled up from. */
const TALLY_SHAPE: Shape = /* @__PURE__ */ shapeWith(['count']);

/** The same but for the cells, which are any list: for who looks at each count when it is used. */
export const COUNTS_LATER: Shape = /* @__PURE__ */ shapeWith((value) =>
  isList(value) ? 'any' : ['count'],
);

function shapeWith(cells: Shape): Shape {
  const shape = {
    kind: 'text',
    survey: 'text',
    questions: [{ id: 'text', scale: SCALE_SHAPE, firstCell: 'place' }],
    by: [{ name: 'text', values: ['key'] }],
    groups: ['count'],
    width: 'place',
    cells,
    'weights?': { sums: CELLS, squares: CELLS, invalid: 'count', zero: 'count' },
    firstInvalid: [{ question: 'text', position: 'count', found: 'text' }],
    'unlisted?': [
      { key: 'text', responses: 'count', values: [{ value: 'text', responses: 'count' }] },
    ],
  } as const;
  // One that was rolled up from another was not from a third.
  return { ...shape, 'rolledUpFrom?': shape };
}

/**
 * Refuses a tally whose groups or cells were changed by hand, since work that goes by them might not
 * end. Whether the cells add up is for `parseTally` to read.
 *
 * @param name - what the tally is called where it was given
 * @param tally - the tally
 * @param shape - what it has to look like
 */
export function checkTally(name: string, tally: Tally, shape: Shape = TALLY_SHAPE): void {
  checkKind(name, tally, 'tally', shape);
  const { survey, by, groups, width, questions, weights } = tally;
  for (const { scale } of questions) checkScale(scale);
  const outside = questions.find((question) => endOf(question) > width);
  const combinations = checkCombinations(by.map(({ values }) => values.length));
  const repeating = by.find(({ values }) => new Set(values).size < values.length);
  const wanted = groups.length * width;
  const odd = !(Number.isInteger(width) && width >= 1)
    ? `width ${quote(width)}, expected a whole number, 1 or more`
    : repeating !== undefined
      ? `a value of ${quote(repeating.name)} twice, expected each once`
      : !areCodes(groups, combinations)
        ? `groups out of order or range, expected rising whole numbers below ${combinations}`
        : tally.cells.length !== wanted
          ? `${quote(tally.cells.length)} cells, expected ${wanted}`
          : outside !== undefined
            ? `question ${quote(outside.id)} beyond the ${width} cells of a group`
            : weightsFault(weights, wanted);
  if (odd === undefined) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the tally of ${quote(survey)}: found ${odd}; read tallies from outside with parseTally`,
  );
}

/**
 * Says which count is none, where who looks at counts later met one; one that was none then, and is one now, is
 * in a list that changes.
 *
 * @param tallies - what each tally is called where it was given, and the tally
 */
export function refuseCounts(
  ...tallies: readonly (readonly [name: string, tally: Tally])[]
): never {
  for (const [name, tally] of tallies) checkTally(name, tally);
  throw new ServiceCycleError(
    'invalid-argument',
    'the counts of a tally change while they are read',
  );
}

/** Behind its answers a question has cells for those not applicable, skipped and invalid. */
function endOf({ scale, firstCell }: TalliedQuestion): number {
  return firstCell + answerCount(scale) + 3;
}

/** Weights have as many sums, and squares, as there are cells. */
function weightsFault(weights: TallyWeights | undefined, wanted: number): string | undefined {
  if (weights === undefined) return undefined;
  const lists = [weights.sums, weights.squares].flatMap(({ whole, fraction, fine }) => [
    whole,
    fraction,
    fine,
  ]);
  const odd = lists.find(({ length }) => length !== wanted);
  return odd && `${quote(odd.length)} sums of weights, expected ${wanted}`;
}

function areCodes(groups: readonly number[], combinations: number): boolean {
  let last = -1;
  for (const code of groups) {
    if (!(code > last && (code >>> 0 === code || Number.isInteger(code)))) return false;
    last = code;
  }
  return last < combinations;
}
