import { decideWhatMustBe } from './search/decideWhatIsGiven.ts';
import { departuresOf, type Exchange, findExchange } from './search/exchange.ts';
import { createPlanSet, loadPlans } from './search/planSet.ts';
import type { FoundSet, SelectionProblem } from './search/selectionProblem.ts';
import { takenState } from './search/takenState.ts';

/** Sets to look at for all plans that are left out together, and for each at least. */
const ALL_STEPS = 100_000;
const LEAST_STEPS = 100;

/**
 * Finds out which of the plans chosen would best go to let another in.
 *
 * @returns a function that gives the exchange for a plan, all plans by position in the problem;
 * nothing when there is none or none was found
 */
export function exchangeFor(
  problem: SelectionProblem,
  { chosen, search: { compiled } }: Pick<FoundSet, 'chosen' | 'search'>,
): (plan: number, covers: 'meet' | 'ignore') => Exchange | undefined {
  const start = decideWhatMustBe(compiled, problem);
  const set = createPlanSet(compiled, start);
  loadPlans(set, takenState(compiled, chosen));
  const departures = departuresOf(set);
  const places = new Map(compiled.plans.map(({ given }, place) => [given, place]));
  const left = Math.max(1, problem.ids.length - chosen.length);
  const steps = Math.max(LEAST_STEPS, Math.floor(ALL_STEPS / left));
  return (plan, covers) => {
    const options = { steps, most: Infinity, covers };
    const found = findExchange(set, departures, places.get(plan) ?? -1, options);
    return (
      found && {
        ...found,
        out: found.out.map((place) => compiled.plans[place]?.given ?? -1).sort((a, b) => a - b),
      }
    );
  };
}
