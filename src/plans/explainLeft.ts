import type { CycleIds } from '../model/ids.ts';
import type { ChosenSet } from './chosenSet.ts';
import type { LeftPlan, LeftReason } from './reasonTypes.ts';
import { type LeftOut, relationsOf } from './relationsOf.ts';
import { TIE_TOLERANCE } from './search/proveOptimum.ts';
import { withNeeds } from './search/withNeeds.ts';
import { shortagesOf } from './shortagesOf.ts';

/** Why a plan is not among those taken. */
export function explainLeft<Ids extends CycleIds>(
  set: ChosenSet<Ids>,
  position: number,
): LeftPlan<Ids>['reasons'] {
  const { selection, taken, kept, needs } = set;
  const { plans, moments } = selection;
  const plan = plans[position];
  if (plan === undefined || plan.status === 'dropped') return [{ code: 'dropped' }];
  if (plan.status !== 'proposed') return [{ code: 'under-way', status: plan.status }];
  const all = withNeeds([position], needs);
  const missing = new Set([...all].filter((member) => !taken.has(member)));
  const leftOut = { position, all, missing };
  const related = relationsOf(selection, taken, leftOut);

  if (kept([position]) > 0) {
    const [first, ...rest] = [...related, ...shortagesOf(set, leftOut), ...exchanges(set, leftOut)];
    if (first !== undefined) return [first, ...rest];
  }
  const unknownMoments = plan.effects
    .filter(
      ({ moment, incidentReduction }) => incidentReduction.high > 0 && !moments.includes(moment),
    )
    .map(({ moment }) => moment);
  return [{ code: 'no-known-benefit', unknownMoments: [...new Set(unknownMoments)] }, ...related];
}

/** What the plan would add, and which of the plans taken would best go for it, if that can be. */
function exchanges<Ids extends CycleIds>(
  { selection: { plans, problem, unserved }, taken, value, kept, exchange }: ChosenSet<Ids>,
  { position, missing }: LeftOut,
): LeftReason<Ids>[] {
  const withIt = [...taken, ...missing];
  const lossOf = (out: readonly number[]): number => {
    const loss = value - kept(withIt.filter((plan) => !out.includes(plan)));
    return Math.abs(loss) <= TIE_TOLERANCE * value ? 0 : loss;
  };
  const reasons: LeftReason<Ids>[] = [];
  const free = problem.covers.length > 0 ? exchange(position, 'ignore') : undefined;
  if (free !== undefined && lossOf(free.out) < 0) {
    const leaves = unserved.filter(
      (_, index) =>
        !problem.covers[index]?.some((plan) => withIt.includes(plan) && !free.out.includes(plan)),
    );
    if (leaves.length > 0) {
      reasons.push({ code: 'leaves-without-plan', moments: leaves, gain: -lossOf(free.out) });
    }
  }
  const found = exchange(position, 'meet');
  if (found !== undefined) {
    reasons.push({
      code: 'less-benefit',
      adds: kept(withIt) - value,
      insteadOf: found.out.flatMap((other) => plans[other]?.id ?? []),
      loss: lossOf(found.out),
      exchange: found.proved ? 'best' : 'best-found',
    });
  }
  return reasons;
}
