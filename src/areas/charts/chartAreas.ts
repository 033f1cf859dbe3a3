import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { checkCount, checkOptions, checkText } from '../../shared/refuse.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import type { SuppressionReason } from '../../survey/disclosure/suppress.ts';
import { suppressTally } from '../../survey/disclosure/suppressTally.ts';
import { countsOf } from '../../survey/score/countsOf.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../../survey/score/scoresOf.ts';
import { checkTally } from '../../survey/tally/checkTally.ts';
import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import { rollUp } from '../../survey/tally/rollUp.ts';
import type { AnswerWeights, Tally } from '../../survey/types.ts';
import { favourableOf, favourableTogether } from '../favourableOf.ts';
import { questionsByArea } from '../questionsByArea.ts';
import { type EwmaOptions, ewmaChart } from './ewmaChart.ts';
import { pChart, type ShareChartOptions } from './pChart.ts';
import type {
  AreaChart,
  AreaCharts,
  ChartGap,
  EwmaChart,
  ShareChart,
  SharePoint,
  SuppressedPeriod,
} from './types.ts';

/** What {@link chartAreas} takes besides the tally. */
export interface AreaChartOptions<Key extends string = string>
  extends ShareChartOptions,
    Pick<EwmaOptions, 'lambda'> {
  /** The key of the tally that tells the period; its values sort as text, such as `2024-03`. */
  readonly period: Key;
  /** The fewest answers a period is charted with; `DEFAULT_MINIMUM_GROUP_SIZE` when absent. */
  readonly minimumGroupSize?: number;
}

/**
 * Charts how areas do over time: the share of favourable answers of each period, and its moving
 * average, with their control limits.
 *
 * A period counts as many respondents as answered the question most answered, as in `prioritizeAreas`,
 * so that answers of one customer are not taken for those of several. A question with fewer
 * answers in a period than the minimum is not counted there, nor in another period that would give it
 * away; a period is charted where any question is left. The moving average takes the standard deviations of the share chart. Of
 * weighted answers the weighted shares are charted, of as many answers of equal weight as would tell as
 * much.
 *
 * @param cycle - the cycle
 * @param tally - the answers, grouped by period and perhaps more, from `tallyResponses`
 * @param options - which key tells the period, the limits and the rules
 * @returns two charts of each area, or why there are none
 * @throws ServiceCycleError `unknown-id` when the tally is not grouped by the period;
 * `invalid-argument` when an option is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   areas: [{ id: 'hall', name: 'Hall' }],
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none', area: 'hall' }],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'waiting',
 *         text: 'How satisfied were you with the wait?',
 *         asks: 'satisfaction',
 *         about: { moment: 'wait' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * const responses = ['2024-01', '2024-02', '2024-03', '2024-04'].flatMap((month, place) =>
 *   Array.from({ length: 60 }, (_, i) => ({ waiting: i < (place === 3 ? 20 : 50) ? 5 : 1, month })),
 * );
 * const tally = tallyResponses(bank.survey, responses, { by: ['month'] });
 * const { share } = chartAreas(bank, tally, { period: 'month' }).areas[0]!;
 * share.kind === 'control-chart' && share.points.map(({ label, signals }) => [label, signals.length]);
 * // => [['2024-01', 0], ['2024-02', 0], ['2024-03', 0], ['2024-04', 1]]
 */
export function chartAreas<Ids extends CycleIds, Key extends string>(
  cycle: Cycle<Ids>,
  tally: Tally<NoInfer<Ids['question']>, Key>,
  options: AreaChartOptions<NoInfer<Key>>,
): AreaCharts<Ids['area']> {
  checkCycleShape(cycle);
  checkOptions(options, [
    'period',
    'minimumGroupSize',
    'lambda',
    'variant',
    'sigmas',
    'sameSide',
    'trend',
    'baseline',
  ]);
  checkText('period', options.period);
  const { period, minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE, lambda, ...share } = options;
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  checkTally('tally', tally);
  const byPeriod = rollUp(tally, [period]);
  const labels = byPeriod.by[0]?.values ?? [];
  const periods = byPeriod.groups.flatMap((code, group) => {
    const label = labels[code] ?? null;
    return label === null ? [] : [{ label, group }];
  });
  const dated = periods.map(({ group }) => byPeriod.cells[group * byPeriod.width] ?? 0);
  const all = byPeriod.groups.map((_, group) => byPeriod.cells[group * byPeriod.width] ?? 0);

  const suppression = suppressTally(byPeriod, { minimum: minimumGroupSize });
  const placeOf = new Map<string, number>(byPeriod.questions.map(({ id }, place) => [id, place]));
  const reasonOf = (group: number, question: string): SuppressionReason | undefined => {
    const family = 1 + (placeOf.get(question) ?? -1);
    return suppression.because[family]?.[group] ?? undefined;
  };

  const asked = cycle.survey === undefined ? [] : ratedQuestions(cycle.survey);
  const byArea = questionsByArea(
    cycle,
    asked.filter(({ id }) => placeOf.has(id)),
  );
  const areas = (cycle.areas ?? []).map(({ id }): AreaChart<Ids['area']> => {
    const questions = byArea.get(id) ?? [];
    const counted = periods.map(({ label, group }) => {
      // A question that is hidden in a period is not counted there.
      const shown = questions.filter((question) => reasonOf(group, question.id) === undefined);
      const hidden = questions.flatMap((question) => reasonOf(group, question.id) ?? []);
      const together = favourableTogether(
        shown.map(({ id: question, asks }) => {
          const counts = countsOf(byPeriod, group, question);
          const weights = weightsOf(byPeriod, group, question, counts.perAnswer);
          return favourableOf({ ...counts, weights, asks });
        }),
      );
      const because = hidden.includes('below-minimum') ? 'below-minimum' : hidden[0];
      return {
        label,
        ...together,
        because: suppression.isListed ? because : 'protects-another',
      } as const;
    });
    const points = counted.map(({ label, favourable, weight, n, effectiveN = n }): SharePoint => {
      const share = weight === 0 ? 0 : Math.min(1, favourable / weight);
      return { label, count: share * effectiveN, n: weight === 0 ? 0 : effectiveN };
    });
    const suppressed = counted.flatMap(({ label, n, because }): SuppressedPeriod[] => {
      if (!suppression.isListed) return [{ label, because: 'protects-another' }];
      return n === 0 && because !== undefined ? [{ label, because }] : [];
    });
    const left = new Set(suppressed.map(({ label }) => label));
    const chart = pChart(
      points.filter(({ label }) => !left.has(label)),
      share,
    );
    return {
      area: id,
      share: chart,
      ewma: averageOf(chart, points, { ...share, ...(lambda !== undefined && { lambda }) }),
      suppressed,
    };
  });
  return {
    kind: 'area-charts',
    period,
    areas,
    withoutPeriod: suppression.isRestHidden ? 'suppressed' : sum(all) - sum(dated),
  };
}

/** The moving average of a chart of shares. */
function averageOf(
  chart: ShareChart | ChartGap,
  points: readonly SharePoint[],
  { sigmas, baseline, lambda }: EwmaOptions,
): EwmaChart | ChartGap {
  if (chart.kind === 'not-estimable') return chart;
  const { centre, sigmaZ = 1 } = chart;
  const sizes = new Map(points.map(({ label, n }) => [label, n]));
  return ewmaChart(
    chart.points.map(({ label, value }) => ({
      label,
      value,
      standardDeviation: sigmaZ * Math.sqrt((centre * (1 - centre)) / (sizes.get(label) ?? 1)),
    })),
    {
      centre,
      within: { low: 0, high: 1 },
      ...(sigmas !== undefined && { sigmas }),
      ...(baseline !== undefined && { baseline }),
      ...(lambda !== undefined && { lambda }),
    },
  );
}

/** The weights behind these answers to a question in a group; nothing where answers are not weighted. */
function weightsOf<QuestionId extends string>(
  { questions, weights, width }: Tally<QuestionId>,
  group: number,
  questionId: QuestionId,
  perAnswer: readonly number[],
): AnswerWeights | undefined {
  const question = questions.find(({ id }) => id === questionId);
  if (weights === undefined || question === undefined) return undefined;
  const first = group * width + question.firstCell;
  return {
    perAnswer: perAnswer.map((_, place) => fixedPointValue(weights.sums, first + place)),
    squaredPerAnswer: perAnswer.map((_, place) => fixedPointValue(weights.squares, first + place)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
