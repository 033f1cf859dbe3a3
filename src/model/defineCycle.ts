import type { ActionPlan } from './actionPlan.ts';
import type { Area } from './area.ts';
import type { Cycle } from './cycle.ts';
import type { CycleIds } from './ids.ts';
import type { LocalizedText } from './localizedText.ts';
import type { MomentOfTruth } from './momentOfTruth.ts';
import type { OwnData } from './ownData.ts';
import { parseCycle } from './parseCycle.ts';
import { valueOrThrow } from './readOutside.ts';
import type { Requirement } from './requirement.ts';
import type { Stage } from './stage.ts';
import type { Support } from './support.ts';
import type { SatisfactionSurvey } from './survey.ts';

/**
 * A cycle as it is written down in code. Ids are inferred where they are declared and only checked
 * where they are used, so that a misspelt one does not compile.
 */
export interface CycleLiteral<
  StageId extends string,
  AreaId extends string,
  MomentId extends string,
  RequirementId extends string,
  StandardId extends string,
  PlanId extends string,
  Resource extends string,
  QuestionId extends string,
> {
  /** The cycle's id. */
  readonly id: string;
  /** The cycle in words. */
  readonly name: LocalizedText;
  /** Whether the customers are the organization's own staff; `external` when absent. */
  readonly customer?: 'external' | 'internal';
  /** The stretches of the cycle, in the order the customer passes them. */
  readonly stages?: readonly Stage<StageId>[];
  /** The parts of the organization that answer for moments. */
  readonly areas?: readonly Area<AreaId>[];
  /** The moments of truth, in the order the customer passes them, at least one. */
  readonly moments: readonly MomentOfTruth<MomentId, NoInfer<StageId>, NoInfer<AreaId>>[];
  /** What has to be true for the moments to go well. */
  readonly requirements?: readonly Requirement<
    RequirementId,
    NoInfer<MomentId>,
    StandardId,
    NoInfer<AreaId>
  >[];
  /** How the requirements are to be met. */
  readonly actionPlans?: readonly ActionPlan<
    PlanId,
    NoInfer<RequirementId>,
    NoInfer<MomentId>,
    Resource,
    NoInfer<PlanId>
  >[];
  /** Of an internal cycle: which moments of other cycles its moments support. */
  readonly supports?: readonly Support<NoInfer<MomentId>, NoInfer<StandardId>>[];
  /** What customers are asked. */
  readonly survey?: SatisfactionSurvey<QuestionId, NoInfer<MomentId>, NoInfer<AreaId>>;
  /** The JSON Schema that an editor checks the file with, such as `service-cycle/cycle.schema.json`. */
  readonly $schema?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** The ids that a {@link CycleLiteral} declares, grouped into one type parameter. */
export interface DefinedIds<
  StageId extends string,
  AreaId extends string,
  MomentId extends string,
  RequirementId extends string,
  StandardId extends string,
  PlanId extends string,
  Resource extends string,
  QuestionId extends string,
> extends CycleIds {
  /** Ids of the stages. */
  readonly stage: StageId;
  /** Ids of the areas. */
  readonly area: AreaId;
  /** Ids of the moments of truth. */
  readonly moment: MomentId;
  /** Ids of the requirements. */
  readonly requirement: RequirementId;
  /** Ids of the standards, over all requirements. */
  readonly standard: StandardId;
  /** Ids of the action plans. */
  readonly plan: PlanId;
  /** Names of the resources that plans cost. */
  readonly resource: Resource;
  /** Ids of the survey's questions. */
  readonly question: QuestionId;
}

/**
 * A cycle defined in code: what was written down is known to be there, so that `survey` or `areas` need
 * no question mark.
 *
 * @typeParam Written - the literal; keys that it may lack stay optional
 */
export type DefinedCycle<Ids extends CycleIds, Written extends object> = Cycle<Ids> &
  Required<
    Pick<
      Cycle<Ids>,
      keyof Cycle &
        { [Key in keyof Written]-?: object extends Pick<Written, Key> ? never : Key }[keyof Written]
    >
  >;

/**
 * No key but those of a cycle: it is by this that {@link defineCycle} knows which were written down.
 *
 * @typeParam Written - the literal
 */
export type OnlyCycleKeys<Written extends object> = {
  readonly [Key in keyof Written]: Key extends keyof Cycle ? unknown : never;
};

/**
 * Defines a cycle in code, its references checked by the compiler.
 *
 * Every id becomes part of the type, and everything computed from the cycle is keyed by those ids. What is written
 * down is known to be there: `cycle.survey` needs no question mark.
 * What the compiler cannot see (a share above 1, an id used twice) is checked at run time.
 *
 * @param literal - the cycle
 * @returns the same cycle, copied, its ids known to the compiler
 * @throws ServiceCycleError `invalid-cycle`, with every fault in its `issues`
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   requirements: [
 *     {
 *       id: 'promptly',
 *       statement: 'A guest is greeted at once',
 *       moments: ['greet'], // 'gret' would not compile
 *       source: { kind: 'expectation' },
 *     },
 *   ],
 * });
 * desk.moments.map((moment) => moment.id); // => ['greet']
 */
export function defineCycle<
  const StageId extends string = never,
  const AreaId extends string = never,
  const MomentId extends string = never,
  const RequirementId extends string = never,
  const StandardId extends string = never,
  const PlanId extends string = never,
  const Resource extends string = never,
  const QuestionId extends string = never,
  Written extends object = object,
>(
  literal: CycleLiteral<
    StageId,
    AreaId,
    MomentId,
    RequirementId,
    StandardId,
    PlanId,
    Resource,
    QuestionId
  > &
    OnlyCycleKeys<Written>,
): DefinedCycle<
  DefinedIds<StageId, AreaId, MomentId, RequirementId, StandardId, PlanId, Resource, QuestionId>,
  Written
> {
  return valueOrThrow(parseCycle(literal), 'cycle') as never;
}
