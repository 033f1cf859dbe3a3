import type { PlanSet } from './createPlanSet.ts';
import { type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';

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
interface ExchangeSearch {
  /** Sets to look at, at most. */
  readonly steps: number;
  /** Only an exchange that loses less is sought. */
  readonly most: number;
  /** Whether covers may be left unmet. */
  readonly covers: 'meet' | 'ignore';
}

/** A plan that can go. */
interface Departure {
  /** The plan, and those that need it. */
  readonly out: readonly number[];
  /** What the plan alone loses. */
  readonly loss: number;
}

/**
 * Finds out which plans of a set would best go to let another in.
 *
 * The sets of plans that could go are searched, those first that lose least. By diminishing returns
 * a plan is missed more when others have gone before, so what it loses alone bounds what it adds to
 * the loss, and a lack of a resource costs at least its rate: the least any plan loses per unit.
 *
 * @returns a function that gives the exchange for a plan outside the set, or nothing when none was
 * found; it leaves the set as it was
 */
export function createExchange(
  { plans, rows }: CompiledProblem,
  start: Int8Array,
  set: PlanSet,
): (plan: number, search: ExchangeSearch) => Exchange | undefined {
  const rates = new Float64Array(rows.length);
  let together: readonly number[] = [];

  const mayGo = (plan: number): boolean => start[plan] === OPEN && !together.includes(plan);

  function withDependents(going: readonly number[]): number[] {
    const all = new Set(going.flatMap((plan) => plans[plan]?.neededBy ?? []));
    return set.among([...all], TAKEN);
  }

  /** The plans that can go, by what they lose; sets the rates by the way. */
  function departures(): Departure[] {
    const all: Departure[] = [];
    rates.fill(Infinity);
    for (let plan = 0; plan < plans.length; plan += 1) {
      if (set.state[plan] !== TAKEN || !mayGo(plan)) continue;
      const loss = set.remove([plan]);
      set.add([plan]);
      for (let row = 0; row < rows.length; row += 1) {
        const frees = rows[row]?.weights[plan] ?? 0;
        if (frees > 0) rates[row] = Math.min(rates[row] ?? 0, loss / frees);
      }
      const out = plans[plan]?.neededBy.length === 1 ? [plan] : withDependents([plan]);
      if (out.every(mayGo)) all.push({ out, loss });
    }
    return all.sort((a, b) => a.loss - b.loss);
  }

  /** What it costs at least to free what is lacking; nothing when nothing is. */
  function costOfLack(): number {
    let cost = 0;
    for (let row = 0; row < rows.length; row += 1) {
      const short = -(set.free[row] ?? 0);
      if (short > 0) cost = Math.max(cost, short * (rates[row] ?? 0));
    }
    return cost;
  }

  return (plan, { steps, most, covers }) => {
    together = plans[plan]?.withNeeds ?? [];
    const coming = set.among(together, OPEN);
    const rivals = coming.flatMap((member) => plans[member]?.excluded ?? []);
    const first = withDependents(set.among(rivals, TAKEN));
    if (!coming.every((member) => start[member] === OPEN) || !first.every(mayGo)) return undefined;

    const lost = set.remove(first);
    const gained = set.gainOf(plan);
    set.add(coming);
    const candidates = departures();
    const gone = [...first];
    let best: readonly number[] | undefined;
    let least = most;
    let seen = 0;
    extend(0, lost - gained);
    set.remove(coming);
    set.add(first);
    return best && { out: best, loss: least, proved: seen <= steps };

    function extend(from: number, loss: number): void {
      seen += 1;
      if (seen > steps || loss + costOfLack() >= least) return;
      if (set.free.every((left) => left >= 0)) {
        if (covers === 'meet' && set.unmetWith([]) > 0) return;
        least = loss;
        best = [...gone];
        return;
      }
      for (let index = from; index < candidates.length && seen <= steps; index += 1) {
        const candidate = candidates[index];
        if (candidate === undefined || loss + candidate.loss >= least) return;
        const out = set.among(candidate.out, TAKEN);
        if (out.length === 0) continue;
        const more = set.remove(out);
        gone.push(...out);
        extend(index + 1, loss + more);
        gone.length -= out.length;
        set.add(out);
      }
    }
  };
}
