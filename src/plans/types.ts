import type { ActionPlanStatus, Effect } from '../model/actionPlan.ts';
import type { CycleIds } from '../model/ids.ts';
import type { StakeBasis, Stakes } from './stakes.ts';

/**
 * Which figure of every effect and of every harm to count with: the cautious, the planned or the hopeful
 * one.
 */
export type Assumption = 'low' | 'base' | 'high';

/** The part of an action plan that its benefit depends on. */
export interface PlanEffects<MomentId extends string = string> {
  /** The plan's id. */
  readonly id: string;
  /** What it does, moment by moment. */
  readonly effects: readonly Effect<MomentId>[];
}

/** How many customers per period are kept from ending dissatisfied. */
export interface KnownBenefit<MomentId extends string = string> {
  /** Tells this case from one that cannot be estimated. */
  readonly kind: 'expected-benefit';
  /** With the cautious figure of every effect and harm, in customers per period. */
  readonly low: number;
  /** With the planned figure of every effect and the harm expected, in customers per period. */
  readonly base: number;
  /** With the hopeful figure of every effect and the upper end of every harm, in customers per period. */
  readonly high: number;
  /**
   * The weakest of what it rests on: assumed before judged before common source before measured;
   * assumed for no effect at all.
   */
  readonly basis: StakeBasis;
  /**
   * Moments that are worked on and left out of the figures, because what is at stake there is
   * unknown.
   */
  readonly unknownMoments: readonly MomentId[];
}

/** A benefit that cannot be told, because nothing is known about any moment that is worked on. */
export interface UnknownBenefit<MomentId extends string = string> {
  /** Tells this case from a known benefit. */
  readonly kind: 'not-estimable';
  /** Why there is no figure. */
  readonly reason: 'no-known-stake';
  /** The moments that are worked on, at least one. */
  readonly unknownMoments: readonly MomentId[];
}

/** What plans bring, as far as it can be told. */
export type ExpectedBenefit<MomentId extends string = string> =
  | KnownBenefit<MomentId>
  | UnknownBenefit<MomentId>;

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

/** Why a plan is chosen. */
export type ChosenReason<PlanId extends string = string, MomentId extends string = string> =
  | {
      /** It keeps customers. */
      readonly code: 'brings';
      /** Customers per period that the chosen plans would keep less without it. */
      readonly customers: number;
    }
  | {
      /** It has to be carried out whatever it brings. */
      readonly code: 'must-do';
    }
  | {
      /** Chosen plans need it. */
      readonly code: 'needed-by';
      /** Those plans. */
      readonly plans: readonly PlanId[];
    }
  | {
      /** At least one plan has to work on these moments, and it is the only one that does. */
      readonly code: 'only-one-for';
      /** Those moments. */
      readonly moments: readonly MomentId[];
    };

/** A plan that is chosen. */
export interface ChosenPlan<PlanId extends string = string, MomentId extends string = string> {
  /** The plan. */
  readonly plan: PlanId;
  /** Why, at least one reason. */
  readonly reasons: readonly [ChosenReason<PlanId, MomentId>, ...ChosenReason<PlanId, MomentId>[]];
}

/** A limit on the plans that work on the moments of an area. */
export interface AreaLimit<AreaId extends string = string> {
  /** The area. */
  readonly area: AreaId;
  /** How many plans at most, those in progress included. */
  readonly atMost: number;
  /** How many are in progress; where they are more than `atMost`, no other may be chosen. */
  readonly inProgress: number;
}

/** A resource that a plan, with what else it needs, asks too much of. */
export interface Shortage<Resource extends string = string> {
  /** The resource. */
  readonly resource: Resource;
  /** What the plan and all that it still needs take. */
  readonly takes: number;
  /** What is free of it. */
  readonly free: number;
  /** What is lacking, above 0. */
  readonly short: number;
}

/** Why a plan is not chosen. */
export type LeftReason<Ids extends CycleIds = CycleIds> =
  | {
      /** It is being carried out, or was. */
      readonly code: 'under-way';
      /** How far it has come. */
      readonly status: 'in-progress' | 'done' | 'verified';
    }
  | {
      /** It was dropped. */
      readonly code: 'dropped';
    }
  | {
      /** Nothing known is at stake where it works. */
      readonly code: 'no-known-benefit';
      /** Moments it works on where the stake is unknown. */
      readonly unknownMoments: readonly Ids['moment'][];
    }
  | {
      /** It, or what it needs, cannot be carried out beside plans that are chosen or under way. */
      readonly code: 'excluded-by';
      /** Those plans. */
      readonly plans: readonly Ids['plan'][];
    }
  | {
      /** It needs plans that are not chosen either, directly or through others. */
      readonly code: 'needs-not-chosen';
      /** Those plans. */
      readonly plans: readonly Ids['plan'][];
    }
  | {
      /**
       * Among it and what it needs are two plans that exclude each other, so it can never be
       * chosen.
       */
      readonly code: 'needs-what-it-excludes';
      /** The two plans. */
      readonly plans: readonly [Ids['plan'], Ids['plan']];
    }
  | ({
      /** There is not enough beside the chosen plans. */
      readonly code: 'does-not-fit';
    } & Shortage<Ids['resource']>)
  | ({
      /** There is not even enough beside what must be done. */
      readonly code: 'never-fits';
    } & Shortage<Ids['resource']>)
  | ({
      /** As many plans as may be work in one of its areas already. */
      readonly code: 'area-full';
      /** The chosen plans that work there. */
      readonly plans: readonly Ids['plan'][];
    } & AreaLimit<Ids['area']>)
  | {
      /** For the plans that would go for it, moments that need a plan would be left without one. */
      readonly code: 'leaves-without-plan';
      /** Those moments. */
      readonly moments: readonly Ids['moment'][];
      /** Customers per period that the plans would keep more, were it not for those moments. */
      readonly gain: number;
    }
  | {
      /** With it, the plans would keep fewer customers, or no more. */
      readonly code: 'less-benefit';
      /** Customers per period that it, with what it still needs, would add if there were room. */
      readonly adds: number;
      /** The chosen plans that would best go to let it in; none when it adds nothing. */
      readonly insteadOf: readonly Ids['plan'][];
      /**
       * Customers per period lost by that exchange; below 0 only when the selection is not proved.
       */
      readonly loss: number;
      /**
       * `best` when it is proved that no other chosen plans would be a smaller loss, `best-found` when
       * there were too many to look at.
       */
      readonly exchange: 'best' | 'best-found';
    };

/** A plan that is not chosen. */
export interface LeftPlan<Ids extends CycleIds = CycleIds> {
  /** The plan. */
  readonly plan: Ids['plan'];
  /** Why, at least one reason. */
  readonly reasons: readonly [LeftReason<Ids>, ...LeftReason<Ids>[]];
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
