import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import type { Suppression, SuppressionReason } from '../disclosure/suppress.ts';
import { placesOf } from '../tally/walkOf.ts';
import type { FixedPointCells, TalliedQuestion, Tally } from '../types.ts';
import {
  BELOW_MINIMUM,
  ESTIMATE,
  type FigureColumns,
  figureColumns,
  fillColumns,
  listFigures,
  OUTCOMES,
  PROTECTS_ANOTHER,
} from './figureColumns.ts';
import type { Metric } from './metric.ts';
import { answerCells, metricsOf } from './questionScores.ts';
import type { GroupColumn, GroupScores, ScoreColumns } from './surveyScores.ts';

/** Which groups are listed, and what is suppressed in them. */
interface Shown {
  /** The position of each listed group in the tally. */
  readonly groups: readonly number[];
  /** Why nothing is shown of each of these. */
  readonly because: readonly (SuppressionReason | null)[];
  /** Question by question, what becomes of each group's scores; absent where everything is shown. */
  readonly outcomes?: readonly (readonly number[])[];
}

/** Scores the groups of a tally as columns, and suppresses what must not be shown. */
export function scoreGroups<QuestionId extends string, Key extends string>(
  questions: readonly RatedQuestion<NoInfer<QuestionId>>[],
  tally: Tally<QuestionId, Key>,
  [everybody = 0]: readonly number[],
  suppression: Suppression,
  level: number,
): GroupScores<QuestionId, Key> {
  const { unlisted = [] } = tally;
  const withValues = groupsWithValues(tally);
  const shown = shownGroups(withValues, suppression);
  const { groups, because, outcomes } = shown;
  const { isNothingHidden, isTotalHidden, isRestHidden, fallback, unsettled } = suppression;
  const sizes = sizesOf(tally, groups);
  const responses = isNothingHidden
    ? sizes
    : sizes.map((size, at) => (because[at] === null ? size : null));
  const inGroups = sumOf(groups === withValues ? sizes : sizesOf(tally, withValues));
  const inShown = sumOf(responses);
  return {
    keys: keyColumns(tally, groups),
    responses,
    because,
    notShown: isRestHidden ? 'suppressed' : inGroups - inShown,
    withoutGroup: isTotalHidden || isRestHidden ? 'suppressed' : everybody - inGroups,
    unlisted: isNothingHidden
      ? unlisted
      : isRestHidden
        ? []
        : unlisted.map(({ key, responses }) => ({ key, responses, values: [] })),
    ...(fallback && { fallback }),
    unsettledQuestions: unsettled.flatMap((at) => questions[at]?.id ?? []),
    outcomes: OUTCOMES,
    columns: questions.flatMap((question, at) => {
      const tallied = tally.questions[at] as TalliedQuestion<QuestionId>;
      return scoreColumns(metricsOf(question), tallied, tally, groups, outcomes?.[at], level);
    }),
    counts: shownCounts(tally, shown),
  };
}

/** The columns of a question's metrics. */
function scoreColumns<QuestionId extends string>(
  metrics: readonly Metric[],
  question: TalliedQuestion<QuestionId>,
  tally: Tally<QuestionId>,
  groups: readonly number[],
  suppressed: readonly number[] | undefined,
  level: number,
): readonly ScoreColumns<QuestionId>[] {
  const { weights } = tally;
  const formulas = metrics.map(({ formula }) => formula(level));
  const columns = metrics.map(() => figureColumns(groups.length, weights !== undefined));
  const n = fillColumns(answerCells(tally, question), groups, suppressed, formulas, columns);
  return metrics.map(({ definition, unit, method }, at) => {
    const filled = columns[at] as FigureColumns;
    return {
      question: question.id,
      definition,
      unit,
      method,
      level,
      outcome: filled.outcome,
      n,
      value: listFigures(filled.value, filled),
      low: listFigures(filled.low, filled),
      high: listFigures(filled.high, filled),
      ...(weights && { effectiveN: listFigures(filled.effectiveN, filled) }),
    };
  });
}

/** Of groups that have a value of each key, those that are listed. */
function shownGroups(withValues: readonly number[], suppression: Suppression): Shown {
  const groups = suppression.isListed ? withValues : [];
  if (suppression.isNothingHidden) {
    return { groups, because: new Array<null>(groups.length).fill(null) };
  }
  const [because = [], ...others] = suppression.because.map((reasons) =>
    groups.map((group) => reasons[group] ?? null),
  );
  const outcomes = others.map((reasons) =>
    reasons.map((reason) =>
      reason === null ? ESTIMATE : reason === 'below-minimum' ? BELOW_MINIMUM : PROTECTS_ANOTHER,
    ),
  );
  return { groups, because, outcomes };
}

/** The groups that have a value of each key, by position: others are no group. */
function groupsWithValues({ by, groups }: Tally): readonly number[] {
  const positions = new Array<number>(groups.length);
  for (let group = 0; group < positions.length; group += 1) positions[group] = group;
  return by.reduce<readonly number[]>((kept, { values }, level) => {
    // The values are in order, and no value comes first.
    if (values[0] !== null) return kept;
    const places = placesOf(by, groups, level);
    return kept.filter((group) => places[group] !== 0);
  }, positions);
}

/** How many responses came in from each of these groups. */
function sizesOf({ cells, width }: Tally, groups: readonly number[]): readonly number[] {
  const sizes = new Array<number>(groups.length);
  for (let at = 0; at < sizes.length; at += 1) {
    sizes[at] = cells[(groups[at] as number) * width] as number;
  }
  return sizes;
}

function sumOf(counts: readonly (number | null)[]): number {
  let sum = 0;
  for (const count of counts) sum += count ?? 0;
  return sum;
}

/** The keys with the values that listed groups have: that there is another is not shown either. */
function keyColumns<Key extends string>(
  { by, groups: codes }: Tally<string, Key>,
  groups: readonly number[],
): readonly GroupColumn<Key>[] {
  const areAll = groups.length === codes.length;
  const listed = areAll ? codes : groups.map((group) => codes[group] as number);
  return by.map(({ name, values }, level) => {
    const places = placesOf(by, listed, level);
    if (areAll) return { name, values, codes: places };
    const used = [...new Set(places)].sort((a, b) => a - b);
    if (used.length === values.length) return { name, values, codes: places };
    const codeOf = new Map(used.map((place, code) => [place, code]));
    return {
      name,
      values: used.map((place) => values[place] ?? null),
      codes: places.map((place) => codeOf.get(place) as number),
    };
  });
}

/** The counts of what is shown. */
function shownCounts<QuestionId extends string>(
  { questions, width, cells, weights, groups: all }: Tally<QuestionId>,
  { groups, because, outcomes }: Shown,
): GroupScores<QuestionId>['counts'] {
  if (outcomes === undefined && groups.length === all.length) {
    return { questions, width, cells, ...(weights && { weights }) };
  }
  const ranges = questions.map(
    ({ firstCell, scale }) => [firstCell, firstCell + answerCount(scale) + 3] as const,
  );
  const pick = (list: readonly number[]): number[] => {
    const picked = new Array<number>(groups.length * width).fill(0);
    for (const [at, group] of groups.entries()) {
      if (because[at] !== null) continue;
      picked[at * width] = list[group * width] ?? 0;
      for (const [question, [from, to]] of ranges.entries()) {
        if ((outcomes?.[question]?.[at] ?? ESTIMATE) !== ESTIMATE) continue;
        for (let cell = from; cell < to; cell += 1) {
          picked[at * width + cell] = list[group * width + cell] ?? 0;
        }
      }
    }
    return picked;
  };
  const pickAll = ({ whole, fraction, fine }: FixedPointCells): FixedPointCells => ({
    whole: pick(whole),
    fraction: pick(fraction),
    fine: pick(fine),
  });
  return {
    questions,
    width,
    cells: pick(cells),
    ...(weights && {
      weights: { ...weights, sums: pickAll(weights.sums), squares: pickAll(weights.squares) },
    }),
  };
}
