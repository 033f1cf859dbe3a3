import {
  addPlan,
  addPlans,
  gainOf,
  openAmong,
  type PlanSet,
  removePlan,
  removePlans,
  takenAmong,
  unmetWith,
} from './planSet.ts';
import { OPEN, TAKEN } from './searchTypes.ts';

/** How to let a plan in. */
export interface Exchange {
  /** The plans that go, those that need them included. */
  readonly out: readonly number[];
  /** What is lost by it; below 0 where it brings more. */
  readonly loss: number;
  /** Whether no other plans would be a smaller loss. */
  readonly proved: boolean;
}

/** How far to look for an exchange. */
interface ExchangeOptions {
  /** Sets to look at, at most. */
  readonly steps: number;
  /** Only an exchange that loses less is sought. */
  readonly most: number;
  /** Whether covers may be left unmet. */
  readonly covers: 'meet' | 'ignore';
}

/** A plan of a set that may go. */
interface Departure {
  /** The plan. */
  readonly plan: number;
  /** It and those that need it. */
  readonly out: readonly number[];
  /** What it alone loses. */
  readonly loss: number;
}

/** The search for one exchange. */
interface ExchangeSearch {
  /** The set, with the plan let in. */
  readonly set: PlanSet;
  /** How far to look. */
  readonly options: ExchangeOptions;
  /** The plans that can go, by what they lose. */
  readonly candidates: readonly Departure[];
  /** The least that any of them loses for each unit of a row. */
  readonly rates: Float64Array;
  /** Those that have gone. */
  readonly gone: number[];
  /** Sets looked at. */
  seen: number;
  /** The smallest loss, and those that go for it. */
  best: { readonly loss: number; readonly out?: readonly number[] };
}

/** The plans of a set that may go. */
export function departuresOf(set: PlanSet): Departure[] {
  return [...set.state.keys()]
    .filter((plan) => set.state[plan] === TAKEN && set.start[plan] === OPEN)
    .map((plan) => ({ plan, out: withDependents(set, [plan]), loss: lossOf(set, plan) }));
}

/**
 * Finds out which plans of a set would best go to let another in.
 *
 * The sets of plans that could go are searched, those first that lose least. By diminishing returns
 * a plan is missed more when others have gone before, so what it loses alone bounds what it adds to
 * the loss, and a lack of a resource costs at least its rate: the least any plan loses per unit.
 *
 * @param set - the set, left as it was
 * @param departures - those of its plans that may go
 * @param plan - the plan to let in, with all it needs
 * @param options - how far to look
 * @returns the exchange, or nothing when none was found
 */
export function findExchange(
  set: PlanSet,
  departures: readonly Departure[],
  plan: number,
  options: ExchangeOptions,
): Exchange | undefined {
  const { problem, start } = set;
  const together = problem.plans[plan]?.withNeeds ?? [];
  const coming = openAmong(set, together);
  const rivals = coming.flatMap((member) => problem.plans[member]?.excluded ?? []);
  const first = withDependents(set, takenAmong(set, rivals));
  const mayGo = (member: number): boolean => start[member] === OPEN && !together.includes(member);
  if (!coming.every((member) => start[member] === OPEN) || !first.every(mayGo)) return undefined;

  const lost = removePlans(set, first);
  const gained = gainOf(set, plan);
  addPlans(set, coming);
  const rates = new Float64Array(problem.rows.length).fill(Infinity);
  const touched = momentsOf(set, [...coming, ...first]);
  const search: ExchangeSearch = {
    set,
    options,
    candidates: candidatesAmong(set, departures, together, touched, rates),
    rates,
    gone: [...first],
    seen: 0,
    best: { loss: options.most },
  };
  extend(search, 0, lost - gained);
  removePlans(set, coming);
  addPlans(set, first);
  const { loss, out } = search.best;
  return out && { out, loss, proved: search.seen <= options.steps };
}

function withDependents(set: PlanSet, going: readonly number[]): number[] {
  const all = new Set(going.flatMap((plan) => set.problem.plans[plan]?.neededBy ?? []));
  return takenAmong(set, [...all]);
}

/** Marks the moments that plans work on. */
function momentsOf({ problem }: PlanSet, working: readonly number[]): Int8Array {
  const { starts, moments } = problem.effects;
  const touched = new Int8Array(problem.stakes.length);
  for (const plan of working) {
    const end = starts[plan + 1] ?? 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      touched[moments[effect] ?? 0] = 1;
    }
  }
  return touched;
}

/**
 * The departures that leave these plans in, by what they lose now that others have come and gone at
 * the moments touched; lowers the rates to what they lose for each unit.
 */
function candidatesAmong(
  set: PlanSet,
  departures: readonly Departure[],
  staying: readonly number[],
  touched: Int8Array,
  rates: Float64Array,
): Departure[] {
  const { start, state, weights } = set;
  const candidates: Departure[] = [];
  for (const departure of departures) {
    const { plan, out } = departure;
    if (state[plan] !== TAKEN || staying.includes(plan)) continue;
    const isTouched = worksAt(set, plan, touched);
    const loss = isTouched ? lossOf(set, plan) : departure.loss;
    for (let row = 0, at = plan * rates.length; row < rates.length; row += 1, at += 1) {
      const frees = weights[at] ?? 0;
      if (frees > 0) rates[row] = Math.min(rates[row] ?? 0, loss / frees);
    }
    if (!out.every((member) => start[member] === OPEN && !staying.includes(member))) continue;
    candidates.push(isTouched ? { plan, out, loss } : departure);
  }
  return candidates.sort((a, b) => a.loss - b.loss);
}

function worksAt({ problem }: PlanSet, plan: number, touched: Int8Array): boolean {
  const { starts, moments } = problem.effects;
  const end = starts[plan + 1] ?? 0;
  for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
    if (touched[moments[effect] ?? 0] === 1) return true;
  }
  return false;
}

function lossOf(set: PlanSet, plan: number): number {
  const loss = removePlan(set, plan);
  addPlan(set, plan);
  return loss;
}

function extend(search: ExchangeSearch, from: number, loss: number): void {
  const { set, options, candidates, gone } = search;
  search.seen += 1;
  if (search.seen > options.steps || loss + costOfLack(search) >= search.best.loss) return;
  if (isWithinLimits(set)) {
    if (options.covers === 'meet' && unmetWith(set, []) > 0) return;
    search.best = { loss, out: [...gone] };
    return;
  }
  const before = gone.length;
  for (let index = from; index < candidates.length && search.seen <= options.steps; index += 1) {
    const candidate = candidates[index];
    if (candidate === undefined || loss + candidate.loss >= search.best.loss) return;
    let more = 0;
    for (const plan of candidate.out) {
      if (set.state[plan] !== TAKEN) continue;
      more += removePlan(set, plan);
      gone.push(plan);
    }
    if (gone.length === before) continue;
    extend(search, index + 1, loss + more);
    addPlans(set, gone.splice(before));
  }
}

function isWithinLimits({ free }: PlanSet): boolean {
  for (const left of free) if (left < 0) return false;
  return true;
}

/** What it costs at least to free what is lacking; nothing when nothing is. */
function costOfLack({ set: { free }, rates }: ExchangeSearch): number {
  let cost = 0;
  for (let row = 0; row < rates.length; row += 1) {
    const short = -(free[row] ?? 0);
    if (short > 0) cost = Math.max(cost, short * (rates[row] ?? 0));
  }
  return cost;
}
