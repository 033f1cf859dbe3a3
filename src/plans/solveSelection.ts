import { compileProblem } from './compileProblem.ts';
import { leavePlan, takePlan } from './decidePlan.ts';
import { findConflict } from './findConflict.ts';
import { keptCustomers } from './keptCustomers.ts';
import { proveOptimum } from './proveOptimum.ts';
import { type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';
import type { SelectionProblem, SelectionSolution } from './selectionProblem.ts';
import { settleTies } from './settleTies.ts';
import { swapForBetter } from './swapForBetter.ts';
import { takeBestFirst } from './takeBestFirst.ts';

/**
 * Solves a selection exactly.
 *
 *     maximise   sum over moments of stake · (1 - product over plans taken of (1 - share))
 *     subject to every capacity, needs, excludes, what must and what must not be done
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
  if (conflict.length > 0) return { status: 'infeasible', conflict };
  const compiled = compileProblem(problem);
  const start = decideWhatIsGiven(compiled, problem);
  const first = takeBestFirst(compiled, start);
  const budget = { nodes: 0, limit: problem.nodeLimit };
  const best = proveOptimum(compiled, start, swapForBetter(compiled, start, first), budget);

  const tieBudget = { nodes: 0, limit: problem.nodeLimit };
  const { state, ties } = best.proved
    ? settleTies(compiled, start, best, tieBudget)
    : { state: best.state, ties: 'open' as const };
  const value = keptCustomers(compiled, state);
  return {
    status: best.proved ? 'optimal' : 'gap',
    chosen: givenPlans(compiled, state),
    value,
    bound: best.proved ? value : best.bound,
    ties,
    nodes: budget.nodes + tieBudget.nodes,
    bestFirst: { chosen: givenPlans(compiled, first), value: keptCustomers(compiled, first) },
  };
}

/** Takes what must be done, and leaves what cannot be taken or can bring nothing. */
function decideWhatIsGiven(compiled: CompiledProblem, problem: SelectionProblem): Int8Array {
  const { plans } = compiled;
  const state = new Int8Array(plans.length);
  const mustDo = new Set(problem.mustDo);
  const forbidden = new Set(problem.forbidden);
  for (const [position, plan] of plans.entries()) {
    if (forbidden.has(plan.given) || plan.excluded.includes(position)) leavePlan(state, plan);
  }
  for (const plan of plans) if (mustDo.has(plan.given)) takePlan(compiled, state, plan);
  for (const [position, plan] of plans.entries()) {
    const brings = plan.neededBy.some(
      (other) => state[other] !== LEFT && plans[other]?.effects.length !== 0,
    );
    if (state[position] === OPEN && !brings) leavePlan(state, plan);
  }
  return state;
}

function givenPlans({ plans }: CompiledProblem, state: Int8Array): number[] {
  return plans
    .filter((_, position) => state[position] === TAKEN)
    .map(({ given }) => given)
    .sort((a, b) => a - b);
}
