import { compileEffects } from './compileEffects.ts';
import { compileProblem } from './compileProblem.ts';
import { compileRows } from './compileRows.ts';
import { decideWhatIsGiven } from './decideWhatIsGiven.ts';
import { findOptimum } from './findOptimum.ts';
import { keptCustomers } from './keptCustomers.ts';
import { type BestSet, proveOptimum, TIE_TOLERANCE } from './proveOptimum.ts';
import { type CompiledProblem, TAKEN } from './searchTypes.ts';
import type { FoundSet, SelectionProblem } from './selectionProblem.ts';
import { coldStart } from './solveDual.ts';
import { takenState } from './takenState.ts';

/** What is best for a variant of a problem that has been solved. */
export interface VariantSolution {
  /** The plans taken, by position: those of the solved problem unless others are better. */
  readonly chosen: ReadonlySet<number>;
  /** Whether they are those of the solved problem. */
  readonly isSame: boolean;
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

/** How to solve what differs little from a problem that has been solved. */
export interface NearVariants {
  /** Solves it with other effects. */
  readonly withEffects: (effects: SelectionProblem['effects']) => VariantSolution;
  /** Solves it with more of the resources. */
  readonly withCapacities: (capacities: SelectionProblem['capacities']) => VariantSolution;
}

/**
 * Solves variants that differ little from a problem that has been solved, each from the set and the
 * multipliers found there. All of one kind together take at most so many nodes of the search tree, and one
 * each.
 */
export function createNearVariants(
  problem: SelectionProblem,
  { chosen, search: { compiled, start, warmStart } }: FoundSet,
  nodes: number,
): NearVariants {
  const taken = new Set(chosen);
  const first = takenState(compiled, chosen);
  const left = { effects: nodes, capacities: nodes };
  const solve = (
    variant: CompiledProblem,
    from: Int8Array,
    kind: keyof typeof left,
  ): VariantSolution => {
    const budget = { nodes: 0, limit: Math.max(1, left[kind]) };
    const own =
      variant.rows.length === compiled.rows.length
        ? { multipliers: warmStart.multipliers.slice(), relaxed: warmStart.relaxed.slice() }
        : coldStart(variant);
    const dual = { warmStart: own, bound: Infinity };
    const improve = (state: Int8Array): Int8Array => state;
    const best = proveOptimum(variant, from, { first, dual, improve }, budget);
    left[kind] -= budget.nodes;
    return solutionOf(variant, taken, first, best);
  };
  return {
    withEffects(effects) {
      const variant = { ...compiled, ...compileEffects(effects, compiled.plans, problem.stakes) };
      return solve(variant, decideWhatIsGiven(variant, problem), 'effects');
    },
    withCapacities(capacities) {
      const rows = compileRows({ ...problem, capacities }, compiled.plans);
      return solve({ ...compiled, rows }, start, 'capacities');
    },
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
    const most = Math.max(before, bound);
    return { chosen: taken, isSame: true, before, value: before, bound: most, proved };
  }
  const others = problem.plans.filter((_, place) => state[place] === TAKEN);
  const chosen = new Set(others.map(({ given }) => given));
  return { chosen, isSame: false, before, value, bound, proved };
}
