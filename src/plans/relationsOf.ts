import type { CycleIds } from '../model/ids.ts';
import type { LeftReason } from './reasonTypes.ts';
import type { SelectionCase } from './selectionCase.ts';

/** A plan that is left out, and what it would take to let it in. */
export interface LeftOut {
  /** The plan, by position. */
  readonly position: number;
  /** It and all that it needs. */
  readonly all: ReadonlySet<number>;
  /** Those of them that are not taken. */
  readonly missing: ReadonlySet<number>;
}

/** What stands between a plan that is left out and others. */
export function relationsOf<Ids extends CycleIds>(
  { plans, problem }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
  { position, all, missing }: LeftOut,
): LeftReason<Ids>[] {
  const idsOf = (members: Iterable<number>): Ids['plan'][] =>
    [...new Set(members)].sort((a, b) => a - b).flatMap((member) => plans[member]?.id ?? []);
  const reasons: LeftReason<Ids>[] = [];
  const own = problem.excludes.find(([one, other]) => all.has(one) && all.has(other));
  const [first, second] = idsOf(own ?? []);
  if (first !== undefined && second !== undefined) {
    reasons.push({ code: 'needs-what-it-excludes', plans: [first, second] });
  }
  const excluding = new Set<number>();
  for (const [one, other] of problem.excludes) {
    if (taken.has(one) && missing.has(other)) excluding.add(one);
    if (taken.has(other) && missing.has(one)) excluding.add(other);
  }
  if (excluding.size > 0) reasons.push({ code: 'excluded-by', plans: idsOf(excluding) });
  const needed = [...missing].filter((member) => member !== position);
  if (needed.length > 0) reasons.push({ code: 'needs-not-chosen', plans: idsOf(needed) });
  return reasons;
}
