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
  /** Itself and all it needs. */
  readonly withNeeds: readonly number[];
  /** Itself and all that need it. */
  readonly neededBy: readonly number[];
  /** The plans it cannot be taken with, itself included when its own needs exclude each other. */
  readonly excluded: readonly number[];
  /** What it takes, each resource as a share of its capacity, summed. */
  readonly resourceShare: number;
}

/**
 * What all plans do where something is at stake, in one list: the effects of a plan stand from its
 * `starts` up to that of the next.
 */
export interface EffectList {
  /** Where the effects of each plan start; one more than there are plans. */
  readonly starts: Int32Array;
  /** The moment of each effect. */
  readonly moments: Int32Array;
  /** Share of what is left at stake there that it prevents. */
  readonly shares: Float64Array;
  /** -ln(1 - share). */
  readonly strengths: Float64Array;
}

/** A problem prepared for the search, its plans in the order of their ids. */
export interface CompiledProblem {
  /** The plans. */
  readonly plans: readonly CompiledPlan[];
  /** What they do. */
  readonly effects: EffectList;
  /** Customers at stake per moment. */
  readonly stakes: Float64Array;
  /** Which plan needs which. */
  readonly needs: readonly (readonly [plan: number, other: number])[];
  /** The resources, and limits on numbers of plans, that can run short. */
  readonly rows: readonly CapacityRow[];
  /** Lists of plans, of each of which at least one has to be taken. */
  readonly covers: readonly Int32Array[];
  /** The group that each plan belongs to, of which at most one can be taken. */
  readonly groupOf: Int32Array;
  /** How many groups there are. */
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

/** What makes a bound sharp from the start; it holds in any case. */
export interface WarmStart {
  /** A multiplier per row, cover and need, 0 and up. */
  readonly multipliers: Float64Array;
  /** The relaxed solution: how far each plan is taken, 0 to 1. */
  readonly relaxed: Float64Array;
}

/** What to search for. */
export interface SetSearch {
  /** The limits; `found` may tighten them. */
  readonly rows: readonly CapacityRow[];
  /** Where to start from; afterwards what was best at the root. */
  readonly warmStart: WarmStart;
  /** Nodes visited, and when to stop. */
  readonly budget: NodeBudget;
  /** Only sets that keep at least so many customers are sought; `found` may raise it. */
  target: number;
  /** Called with every set that is met on the way and qualifies. */
  readonly found: (state: Int8Array, value: number) => void;
  /** Tells that no set which agrees with this state is of interest. */
  readonly pointless?: (state: Int8Array) => boolean;
}
