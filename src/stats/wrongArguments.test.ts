import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { cohensKappa } from './agreement/cohensKappa.ts';
import { kendallW } from './agreement/kendallW.ts';
import { mantelHaenszelOddsRatio } from './agreement/mantelHaenszelOddsRatio.ts';
import { perreaultLeigh } from './agreement/perreaultLeigh.ts';
import { newcombeDifference } from './intervals/newcombeDifference.ts';
import { newcombePairedDifference } from './intervals/newcombePairedDifference.ts';
import { wilsonInterval } from './intervals/wilsonInterval.ts';
import { createRandom } from './random/createRandom.ts';
import { drawBinomial } from './random/drawBinomial.ts';
import { drawMultinomial } from './random/drawMultinomial.ts';
import { drawNormal } from './random/drawNormal.ts';
import { crossProducts } from './regression/crossProducts.ts';
import { johnsonWeights } from './regression/johnsonWeights.ts';
import { leastSquares } from './regression/leastSquares.ts';
import { lmgShares } from './regression/lmgShares.ts';
import { mergeCrossProducts } from './regression/mergeCrossProducts.ts';
import { addToSketch } from './sketch/addToSketch.ts';
import { emptySketch } from './sketch/emptySketch.ts';
import { mergeSketches } from './sketch/mergeSketches.ts';
import { quantileOf } from './sketch/quantileOf.ts';
import { kaplanMeier } from './survival/kaplanMeier.ts';
import { adjustForMultipleTests } from './tests/adjustForMultipleTests.ts';
import { chiSquareTest } from './tests/chiSquareTest.ts';
import { fisherExactTest } from './tests/fisherExactTest.ts';
import { mannWhitney } from './tests/mannWhitney.ts';
import { mcnemarTest } from './tests/mcnemarTest.ts';
import { pairedTTest } from './tests/pairedTTest.ts';
import { superiorityInterval } from './tests/superiorityInterval.ts';
import { welchTest } from './tests/welchTest.ts';
import { wilcoxonSignedRank } from './tests/wilcoxonSignedRank.ts';

const level = { level: 0.9 };
const share = { successes: 3, n: 9 };
const summary = { n: 9, mean: 3, variance: 2 };
const sums = crossProducts({ columns: [[1, 2, 4, 5]], outcome: [1, 2, 2, 3] });
const sketch = addToSketch(emptySketch(), [1, 2, 3]);
const random = createRandom(1);
const pairs = { both: 5, onlyFirst: 3, onlySecond: 1, neither: 4 };
const table = [
  [5, 2],
  [1, 4],
];

/** Every public function of this room, with arguments that are right. */
const CALLS: readonly (readonly [(...given: never[]) => unknown, readonly unknown[]])[] = [
  [addToSketch, [sketch, [1]]],
  [adjustForMultipleTests, [[0.1, 0.2], { adjustment: 'holm' }]],
  [chiSquareTest, [table]],
  [cohensKappa, [table, level]],
  [createRandom, [1]],
  [crossProducts, [{ columns: [[1, 2]], outcome: [2, 3], weights: [1, 1] }]],
  [drawBinomial, [random, 9, 0.25, 0.75]],
  [drawMultinomial, [random, 9, [1, 2]]],
  [drawNormal, [random]],
  [emptySketch, [{ accuracy: 0.02 }]],
  [fisherExactTest, [table, { alternative: 'less' }]],
  [johnsonWeights, [sums]],
  [kaplanMeier, [{ values: [1, 4], counts: [2, 1] }, { values: [3], counts: [1] }, level]],
  [kendallW, [table]],
  [leastSquares, [sums]],
  [lmgShares, [sums]],
  [mannWhitney, [[1, 2], [2, 1], { exactUpTo: 9 }]],
  [mantelHaenszelOddsRatio, [[{ a: 1, b: 2, c: 3, d: 4 }], level]],
  [mcnemarTest, [{ onlyFirst: 3, onlySecond: 1 }]],
  [mergeCrossProducts, [[sums]]],
  [mergeSketches, [[sketch]]],
  [newcombeDifference, [share, share, level]],
  [newcombePairedDifference, [pairs, level]],
  [pairedTTest, [summary, level]],
  [perreaultLeigh, [8, 9, 3, level]],
  [quantileOf, [sketch, 0.5]],
  [superiorityInterval, [[1, 2], [2, 1], level]],
  [welchTest, [summary, summary, level]],
  [wilcoxonSignedRank, [[1, 2, 3], { exactUpTo: 9 }]],
  [wilsonInterval, [3, 9, level]],
];

const WRONG = [
  undefined,
  null,
  'x',
  7,
  {},
  [],
  NaN,
  [7],
  5n,
  true,
  Symbol('x'),
  Object.create(null),
  () => NaN,
];

/** One level down from an argument: each of its fields or elements replaced by what is wrong. */
function withWrongParts(argument: unknown): unknown[] {
  if (Array.isArray(argument)) {
    return WRONG.map((wrong): unknown => argument.with(0, wrong));
  }
  if (typeof argument !== 'object' || argument === null) return [];
  return Object.keys(argument).flatMap((key) =>
    WRONG.map((wrong) => ({ ...argument, [key]: wrong })),
  );
}

describe('every public function of the room', () => {
  it.each(CALLS.map(([called, given]) => [called.name, called, given] as const))(
    'refuses a wrong argument of %s with the one error, and takes a right one',
    (name, called, given) => {
      expect(() => called(...(given as never[]))).not.toThrow();
      for (const place of given.keys()) {
        for (const wrong of [...WRONG, ...withWrongParts(given[place])]) {
          // A function that gives no random numbers cannot be told from one that does.
          if (name.startsWith('draw') && typeof wrong === 'function') continue;
          try {
            called(...(given.with(place, wrong) as never[]));
          } catch (error) {
            expect.soft(error, `argument ${place}`).toBeInstanceOf(ServiceCycleError);
          }
        }
      }
    },
  );

  it('stands in the table above', async () => {
    const { readFile } = await import('node:fs/promises');
    const index = await readFile('src/stats/index.ts', 'utf8');
    const exported = [...index.matchAll(/export \{([^}]*)\} from '[.]\//g)]
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim())
      .filter((name) => /^[a-z]/.test(name) && !name.startsWith('type '));
    const called = new Set(CALLS.map(([{ name }]) => name));
    expect(exported.filter((name) => !called.has(name))).toEqual([]);
  });
});
