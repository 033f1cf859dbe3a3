import type { CycleIds } from '../model/ids.ts';
import { keptBy } from './selectedSet.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { ChosenPlan, ChosenReason } from './types.ts';

/**
 * Why a plan is among those taken: what it brings, that it must be done, and which of them need
 * it.
 */
export function explainChosen<Ids extends CycleIds>(
  { plans, problem }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  { id, mustDo }: SelectionCase<Ids>['plans'][number],
): ChosenPlan<Ids['plan']>['reasons'] {
  const position = problem.ids.indexOf(id);
  const others = new Set([...taken].filter((other) => other !== position));
  const customers = keptBy(problem, taken) - keptBy(problem, others);
  const dependents = plans.filter(
    (plan, other) => others.has(other) && plan.status === 'proposed' && plan.needs?.includes(id),
  );
  const brings: ChosenReason<Ids['plan']> = { code: 'brings', customers };
  const [first, ...rest]: ChosenReason<Ids['plan']>[] = [
    ...(customers > 0 ? [brings] : []),
    ...(mustDo === true ? [{ code: 'must-do' } as const] : []),
    ...(dependents.length > 0
      ? [{ code: 'needed-by', plans: dependents.map((plan) => plan.id) } as const]
      : []),
  ];
  return first === undefined ? [brings] : [first, ...rest];
}
