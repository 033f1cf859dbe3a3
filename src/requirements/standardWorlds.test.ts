import { describe, expect, it } from 'vitest';
import type { Standard } from '../model/requirement.ts';
import { createRandom } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import { assessStandard } from './assessStandard.ts';
import type { MeasurementTally } from './measurements/tallyTypes.ts';
import type { StandardStatus } from './types.ts';

const RUNS = 20_000;
const SIZES = [12, 30, 100, 300, 1000, 5000];

/** What (1 - 0.95)/2 may come to among so many runs: four standard errors more. */
const HALF_OF_FIVE_PERCENT = 0.025 + 4 * Math.sqrt((0.025 * 0.975) / RUNS);

function standard(requiredShare: number): Standard {
  const measured = { measure: 'Time', unit: 'seconds', operator: '<=', threshold: 1 } as const;
  return { id: 's', ...measured, requiredShare };
}

function counted(conforming: number, n: number): MeasurementTally {
  return {
    kind: 'measurement-tally',
    standard: 's',
    operator: '<=',
    threshold: 1,
    unit: 'seconds',
    customer: 'external',
    values: 'exact',
    by: [],
    groups: [
      {
        group: [],
        conforming,
        failing: n - conforming,
        undecided: { abandoned: 0, stillWaiting: 0 },
        invalid: 0,
        measured: { values: [1, 2], counts: [conforming, n - conforming] },
      },
    ],
    otherStandards: 0,
    otherCustomers: 0,
    firstInvalid: [],
  };
}

/** The shares of samples in which a service of a true share is called met, not met, and materially so. */
function verdicts(requiredShare: number, truth: number, n: number) {
  const random = createRandom(n);
  const known = new Map<number, readonly [StandardStatus, boolean]>();
  const count = { met: 0, notMet: 0, material: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const conforming = drawBinomial(random, n, truth);
    const found = known.get(conforming) ?? verdictOn(requiredShare, conforming, n);
    known.set(conforming, found);
    const [status, material] = found;
    if (status === 'met') count.met += 1 / RUNS;
    if (status === 'not-met') count.notMet += 1 / RUNS;
    if (material) count.material += 1 / RUNS;
  }
  return count;
}

function verdictOn(requiredShare: number, conforming: number, n: number) {
  const { status, shortfall } = assessStandard(standard(requiredShare), counted(conforming, n));
  return [status, shortfall?.material ?? false] as const;
}

describe.each([0.8, 0.9, 0.95, 0.99])('a standard that asks for a share of %d', (required) => {
  const little = (1 - required) / 5;

  it.each(SIZES)('is falsely met or not met in 25 of 1,000 samples of %d at most', (n) => {
    const exactly = verdicts(required, required, n);
    expect(exactly.met).toBeLessThanOrEqual(HALF_OF_FIVE_PERCENT);
    expect(exactly.notMet).toBeLessThanOrEqual(HALF_OF_FIVE_PERCENT);
    const above = verdicts(required, required + little, n);
    expect(above.notMet).toBeLessThanOrEqual(HALF_OF_FIVE_PERCENT);
    const below = verdicts(required, required - little, n);
    expect(below.met).toBeLessThanOrEqual(HALF_OF_FIVE_PERCENT);
    // A fifth more failures than can be borne is no shortfall that matters.
    expect(below.material).toBeLessThanOrEqual(HALF_OF_FIVE_PERCENT);
  });

  it('is told the more surely the more is measured', () => {
    const found = SIZES.map((n) => verdicts(required, required - little, n).notMet);
    expect(found.at(-1)).toBeGreaterThan(0.25);
    expect(found.at(-1)).toBeGreaterThan(found[2] ?? 1);
    const missed = verdicts(required, 1 - 4 * (1 - required), 1000);
    expect(missed.material).toBeGreaterThan(0.95);
  });
});
