import { describe, expect, it } from 'vitest';
import { referenceCase, referenceCases } from '../../../test/support/reference.ts';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { REFERENCE } from '../../../test/support/tolerances.ts';
import type { SelectionProblem, SelectionSolution } from './selectionProblem.ts';
import { solveSelection } from './solveSelection.ts';

/** A problem in which benefits add up: each plan works alone on a moment of its own. */
function additive(
  values: readonly number[],
  costs: readonly (readonly number[])[],
  capacities: readonly number[],
  rest: Partial<SelectionProblem> = {},
): SelectionProblem {
  return {
    ids: values.map((_, plan) => `plan-${String(plan).padStart(3, '0')}`),
    stakes: values,
    effects: values.map((_, moment) => [{ moment, share: 1 }]),
    costs,
    capacities,
    needs: [],
    excludes: [],
    mustDo: [],
    forbidden: [],
    limits: [],
    covers: [],
    nodeLimit: 50_000,
    ...rest,
  };
}

type Found = Extract<SelectionSolution, { readonly chosen: unknown }>;

function found(problem: SelectionProblem): Found {
  const solution = solveSelection(problem);
  if (!('chosen' in solution)) throw new Error(JSON.stringify(solution));
  return solution;
}

interface ReferenceInput {
  readonly values: readonly number[];
  readonly costs: readonly (readonly number[])[];
  readonly capacities: readonly number[];
  readonly requires: readonly { readonly plan: number; readonly needs: number }[];
  readonly exclusiveGroups: readonly (readonly number[])[];
  readonly mandatory: readonly number[];
}

describe('the solver finds what other software finds', () => {
  it.each(referenceCases('plan_selection'))(
    '$name',
    ({ input, expected }) => {
      const { values, costs, capacities, requires, exclusiveGroups, mandatory } =
        input as ReferenceInput;
      const solution = solveSelection(
        additive(values, costs, capacities, {
          needs: requires.map(({ plan, needs }) => [plan, needs]),
          excludes: exclusiveGroups.flatMap((group) =>
            group.flatMap((plan, at) => group.slice(at + 1).map((other) => [plan, other] as const)),
          ),
          mustDo: mandatory,
        }),
      );
      const { feasible, optimum } = expected as { feasible: boolean; optimum?: number };
      expect(solution.status).toBe(feasible ? 'optimal' : 'infeasible');
      if (!('chosen' in solution) || optimum === undefined) return;
      expect(Math.abs(solution.value - optimum)).toBeLessThanOrEqual(REFERENCE * optimum);
      expect(solution.ties).toBe('settled');

      const { chosen } = solution;
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      expect(sum(chosen.map((plan) => values[plan]!))).toBe(optimum);
      for (const [resource, capacity] of capacities.entries()) {
        expect(sum(chosen.map((plan) => costs[plan]![resource]!))).toBeLessThanOrEqual(capacity);
      }
      for (const { plan, needs } of requires) {
        expect(!chosen.includes(plan) || chosen.includes(needs)).toBe(true);
      }
      for (const group of exclusiveGroups) {
        expect(group.filter((plan) => chosen.includes(plan)).length).toBeLessThanOrEqual(1);
      }
      expect(chosen).toEqual(expect.arrayContaining([...mandatory]));
    },
    30_000,
  );

  it('knapsack 0/1 ex-078, Martello and Toth style: 309 within 165 (recalled)', () => {
    const { input, expected } = referenceCase('published', 'knapsack 0/1 ex-078');
    const { w, v, cap } = input as { w: number[]; v: number[]; cap: number };
    const { value, chosen } = found(
      additive(
        v,
        w.map((weight) => [weight]),
        [cap],
      ),
    );
    const { best, sel } = expected as { best: number; sel: number[] };
    expect(value).toBe(best);
    expect(v.map((_, plan) => (chosen.includes(plan) ? 1 : 0))).toEqual(sel);
  });

  it('multi-dimensional knapsack ex-079, Petersen 1967: 3800 under ten resources (recalled)', () => {
    const { input, expected } = referenceCase('published', 'multi-dimensional knapsack ex-079');
    const { w, v, caps } = input as { w: number[][]; v: number[]; caps: number[] };
    const costs = v.map((_, plan) => w.map((row) => row[plan]!));
    const { value, chosen } = found(additive(v, costs, caps));
    const { best, sel } = expected as { best: number; sel: number[] };
    expect(value).toBe(best);
    expect(v.map((_, plan) => (chosen.includes(plan) ? 1 : 0))).toEqual(sel);
  });
});

describe('the solver at the edges', () => {
  it('takes nothing when there are no plans', () => {
    expect(found(additive([], [], []))).toMatchObject({ status: 'optimal', chosen: [], value: 0 });
  });

  it('takes only what costs nothing when there is nothing to spend', () => {
    expect(found(additive([5, 7], [[1], [0]], [0])).chosen).toEqual([1]);
  });

  it('takes everything that brings anything when there is no limit', () => {
    expect(found(additive([5, 0, 7], [[9], [9], [9]], [Infinity])).chosen).toEqual([0, 2]);
  });

  it('leaves a plan that brings nothing even when it costs nothing', () => {
    expect(found(additive([0, 3], [[0], [0]], [1])).chosen).toEqual([1]);
  });

  it('counts 0.1, 0.2 and 0.3 as 0.6, although they add up to a little more', () => {
    expect(0.1 + 0.2 + 0.3).toBeGreaterThan(0.6);
    expect(found(additive([1, 1, 1], [[0.1], [0.2], [0.3]], [0.6])).chosen).toEqual([0, 1, 2]);
    expect(found(additive([1, 1, 1], [[0.1], [0.2], [0.3]], [0.59])).chosen).toEqual([0, 1]);
  });

  it('is not fooled by a capacity that is missed by one in whole numbers', () => {
    expect(found(additive([1, 1], [[5e9], [5e9 + 1]], [1e10])).chosen).toEqual([0]);
  });

  it('gives a plan the cheaper of two equally good ones, and of two equally cheap ones the first id', () => {
    expect(found(additive([4, 4], [[3], [2]], [3])).chosen).toEqual([1]);
    expect(found(additive([4, 4], [[3], [3]], [3])).chosen).toEqual([0]);
    expect(found(additive([4, 4], [[3], [3]], [3], { ids: ['b', 'a'] })).chosen).toEqual([1]);
  });

  it('prefers one plan to two that bring as much', () => {
    expect(found(additive([2, 2, 4], [[1], [1], [9]], [9])).chosen).toEqual([2]);
  });

  it('takes a plan that brings nothing only for the sake of one that needs it', () => {
    const chain = {
      needs: [
        [2, 1],
        [1, 0],
      ] as const,
    };
    expect(found(additive([0, 0, 5], [[1], [1], [1]], [3], chain)).chosen).toEqual([0, 1, 2]);
    expect(found(additive([0, 0, 5], [[1], [1], [1]], [2], chain)).chosen).toEqual([]);
  });

  it('takes plans that need each other in a circle all or none', () => {
    const circle = {
      needs: [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const,
    };
    expect(found(additive([1, 1, 1, 2], [[1], [1], [1], [1]], [3], circle)).chosen).toEqual([
      0, 1, 2,
    ]);
    expect(found(additive([1, 1, 1, 2], [[1], [1], [1], [1]], [2], circle)).chosen).toEqual([3]);
  });

  it('never takes a plan that needs what it excludes', () => {
    const torn = { needs: [[0, 1]] as const, excludes: [[1, 0]] as const };
    expect(found(additive([9, 1], [[1], [1]], [2], torn)).chosen).toEqual([1]);
  });

  it('counts what plans at one moment take from each other', () => {
    const solution = found({
      ...additive([100], [], [2]),
      ids: ['a', 'b', 'c'],
      effects: [0.5, 0.5, 0.6].map((share) => [{ moment: 0, share }]),
      costs: [[1], [1], [2]],
    });
    expect(solution).toMatchObject({ chosen: [0, 1], value: 75 });
  });

  it('is not spoilt by a huge stake that no plan touches', () => {
    const problem = additive([3, 4, 5], [[2], [3], [4]], [5]);
    expect(found({ ...problem, stakes: [...problem.stakes, 1e15] }).chosen).toEqual([0, 1]);
  });
});

describe('demands that cannot hold together', () => {
  const conflictOf = (problem: SelectionProblem): unknown => {
    const solution = solveSelection(problem);
    return solution.status === 'infeasible' && solution.conflict;
  };

  it('are named, and none that has no part in it', () => {
    const costs = [[2], [3], [1]];
    expect(conflictOf(additive([1, 1, 1], costs, [4], { mustDo: [0, 1, 2] }))).toEqual([
      { kind: 'capacity', resource: 0 },
      { kind: 'must-do', plan: 0 },
      { kind: 'must-do', plan: 1 },
    ]);
  });

  it('can lie behind a chain of needs', () => {
    const problem = additive([1, 1, 1], [[1], [1], [1]], [9], {
      mustDo: [0],
      needs: [
        [0, 1],
        [1, 2],
      ],
      excludes: [[2, 0]],
    });
    expect(conflictOf(problem)).toEqual([
      { kind: 'excludes', plan: 2, other: 0 },
      { kind: 'needs', plan: 0, other: 1 },
      { kind: 'needs', plan: 1, other: 2 },
      { kind: 'must-do', plan: 0 },
    ]);
  });

  it('can be a plan that must be done and cannot', () => {
    expect(conflictOf(additive([1], [[1]], [9], { mustDo: [0], forbidden: [0] }))).toEqual([
      { kind: 'forbidden', plan: 0 },
      { kind: 'must-do', plan: 0 },
    ]);
  });
});

describe('the node limit', () => {
  const random = seededRandom(7);
  const costs = Array.from({ length: 40 }, () =>
    [0, 0, 0].map(() => 5 + Math.floor(random() * 55)),
  );
  const values = costs.map((cost) => cost.reduce((a, b) => a + b, 10));
  const half = [0, 1, 2].map((r) => Math.floor(costs.reduce((sum, cost) => sum + cost[r]!, 0) / 2));

  it('is never mistaken for a proof, and the bound says how much more there could be', () => {
    const early = found(additive(values, costs, half, { nodeLimit: 50 }));
    expect(early).toMatchObject({ status: 'gap', ties: 'open', nodes: 50 });
    expect(early.bound).toBeGreaterThan(early.value);
    expect(early.bound).toBeLessThan(early.value * 1.05);
    expect(early.value).toBeGreaterThanOrEqual(early.greedySet.value);
  });

  it('gives the same answer every time', () => {
    const problem = additive(values, costs, half, { nodeLimit: 500 });
    expect(solveSelection(problem)).toEqual(solveSelection(problem));
  });
});
