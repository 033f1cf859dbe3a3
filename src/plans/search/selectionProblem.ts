import type { CompiledProblem, WarmStart } from './searchTypes.ts';

/** The first plan and the second plan of a relation, by position. */
export type Pair = readonly [plan: number, other: number];

/** What a plan prevents at a moment. */
export interface MomentEffect {
  /** The moment, by position. */
  readonly moment: number;
  /** Share of the incidents there that it prevents, 0 to 1. */
  readonly share: number;
}

/** How many of some plans can be taken. */
interface CountLimit {
  /** The plans. */
  readonly plans: readonly number[];
  /** How many of them at most, whole number, 0 and up. */
  readonly atMost: number;
}

/** Which plans to carry out, as plain lists: plans, moments and resources go by position. */
export interface SelectionProblem {
  /** The plans' ids, all different: the last rule between equals. */
  readonly ids: readonly string[];
  /** Customers at stake per moment, 0 and up. */
  readonly stakes: readonly number[];
  /** What each plan does. */
  readonly effects: readonly (readonly MomentEffect[])[];
  /** What each plan takes of each resource, 0 and up. */
  readonly costs: readonly (readonly number[])[];
  /** How much there is of each resource, 0 up to `Infinity`. */
  readonly capacities: readonly number[];
  /** The first plan of a pair needs the second. */
  readonly needs: readonly Pair[];
  /** The two plans of a pair cannot be carried out together. */
  readonly excludes: readonly Pair[];
  /** Plans that have to be taken. */
  readonly mustDo: readonly number[];
  /** Plans that cannot be taken. */
  readonly forbidden: readonly number[];
  /** Of some plans only so many can be taken. */
  readonly limits: readonly CountLimit[];
  /** Of each of these lists of plans at least one has to be taken. */
  readonly covers: readonly (readonly number[])[];
  /** How many nodes of the search tree to visit at most for the proof, and again for the ties. */
  readonly nodeLimit: number;
}

/** A demand on the set of plans, by position. */
export type Demand =
  | { readonly kind: 'must-do'; readonly plan: number }
  | { readonly kind: 'needs'; readonly plan: number; readonly other: number }
  | { readonly kind: 'excludes'; readonly plan: number; readonly other: number }
  | { readonly kind: 'forbidden'; readonly plan: number }
  | { readonly kind: 'capacity'; readonly resource: number }
  | { readonly kind: 'limit'; readonly limit: number }
  | { readonly kind: 'cover'; readonly cover: number };

/** A set that the solver found. */
export interface FoundSet {
  /** What it was searched with. */
  readonly search: {
    /** The problem, prepared. */
    readonly compiled: CompiledProblem;
    /** The plans decided before the search. */
    readonly start: Int8Array;
    /** What made the bounds sharp. */
    readonly warmStart: WarmStart;
  };
  /** `optimal` when no set is better, `gap` when the node limit came first. */
  readonly status: 'optimal' | 'gap';
  /** The plans taken, by position, ascending. */
  readonly chosen: readonly number[];
  /** Customers kept by them. */
  readonly value: number;
  /** No set keeps more customers than this. */
  readonly bound: number;
  /** Whether it is proved that no equally good set comes before it by the rules for ties. */
  readonly ties: 'settled' | 'open';
  /** Nodes of the search tree visited. */
  readonly nodes: number;
  /** What taking the best first gives. */
  readonly greedySet: {
    /** The plans taken, by position, ascending. */
    readonly chosen: readonly number[];
    /** Customers kept by them. */
    readonly value: number;
    /** The covers of which no plan is taken. */
    readonly unmet: readonly number[];
  };
}

/** What the solver finds. */
export type SelectionSolution =
  | FoundSet
  | {
      /** No set meets all demands. */
      readonly status: 'infeasible';
      /** A set of demands that cannot hold together. */
      readonly conflict: readonly Demand[];
      /** Whether it is proved that without any one of them the rest could. */
      readonly smallest: 'proved' | 'open';
    }
  | {
      /** The node limit came before a set was found that meets all demands, or proved not to be. */
      readonly status: 'undecided';
      /** Nodes of the search tree visited. */
      readonly nodes: number;
    };
