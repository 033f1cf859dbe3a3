import type { CycleIds } from '../model/ids.ts';
import type { Assumption } from './benefitTypes.ts';
import type { FoundSet, MomentEffect, SelectionProblem } from './search/selectionProblem.ts';
import { createNearVariants, solveVariant, type VariantSolution } from './search/solveVariant.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { AssumptionMove, PlanRobustness, SelectionRobustness } from './types.ts';

/** Nodes for each figure of all effects, and for all moves together: this divided by the plans. */
const CORNER_NODES = 50_000;
const MOVE_NODES = 100_000;

const FIGURES = ['low', 'base', 'high'] as const;

/** One case of moved assumptions, and what is best then. */
interface Case {
  readonly move: { readonly position: number; readonly assumption: Assumption } | Assumption;
  readonly chosen: ReadonlySet<number>;
  readonly isSame: boolean;
  readonly proved: boolean;
}

/**
 * How a choice fares when assumptions move: all effects and harms together, and those of one plan after the
 * other.
 *
 * When a plan that is out becomes less effective, or one that is in becomes more so and no other
 * works where it works, no set gains on the choice, and nothing has to be solved.
 */
export function robustnessOf<Ids extends CycleIds>(
  selection: SelectionCase<Ids>,
  solution: FoundSet,
  assumption: Assumption,
): SelectionRobustness<Ids['plan']> {
  const { plans, effects, stakes, problem } = selection;
  const taken: ReadonlySet<number> = new Set(solution.chosen);
  const solveFar = (figure: Assumption): VariantSolution =>
    solveVariant(
      { ...problem, effects: effects[figure], stakes: stakes[figure] },
      taken,
      Math.ceil(CORNER_NODES / plans.length),
    );
  const { withEffects } = createNearVariants(problem, solution, MOVE_NODES / plans.length);
  const asItIs = { chosen: taken, isSame: true, proved: solution.status === 'optimal' };
  const alone = worksAlone(problem);

  const isSure =
    plans.every((_, plan) => isSame(effects, plan)) &&
    stakes.base.every((stake, moment) =>
      FIGURES.every((figure) => stakes[figure][moment] === stake),
    );

  const corners = FIGURES.map((figure): Case => {
    const isChoice = figure === assumption || isSure;
    return { move: figure, ...(isChoice ? asItIs : solveFar(figure)) };
  });
  const moves = plans.flatMap((_, position) =>
    isSame(effects, position)
      ? []
      : FIGURES.filter((figure) => figure !== assumption).map((figure): Case => {
          const isUp = FIGURES.indexOf(figure) > FIGURES.indexOf(assumption);
          const settled = taken.has(position) ? isUp && alone(position) : !isUp;
          const own = problem.effects.map((each, plan) =>
            plan === position ? (effects[figure][plan] ?? []) : each,
          );
          const move = { position, assumption: figure };
          return { move, ...(settled ? asItIs : withEffects(own)) };
        }),
  );
  const cases = [...corners, ...moves];
  return {
    cases: cases.length,
    proved: cases.filter((each) => each.proved).length,
    unchanged: cases.filter(({ isSame }) => isSame).length,
    plans: plans.flatMap(({ id, status }, position): PlanRobustness<Ids['plan']>[] => {
      const chosenIn = cases.filter(({ chosen }) => chosen.has(position)).length;
      if (status !== 'proposed' || chosenIn === 0) return [];
      const whenAll = (figure: Assumption): boolean =>
        corners[FIGURES.indexOf(figure)]?.chosen.has(position) === true;
      const turnedBy = moves.flatMap(({ move, chosen }): AssumptionMove<Ids['plan']>[] => {
        if (typeof move === 'string' || chosen.has(position) === taken.has(position)) return [];
        const plan = plans[move.position]?.id;
        return plan === undefined ? [] : [{ plan, assumption: move.assumption }];
      });
      return [
        {
          plan: id,
          chosenWhenAll: { low: whenAll('low'), base: whenAll('base'), high: whenAll('high') },
          chosenShare: chosenIn / cases.length,
          turnedBy,
        },
      ];
    }),
  };
}

/** Whether all figures of a plan's effects are the same, where anything is known to be at stake. */
function isSame(
  effects: { readonly [Figure in Assumption]: readonly (readonly MomentEffect[])[] },
  plan: number,
): boolean {
  const { low, base, high } = effects;
  return (low[plan] ?? []).every(
    ({ share }, effect) =>
      share === base[plan]?.[effect]?.share && share === high[plan]?.[effect]?.share,
  );
}

/** Tells whether a plan works only at moments where no other plan does. */
function worksAlone({ effects, stakes }: SelectionProblem): (plan: number) => boolean {
  const plansAt = stakes.map(() => new Set<number>());
  for (const [plan, own] of effects.entries()) {
    for (const { moment } of own) plansAt[moment]?.add(plan);
  }
  return (plan) => (effects[plan] ?? []).every(({ moment }) => plansAt[moment]?.size === 1);
}
