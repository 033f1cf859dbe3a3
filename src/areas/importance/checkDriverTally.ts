import { checkScale } from '../../model/checkScale.ts';
import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { pathText } from '../../shared/quote.ts';
import { refuse } from '../../shared/refuse.ts';
import type { Shape } from '../../shared/shape.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import type { DriverTally } from './types.ts';

const CELLS: Shape = { whole: ['number'], fraction: ['counted'], fine: ['counted'] };

const DRIVER: Shape = {
  id: 'text',
  questions: [{ id: 'text', scale: SCALE_SHAPE }],
  outcomes: [{ answered: 'count', notApplicable: 'count', skipped: 'count', invalid: 'count' }],
  answered: 'count',
};

/** What a tally of drivers looks like. */
export const DRIVER_TALLY_SHAPE: Shape = {
  kind: 'text',
  survey: 'text',
  outcome: DRIVER,
  drivers: [DRIVER],
  'weight?': 'text',
  responses: 'count',
  complete: 'count',
  incomplete: 'count',
  invalid: 'count',
  withoutWeight: 'count',
  sums: CELLS,
  pairs: [{ driver: ['number'], outcome: ['number'], counts: CELLS }],
};

/** Refuses what is no tally of drivers, or one whose sums are not as many as its drivers make. */
export function checkDriverTally(name: string, tally: DriverTally): void {
  checkKind(name, tally, 'driver-tally', DRIVER_TALLY_SHAPE);
  checkDriverCounts(tally, (path, found, expected) => {
    refuse(`${name}.${pathText(path)}`, found, expected);
  });
}

/** Tells what of a tally of drivers does not go with its drivers. */
export function checkDriverCounts(
  { outcome, drivers, sums, pairs }: DriverTally,
  tell: (path: readonly (string | number)[], found: unknown, expected: string) => void,
): void {
  for (const { questions } of [outcome, ...drivers]) {
    // No cell is kept for each answer, so there may be any number of them.
    for (const { scale } of questions) checkScale(scale, Number.MAX_SAFE_INTEGER);
  }
  const expectLength = (
    path: readonly (string | number)[],
    list: readonly unknown[],
    length: number,
  ): void => {
    if (list.length !== length) tell(path, list, `a list of ${length}`);
  };
  const count = drivers.length;
  // The last sum is that of the squares of the weights.
  const cells = ((count + 2) * (count + 3)) / 2 + 1;
  const expectAtMost = (
    path: readonly (string | number)[],
    list: readonly number[],
    most: number,
  ): void => {
    for (const [at, value] of list.entries()) {
      if (Math.abs(value) > most) tell([...path, at], value, `a number of at most ${most}`);
    }
  };
  for (const part of ['whole', 'fraction', 'fine'] as const) {
    expectLength(['sums', part], sums[part], cells);
    expectAtMost(['sums', part], sums[part], MOST_SUM);
  }
  expectLength(['pairs'], pairs, count);
  for (const [place, { driver, outcome: answers, counts }] of pairs.entries()) {
    expectLength(['pairs', place, 'outcome'], answers, driver.length);
    expectAtMost(['pairs', place, 'driver'], driver, Number.MAX_SAFE_INTEGER);
    expectAtMost(['pairs', place, 'outcome'], answers, Number.MAX_SAFE_INTEGER);
    for (const part of ['whole', 'fraction', 'fine'] as const) {
      expectLength(['pairs', place, 'counts', part], counts[part], driver.length);
      expectAtMost(['pairs', place, 'counts', part], counts[part], MOST_SUM);
    }
  }
}

/** Larger sums have moments that are no numbers. */
const MOST_SUM = 1e150;
