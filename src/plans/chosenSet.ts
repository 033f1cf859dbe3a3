import type { CycleIds } from '../model/ids.ts';
import { exchangeFor } from './exchangeFor.ts';
import { limitOf } from './search/capacityRow.ts';
import type { FoundSet } from './search/selectionProblem.ts';
import { type NeedsByPlan, needsByPlan, withNeeds } from './search/withNeeds.ts';
import { keptBy, takenBy } from './selectedSet.ts';
import type { SelectionCase } from './selectionCase.ts';

/** A set that is taken, with what is needed to explain it. */
export interface ChosenSet<Ids extends CycleIds> {
  /** What it was chosen for. */
  readonly selection: SelectionCase<Ids>;
  /** The plans taken, those under way included, by position. */
  readonly taken: ReadonlySet<number>;
  /** Customers they keep. */
  readonly value: number;
  /** Customers kept by a set of plans. */
  readonly kept: (plans: Iterable<number>) => number;
  /** What each plan needs, by position. */
  readonly needs: NeedsByPlan;
  /** What must be done, with all that it needs, by position. */
  readonly bound: ReadonlySet<number>;
  /** What the plans taken use, resource by resource. */
  readonly used: readonly number[];
  /** What of it is used by what must be done. */
  readonly usedByBound: readonly number[];
  /** What costs may add up to, resource by resource. */
  readonly limits: readonly number[];
  /** Which of the plans taken would best go to let another in. */
  readonly exchange: ReturnType<typeof exchangeFor>;
}

/** The set that a solution takes. */
export function chosenSet<Ids extends CycleIds>(
  selection: SelectionCase<Ids>,
  solution: FoundSet,
): ChosenSet<Ids> {
  const { problem, most } = selection;
  const { mustDo, needs, capacities, costs } = problem;
  const taken = new Set(solution.chosen);
  const kept = keptBy(problem, most);
  const byPlan = needsByPlan(needs);
  const bound = withNeeds(mustDo, byPlan);
  return {
    selection,
    taken,
    value: kept(taken),
    kept,
    needs: byPlan,
    bound,
    used: takenBy(problem, taken),
    usedByBound: takenBy(problem, bound),
    limits: capacities.map((capacity, resource) =>
      limitOf(
        capacity,
        costs.map((cost) => cost[resource] ?? 0),
      ),
    ),
    exchange: exchangeFor(problem, solution),
  };
}
