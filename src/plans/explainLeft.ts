import type { CycleIds } from '../model/ids.ts';
import { limitOf } from './capacityRow.ts';
import { TIE_TOLERANCE } from './proveOptimum.ts';
import { keptBy, onlyPlans, placesOf, takenBy } from './selectedSet.ts';
import { isUnderWay, type SelectionCase } from './selectionCase.ts';
import { solveSelection } from './solveSelection.ts';
import type { LeftPlan, LeftReason } from './types.ts';
import { withNeeds } from './withNeeds.ts';

/** Nodes to spend on finding out which plans would best go to let another in. */
const EXCHANGE_NODES = 200;

/** Why a plan is not among those taken. */
export function explainLeft<Ids extends CycleIds>(
  selection: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  plan: SelectionCase<Ids>['plans'][number],
): LeftPlan<Ids>['reasons'] {
  if (plan.status === 'dropped') return [{ code: 'dropped' }];
  if (plan.status !== 'proposed') return [{ code: 'under-way', status: plan.status }];
  const { problem, moments } = selection;
  const position = problem.ids.indexOf(plan.id);
  const all = withNeeds([position], problem.needs);
  const missing = new Set([...all].filter((member) => !taken.has(member)));
  const related = relations(selection, taken, all, missing, position);

  if (keptBy(problem, new Set([position])) > 0) {
    const [first, ...rest] = [
      ...related,
      ...shortages(selection, taken, all, missing),
      ...exchange(selection, taken, missing, position),
    ];
    if (first !== undefined) return [first, ...rest];
  }
  const unknownMoments = plan.effects
    .filter(
      ({ moment, incidentReduction }) => incidentReduction.high > 0 && !moments.includes(moment),
    )
    .map(({ moment }) => moment);
  return [{ code: 'no-known-benefit', unknownMoments: [...new Set(unknownMoments)] }, ...related];
}

/** What stands between the plan and others. */
function relations<Ids extends CycleIds>(
  { plans, problem }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  all: ReadonlySet<number>,
  missing: ReadonlySet<number>,
  position: number,
): LeftReason<Ids>[] {
  const idsOf = (members: Iterable<number>): Ids['plan'][] =>
    [...new Set(members)].sort((a, b) => a - b).flatMap((member) => plans[member]?.id ?? []);
  const reasons: LeftReason<Ids>[] = [];
  const own = problem.excludes.find(([one, other]) => all.has(one) && all.has(other));
  const [first, second] = idsOf(own ?? []);
  if (first !== undefined && second !== undefined) {
    reasons.push({ code: 'needs-what-it-excludes', plans: [first, second] });
  }
  const excluding = problem.excludes.flatMap(([one, other]) => [
    ...(taken.has(one) && missing.has(other) ? [one] : []),
    ...(taken.has(other) && missing.has(one) ? [other] : []),
  ]);
  if (excluding.length > 0) reasons.push({ code: 'excluded-by', plans: idsOf(excluding) });
  const needed = [...missing].filter((member) => member !== position);
  if (needed.length > 0) reasons.push({ code: 'needs-not-chosen', plans: idsOf(needed) });
  return reasons;
}

/** The resources there is too little of, beside what must be done or beside what is taken. */
function shortages<Ids extends CycleIds>(
  { problem, resources }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  all: ReadonlySet<number>,
  missing: ReadonlySet<number>,
): LeftReason<Ids>[] {
  const bound = withNeeds(problem.mustDo, problem.needs);
  const beyond = new Set([...all].filter((member) => !bound.has(member)));
  return resources.flatMap((resource, index): LeftReason<Ids>[] => {
    const capacity = problem.capacities[index] ?? 0;
    const limit = limitOf(
      capacity,
      problem.costs.map((cost) => cost[index] ?? 0),
    );
    const lack = (coming: ReadonlySet<number>, present: ReadonlySet<number>) => {
      const takes = takenBy(problem, coming, index);
      const used = takenBy(problem, present, index);
      if (used + takes <= limit) return undefined;
      return { resource, takes, free: capacity - used, short: used + takes - capacity };
    };
    const never = lack(beyond, bound);
    if (never !== undefined) return [{ code: 'never-fits', ...never }];
    const now = lack(missing, taken);
    return now === undefined ? [] : [{ code: 'does-not-fit', ...now }];
  });
}

/** What the plan would add, and which of the plans taken would best go for it, if that can be. */
function exchange<Ids extends CycleIds>(
  { plans, problem }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  missing: ReadonlySet<number>,
  position: number,
): LeftReason<Ids>[] {
  const members = [...new Set([...taken, ...missing])];
  const solution = solveSelection({
    ...onlyPlans(problem, members),
    mustDo: placesOf([...problem.mustDo, position], members),
    nodeLimit: EXCHANGE_NODES,
  });
  if (solution.status === 'infeasible') return [];
  const kept = new Set(solution.chosen.map((place) => members[place]));
  const value = keptBy(problem, taken);
  const loss = value - solution.value;
  const gone = plans.filter(
    (plan, other) => taken.has(other) && !isUnderWay(plan) && !kept.has(other),
  );
  return [
    {
      code: 'less-benefit',
      adds: keptBy(problem, new Set([...taken, ...missing])) - value,
      insteadOf: gone.map(({ id }) => id),
      loss: Math.abs(loss) <= TIE_TOLERANCE * value ? 0 : loss,
    },
  ];
}
