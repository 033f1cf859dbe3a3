import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import {
  type OpeningHours,
  openingHours,
  type RequiredHours,
  requiredHours,
} from './openingHours.ts';
import { type OwnData, ownData } from './ownData.ts';
import { type RequirementSource, requirementSource } from './requirement.ts';
import {
  calendarDay,
  closedObject,
  dictionary,
  exactly,
  id,
  listOf,
  nonBlank,
  nonEmptyList,
  ownWord,
  type Schema,
  share,
  whole,
} from './schema.ts';

/** The ids that a service plan names or declares. It is the single type parameter of {@link ServicePlan}. */
export interface ServicePlanIds {
  /** Ids of the requirements of its cycles. */
  readonly requirement: string;
  /** Ids of the moments of its cycles. */
  readonly moment: string;
  /** Ids of the standards of its cycles. */
  readonly standard: string;
  /** Ids of the questions of its cycles. */
  readonly question: string;
  /** Ids of its own channels. */
  readonly channel: string;
  /** Ids of its own training. */
  readonly training: string;
}

/** How customers spread over the categories of one trait, such as the purpose of a trip. */
export interface ProfileTrait<QuestionId extends string = string> {
  /** Unique among the traits. */
  readonly id: string;
  /** The trait in words. */
  readonly name: LocalizedText;
  /** The profile question that asks for it, whose codes the categories are; keyed by the trait's id when absent. */
  readonly question?: QuestionId;
  /** The share of customers in each category; they add up to 1. */
  readonly shares: { readonly [category: string]: number };
  /** Where the shares come from, such as the register of guests. */
  readonly source?: LocalizedText;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/**
 * What a need is of: what the service does, how people deal with the customer, what it costs, how long it holds, how it
 * is reached, or help when a unit fails; or a word of your own.
 */
export type NeedKind =
  | 'performance'
  | 'interaction'
  | 'price'
  | 'durability'
  | 'access'
  | 'help-when-it-fails'
  | (string & Record<never, never>);

/** What customers need, whether they ask for it or not. */
export interface CustomerNeed<RequirementId extends string = string> {
  /** Unique among the needs. */
  readonly id: string;
  /** The need in the customer's words. */
  readonly statement: LocalizedText;
  /** What it is a need of. */
  readonly of: NeedKind;
  /** The requirements that answer it. */
  readonly requirements?: readonly RequirementId[];
  /** The hours at which customers ask to be served. */
  readonly hours?: readonly RequiredHours[];
  /** How it is known. */
  readonly source: RequirementSource;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** A rule that decides a case, with the procedure by which it is carried out. */
export interface ServicePolicy<MomentId extends string = string> {
  /** Unique among the policies. */
  readonly id: string;
  /** The rule in words. */
  readonly statement: LocalizedText;
  /** What is done, step by step. */
  readonly procedure?: readonly LocalizedText[];
  /** The moments at which it holds; all when absent. */
  readonly moments?: readonly MomentId[];
  /** The role that answers for it. */
  readonly owner?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** What a channel is, or a word of your own. */
export type ChannelKind =
  | 'in-person'
  | 'telephone'
  | 'e-mail'
  | 'chat'
  | 'web'
  | 'post'
  | (string & Record<never, never>);

/**
 * How a channel answers.
 *
 * - `live`: a person, at once
 * - `deferred`: a person, later
 * - `self-service`: customers help themselves
 */
export type AnswerKind = 'live' | 'deferred' | 'self-service';

/** A way in which customers reach the organization. */
export interface ServiceChannel<
  ChannelId extends string = string,
  MomentId extends string = string,
  StandardId extends string = string,
> {
  /** Unique among the channels. */
  readonly id: ChannelId;
  /** The channel in words. */
  readonly name: LocalizedText;
  /** What it is. */
  readonly kind: ChannelKind;
  /** How it answers. */
  readonly answer: AnswerKind;
  /** When it is open; of a deferred one, when it takes what customers send. */
  readonly open: OpeningHours;
  /** The standard for the time in which it answers. */
  readonly answersWithin?: StandardId;
  /** The moments at which customers use it. */
  readonly moments?: readonly MomentId[];
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** What people are taught, so that the service goes as planned. */
export interface Training<TrainingId extends string = string, MomentId extends string = string> {
  /** Unique among the training. */
  readonly id: TrainingId;
  /** Who is taught: those who serve, or those who are served, such as how to use a machine. */
  readonly audience: 'staff' | 'customers';
  /** What is taught. */
  readonly topic: LocalizedText;
  /** The moments it is for. */
  readonly moments?: readonly MomentId[];
  /** For how many months it holds, a whole number, 1 to 1,200; for good when absent. */
  readonly validMonths?: number;
  /** How many people have to have it, a whole number, 1 or more. */
  readonly required: number;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** When the plan was last looked through, and how often it has to be. */
export interface ReviewCadence {
  /** The day of the last review, as `YYYY-MM-DD`; absent where there was none. */
  readonly last?: string;
  /** The months from one review to the next, a whole number, 1 to 1,200. */
  readonly everyMonths: number;
  /** What calls for a review before its date. */
  readonly triggers?: readonly ReviewTrigger[];
}

/** An event upon which a plan is to be looked through, whenever its next review would be. */
export interface ReviewTrigger {
  /** The trigger's id, no other's in the plan. */
  readonly id: string;
  /** What has to happen, such as "A channel is opened or closed". */
  readonly event: LocalizedText;
}

/**
 * How a service is to be given: to whom, for which needs, by which rules, over which channels and at which hours, by
 * people with which training, and when that is looked at again. A plain JSON value.
 *
 * @typeParam Ids - the ids it names; any text where they are not known at compile time
 * @see ISO 23592:2021, Service excellence, principles and model
 * @see ISO 10001:2018, Customer satisfaction, guidelines for codes of conduct
 */
export interface ServicePlan<Ids extends ServicePlanIds = ServicePlanIds> {
  /** The plan's id. */
  readonly id: string;
  /** The plan in words. */
  readonly name: LocalizedText;
  /** The ids of the cycles it is for; all that are given beside it when absent. */
  readonly cycles?: readonly string[];
  /** Who the customers are. */
  readonly profile?: readonly ProfileTrait<Ids['question']>[];
  /** What they need. */
  readonly needs?: readonly CustomerNeed<Ids['requirement']>[];
  /** The rules of the service. */
  readonly policies?: readonly ServicePolicy<Ids['moment']>[];
  /** The ways in which customers reach the organization, at least one. */
  readonly channels: readonly ServiceChannel<Ids['channel'], Ids['moment'], Ids['standard']>[];
  /** What staff and customers are taught. */
  readonly training?: readonly Training<Ids['training'], Ids['moment']>[];
  /** When the plan is looked through. */
  readonly review: ReviewCadence;
  /** The JSON Schema that an editor checks the file with, such as `service-cycle/service-plan.schema.json`. */
  readonly $schema?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

const profileTrait = (): Schema<ProfileTrait> =>
  exactly<ProfileTrait>()(
    closedObject({
      id: id(),
      name: localizedText(),
      question: v.exactOptional(id()),
      shares: v.pipe(
        dictionary(nonBlank(), share()),
        v.check((shares) => {
          const sum = Object.values(shares).reduce((total, one) => total + one, 0);
          return Math.abs(sum - 1) <= 1e-6;
        }, 'shares that add up to 1'),
      ),
      source: v.exactOptional(localizedText()),
      meta: v.exactOptional(ownData()),
    }),
  );

const customerNeed = (): Schema<CustomerNeed> =>
  exactly<CustomerNeed>()(
    closedObject({
      id: id(),
      statement: localizedText(),
      of: ownWord<NeedKind>(
        'performance',
        'interaction',
        'price',
        'durability',
        'access',
        'help-when-it-fails',
      ),
      requirements: v.exactOptional(listOf(id())),
      hours: v.exactOptional(listOf(requiredHours())),
      source: requirementSource(),
      meta: v.exactOptional(ownData()),
    }),
  );

const servicePolicy = (): Schema<ServicePolicy> =>
  exactly<ServicePolicy>()(
    closedObject({
      id: id(),
      statement: localizedText(),
      procedure: v.exactOptional(listOf(localizedText())),
      moments: v.exactOptional(listOf(id())),
      owner: v.exactOptional(nonBlank()),
      meta: v.exactOptional(ownData()),
    }),
  );

const serviceChannel = (): Schema<ServiceChannel> =>
  exactly<ServiceChannel>()(
    closedObject({
      id: id(),
      name: localizedText(),
      kind: ownWord<ChannelKind>('in-person', 'telephone', 'e-mail', 'chat', 'web', 'post'),
      answer: v.picklist(['live', 'deferred', 'self-service']),
      open: openingHours(),
      answersWithin: v.exactOptional(id()),
      moments: v.exactOptional(listOf(id())),
      meta: v.exactOptional(ownData()),
    }),
  );

const training = (): Schema<Training> =>
  exactly<Training>()(
    closedObject({
      id: id(),
      audience: v.picklist(['staff', 'customers']),
      topic: localizedText(),
      moments: v.exactOptional(listOf(id())),
      validMonths: v.exactOptional(whole(1, 1200)),
      required: whole(1, 1e9),
      meta: v.exactOptional(ownData()),
    }),
  );

const reviewTrigger = (): Schema<ReviewTrigger> =>
  exactly<ReviewTrigger>()(closedObject({ id: id(), event: localizedText() }));

const reviewCadence = (): Schema<ReviewCadence> =>
  exactly<ReviewCadence>()(
    closedObject({
      last: v.exactOptional(calendarDay()),
      everyMonths: whole(1, 1200),
      triggers: v.exactOptional(listOf(reviewTrigger())),
    }),
  );

/** Reads a {@link ServicePlan}, its references not yet checked. */
export const servicePlan = (): Schema<ServicePlan> =>
  exactly<ServicePlan>()(
    closedObject({
      id: id(),
      name: localizedText(),
      cycles: v.exactOptional(listOf(id())),
      profile: v.exactOptional(listOf(profileTrait())),
      needs: v.exactOptional(listOf(customerNeed())),
      policies: v.exactOptional(listOf(servicePolicy())),
      channels: nonEmptyList(serviceChannel()),
      training: v.exactOptional(listOf(training())),
      review: reviewCadence(),
      $schema: v.exactOptional(v.string()),
      meta: v.exactOptional(ownData()),
    }),
  );
