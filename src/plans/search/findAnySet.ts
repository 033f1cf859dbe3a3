import { compileProblem } from './compileProblem.ts';
import { decideWhatIsGiven } from './decideWhatIsGiven.ts';
import { searchSets } from './searchSets.ts';
import { type NodeBudget, TAKEN } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';
import { coldStart } from './solveDual.ts';

/** Covers are counted in whole numbers, so a set that meets all is worth more than this less. */
const HALF = 0.5;

/**
 * A set that meets the demands, however little it brings.
 *
 * It is searched as the set that meets most covers: every cover is a moment with one customer at
 * stake, whom any of its plans keeps for sure.
 *
 * @returns the plans taken, by position; `none` when it is proved that there is no set, `open` when
 * the budget ran out before
 */
export function findAnySet(
  problem: SelectionProblem,
  budget: NodeBudget,
): readonly number[] | 'none' | 'open' {
  const { ids, covers } = problem;
  const asMoments: SelectionProblem = {
    ...problem,
    stakes: covers.map(() => 1),
    effects: ids.map((_, plan) =>
      covers.flatMap((cover, moment) => (cover.includes(plan) ? [{ moment, share: 1 }] : [])),
    ),
    covers: [],
  };
  const compiled = compileProblem(asMoments);
  let any: Int8Array | undefined;
  const task = {
    rows: compiled.rows,
    warmStart: coldStart(compiled),
    budget,
    target: covers.length - HALF,
    found(state: Int8Array): void {
      any ??= state.slice();
      task.target = Infinity;
    },
  };
  const unsearched = searchSets(compiled, decideWhatIsGiven(compiled, asMoments), task);
  if (any === undefined) return unsearched === -Infinity ? 'none' : 'open';
  const state = any;
  return compiled.plans.filter((_, plan) => state[plan] === TAKEN).map(({ given }) => given);
}
