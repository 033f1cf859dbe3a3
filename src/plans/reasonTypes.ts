import type { CycleIds } from '../model/ids.ts';

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
