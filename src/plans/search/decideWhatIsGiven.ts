import { leavePlan, takePlan } from './decidePlan.ts';
import { type CompiledProblem, LEFT, OPEN } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';

/** Takes what must be done, and leaves what cannot be taken. */
export function decideWhatMustBe(
  compiled: CompiledProblem,
  { mustDo, forbidden }: Pick<SelectionProblem, 'mustDo' | 'forbidden'>,
): Int8Array {
  const { plans } = compiled;
  const state = new Int8Array(plans.length);
  const must = new Set(mustDo);
  const cannot = new Set(forbidden);
  for (const [position, plan] of plans.entries()) {
    if (cannot.has(plan.given) || plan.excluded.includes(position)) leavePlan(state, plan);
  }
  for (const plan of plans) if (must.has(plan.given)) takePlan(compiled, state, plan);
  return state;
}

/** Takes what must be done, and leaves what cannot be taken or can bring nothing. */
export function decideWhatIsGiven(
  compiled: CompiledProblem,
  problem: Pick<SelectionProblem, 'mustDo' | 'forbidden'>,
): Int8Array {
  const { plans, effects, covers } = compiled;
  const state = decideWhatMustBe(compiled, problem);
  const covering = new Set(covers.flatMap((cover) => [...cover]));
  for (const [position, plan] of plans.entries()) {
    const brings = plan.neededBy.some(
      (other) =>
        state[other] !== LEFT &&
        (effects.starts[other] !== effects.starts[other + 1] || covering.has(other)),
    );
    if (state[position] === OPEN && !brings) leavePlan(state, plan);
  }
  return state;
}
