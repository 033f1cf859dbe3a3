import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { addLists } from '../../survey/tally/addLists.ts';
import { addFixedPoint, fixedPointSums, plainCells } from '../../survey/tally/fixedPointCells.ts';
import type { FixedPointCells } from '../../survey/types.ts';
import { checkDriverTally } from './checkDriverTally.ts';
import type { DriverTally, PairCounts, TalliedDriver } from './types.ts';

/**
 * Adds up two driver tallies: the result is, to the last bit, the tally of all their responses at once.
 *
 * @param one - a tally
 * @param other - a tally of other responses, with the same outcome and drivers
 * @throws ServiceCycleError `invalid-argument` when outcome, drivers, scales or weighting differ
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'wait', text: 'The wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'all', text: 'All in all?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const selection = { outcome: 'all', drivers: ['wait'] } as const;
 * const monday = tallyDrivers(survey, [{ wait: 5, all: 5 }], selection);
 * const tuesday = tallyDrivers(survey, [{ wait: 2, all: 1 }, { wait: 4, all: 4 }], selection);
 * const both = mergeDriverTallies(monday, tuesday);
 * both.complete; // => 3
 * both.sums.whole; // => [3, 8, 26, 7, 25, 25, 3]
 */
export function mergeDriverTallies<DriverId extends string>(
  one: DriverTally<DriverId>,
  other: DriverTally<NoInfer<DriverId>>,
): DriverTally<DriverId> {
  checkDriverTally('one', one);
  checkDriverTally('other', other);
  if (layoutOf(one) !== layoutOf(other)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `the driver tallies of ${quote(one.survey)} and ${quote(other.survey)} have different outcomes, drivers, scales or weights`,
    );
  }
  return {
    kind: 'driver-tally',
    survey: one.survey,
    ...(one.weight !== undefined && { weight: one.weight }),
    outcome: addDriver(one.outcome, other.outcome),
    drivers: one.drivers.map((driver, place) => addDriver(driver, other.drivers[place])),
    responses: one.responses + other.responses,
    complete: one.complete + other.complete,
    incomplete: one.incomplete + other.incomplete,
    invalid: one.invalid + other.invalid,
    withoutWeight: one.withoutWeight + other.withoutWeight,
    sums: addCells(one.sums.whole.length, [
      { cells: one.sums, placeOf: (at) => at },
      { cells: other.sums, placeOf: (at) => at },
    ]),
    pairs: one.pairs.map((pairs, place) => addPairs(pairs, other.pairs[place])),
  };
}

/** All that two tallies have to share. */
function layoutOf({ outcome, drivers, weight }: DriverTally): string {
  const parts = [outcome, ...drivers].map(({ id, questions }) => [
    id,
    questions.map(({ id: question, scale }) => {
      const { min, max, step = 1, reversed = false } = scale;
      return [question, min, max, step, reversed];
    }),
  ]);
  return JSON.stringify([parts, weight ?? null]);
}

function addDriver<Id extends string>(
  one: TalliedDriver<Id>,
  other: TalliedDriver | undefined,
): TalliedDriver<Id> {
  if (other === undefined) return one;
  return {
    id: one.id,
    questions: one.questions,
    outcomes: addLists(one.outcomes, other.outcomes),
    answered: one.answered + other.answered,
  };
}

function addPairs(one: PairCounts, other: PairCounts = one): PairCounts {
  const keys = new Map<string, readonly [number, number]>();
  const keyOf = (pairs: PairCounts, at: number): string =>
    `${String(pairs.driver[at])} ${String(pairs.outcome[at])}`;
  for (const pairs of [one, other]) {
    for (const [at, driver] of pairs.driver.entries()) {
      keys.set(keyOf(pairs, at), [driver, pairs.outcome[at] ?? 0]);
    }
  }
  const ordered = [...keys].sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]);
  const places = new Map(ordered.map(([key], place) => [key, place]));
  return {
    driver: ordered.map(([, [driver]]) => driver),
    outcome: ordered.map(([, [, outcome]]) => outcome),
    counts: addCells(
      ordered.length,
      [one, other].map((pairs) => ({
        cells: pairs.counts,
        placeOf: (at) => places.get(keyOf(pairs, at)) ?? 0,
      })),
    ),
  };
}

/** Sums, each part's cells put where they belong. */
function addCells(
  size: number,
  parts: readonly {
    readonly cells: FixedPointCells;
    readonly placeOf: (at: number) => number;
  }[],
): FixedPointCells {
  const sums = fixedPointSums(size);
  for (const { cells, placeOf } of parts) {
    for (const [at, whole] of cells.whole.entries()) {
      addFixedPoint(sums, placeOf(at), whole, cells.fraction[at] ?? 0, cells.fine[at] ?? 0);
    }
  }
  return plainCells(sums);
}
