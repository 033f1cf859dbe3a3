import { createChoice } from './createChoice.ts';
import { createGains } from './createGains.ts';
import { openPlans } from './decidePlan.ts';
import { type CapacityRow, type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';

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
  /** The form the bound of the last node has. */
  readonly form: BoundForm;
}

/** A bound on every set that agrees with a node, as a sum over the open plans it takes. */
export interface BoundForm {
  /**
   * What each open plan is worth: a set can keep no more than the bound less what it forgoes, of
   * each group the best worth less that of its own plan.
   */
  readonly worth: Float64Array;
  /** What each open plan gains at most: a set can keep no more than `granted` and these together. */
  readonly gain: Float64Array;
  /** What is counted for any set. */
  granted: number;
}

/** How much of its last choice each step brings into the running mean. */
const MEAN_WEIGHT = 0.2;
/** After so many steps without progress the step length is halved. */
const PATIENCE = 20;
/** Steps shorter than this part of Polyak's length are not worth their time. */
const LEAST_LENGTH = 0.01;
/** Higher prices, in units of what rounding can do to a bound, would let it do more. */
const GREATEST_PRICE = 1e13;

/**
 * An upper bound on what can still be reached, by Lagrangian relaxation.
 *
 * Every resource has a price per unit, every list of plans of which one has to be taken a reward,
 * and every need a price paid by the plan to what it needs. At given prices, an open plan is worth
 * its gain less what it takes; taking every plan with a worth above zero (the best one of each group
 * of which only one can be taken) is as good as any choice, and with the free resources paid at
 * their price no set that fits can be better:
 *
 *     bound = value + sum of price · free - rewards + sum over groups of max(0, best worth)
 *
 * This holds for all prices from 0 up, so the prices only decide how sharp the bound is. They are
 * improved by subgradient steps of Polyak's length towards the target.
 *
 * Nothing is carried over from node to node but the prices: rounding cannot pile up.
 *
 * @see Fisher (1981), Management Science 27, 1-18
 */
export function createBound(problem: CompiledProblem, rows: readonly CapacityRow[]): Bound {
  const { plans, needs, covers, noise } = problem;
  const gains = createGains(problem);
  const choice = createChoice(problem);
  const { chosen } = choice;
  const forced = new Int8Array(plans.length);
  const leaning = new Float64Array(plans.length);
  const worth = new Float64Array(plans.length);
  const form: BoundForm = {
    worth: new Float64Array(plans.length),
    gain: new Float64Array(plans.length),
    granted: 0,
  };
  const trial = new Float64Array(rows.length + covers.length + needs.length);
  const slope = new Float64Array(trial.length);
  const firstNeed = rows.length + covers.length;
  const rowCount = rows.length;
  /** What each plan takes of each row, plan by plan. */
  const takes = Float64Array.from(
    plans.flatMap((_, plan) => rows.map(({ scaled }) => scaled[plan] ?? 0)),
  );
  const greatestPrice = GREATEST_PRICE * noise;
  const list = new Int32Array(plans.length);
  /** Per cover and need, whether it is in force: not met, or ruled out, by the plans decided. */
  const inForce = new Int8Array(trial.length);
  let open: Int32Array = list;

  function startAt({ state, remaining }: BoundNode): void {
    open = openPlans(state, list);
    gains.startAt(open, remaining);
    for (let index = 0; index < covers.length; index += 1) {
      inForce[rows.length + index] = covers[index]?.some((plan) => state[plan] === TAKEN) ? 0 : 1;
    }
    for (let index = 0; index < needs.length; index += 1) {
      const [plan, other] = needs[index] ?? [0, 0];
      inForce[firstNeed + index] = state[plan] === OPEN && state[other] === OPEN ? 1 : 0;
    }
  }

  /** What the open plans are worth at the prices; returns the rewards that are then paid twice. */
  function priceWorth(): number {
    const gain = gains.of;
    for (const plan of open) {
      let own = gain[plan] ?? 0;
      for (let row = 0, at = plan * rowCount; row < rowCount; row += 1, at += 1) {
        own -= (trial[row] ?? 0) * (takes[at] ?? 0);
      }
      worth[plan] = own;
    }
    let rewards = 0;
    for (let index = 0; index < covers.length; index += 1) {
      const price = trial[rows.length + index] ?? 0;
      if (price === 0 || inForce[rows.length + index] === 0) continue;
      rewards += price;
      for (const plan of covers[index] ?? []) worth[plan] = (worth[plan] ?? 0) + price;
    }
    for (let index = 0; index < needs.length; index += 1) {
      const price = trial[firstNeed + index] ?? 0;
      if (price === 0 || inForce[firstNeed + index] === 0) continue;
      const [plan, other] = needs[index] ?? [0, 0];
      worth[plan] = (worth[plan] ?? 0) - price;
      worth[other] = (worth[other] ?? 0) + price;
    }
    return rewards;
  }

  /** How the bound changes with the price of a cover or need, the plans chosen staying as they are. */
  function slopeOf(index: number): number {
    if (inForce[index] === 0) return 0;
    if (index < firstNeed) {
      let rise = -1;
      for (const plan of covers[index - rowCount] ?? []) rise += chosen[plan] ?? 0;
      return rise;
    }
    const [plan, other] = needs[index - firstNeed] ?? [0, 0];
    return (chosen[other] ?? 0) - (chosen[plan] ?? 0);
  }

  /** The direction in which the bound rises with the prices; returns its squared length. */
  function findSlope(free: Float64Array): number {
    slope.set(free);
    for (const plan of open) {
      if (chosen[plan] === 0) continue;
      for (let row = 0, at = plan * rowCount; row < rowCount; row += 1, at += 1) {
        slope[row] = (slope[row] ?? 0) - (takes[at] ?? 0);
      }
    }
    for (let index = rowCount; index < slope.length; index += 1) slope[index] = slopeOf(index);
    let squares = 0;
    for (let index = 0; index < slope.length; index += 1) {
      const rise = slope[index] ?? 0;
      if (rise > 0 && (trial[index] ?? 0) <= 0) slope[index] = 0;
      else squares += rise * rise;
    }
    return squares;
  }

  function above(node: BoundNode, prices: Float64Array, steps: number): number {
    const { state, value, free, target } = node;
    const cut = target - noise;
    let best = Infinity;
    let length = 1;
    let stalled = 0;
    forced.fill(OPEN);
    trial.set(prices);
    startAt(node);
    for (let plan = 0; plan < state.length; plan += 1) if (state[plan] !== OPEN) leaning[plan] = 0;
    for (let step = 0; step < steps; step += 1) {
      const granted = value + gains.lay(leaning);
      let bound = granted - priceWorth();
      for (let row = 0; row < rows.length; row += 1) bound += (trial[row] ?? 0) * (free[row] ?? 0);
      bound += choice.byWorth(open, worth);

      stalled = bound < best - 1e-4 * Math.abs(best) ? 0 : stalled + 1;
      if (bound < best) {
        best = bound;
        prices.set(trial);
        form.worth.set(worth);
        form.gain.set(gains.of);
        form.granted = granted;
      }
      if (best < cut) return best;
      if (bound <= best) choice.force(bound, cut, forced);
      for (const plan of open) {
        const lean = leaning[plan] ?? 0;
        leaning[plan] = lean + MEAN_WEIGHT * ((chosen[plan] ?? 0) - lean);
      }

      const squares = findSlope(free);
      const flat = squares < 1e-18;
      if (flat && !gains.overlap()) break;
      if (stalled >= PATIENCE) {
        length /= 2;
        stalled = 0;
        if (length < LEAST_LENGTH) break;
      }
      const move = flat ? 0 : (length * (bound - cut)) / squares;
      for (let index = 0; index < trial.length; index += 1) {
        const price = (trial[index] ?? 0) - move * (slope[index] ?? 0);
        trial[index] = Math.max(0, Math.min(greatestPrice, price));
      }
    }
    return best;
  }

  return { above, forced, leaning, form };
}
