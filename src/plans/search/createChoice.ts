import { type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';

/** The choice among open plans whose worth adds up. */
export interface Choice {
  /** 1 for the plans chosen last, 0 for the others. */
  readonly chosen: Int8Array;
  /**
   * Chooses every plan with a worth above zero, the best one of each group, and returns what they
   * are worth together: no choice is worth more.
   */
  readonly byWorth: (open: Int32Array, worth: Float64Array) => number;
  /**
   * Marks in `forced` the plans which, decided the other way than chosen, bring the bound below the
   * cut.
   */
  readonly force: (bound: number, cut: number, forced: Int8Array) => void;
}

/**
 * The choice for a problem; of each group of plans that exclude each other it takes one at most.
 */
export function createChoice({ plans, groups }: CompiledProblem): Choice {
  const chosen = new Int8Array(plans.length);
  const best = new Float64Array(groups);
  const next = new Float64Array(groups);
  const bestPlan = new Int32Array(groups);
  const groupOf = Int32Array.from(plans, ({ group }) => group);
  let among: Int32Array = new Int32Array(0);
  let worthOf: Float64Array = new Float64Array(plans.length);

  function byWorth(open: Int32Array, worth: Float64Array): number {
    among = open;
    worthOf = worth;
    best.fill(0);
    next.fill(0);
    bestPlan.fill(-1);
    chosen.fill(0);
    for (const position of open) {
      const group = groupOf[position] ?? 0;
      const own = worth[position] ?? 0;
      if (own > (best[group] ?? 0)) {
        next[group] = best[group] ?? 0;
        best[group] = own;
        bestPlan[group] = position;
      } else if (own > (next[group] ?? 0)) next[group] = own;
    }
    let sum = 0;
    for (let group = 0; group < groups; group += 1) {
      sum += best[group] ?? 0;
      const position = bestPlan[group] ?? -1;
      if (position >= 0) chosen[position] = 1;
    }
    return sum;
  }

  function force(bound: number, cut: number, forced: Int8Array): void {
    for (const position of among) {
      if (forced[position] !== OPEN) continue;
      const group = groupOf[position] ?? 0;
      const others = bound - (best[group] ?? 0);
      if (others + (worthOf[position] ?? 0) < cut) forced[position] = LEFT;
      else if (chosen[position] === 1 && others + (next[group] ?? 0) < cut)
        forced[position] = TAKEN;
    }
  }

  return { chosen, byWorth, force };
}
