import { compileEffects } from './compileEffects.ts';
import { compileRows } from './compileRows.ts';
import type { CompiledProblem } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';
import { needsByPlan, withNeeds } from './withNeeds.ts';

/**
 * Prepares a problem. Its plans are put in the order of ids, so that the given order is
 * irrelevant.
 */
export function compileProblem(problem: SelectionProblem): CompiledProblem {
  const { ids, stakes, capacities } = problem;
  const order = [...ids.keys()].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  const positions = new Map(order.map((given, position) => [given, position]));
  const translate = (pairs: SelectionProblem['needs']): [number, number][] =>
    pairs.map(([plan, other]) => [positions.get(plan) ?? 0, positions.get(other) ?? 0]);

  const needs = translate(problem.needs);
  const byPlan = needsByPlan(needs);
  const closureSets = order.map((_, position) => withNeeds([position], byPlan));
  const closures = closureSets.map((closure) => [...closure]);
  const neededBy: number[][] = order.map(() => []);
  for (const [position, closure] of closures.entries()) {
    for (const other of closure) neededBy[other]?.push(position);
  }
  const excluded = exclusions(closures, neededBy, translate(problem.excludes));
  const groupOf = groupExclusive(excluded);
  const plans = order.map((given, position) => ({
    given,
    withNeeds: closures[position] ?? [],
    neededBy: neededBy[position] ?? [],
    excluded: excluded[position] ?? [],
    resourceShare: capacities.reduce((sum, capacity, resource) => {
      const cost = problem.costs[given]?.[resource] ?? 0;
      return capacity > 0 && capacity < Infinity ? sum + cost / capacity : sum;
    }, 0),
  }));
  return {
    plans,
    ...compileEffects(problem.effects, plans, stakes),
    stakes: Float64Array.from(stakes),
    needs: withoutImplied(needs, closureSets),
    rows: compileRows(problem, plans),
    covers: problem.covers.map((cover) =>
      Int32Array.from(cover, (given) => positions.get(given) ?? 0).sort(),
    ),
    groupOf: Int32Array.from(groupOf),
    groups: Math.max(-1, ...groupOf) + 1,
  };
}

/** The needs that do not follow from others; of plans that need each other all. */
function withoutImplied(
  needs: readonly (readonly [number, number])[],
  closures: readonly ReadonlySet<number>[],
): (readonly [number, number])[] {
  const others = closures.map((): number[] => []);
  for (const [plan, other] of needs) others[plan]?.push(other);
  return needs.filter(
    ([plan, other]) =>
      !others[plan]?.some(
        (between) =>
          between !== other &&
          closures[between]?.has(other) === true &&
          closures[other]?.has(between) !== true,
      ),
  );
}

/** For each plan those it cannot be taken with, because of its own needs or of theirs. */
function exclusions(
  closures: readonly (readonly number[])[],
  neededBy: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number])[],
): number[][] {
  const direct = closures.map(() => new Set<number>());
  for (const [plan, other] of pairs) {
    direct[plan]?.add(other);
    direct[other]?.add(plan);
  }
  return closures.map((closure) => {
    const hit = closure.flatMap((member) => [...(direct[member] ?? [])]);
    return [...new Set(hit.flatMap((other) => neededBy[other] ?? []))].sort((a, b) => a - b);
  });
}

/** Puts plans that all exclude each other in one group, the most entangled first. */
function groupExclusive(excluded: readonly (readonly number[])[]): number[] {
  const entangled = [...excluded.keys()].sort(
    (a, b) => (excluded[b]?.length ?? 0) - (excluded[a]?.length ?? 0) || a - b,
  );
  const group: number[] = excluded.map(() => -1);
  let groups = 0;
  for (const first of entangled) {
    if (group[first] !== -1) continue;
    const members = [first];
    group[first] = groups;
    for (const other of excluded[first] ?? []) {
      if (group[other] !== -1) continue;
      if (!members.every((member) => excluded[member]?.includes(other))) continue;
      members.push(other);
      group[other] = groups;
    }
    groups += 1;
  }
  return group;
}
