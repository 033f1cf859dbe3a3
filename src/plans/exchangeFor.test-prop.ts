import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetsAllDemands, problems } from '../../test/support/arbitraryProblem.ts';
import { exchangeFor } from './exchangeFor.ts';
import type { SelectionProblem } from './search/selectionProblem.ts';
import { solveSelection } from './search/solveSelection.ts';
import { needsByPlan, withNeeds } from './search/withNeeds.ts';
import { keptBy } from './selectedSet.ts';

/** The smallest loss of all sets that hold the plan, what it needs, and some of those taken. */
function smallestLoss(
  problem: SelectionProblem,
  taken: ReadonlySet<number>,
  plan: number,
): number | undefined {
  const kept = keptBy(problem);
  const coming = [...withNeeds([plan], needsByPlan(problem.needs))];
  const others = [...taken].filter((other) => !coming.includes(other));
  const losses = Array.from({ length: 2 ** others.length }, (_, bits) => [
    ...coming,
    ...others.filter((_each, place) => (bits >> place) & 1),
  ]).flatMap((set) => {
    const used = problem.capacities.map((_, resource) =>
      set.reduce((sum, member) => sum + problem.costs[member]![resource]!, 0),
    );
    return meetsAllDemands(problem, set, used) ? [kept(taken) - kept(new Set(set))] : [];
  });
  return losses.length === 0 ? undefined : Math.min(...losses);
}

describe('which plans would best go to let another in', () => {
  it('are found as by looking at every set, and none is found where there is none', () => {
    fc.assert(
      fc.property(problems(9), (problem) => {
        const solution = solveSelection(problem);
        if (!('chosen' in solution)) return;
        const taken = new Set(solution.chosen);
        const exchange = exchangeFor(problem, solution);
        const kept = keptBy(problem);
        for (const plan of problem.ids.keys()) {
          if (taken.has(plan)) continue;
          const found = exchange(plan, 'meet');
          const expected = smallestLoss(problem, taken, plan);
          expect([plan, found === undefined]).toEqual([plan, expected === undefined]);
          if (found === undefined || expected === undefined) continue;
          expect(found.proved).toBe(true);
          expect(Math.abs(found.loss - expected)).toBeLessThan(1e-9 * Math.max(1, kept(taken)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
