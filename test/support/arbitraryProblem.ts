import fc from 'fast-check';
import type { SelectionProblem } from '../../src/plans/search/selectionProblem.ts';

/** Figures from a small set make ties, others make none; tenths make sums that are not exact. */
const part = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 * most }).map((thousandths) => thousandths / 1000);
const share = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), part(0.97));
const stake = fc.oneof(fc.integer({ min: 0, max: 6 }), part(90));

/** Any selection to make among so many plans at most, with few or many demands. */
export function problems(most: number): fc.Arbitrary<SelectionProblem> {
  return fc
    .record({
      plans: fc.integer({ min: 1, max: most }),
      moments: fc.integer({ min: 1, max: 5 }),
      resources: fc.integer({ min: 0, max: 3 }),
      unit: fc.constantFrom(1, 0.1),
    })
    .chain(({ plans, moments, resources, unit }) => {
      const listOf = <T>(arbitrary: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
        fc.array(arbitrary, { minLength: length, maxLength: length });
      const units = (most: number): fc.Arbitrary<number> =>
        fc.integer({ min: 0, max: most }).map((count) => count * unit);
      const plan = fc.nat(plans - 1);
      const pairs = fc
        .array(fc.tuple(plan, plan), { maxLength: 4 })
        .map((all) => all.filter(([one, other]) => one !== other));
      const moment = fc.nat(moments - 1);
      return fc.record({
        ids: fc.shuffledSubarray(
          Array.from({ length: plans }, (_, index) => `p${index}`),
          { minLength: plans },
        ),
        stakes: listOf(stake, moments),
        effects: listOf(fc.array(fc.record({ moment, share }), { maxLength: 3 }), plans),
        costs: listOf(listOf(units(6), resources), plans),
        capacities: listOf(fc.oneof(units(4 * plans), fc.constantFrom(0, Infinity)), resources),
        needs: pairs,
        excludes: pairs,
        mustDo: fc.oneof(fc.constant([]), fc.uniqueArray(plan, { maxLength: 2 })),
        forbidden: fc.oneof(fc.constant([]), fc.uniqueArray(plan, { maxLength: 2 })),
        limits: fc.array(fc.record({ plans: fc.uniqueArray(plan), atMost: fc.nat(3) }), {
          maxLength: 2,
        }),
        covers: fc.array(fc.uniqueArray(plan, { minLength: 1 }), { maxLength: 2 }),
        nodeLimit: fc.constant(50_000),
      });
    });
}

/** Whether a set of plans, which use so much of the resources, meets every demand of a problem. */
export function meetsAllDemands(
  { capacities, needs, excludes, mustDo, forbidden, limits, covers }: SelectionProblem,
  plans: readonly number[],
  used: readonly number[],
): boolean {
  const has = (plan: number): boolean => plans.includes(plan);
  return (
    mustDo.every(has) &&
    !forbidden.some(has) &&
    needs.every(([plan, other]) => !has(plan) || has(other)) &&
    excludes.every(([plan, other]) => !has(plan) || !has(other)) &&
    limits.every((limit) => limit.plans.filter(has).length <= limit.atMost) &&
    covers.every((cover) => cover.some(has)) &&
    capacities.every((capacity, resource) => used[resource]! <= capacity * (1 + 1e-9))
  );
}
