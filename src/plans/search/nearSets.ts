import { planByPlan } from './capacityRow.ts';
import type { CompiledProblem, SetSearch } from './searchTypes.ts';

/**
 * What the sets near a bound of one search are listed with.
 *
 * A set lacks what it takes of each row beyond the limit and, behind these, what the most it can
 * keep falls short of the target. It can qualify when nothing it lacks is above zero.
 */
export interface NearSets {
  /** The problem. */
  readonly problem: CompiledProblem;
  /** What is searched for. */
  readonly search: SetSearch;
  /** The group of each plan. */
  readonly groupOf: Int32Array;
  /** The best reduced profit of each group. */
  readonly bestReducedProfit: Float64Array;
  /** Which it is, -1 for none. */
  readonly bestPlan: Int32Array;
  /** The set that the bound chooses. */
  readonly set: Int8Array;
  /** What the departures from it forgo, in that order. */
  readonly forgone: Float64Array;
  /** The plan that each takes, or leaves where it is the best one. */
  readonly instead: Int32Array;
  /** How they change what is lacking, departure by departure. */
  readonly changes: Float64Array;
  /** The most by which each or a later one lowers it for what it forgoes, in the same way. */
  readonly relief: Float64Array;
  /** The departures that the set looked at makes, one after the other. */
  readonly made: Int32Array;
  /** 1 for the groups they are in. */
  readonly departed: Int8Array;
  /** What is lacking after none of them, one, two and so on. */
  readonly lacks: Float64Array;
  /** What is forgone then. */
  readonly forgoneThen: Float64Array;
  /** How many figures tell what a set lacks. */
  readonly width: number;
  /** What each plan takes of each row, plan by plan. */
  readonly weights: Float64Array;
  /** How many sets forgo so much, in steps of the slack. */
  readonly counts: Float64Array;
  /** How many departures there are. */
  count: number;
  /** What any set can keep at most. */
  top: number;
  /** Sets that forgo more are not looked at. */
  reach: number;
}

/** Steps in which the slack between bound and target is divided to count sets. */
export const COUNT_STEPS = 32;

/** What to list the sets near the bounds of a search with. */
export function createNearSets(problem: CompiledProblem, search: SetSearch): NearSets {
  const { plans, groupOf, groups } = problem;
  const { rows } = search;
  const width = rows.length + 1;
  return {
    problem,
    search,
    groupOf,
    bestReducedProfit: new Float64Array(groups),
    bestPlan: new Int32Array(groups),
    set: new Int8Array(plans.length),
    forgone: new Float64Array(plans.length),
    instead: new Int32Array(plans.length),
    changes: new Float64Array(plans.length * width),
    relief: new Float64Array(plans.length * width),
    made: new Int32Array(plans.length),
    departed: new Int8Array(groups),
    lacks: new Float64Array((plans.length + 1) * width),
    forgoneThen: new Float64Array(plans.length + 1),
    width,
    weights: planByPlan(rows, 'weights', plans.length),
    counts: new Float64Array(COUNT_STEPS + 1),
    count: 0,
    top: 0,
    reach: 0,
  };
}
