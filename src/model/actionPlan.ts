import * as v from 'valibot';
import type { Basis } from '../shared/estimate.ts';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import {
  calendarDay,
  closedObject,
  dictionary,
  exactly,
  id,
  listOf,
  nonBlank,
  nonEmptyList,
  nonNegative,
  type Schema,
  share,
} from './schema.ts';

/** A share given as a range, because it is seldom known: `low` <= `base` <= `high`, each 0 to 1. */
export interface ShareRange {
  /** The cautious figure. */
  readonly low: number;
  /** The figure to plan with. */
  readonly base: number;
  /** The hopeful figure. */
  readonly high: number;
}

/** What an action plan does to the incidents at one moment. */
export interface Effect<MomentId extends string = string> {
  /** The moment it works on. */
  readonly moment: MomentId;
  /** Share of the bad incidents there that it prevents. */
  readonly incidentReduction: ShareRange;
  /** Whether the figures were measured, judged by people, or assumed. */
  readonly basis: Basis;
}

/**
 * How far an action plan has come. `done` says that it was carried out, `verified` that the standard
 * it was to move has moved.
 */
export type ActionPlanStatus = 'proposed' | 'in-progress' | 'done' | 'verified' | 'dropped';

/** How a requirement is to be met, and what that takes. */
export interface ActionPlan<
  PlanId extends string = string,
  RequirementId extends string = string,
  MomentId extends string = string,
  Resource extends string = string,
  OtherPlanId extends string = PlanId,
> {
  /** Unique among the action plans. */
  readonly id: PlanId;
  /** The plan in words. */
  readonly name: LocalizedText;
  /** The requirements it helps to meet, at least one. */
  readonly requirements: readonly RequirementId[];
  /** What it does, moment by moment. */
  readonly effects: readonly Effect<MomentId>[];
  /** What it takes of each resource, in the resource's own unit, 0 and up; absent means 0. */
  readonly cost: { readonly [Name in Resource]?: number };
  /** Plans that have to be carried out too. */
  readonly needs?: readonly OtherPlanId[];
  /** Plans that cannot be carried out beside it. */
  readonly excludes?: readonly OtherPlanId[];
  /** True when it has to be carried out whatever it brings. */
  readonly mustDo?: boolean;
  /** The role that answers for it. */
  readonly owner?: string;
  /** The day by which it is to be done, as `YYYY-MM-DD`. */
  readonly due?: string;
  /** How far it has come. */
  readonly status: ActionPlanStatus;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

const cost = (): Schema<ActionPlan['cost']> => dictionary(nonBlank(), nonNegative());

const effect = (): Schema<Effect> =>
  exactly<Effect>()(
    closedObject({
      moment: id(),
      incidentReduction: v.pipe(
        closedObject({ low: share(), base: share(), high: share() }),
        v.check(({ low, base, high }) => low <= base && base <= high, 'low <= base <= high'),
      ),
      basis: v.picklist(['measured', 'judged', 'assumed']),
    }),
  );

/** Reads an {@link ActionPlan}. */
export const actionPlan = (): Schema<ActionPlan> =>
  exactly<ActionPlan>()(
    closedObject({
      id: id(),
      name: localizedText(),
      requirements: nonEmptyList(id()),
      effects: listOf(effect()),
      cost: cost(),
      needs: v.exactOptional(listOf(id())),
      excludes: v.exactOptional(listOf(id())),
      mustDo: v.exactOptional(v.boolean()),
      owner: v.exactOptional(nonBlank()),
      due: v.exactOptional(calendarDay()),
      status: v.picklist(['proposed', 'in-progress', 'done', 'verified', 'dropped']),
      meta: v.exactOptional(ownData()),
    }),
  );
