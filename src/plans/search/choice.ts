import { type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';

/** The choice among open plans whose reduced profits add up, of each group of plans one at most. */
export interface Choice {
  /** 1 for the plans chosen last, 0 for the others. */
  readonly chosen: Int8Array;
  /** The group of each plan. */
  readonly groupOf: Int32Array;
  /** The best reduced profit of each group, 0 at least. */
  readonly best: Float64Array;
  /** The second best, 0 at least. */
  readonly next: Float64Array;
  /** The best plan of each group, -1 for none. */
  readonly bestPlan: Int32Array;
}

/** The choice for a problem, nothing chosen. */
export function createChoice({ plans, groupOf, groups }: CompiledProblem): Choice {
  return {
    chosen: new Int8Array(plans.length),
    groupOf,
    best: new Float64Array(groups),
    next: new Float64Array(groups),
    bestPlan: new Int32Array(groups),
  };
}

/**
 * Chooses every plan with a reduced profit above zero, the best one of each group, and returns the sum of
 * their reduced profits: no choice has a larger one.
 */
export function chooseByReducedProfit(
  { chosen, groupOf, best, next, bestPlan }: Choice,
  open: Int32Array,
  reducedProfit: Float64Array,
): number {
  best.fill(0);
  next.fill(0);
  bestPlan.fill(-1);
  chosen.fill(0);
  for (const plan of open) {
    const group = groupOf[plan] ?? 0;
    const own = reducedProfit[plan] ?? 0;
    if (own > (best[group] ?? 0)) {
      next[group] = best[group] ?? 0;
      best[group] = own;
      bestPlan[group] = plan;
    } else if (own > (next[group] ?? 0)) next[group] = own;
  }
  let sum = 0;
  for (let group = 0; group < best.length; group += 1) {
    sum += best[group] ?? 0;
    const plan = bestPlan[group] ?? -1;
    if (plan >= 0) chosen[plan] = 1;
  }
  return sum;
}

/**
 * Marks in `forced` the plans which, decided the other way than chosen, lower the bound by more than
 * this.
 */
export function forcePlans(
  { chosen, groupOf, best, next }: Choice,
  open: Int32Array,
  reducedProfit: Float64Array,
  slack: number,
  forced: Int8Array,
): void {
  for (const plan of open) {
    if (forced[plan] !== OPEN) continue;
    const group = groupOf[plan] ?? 0;
    const own = best[group] ?? 0;
    if (own - (reducedProfit[plan] ?? 0) > slack) forced[plan] = LEFT;
    else if (chosen[plan] === 1 && own - (next[group] ?? 0) > slack) forced[plan] = TAKEN;
  }
}
