import { createChoice } from './createChoice.ts';
import { createGains } from './createGains.ts';
import { openPlans } from './decidePlan.ts';
import { type CapacityRow, type CompiledProblem, OPEN } from './searchTypes.ts';

/** Where a bound is asked for: some plans taken, some left, the others open. */
interface BoundNode {
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

/** Computes bounds for one search. */
export interface Bound {
  /**
   * How many customers any set that agrees with the node can keep at most. `prices` are those to
   * start from, and afterwards the best found.
   */
  readonly above: (node: BoundNode, prices: Float64Array, steps: number) => number;
  /** `TAKEN` or `LEFT` for the open plans of the last node that cannot go the other way. */
  readonly forced: Int8Array;
  /** How the last steps would have it: 0 leaves a plan, 1 takes it. */
  readonly leaning: Float64Array;
}

/** How much of its last choice each step brings into the running mean. */
const MEAN_WEIGHT = 0.2;
/** After so many steps without progress the step length is halved. */
const PATIENCE = 20;

/**
 * An upper bound on what can still be reached, by Lagrangian relaxation.
 *
 * Every resource has a price per unit and every need a price paid by the plan to what it needs. At
 * given prices, an open plan is worth its gain less what it takes; taking every plan with a worth
 * above zero (the best one of each group of which only one can be taken) is as good as any choice,
 * and with the free resources paid at their price no set that fits can be better:
 *
 *     bound = value + sum of price · free + sum over groups of max(0, best worth)
 *
 * This holds for all prices from 0 up, so the prices only decide how sharp the bound is. They are
 * improved by subgradient steps of Polyak's length towards the target.
 *
 * Nothing is carried over from node to node but the prices: rounding cannot pile up.
 *
 * @see Fisher (1981), Management Science 27, 1-18
 */
export function createBound(problem: CompiledProblem, rows: readonly CapacityRow[]): Bound {
  const { plans, needs, noise } = problem;
  const gains = createGains(problem);
  const choice = createChoice(problem);
  const { chosen } = choice;
  const forced = new Int8Array(plans.length);
  const leaning = new Float64Array(plans.length);
  const worth = new Float64Array(plans.length);
  const trial = new Float64Array(rows.length + needs.length);
  const slope = new Float64Array(trial.length);
  let open: number[] = [];

  function priceWorth(state: Int8Array): void {
    for (const position of open) {
      let own = gains.of(position);
      for (let row = 0; row < rows.length; row += 1) {
        own -= (trial[row] ?? 0) * (rows[row]?.scaled[position] ?? 0);
      }
      worth[position] = own;
    }
    for (let index = 0; index < needs.length; index += 1) {
      const price = trial[rows.length + index] ?? 0;
      const [plan, other] = needs[index] ?? [0, 0];
      if (price === 0 || state[plan] !== OPEN || state[other] !== OPEN) continue;
      worth[plan] = (worth[plan] ?? 0) - price;
      worth[other] = (worth[other] ?? 0) + price;
    }
  }

  /** The direction in which the bound rises with the prices; returns its squared length. */
  function findSlope(state: Int8Array, free: Float64Array): number {
    let squares = 0;
    for (let index = 0; index < slope.length; index += 1) {
      let rise: number;
      if (index < rows.length) {
        rise = free[index] ?? 0;
        const scaled = rows[index]?.scaled;
        for (const position of open) if (chosen[position] === 1) rise -= scaled?.[position] ?? 0;
      } else {
        const [plan, other] = needs[index - rows.length] ?? [0, 0];
        const both = state[plan] === OPEN && state[other] === OPEN;
        rise = both ? (chosen[other] ?? 0) - (chosen[plan] ?? 0) : 0;
      }
      if (rise > 0 && (trial[index] ?? 0) <= 0) rise = 0;
      slope[index] = rise;
      squares += rise * rise;
    }
    return squares;
  }

  function above(node: BoundNode, prices: Float64Array, steps: number): number {
    const { state, value, remaining, free, target } = node;
    const cut = target - noise;
    let best = Infinity;
    let length = 1;
    let stalled = 0;
    forced.fill(OPEN);
    trial.set(prices);
    open = openPlans(state);
    for (const [position, fate] of state.entries()) if (fate !== OPEN) leaning[position] = 0;
    gains.startAt(open, remaining);
    for (let step = 0; step < steps; step += 1) {
      let bound = value + gains.lay(leaning);
      priceWorth(state);
      for (let row = 0; row < rows.length; row += 1) bound += (trial[row] ?? 0) * (free[row] ?? 0);
      bound += choice.byWorth(open, worth);

      stalled = bound < best - 1e-4 * Math.abs(best) ? 0 : stalled + 1;
      if (bound < best) {
        best = bound;
        prices.set(trial);
      }
      if (best < cut) return best;
      choice.force(bound, cut, forced);
      for (const position of open) {
        const lean = leaning[position] ?? 0;
        leaning[position] = lean + MEAN_WEIGHT * ((chosen[position] ?? 0) - lean);
      }

      const squares = findSlope(state, free);
      const flat = squares < 1e-18;
      if (flat && !gains.overlap()) break;
      if (stalled >= PATIENCE) {
        length /= 2;
        stalled = 0;
      }
      const move = flat ? 0 : (length * (bound - cut)) / squares;
      for (let index = 0; index < trial.length; index += 1) {
        trial[index] = Math.max(0, (trial[index] ?? 0) - move * (slope[index] ?? 0));
      }
    }
    return best;
  }

  return { above, forced, leaning };
}
