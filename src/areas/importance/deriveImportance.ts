import { checkObject } from '../../shared/refuse.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { checkDriverTally } from './checkDriverTally.ts';
import { driverImportances } from './driverImportances.ts';
import { effectiveCases } from './effectiveCases.ts';
import { equivalentCases } from './equivalentCases.ts';
import { importanceDraws } from './importanceDraws.ts';
import { importanceFigures } from './importanceFigures.ts';
import { type ImportanceOptions, importanceSettings } from './importanceSettings.ts';
import { toCrossProducts } from './toCrossProducts.ts';
import type {
  DerivedImportance,
  DerivedImportanceGap,
  DriverCounts,
  DriverImportance,
  DriverTally,
  ImportanceWarning,
  RankingRefusal,
} from './types.ts';

/**
 * Derives from answers how important each driver is for an outcome, such as each area for the overall
 * satisfaction: by how much of the outcome's differences goes along with it.
 *
 *     R² = what all drivers explain together;  its parts, 0 or more, add up to it (johnson, lmg)
 *     or: standardized regression coefficients, Pearson's or Spearman's correlations
 *
 * Intervals of R², of its parts and of coefficients are percentiles over tables of correlations drawn
 * from the Wishart distribution around the one found, and cost the same for any number of responses.
 * Those of correlations come from Fisher's transformation. Both are for normal values: weighted
 * responses, and answers that pile up at one end, count as the number of normal cases that would tell
 * as much, which the definition in the result says.
 *
 * The drivers are put in order only where they explain at least a tenth, less what so many drivers would
 * explain by chance (the adjusted R²; plain noise passes a tenth otherwise), and there are at least ten
 * complete responses for each; the figures are given all the same. A driver that does not vary has no
 * importance: unknown is not unimportant. Neither does importance tell what would follow if a driver
 * were improved, and a basic service that is good everywhere looks unimportant: never drop it for that.
 *
 * @param tally - the sums, from `tallyDrivers`
 * @param options - the method, the confidence level, and what it takes to put drivers in order
 * @returns the drivers with their importance, or why there is none
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range, or `lmg` is asked of
 * more than 20 drivers that vary
 * @example
 * const ask = (id: 'wait' | 'desk' | 'all') =>
 *   ({ id, text: id, asks: 'satisfaction', scale: { min: 1, max: 5 } }) as const;
 * const survey = { id: 'leaving', title: 'On leaving', questions: [ask('wait'), ask('desk'), ask('all')] };
 * const answers = Array.from({ length: 60 }, (_, i) => {
 *   const [wait, desk] = [1 + (i % 5), 1 + (i % 4)];
 *   return { wait, desk, all: Math.round((3 * wait + desk) / 4) };
 * });
 * const tally = tallyDrivers(survey, answers, { outcome: 'all', drivers: ['wait', 'desk'] });
 * const importance = deriveImportance(tally);
 * importance.kind === 'estimate' && importance.order; // => ['wait', 'desk']
 * importance.kind === 'estimate' && importance.rSquared; // ~> 0.940769
 * @see Johnson (2000), Multivariate Behavioral Research 35, 1-19
 * @see Grömping (2006), Journal of Statistical Software 17(1)
 * @see Gustafsson & Johnson (2004), Journal of Service Research 7, 124-141: stated and derived
 */
export function deriveImportance<DriverId extends string>(
  tally: DriverTally<DriverId>,
  options: ImportanceOptions = {},
): DerivedImportance<DriverId> | DerivedImportanceGap<DriverId> {
  return deriveWithDraws(tally, options).importance;
}

/** What is derived, and a source of what other samples might have derived. */
interface DerivedWithDraws<DriverId extends string> {
  readonly importance: DerivedImportance<DriverId> | DerivedImportanceGap<DriverId>;
  /** Takes one of the tables that were drawn; nothing where none was. */
  readonly redraw?: (random: Random) => ReadonlyMap<string, number>;
}

/** The same as {@link deriveImportance}, for those who go on with the tables that were drawn for it. */
export function deriveWithDraws<DriverId extends string>(
  tally: DriverTally<DriverId>,
  options: ImportanceOptions,
): DerivedWithDraws<DriverId> {
  checkDriverTally('tally', tally);
  checkObject('options', options);
  const settings = importanceSettings(options, tally.drivers.length);
  const { method, level, seed, resamples, minimumRSquared, responsesPerDriver } = settings;
  const definition = {
    method,
    outcome: tally.outcome.id,
    cases: 'complete',
    resamples,
    seed,
    equivalentCases: equivalentCases(tally),
  } as const;
  const counts = countsOf(tally);
  const sums = toCrossProducts(tally);
  const gap = (reason: DerivedImportanceGap['reason']): DerivedImportanceGap<DriverId> => ({
    kind: 'not-estimable',
    reason,
    definition,
    counts,
    needed: tally.drivers.length + 2,
    unanswered: tally.drivers.filter(({ answered }) => answered === 0).map(({ id }) => id),
  });
  if (tally.complete === 0) return { importance: gap('no-data') };
  const figures = importanceFigures(sums, method);
  if (figures.kind === 'not-estimable') return { importance: gap(figures.reason) };

  const { fit } = figures;
  const draws = importanceDraws(sums, definition.equivalentCases, method, {
    level,
    seed,
    resamples,
  });
  const drivers = driverImportances(tally, sums, figures, draws, definition, level);
  const needed = responsesPerDriver * tally.drivers.length;
  const refusals: RankingRefusal[] = [
    ...(minimumRSquared > 0 && fit.adjustedRSquared < minimumRSquared
      ? [
          {
            code: 'explains-little' as const,
            adjustedRSquared: fit.adjustedRSquared,
            minimumRSquared,
          },
        ]
      : []),
    ...(tally.complete < needed
      ? [{ code: 'few-responses' as const, n: tally.complete, needed }]
      : []),
  ];
  const isSlow = resamples === 0 && options.resamples === undefined;
  const importance = {
    kind: 'estimate',
    definition,
    counts,
    rSquared: fit.rSquared,
    adjustedRSquared: {
      value: fit.adjustedRSquared,
      ...(draws.adjustedRSquared && { interval: draws.adjustedRSquared }),
    },
    drivers,
    order: refusals.length > 0 ? [] : orderOf(drivers),
    refusals,
    warnings: [
      ...warningsOf(drivers, (code) =>
        fit.columns.some((each) => each.kind === 'dropped' && each.reason === code),
      ),
      ...(isSlow ? [{ code: 'intervals-left-out' as const }] : []),
    ],
  } as const;
  const columns = tally.drivers.flatMap(({ id }, column) => {
    const values = draws.drawn[column] ?? [];
    return values.length === 0 ? [] : [{ id, values }];
  });
  const size = Math.min(...columns.map(({ values }) => values.length));
  if (columns.length === 0) return { importance };
  return {
    importance,
    redraw: (random) => {
      const at = Math.floor(random() * size);
      return new Map(columns.map(({ id, values }) => [id, values[at] ?? 0]));
    },
  };
}

function countsOf(tally: DriverTally): DriverCounts {
  const { responses, complete, incomplete, invalid, withoutWeight, weight } = tally;
  return {
    responses,
    complete,
    incomplete,
    invalid,
    withoutWeight,
    ...(weight !== undefined && { effectiveN: effectiveCases(tally) }),
  };
}

function orderOf<DriverId extends string>(
  drivers: readonly DriverImportance<DriverId>[],
): readonly DriverId[] {
  return drivers
    .flatMap(({ driver, importance }) =>
      importance.kind === 'estimate' ? [{ driver, size: Math.abs(importance.value) }] : [],
    )
    .sort((a, b) => b.size - a.size || (a.driver < b.driver ? -1 : 1))
    .map(({ driver }) => driver);
}

function warningsOf<DriverId extends string>(
  drivers: readonly DriverImportance<DriverId>[],
  dropped: (reason: 'collinear') => boolean,
): readonly ImportanceWarning<DriverId>[] {
  const those = (
    code: 'zero-variance' | 'duplicates' | 'suppressor',
    holds: (one: DriverImportance<DriverId>) => boolean,
  ): ImportanceWarning<DriverId>[] => {
    const named = drivers.filter(holds).map(({ driver }) => driver);
    return named.length === 0 ? [] : [{ code, drivers: named }];
  };
  return [
    ...those(
      'zero-variance',
      ({ importance }) =>
        importance.kind === 'not-estimable' && importance.reason === 'zero-variance',
    ),
    ...those('duplicates', ({ duplicates }) => duplicates.length > 0),
    ...(dropped('collinear') ? [{ code: 'collinear' as const }] : []),
    ...those('suppressor', ({ isSuppressor }) => isSuppressor),
  ];
}
