import { compileEffects } from './compileEffects.ts';
import { compileProblem } from './compileProblem.ts';
import { decideWhatIsGiven } from './decideWhatIsGiven.ts';
import { findOptimum } from './findOptimum.ts';
import { keptCustomers } from './keptCustomers.ts';
import { priceResources } from './priceResources.ts';
import { type BestSet, proveOptimum, TIE_TOLERANCE } from './proveOptimum.ts';
import { type CompiledProblem, TAKEN } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';
import { takenState } from './takenState.ts';

/** What is best for a variant of a problem that has been solved. */
export interface VariantSolution {
  /** The plans taken, by position: the very set of the solved problem unless another is better. */
  readonly chosen: ReadonlySet<number>;
  /** Customers that the set of the solved problem keeps in the variant. */
  readonly before: number;
  /** Customers that this set keeps. */
  readonly value: number;
  /** No set keeps more. */
  readonly bound: number;
  /** Whether it is proved that no set keeps more. */
  readonly proved: boolean;
}

/**
 * Solves a variant of a problem in which the plans taken still meet the demands, as with more of a
 * resource or with other effects. It takes at most so many nodes of the search tree.
 */
export function solveVariant(
  problem: SelectionProblem,
  taken: ReadonlySet<number>,
  nodes: number,
): VariantSolution {
  const compiled = compileProblem(problem);
  const start = decideWhatIsGiven(compiled, problem);
  const first = takenState(compiled, taken);
  const best = findOptimum(compiled, start, first, { nodes: 0, limit: nodes });
  return solutionOf(compiled, taken, first, best);
}

/**
 * Solves variants that differ little from a problem that has been solved, in their effects only, each
 * from the set and the prices found there. Together they take at most so many nodes of the search
 * tree, and one each.
 *
 * @returns a function that solves one
 */
export function createNearVariants(
  problem: SelectionProblem,
  taken: ReadonlySet<number>,
  nodes: number,
): (effects: SelectionProblem['effects']) => VariantSolution {
  const base = compileProblem(problem);
  const first = takenState(base, taken);
  const { guide } = priceResources(
    base,
    decideWhatIsGiven(base, problem),
    keptCustomers(base, first),
  );
  let left = nodes;
  return (effects) => {
    const compiled = { ...base, ...compileEffects(effects, base.plans, problem.stakes) };
    const start = decideWhatIsGiven(compiled, problem);
    const budget = { nodes: 0, limit: Math.max(1, left) };
    const pricing = {
      guide: { prices: guide.prices.slice(), leaning: guide.leaning.slice() },
      bound: Infinity,
    };
    const from = { first, pricing, improve: (state: Int8Array) => state };
    const best = proveOptimum(compiled, start, from, budget);
    left -= budget.nodes;
    return solutionOf(compiled, taken, first, best);
  };
}

function solutionOf(
  problem: CompiledProblem,
  taken: ReadonlySet<number>,
  first: Int8Array,
  { state, value, bound, proved }: BestSet,
): VariantSolution {
  const before = keptCustomers(problem, first);
  if (value <= before * (1 + TIE_TOLERANCE)) {
    return { chosen: taken, before, value: before, bound: Math.max(before, bound), proved };
  }
  const others = problem.plans.filter((_, place) => state[place] === TAKEN);
  return { chosen: new Set(others.map(({ given }) => given)), before, value, bound, proved };
}
