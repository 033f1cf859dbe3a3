import { planByPlan } from './capacityRow.ts';
import { type Choice, chooseByReducedProfit, createChoice, forcePlans } from './choice.ts';
import { openPlans } from './decidePlan.ts';
import { createGains, type Gains, layGains, startGains } from './gains.ts';
import { type CapacityRow, type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';

/** Where a bound is asked for: some plans taken, some left, the others open. */
export interface BoundNode {
  /** What is decided about each plan. */
  readonly state: Int8Array;
  /** Customers kept by the plans taken. */
  readonly value: number;
  /** What they leave at stake per moment. */
  readonly remaining: Float64Array;
  /** What they leave of each capacity, as a share of its unit. */
  readonly free: Float64Array;
  /** A set is of interest only if it keeps at least so many customers. */
  readonly target: number;
}

/** A bound on every set that agrees with a node, as a sum over the open plans it takes. */
export interface BoundForm {
  /**
   * The reduced profit of each open plan: a set can keep no more than the bound less what it forgoes, of
   * each group the best reduced profit less that of its own plan.
   */
  readonly reducedProfit: Float64Array;
  /** What each open plan gains at most: a set can keep no more than `granted` and these together. */
  readonly gain: Float64Array;
  /** What is counted for any set, one figure. */
  readonly granted: Float64Array;
}

/** What bounds of one search are worked out with. */
export interface Bound {
  /** `TAKEN` or `LEFT` for the open plans of the last node that cannot go the other way. */
  readonly forced: Int8Array;
  /** The relaxed solution, a running mean of what the steps chose: 0 leaves a plan, 1 takes it. */
  readonly relaxed: Float64Array;
  /** The form that the bound of the last node has. */
  readonly form: BoundForm;
  /** The problem. */
  readonly problem: CompiledProblem;
  /** What the open plans gain at most. */
  readonly gains: Gains;
  /** Which of them are chosen. */
  readonly choice: Choice;
  /** Their reduced profits at the multipliers tried. */
  readonly reducedProfit: Float64Array;
  /** The multipliers tried: of the rows, the covers and the needs. */
  readonly trial: Float64Array;
  /** How the bound rises with each. */
  readonly slope: Float64Array;
  /** How many rows there are. */
  readonly rowCount: number;
  /** What each plan takes of each row, plan by plan. */
  readonly takes: Float64Array;
  /** Per cover and need, whether it is in force: not met, or ruled out, by the plans decided. */
  readonly inForce: Int8Array;
  /** A list for the open plans. */
  readonly list: Int32Array;
}

/** How much of its last choice each step brings into the running mean. */
const MEAN_WEIGHT = 0.2;
/** After so many steps without progress the step length is halved. */
const PATIENCE = 20;
/** Steps shorter than this part of Polyak's length are not worth their time. */
const LEAST_LENGTH = 0.01;
/** Higher multipliers, in units of what rounding can do to a bound, would let it do more. */
const GREATEST_MULTIPLIER = 1e13;

/** What to work out the bounds of a search with, which has these rows. */
export function createBound(problem: CompiledProblem, rows: readonly CapacityRow[]): Bound {
  const { plans, needs, covers } = problem;
  const perPlan = (): Float64Array => new Float64Array(plans.length);
  const multipliers = rows.length + covers.length + needs.length;
  return {
    forced: new Int8Array(plans.length),
    relaxed: perPlan(),
    form: { reducedProfit: perPlan(), gain: perPlan(), granted: new Float64Array(1) },
    problem,
    gains: createGains(problem),
    choice: createChoice(problem),
    reducedProfit: perPlan(),
    trial: new Float64Array(multipliers),
    slope: new Float64Array(multipliers),
    rowCount: rows.length,
    takes: planByPlan(rows, 'scaled', plans.length),
    inForce: new Int8Array(multipliers),
    list: new Int32Array(plans.length),
  };
}

/**
 * How many customers any set that agrees with a node can keep at most, by Lagrangian relaxation.
 *
 * Every resource, every list of plans of which one has to be taken, and every need of a plan for another has
 * a Lagrange multiplier: a price for what is taken, a reward, and what the plan pays to the one it needs. At given
 * multipliers the reduced profit of an open plan is its gain less what it pays; taking every plan with a reduced
 * profit above zero (the best one of each group of which only one can be taken) is the best choice,
 * and with the free resources paid for no set that fits can be better:
 *
 *     bound = value + sum of multiplier · free - rewards + sum over groups of max(0, best reduced profit)
 *
 * This holds for all multipliers from 0 up, so the multipliers only decide how sharp the bound is. They are
 * improved by subgradient steps of Polyak's length towards the target. `multipliers` are those to start
 * from, and afterwards the best found.
 *
 * Nothing is carried over from node to node but the multipliers: rounding cannot pile up.
 *
 * @see Fisher (1981), Management Science 27, 1-18
 */
export function boundAbove(
  bounds: Bound,
  node: BoundNode,
  multipliers: Float64Array,
  steps: number,
): number {
  const { problem, gains, choice, forced, relaxed, form, reducedProfit, trial, slope, rowCount } =
    bounds;
  const { chosen } = choice;
  const { state, value, free } = node;
  const cut = node.target - problem.noise;
  const greatestMultiplier = GREATEST_MULTIPLIER * problem.noise;
  let best = Infinity;
  let length = 1;
  let stalled = 0;
  forced.fill(OPEN);
  trial.set(multipliers);
  const open = startNode(bounds, node);
  for (let plan = 0; plan < state.length; plan += 1) if (state[plan] !== OPEN) relaxed[plan] = 0;
  for (let step = 0; step < steps; step += 1) {
    const granted = value + layGains(gains, relaxed);
    let bound = granted - reduceProfits(bounds, open);
    for (let row = 0; row < rowCount; row += 1) bound += (trial[row] ?? 0) * (free[row] ?? 0);
    bound += chooseByReducedProfit(choice, open, reducedProfit);

    stalled = bound < best - 1e-4 * Math.abs(best) ? 0 : stalled + 1;
    if (bound <= best) {
      best = bound;
      multipliers.set(trial);
      form.reducedProfit.set(reducedProfit);
      form.gain.set(gains.of);
      form.granted[0] = granted;
      if (best < cut) return best;
      forcePlans(choice, open, reducedProfit, bound - cut, forced);
    }
    for (const plan of open) {
      const before = relaxed[plan] ?? 0;
      relaxed[plan] = before + MEAN_WEIGHT * ((chosen[plan] ?? 0) - before);
    }

    const squares = findSlope(bounds, open, free);
    const flat = squares < 1e-18;
    if (flat && gains.sharedCount === 0) break;
    if (stalled >= PATIENCE) {
      length /= 2;
      stalled = 0;
      if (length < LEAST_LENGTH) break;
    }
    const move = flat ? 0 : (length * (bound - cut)) / squares;
    for (let index = 0; index < trial.length; index += 1) {
      const multiplier = (trial[index] ?? 0) - move * (slope[index] ?? 0);
      trial[index] = Math.max(0, Math.min(greatestMultiplier, multiplier));
    }
  }
  return best;
}

/** Turns to a node; returns its open plans. */
function startNode(
  { problem, gains, rowCount, inForce, list }: Bound,
  { state, remaining }: BoundNode,
): Int32Array {
  const { covers, needs } = problem;
  const open = openPlans(state, list);
  startGains(gains, open, remaining);
  for (const [index, cover] of covers.entries()) {
    inForce[rowCount + index] = cover.some((plan) => state[plan] === TAKEN) ? 0 : 1;
  }
  const firstNeed = rowCount + covers.length;
  for (let index = 0; index < needs.length; index += 1) {
    const [plan, other] = needs[index] ?? [0, 0];
    inForce[firstNeed + index] = state[plan] === OPEN && state[other] === OPEN ? 1 : 0;
  }
  return open;
}

/** Works out the reduced profits of open plans at the multipliers; returns the rewards, then paid twice. */
function reduceProfits(
  { problem, gains, reducedProfit, trial, rowCount, takes, inForce }: Bound,
  open: Int32Array,
): number {
  const { covers, needs } = problem;
  const gain = gains.of;
  for (const plan of open) {
    let own = gain[plan] ?? 0;
    for (let row = 0, at = plan * rowCount; row < rowCount; row += 1, at += 1) {
      own -= (trial[row] ?? 0) * (takes[at] ?? 0);
    }
    reducedProfit[plan] = own;
  }
  let rewards = 0;
  for (let index = 0; index < covers.length; index += 1) {
    const multiplier = trial[rowCount + index] ?? 0;
    if (multiplier === 0 || inForce[rowCount + index] === 0) continue;
    rewards += multiplier;
    for (const plan of covers[index] ?? [])
      reducedProfit[plan] = (reducedProfit[plan] ?? 0) + multiplier;
  }
  const firstNeed = rowCount + covers.length;
  for (let index = 0; index < needs.length; index += 1) {
    const multiplier = trial[firstNeed + index] ?? 0;
    if (multiplier === 0 || inForce[firstNeed + index] === 0) continue;
    const [plan, other] = needs[index] ?? [0, 0];
    reducedProfit[plan] = (reducedProfit[plan] ?? 0) - multiplier;
    reducedProfit[other] = (reducedProfit[other] ?? 0) + multiplier;
  }
  return rewards;
}

/** Finds the direction in which the bound rises with the multipliers; returns its squared length. */
function findSlope(bounds: Bound, open: Int32Array, free: Float64Array): number {
  const { choice, trial, slope, rowCount, takes } = bounds;
  const { chosen } = choice;
  slope.set(free);
  for (const plan of open) {
    if (chosen[plan] === 0) continue;
    for (let row = 0, at = plan * rowCount; row < rowCount; row += 1, at += 1) {
      slope[row] = (slope[row] ?? 0) - (takes[at] ?? 0);
    }
  }
  slopeOfDemands(bounds);
  let squares = 0;
  for (let index = 0; index < slope.length; index += 1) {
    const rise = slope[index] ?? 0;
    if (rise > 0 && (trial[index] ?? 0) <= 0) slope[index] = 0;
    else squares += rise * rise;
  }
  return squares;
}

/** How the bound rises with the multipliers of covers and needs, the plans chosen staying as they are. */
function slopeOfDemands({ problem, choice, slope, rowCount, inForce }: Bound): void {
  const { covers, needs } = problem;
  const { chosen } = choice;
  for (let index = 0; index < covers.length; index += 1) {
    let rise = -1;
    for (const plan of covers[index] ?? []) rise += chosen[plan] ?? 0;
    slope[rowCount + index] = inForce[rowCount + index] === 0 ? 0 : rise;
  }
  const firstNeed = rowCount + covers.length;
  for (let index = 0; index < needs.length; index += 1) {
    const [plan, other] = needs[index] ?? [0, 0];
    const rise = (chosen[other] ?? 0) - (chosen[plan] ?? 0);
    slope[firstNeed + index] = inForce[firstNeed + index] === 0 ? 0 : rise;
  }
}
