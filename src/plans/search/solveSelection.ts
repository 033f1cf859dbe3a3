import { compileProblem } from './compileProblem.ts';
import { decideWhatIsGiven } from './decideWhatIsGiven.ts';
import { findAnySet } from './findAnySet.ts';
import { findConflict } from './findConflict.ts';
import { findCoverConflict } from './findCoverConflict.ts';
import { findOptimum } from './findOptimum.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { type CompiledProblem, TAKEN } from './searchTypes.ts';
import type { SelectionProblem, SelectionSolution } from './selectionProblem.ts';
import { settleTies } from './settleTies.ts';
import { takeGreedily } from './takeGreedily.ts';
import { takenState } from './takenState.ts';

/**
 * Solves a selection exactly.
 *
 *     maximise   sum over moments of stake · (1 - product over plans taken of (1 - share))
 *     subject to every capacity, limit and cover, needs, excludes, what must and must not be done
 *
 * The objective has diminishing returns: plans at one moment take from each other. A benefit that
 * adds up is the special case of one moment per plan and a share of 1.
 *
 * `optimal` is said only when every part of the search tree was searched or proved to hold nothing
 * better. Sets within a billionth of the most customers count as equal, and then fewer plans, lower
 * use of resources and the ids decide; the order in which plans are given never does.
 */
export function solveSelection(problem: SelectionProblem): SelectionSolution {
  const conflict = findConflict(problem);
  if (conflict.length > 0) return { status: 'infeasible', conflict, smallest: 'proved' };
  const compiled = compileProblem(problem);
  const start = decideWhatIsGiven(compiled, problem);
  const budget = { nodes: 0, limit: problem.nodeLimit };

  const shares = Float64Array.from(compiled.plans, ({ resourceShare }) => resourceShare);
  const greedySet = takeGreedily(compiled, start, start, shares);
  let first = greedySet;
  if (!meetsDemands(compiled, compiled.rows, greedySet)) {
    const any = findAnySet(problem, budget);
    if (any === 'none') return { status: 'infeasible', ...findCoverConflict(problem) };
    if (any === 'open') return { status: 'undecided', nodes: budget.nodes };
    first = takenState(compiled, any);
  }
  const best = findOptimum(compiled, start, first, budget);
  const { state, ties } = best.proved
    ? settleTies(compiled, start, best, budget)
    : { state: best.state, ties: 'open' as const };
  const value = keptCustomers(compiled, state);
  return {
    search: { compiled, start, warmStart: best.warmStart },
    status: best.proved ? 'optimal' : 'gap',
    chosen: givenPlans(compiled, state),
    value,
    bound: best.proved ? value : best.bound,
    ties,
    nodes: budget.nodes,
    greedySet: {
      chosen: givenPlans(compiled, greedySet),
      value: keptCustomers(compiled, greedySet),
      unmet: problem.covers.flatMap((_, cover) =>
        compiled.covers[cover]?.some((plan) => greedySet[plan] === TAKEN) ? [] : [cover],
      ),
    },
  };
}

function givenPlans({ plans }: CompiledProblem, state: Int8Array): number[] {
  return plans
    .filter((_, position) => state[position] === TAKEN)
    .map(({ given }) => given)
    .sort((a, b) => a - b);
}
