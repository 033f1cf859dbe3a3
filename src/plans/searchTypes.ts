/** Not decided yet. */
export const OPEN = 0;
/** In the set. */
export const TAKEN = 1;
/** Not in the set. */
export const LEFT = 2;

/** One limit on the sum of something over the plans taken. */
export interface CapacityRow {
  /** What each plan takes. */
  readonly weights: Float64Array;
  /** The same as a share of `unit`; 0 for a plan that cannot fit at all. */
  readonly scaled: Float64Array;
  /** The limit at the start. */
  readonly unit: number;
  /** The limit in force. It may become tighter while a search runs. */
  limit: number;
}

/** A plan as the search uses it; other plans go by their position among the compiled ones. */
export interface CompiledPlan {
  /** Its position in the problem as it was given. */
  readonly given: number;
  /** What it does, where something is at stake; `strength` is -ln(1 - share). */
  readonly effects: readonly {
    readonly moment: number;
    readonly share: number;
    readonly strength: number;
  }[];
  /** Itself and all it needs. */
  readonly withNeeds: readonly number[];
  /** Itself and all that need it. */
  readonly neededBy: readonly number[];
  /** The plans it cannot be taken with, itself included when its own needs exclude each other. */
  readonly excluded: readonly number[];
  /** The group it belongs to, of which at most one plan can be taken. */
  readonly group: number;
  /** What it takes, each resource as a share of its capacity, summed. */
  readonly resourceShare: number;
}

/** A problem prepared for the search, its plans in the order of their ids. */
export interface CompiledProblem {
  /** The plans. */
  readonly plans: readonly CompiledPlan[];
  /** Customers at stake per moment. */
  readonly stakes: Float64Array;
  /** Which plan needs which. */
  readonly needs: readonly (readonly [plan: number, other: number])[];
  /** The resources that can run short. */
  readonly rows: readonly CapacityRow[];
  /** How many groups of plans there are of which at most one can be taken. */
  readonly groups: number;
  /** Whether the value of every set is a whole number. */
  readonly whole: boolean;
  /** What rounding can add to or take from a bound at most, in customers. */
  readonly noise: number;
}

/** How many nodes a search has visited, and how many it may. */
export interface NodeBudget {
  /** Nodes visited so far. */
  nodes: number;
  /** Nodes to visit at most. */
  readonly limit: number;
}
