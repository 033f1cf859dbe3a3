import { answerCount } from '../../model/scaleAnswers.ts';
import type { Rated, SatisfactionSurvey } from '../../model/survey.ts';
import type { TallyDoor, Tell } from '../../survey/doors/tallyDoor.ts';
import { gapLayout } from '../gaps/gapLayout.ts';
import { GAP_TALLY_SHAPE } from '../gaps/gapShape.ts';
import type { GapTally, PairSums } from '../gaps/types.ts';
import type { WeighingOption } from '../perDimension/dimensionWeighing.ts';
import type {
  DimensionCounts,
  DimensionItems,
  DimensionWeighing,
  WeightedSums,
} from '../perDimension/types.ts';
import { dimensionLayout } from '../scores/dimensionLayout.ts';
import { DIMENSION_TALLY_SHAPE } from '../scores/dimensionShape.ts';
import type { DimensionTally } from '../scores/types.ts';
import { checkJointCells, type Quantity } from './checkJointCells.ts';

/** Reads a tally of dimensions. */
export function dimensionDoor(): TallyDoor<DimensionTally, SatisfactionSurvey> {
  return {
    kind: 'dimension-tally',
    source: ['survey', 'asks'],
    shape: DIMENSION_TALLY_SHAPE,
    layout: ({ layout: { asks, answeredShare, dimensions, weighing } }, survey) => ({
      layout: dimensionLayout<string, Rated>(survey, {
        asks,
        answeredShare,
        ...weightsOf(dimensions, weighing),
      }),
    }),
    check: (tally, tell) => {
      const steps = tally.layout.scales.map((scale) => answerCount(scale) - 1);
      const quantities = quantitiesOf(tally.layout.dimensions, tally.dimensions, (place) => [
        0,
        steps[place] ?? 0,
      ]);
      checkDimensions(tally, quantities, quantities, tell);
    },
  };
}

/** Reads a tally of gaps. */
export function gapDoor(): TallyDoor<GapTally, SatisfactionSurvey> {
  return {
    kind: 'gap-tally',
    source: ['survey', 'asks'],
    shape: GAP_TALLY_SHAPE,
    layout: ({ layout: { items, answeredShare, dimensions, weighing } }, survey) => {
      const { pairs, ...layout } = gapLayout(survey, {
        pairs: items,
        answeredShare,
        ...weightsOf(dimensions, weighing),
      });
      return pairs.length === 0 ? {} : { layout };
    },
    check: (tally, tell) => {
      const { layout, items, responses } = tally;
      const steps = answerCount(layout.scale) - 1;
      if (items.length !== layout.items.length) {
        tell(['items'], items, `a list of ${layout.items.length}`, 'out-of-range');
        return;
      }
      for (const [place, sums] of items.entries()) checkPair(sums, responses, steps, place, tell);
      const side = quantitiesOf(layout.dimensions, tally.dimensions, () => [0, steps]);
      const gaps = quantitiesOf(layout.dimensions, tally.dimensions, () => [-steps, steps]);
      checkDimensions(tally, [...side, ...side], gaps, tell);
    },
  };
}

/** The option that asked for a weighing, as a layout tells it. */
function weightsOf(
  dimensions: readonly DimensionItems<unknown>[],
  weighing: DimensionWeighing | undefined,
): { readonly weights?: WeighingOption } {
  if (weighing === undefined) return {};
  const questions = Object.fromEntries(
    dimensions.flatMap(({ dimension }, place) => {
      const id = weighing.questions[place];
      return id === undefined ? [] : [[dimension, id]];
    }),
  );
  return { weights: { from: weighing.from, questions } };
}

function quantitiesOf(
  dimensions: readonly DimensionItems<unknown>[],
  counts: readonly DimensionCounts[],
  spanOf: (place: number) => readonly [low: number, high: number],
): readonly Quantity[] {
  return dimensions.map(({ items, needed }, place) => {
    const [low, high] = spanOf(place);
    const n = counts[place]?.scored ?? 0;
    return { n, fewestParts: needed, mostParts: items.length, low, high };
  });
}

interface Counted {
  readonly layout: {
    readonly dimensions: readonly DimensionItems<unknown>[];
    readonly weighing?: DimensionWeighing;
  };
  readonly responses: number;
  readonly dimensions: readonly DimensionCounts[];
  readonly sums: GapTally['sums'];
  readonly weighted?: WeightedSums;
}

function checkDimensions(
  { layout, responses, dimensions, sums, weighted }: Counted,
  quantities: readonly Quantity[],
  scores: readonly Quantity[],
  tell: Tell,
): void {
  if (dimensions.length !== layout.dimensions.length) {
    tell(['dimensions'], dimensions, `a list of ${layout.dimensions.length}`, 'out-of-range');
    return;
  }
  for (const [place, { scored, tooFew, unanswered }] of dimensions.entries()) {
    const all = scored + tooFew + unanswered;
    if (all === responses) continue;
    tell(['dimensions', place], all, `counts that sum up to the ${responses} responses`);
  }
  checkJointCells(sums, quantities, ['sums'], tell);
  if ((weighted === undefined) !== (layout.weighing === undefined)) {
    const expected = layout.weighing ? 'sums weighted by respondents' : 'no weighted sums';
    tell(['weighted'], weighted, expected);
  }
  if (weighted !== undefined && layout.weighing !== undefined) {
    checkWeighted(weighted, layout.weighing, scores, responses, tell);
  }
}

function checkWeighted(
  { withoutWeights, withoutScore, groups }: WeightedSums,
  { scale: { max, step = 1 } }: DimensionWeighing,
  scores: readonly Quantity[],
  responses: number,
  tell: Tell,
): void {
  const most = Math.round(max / step);
  let all = withoutWeights + withoutScore;
  let before = -1;
  for (const [place, { total, respondents, weightSums, sums }] of groups.entries()) {
    const path = ['weighted', 'groups', place];
    if (!(total > before && total <= most * scores.length)) {
      tell([...path, 'total'], total, `totals up to ${most * scores.length}, in ascending order`);
    }
    before = total;
    all += respondents;
    if (respondents < 1) tell([...path, 'respondents'], respondents, 'a whole number, 1 or more');
    const given = weightSums.reduce((sum, one) => sum + one, 0);
    if (weightSums.length !== scores.length || given !== total * respondents) {
      const expected = `${scores.length} sums of weights that come to ${total * respondents}`;
      tell([...path, 'weightSums'], given, expected);
    }
    const factor = total === 0 ? 1 : most;
    const own = scores.map(({ low, high, fewestParts, mostParts }, quantity) => ({
      n: countIn(sums, quantity),
      fewestParts,
      mostParts,
      low: low * factor,
      high: high * factor,
    }));
    for (const [quantity, { n }] of own.entries()) {
      if (n <= respondents) continue;
      tell([...path, 'sums'], n, `cells of quantity ${quantity} for ${respondents} respondents`);
    }
    checkJointCells(sums, own, [...path, 'sums'], tell);
  }
  if (all !== responses) {
    tell(['weighted'], all, `respondents that sum up to the ${responses} responses`);
  }
}

/** How many respondents have a quantity: who gives a dimension no weight has none of it. */
function countIn({ cells }: GapTally['sums'], quantity: number): number {
  const own = cells.filter(({ first, second }) => first === quantity && second === quantity);
  return own.reduce((sum, { n }) => sum + n, 0);
}

function checkPair(
  sums: PairSums,
  responses: number,
  steps: number,
  place: number,
  tell: Tell,
): void {
  const { both, perceptionOnly, expectationOnly, neither, invalid } = sums;
  const path = ['items', place];
  const all = both + perceptionOnly + expectationOnly + neither;
  if (all !== responses) tell(path, all, `counts that sum up to the ${responses} responses`);
  const most = perceptionOnly + expectationOnly + 2 * neither;
  if (invalid > most) {
    tell([...path, 'invalid'], invalid, `at most the ${most} answers that are none`);
  }
  const { perceptionSum, expectationSum, perceptionSquares, expectationSquares, productSum } = sums;
  const expect = (field: string, found: number, low: number, high: number): void => {
    if (found >= low * (1 - 1e-9) && found <= high) return;
    tell([...path, field], found, `a whole number from ${low} to ${high}`);
  };
  const least = (sum: number): number => (sum / Math.max(1, both)) * sum;
  expect('perceptionSum', perceptionSum, 0, both * steps);
  expect('expectationSum', expectationSum, 0, both * steps);
  expect('perceptionSquares', perceptionSquares, least(perceptionSum), steps * perceptionSum);
  expect('expectationSquares', expectationSquares, least(expectationSum), steps * expectationSum);
  const product = Math.min(
    steps * Math.min(perceptionSum, expectationSum),
    Math.sqrt(perceptionSquares) * Math.sqrt(expectationSquares) * (1 + 1e-9),
  );
  expect('productSum', productSum, 0, product);
}
