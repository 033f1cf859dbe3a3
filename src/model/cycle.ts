import * as v from 'valibot';
import { type ActionPlan, actionPlan } from './actionPlan.ts';
import { type Area, area } from './area.ts';
import type { CycleIds } from './ids.ts';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type MomentOfTruth, momentOfTruth } from './momentOfTruth.ts';
import { type OwnData, ownData } from './ownData.ts';
import { type Requirement, requirement } from './requirement.ts';
import { closedObject, exactly, id, listOf, nonEmptyList, type Schema } from './schema.ts';
import { type Stage, stage } from './stage.ts';
import { type Support, support } from './support.ts';
import { type SatisfactionSurvey, satisfactionSurvey } from './survey.ts';

/** A moment of a cycle: its ids are those of the cycle, which is how the compiler knows the cycle by its moments. */
export interface CycleMoment<Ids extends CycleIds = CycleIds>
  extends MomentOfTruth<Ids['moment'], Ids['stage'], Ids['area']> {
  /** The moment's id. */
  readonly id: Ids['moment'];
}

/**
 * The whole sequence of contacts a customer lives through, from asking for a service to leaving
 * satisfied and willing to return, with what the organization holds against it: requirements, action
 * plans, areas and a survey. A plain JSON value.
 *
 * @typeParam Ids - the ids it declares; any text where they are not known at compile time
 */
export interface Cycle<Ids extends CycleIds = CycleIds> {
  /** The cycle's id. */
  readonly id: string;
  /** The cycle in words. */
  readonly name: LocalizedText;
  /** Whether the customers are the organization's own staff; `external` when absent. */
  readonly customer?: 'external' | 'internal';
  /** The stretches of the cycle, in the order the customer passes them. */
  readonly stages?: readonly Stage<Ids['stage']>[];
  /** The parts of the organization that answer for moments. */
  readonly areas?: readonly Area<Ids['area']>[];
  /** The moments of truth, in the order the customer passes them, at least one. */
  readonly moments: readonly CycleMoment<Ids>[];
  /** What has to be true for the moments to go well. */
  readonly requirements?: readonly Requirement<
    Ids['requirement'],
    Ids['moment'],
    Ids['standard'],
    Ids['area']
  >[];
  /** How the requirements are to be met. */
  readonly actionPlans?: readonly ActionPlan<
    Ids['plan'],
    Ids['requirement'],
    Ids['moment'],
    Ids['resource']
  >[];
  /** Of an internal cycle: which moments of other cycles its moments support. */
  readonly supports?: readonly Support<Ids['moment'], Ids['standard']>[];
  /** What customers are asked. */
  readonly survey?: SatisfactionSurvey<Ids['question'], Ids['moment'], Ids['area']>;
  /** The JSON Schema that an editor checks the file with, such as `service-cycle/cycle.schema.json`. */
  readonly $schema?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** Reads a {@link Cycle}, its references not yet checked. */
export const cycle = (): Schema<Cycle> =>
  exactly<Cycle>()(
    closedObject({
      id: id(),
      name: localizedText(),
      customer: v.exactOptional(v.picklist(['external', 'internal'])),
      stages: v.exactOptional(listOf(stage())),
      areas: v.exactOptional(listOf(area())),
      moments: nonEmptyList(momentOfTruth()),
      requirements: v.exactOptional(listOf(requirement())),
      actionPlans: v.exactOptional(listOf(actionPlan())),
      supports: v.exactOptional(listOf(support())),
      survey: v.exactOptional(satisfactionSurvey()),
      $schema: v.exactOptional(v.string()),
      meta: v.exactOptional(ownData()),
    }),
  );
