import type { CycleIds } from '../model/ids.ts';
import type { ChosenSet } from './chosenSet.ts';
import type { ChosenPlan, ChosenReason } from './reasonTypes.ts';

/**
 * Why a plan is among those taken: what it brings, that it must be done, which of them need it, and
 * which moments would have no plan without it.
 */
export function explainChosen<Ids extends CycleIds>(
  { selection, taken, value, kept }: ChosenSet<Ids>,
  position: number,
): ChosenPlan<Ids['plan'], Ids['moment']>['reasons'] {
  const { plans, problem, unserved } = selection;
  const plan = plans[position];
  const others = [...taken].filter((other) => other !== position);
  const customers = value - kept(others);
  const dependents = plans.filter(
    ({ status, needs }, place) =>
      status === 'proposed' &&
      plan !== undefined &&
      needs?.includes(plan.id) === true &&
      others.includes(place),
  );
  const moments = unserved.filter((_, index) => {
    const cover = problem.covers[index] ?? [];
    return cover.includes(position) && !cover.some((other) => others.includes(other));
  });
  const brings = { code: 'brings', customers } as const;
  const [first, ...rest]: ChosenReason<Ids['plan'], Ids['moment']>[] = [
    ...(customers > 0 ? [brings] : []),
    ...(plan?.mustDo === true ? [{ code: 'must-do' } as const] : []),
    ...(dependents.length > 0
      ? [{ code: 'needed-by', plans: dependents.map(({ id }) => id) } as const]
      : []),
    ...(moments.length > 0 ? [{ code: 'only-one-for', moments } as const] : []),
  ];
  return first === undefined ? [brings] : [first, ...rest];
}
