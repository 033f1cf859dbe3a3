import type { ActionPlanStatus } from '../model/actionPlan.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Assumption, ExpectedBenefit } from './benefitTypes.ts';
import type { AreaLimit, ChosenPlan, LeftPlan } from './reasonTypes.ts';
import type { Stakes } from './stakes.ts';

/** What `selectActionPlans` takes besides the cycle. */
export interface SelectionOptions<Ids extends CycleIds = CycleIds> {
  /**
   * How much there is of each resource, in the unit of the plans' costs, 0 and up; `Infinity` for
   * no limit.
   */
  readonly resources: { readonly [Name in Ids['resource']]: number };
  /**
   * What is at stake at the moments, as it is with the plans under way carried out: what
   * `momentStakes` gives, or moments alone. A moment without an entry is unknown, and plans are not
   * credited for it.
   */
  readonly stakes: Stakes<Ids['moment']>;
  /** Which figure of every effect and harm to count with; `base` when absent. */
  readonly assumption?: Assumption;
  /**
   * How many plans may work on the moments of an area at most, those in progress included: whole
   * number, 0 and up, one for all areas or one for each that has a limit. No limit when absent.
   */
  readonly atMostPerArea?: number | { readonly [Area in Ids['area']]?: number };
  /**
   * Moments that at least one plan, chosen or in progress, has to work on, such as the critical ones.
   * None when absent.
   */
  readonly atLeastOneFor?: readonly Ids['moment'][];
  /**
   * Of which resources, and how much more of each, `marginal` is to tell the value: above 0, in the
   * unit of the costs. Of all resources 1 when absent. Each takes about as long as the choice itself.
   */
  readonly more?: { readonly [Name in Ids['resource']]?: number };
  /**
   * How many nodes of the search tree to visit at most, whole number, 1 and up. When absent,
   * 50,000, and from 49 plans on fewer, 3,000 for 200 plans, so that an answer takes
   * about as long.
   */
  readonly nodeLimit?: number;
}

/** How much of a resource there is, and how much the chosen plans take. */
export interface ResourceUse {
  /** What they take, in the unit of the costs. */
  readonly used: number;
  /** What there is. */
  readonly capacity: number | 'unlimited';
}

/** What taking the best first would give: a set that looks right and can be far from the best. */
export interface GreedySelection<PlanId extends string = string, MomentId extends string = string> {
  /** The plans it would take. */
  readonly chosen: readonly PlanId[];
  /** Customers per period they keep. */
  readonly benefit: number;
  /**
   * Customers per period they keep less than the chosen plans; below 0 only when moments are
   * `unserved`.
   */
  readonly shortfall: number;
  /** Moments that need a plan and that it leaves without one. */
  readonly unserved: readonly MomentId[];
}

/** What a little more of a resource would bring. */
export interface MarginalValue {
  /** How much more, in the unit of the costs. */
  readonly more: number;
  /** Customers per period that the best plans then found keep more than the chosen ones, 0 and up. */
  readonly adds: number;
  /** No plans could then keep more than so many customers more; equal to `adds` when proved. */
  readonly atMost: number;
  /** `optimal` when it is proved what is best then, `gap` when the search ended before. */
  readonly status: 'optimal' | 'gap';
}

/** One plan that is less, or more, effective than counted with. */
export interface AssumptionMove<PlanId extends string = string> {
  /** The plan. */
  readonly plan: PlanId;
  /** Which figure of its effects to count with instead. */
  readonly assumption: Assumption;
}

/** How a plan fares when assumptions move. */
export interface PlanRobustness<PlanId extends string = string> {
  /** The plan. */
  readonly plan: PlanId;
  /** Whether it is chosen with the cautious, planned or hopeful figures of all effects and harms. */
  readonly chosenWhenAll: Readonly<Record<Assumption, boolean>>;
  /** Share of all cases in which it is chosen, 0 to 1. */
  readonly chosenShare: number;
  /** The moves of one plan's effects that bring it in, if it is out, or put it out. */
  readonly turnedBy: readonly AssumptionMove<PlanId>[];
}

/**
 * How the choice fares when assumptions move. The cases are: all effects and harms low, all base, all
 * high, and for every proposed plan whose effects are a range, its effects alone moved to each of the two
 * figures not counted with.
 */
export interface SelectionRobustness<PlanId extends string = string> {
  /** How many cases there are. */
  readonly cases: number;
  /** In how many it is proved what is best; in the others the best found counts. */
  readonly proved: number;
  /** In how many the choice stays the same; it stays unless another is better. */
  readonly unchanged: number;
  /** The plans that are chosen in any case, in the order of the cycle. */
  readonly plans: readonly PlanRobustness<PlanId>[];
}

/** How a selection is made. */
export interface SelectionDefinition {
  /** What is made as great as possible. */
  readonly objective: 'customers-kept-per-period';
  /** How effects on the same moment combine. */
  readonly combination: '1 - product of (1 - effect)';
  /** Which figure of every effect and harm counts. */
  readonly assumption: Assumption;
  /**
   * No set brings more customers than this: those who end dissatisfied. `unknown` where the stakes do
   * not tell.
   */
  readonly dissatisfied: number | 'unknown';
  /** What decides between sets, in this order. */
  readonly order: readonly ['more-customers', 'fewer-plans', 'less-of-the-resources', 'ids'];
  /** Sets whose customers, or use of resources, differ by less than this share are equal. */
  readonly tolerance: number;
  /** How far costs that are not whole numbers may pass a capacity, as a share of it. */
  readonly capacitySlack: number;
  /** How many nodes the proof, and the rules for ties, might take. */
  readonly nodeLimit: number;
}

/** The best set of plans, or the best found. */
export interface FoundSelection<Ids extends CycleIds = CycleIds> {
  /** Tells a selection from other results. */
  readonly kind: 'plan-selection';
  /** `optimal`: proved that no set is better. `gap`: the node limit came first, see `bound`. */
  readonly status: 'optimal' | 'gap';
  /** The chosen plans, in the order of the cycle. */
  readonly chosen: readonly ChosenPlan<Ids['plan'], Ids['moment']>[];
  /** All other plans, in the order of the cycle. */
  readonly left: readonly LeftPlan<Ids>[];
  /** What the chosen plans bring together. */
  readonly benefit: ExpectedBenefit<Ids['moment']>;
  /**
   * No set that fits keeps more customers per period than this, under the assumption counted with.
   */
  readonly bound: number;
  /**
   * `open` when the node limit came before it was proved which of equally good sets comes first.
   */
  readonly ties: 'settled' | 'open';
  /** How much of each resource is used. */
  readonly resources: { readonly [Name in Ids['resource']]: ResourceUse };
  /** What taking the best first would give. */
  readonly greedy: GreedySelection<Ids['plan'], Ids['moment']>;
  /** What a little more of each resource asked for would bring. */
  readonly marginal: { readonly [Name in Ids['resource']]?: MarginalValue };
  /** How the choice fares when assumptions move. */
  readonly robustness: SelectionRobustness<Ids['plan']>;
  /** Nodes of the search tree visited. */
  readonly nodes: number;
  /** How the selection is made. */
  readonly definition: SelectionDefinition;
}

/** A demand on the set of plans. */
export type SelectionDemand<Ids extends CycleIds = CycleIds> =
  | {
      /** The plan has to be carried out. */
      readonly kind: 'must-do';
      /** The plan. */
      readonly plan: Ids['plan'];
    }
  | {
      /** One plan needs another. */
      readonly kind: 'needs';
      /** The plan. */
      readonly plan: Ids['plan'];
      /** What it needs. */
      readonly needs: Ids['plan'];
    }
  | {
      /** Two plans cannot be carried out together. */
      readonly kind: 'excludes';
      /** The plan. */
      readonly plan: Ids['plan'];
      /** What it excludes. */
      readonly excludes: Ids['plan'];
    }
  | {
      /** The plan was dropped, or is under way. */
      readonly kind: 'status';
      /** The plan. */
      readonly plan: Ids['plan'];
      /** How far it has come. */
      readonly status: ActionPlanStatus;
    }
  | {
      /** There is only so much of a resource. */
      readonly kind: 'capacity';
      /** The resource. */
      readonly resource: Ids['resource'];
      /** How much there is. */
      readonly capacity: number;
    }
  | ({
      /** Only so many plans may work in an area. */
      readonly kind: 'at-most-in-area';
    } & AreaLimit<Ids['area']>)
  | {
      /** At least one plan has to work on a moment. */
      readonly kind: 'at-least-one-for';
      /** The moment. */
      readonly moment: Ids['moment'];
    };

/** No set of plans meets all demands. */
export interface InfeasibleSelection<Ids extends CycleIds = CycleIds> {
  /** Tells a selection from other results. */
  readonly kind: 'plan-selection';
  /** What must be done cannot be done. */
  readonly status: 'infeasible';
  /** No plan. */
  readonly chosen: readonly [];
  /** Demands that cannot hold together. */
  readonly conflict: readonly SelectionDemand<Ids>[];
  /**
   * `proved` when it is a smallest set: give up any one, and the rest can hold. `open` when that took
   * too long to find out.
   */
  readonly smallest: 'proved' | 'open';
  /** How the selection is made. */
  readonly definition: SelectionDefinition;
}

/**
 * The node limit came before any set was found that meets all demands, or was proved not to be. It
 * takes many moments that need a plan, and little to spend on them.
 */
export interface UndecidedSelection {
  /** Tells a selection from other results. */
  readonly kind: 'plan-selection';
  /** Nobody knows. */
  readonly status: 'undecided';
  /** No plan. */
  readonly chosen: readonly [];
  /** Nodes of the search tree visited. */
  readonly nodes: number;
  /** How the selection is made. */
  readonly definition: SelectionDefinition;
}

/** Which action plans to carry out, or why what must be done cannot be. */
export type PlanSelection<Ids extends CycleIds = CycleIds> =
  | FoundSelection<Ids>
  | InfeasibleSelection<Ids>
  | UndecidedSelection;
