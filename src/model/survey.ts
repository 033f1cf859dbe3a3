import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import {
  closedObject,
  dictionary,
  exactly,
  finite,
  id,
  listOf,
  nonBlank,
  nonEmptyList,
  oneOfKinds,
  type Schema,
} from './schema.ts';

/** The answers a rated question takes: the numbers from `min` to `max` in steps of `step`. */
export interface Scale {
  /** The lowest answer. */
  readonly min: number;
  /** The highest answer, above `min` by a whole number of steps. */
  readonly max: number;
  /** The distance between neighbouring answers, above 0; 1 when absent. */
  readonly step?: number;
  /** True when the lowest answer is the best one, as for effort on 1 to 5. */
  readonly reversed?: boolean;
  /** Codes that mean "does not apply" or "do not know", none of them an answer of the scale. */
  readonly notApplicable?: readonly (number | string)[];
  /** Words shown beside answers, keyed by the answer. */
  readonly labels?: { readonly [answer: string]: LocalizedText };
}

/**
 * What a rated question asks for.
 *
 * - `recommendation`: how likely the customer is to recommend, the net promoter question on 0 to 10
 * - `satisfaction`: how satisfied the customer is
 * - `effort`: how easy or hard it was
 * - `perception`: how the service was, to be held against an expectation
 * - `expectation`: how the service should be
 * - `importance`: how much something matters to the customer
 * - `incident`: whether something went wrong, 1 for yes and 0 for no
 */
export type Rated =
  | 'recommendation'
  | 'satisfaction'
  | 'effort'
  | 'perception'
  | 'expectation'
  | 'importance'
  | 'incident';

/** The same, as a list. */
export const RATED: readonly [Rated, ...Rated[]] = [
  'recommendation',
  'satisfaction',
  'effort',
  'perception',
  'expectation',
  'importance',
  'incident',
];

/** What a question is about; a question without it is about the whole cycle. */
export type About<MomentId extends string = string, AreaId extends string = string> =
  | {
      /** The moment asked about. */
      readonly moment: MomentId;
    }
  | {
      /** The area asked about. */
      readonly area: AreaId;
    };

/** A question answered with a number. */
export interface RatedQuestion<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** Unique among the questions; responses are keyed by it. */
  readonly id: QuestionId;
  /** The question as it is put. */
  readonly text: LocalizedText;
  /** What it asks for. */
  readonly asks: Rated;
  /** What it is about; absent for the whole cycle. */
  readonly about?: About<MomentId, AreaId>;
  /** The answers it takes. */
  readonly scale: Scale;
  /** The name of the dimension it belongs to, such as `reliability`. */
  readonly dimension?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** A question that places the customer in a group, such as age band or branch. */
export interface ProfileQuestion<QuestionId extends string = string> {
  /** Unique among the questions; responses are keyed by it. */
  readonly id: QuestionId;
  /** The question as it is put. */
  readonly text: LocalizedText;
  /** Tells a profile question from the others. */
  readonly asks: 'profile';
  /** The answers it takes, each with its words, keyed by code. */
  readonly choices: { readonly [code: string]: LocalizedText };
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** A question answered in the customer's own words; it is never scored. */
export interface CommentQuestion<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** Unique among the questions; responses are keyed by it. */
  readonly id: QuestionId;
  /** The question as it is put. */
  readonly text: LocalizedText;
  /** Tells a comment question from the others. */
  readonly asks: 'comment';
  /** What it is about; absent for the whole cycle. */
  readonly about?: About<MomentId, AreaId>;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** A question of a survey; `asks` tells which kind. */
export type Question<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> =
  | RatedQuestion<QuestionId, MomentId, AreaId>
  | ProfileQuestion<QuestionId>
  | CommentQuestion<QuestionId, MomentId, AreaId>;

/** What customers are asked, in the order it is asked. */
export interface SatisfactionSurvey<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** The survey's id. */
  readonly id: string;
  /** The survey's title. */
  readonly title: LocalizedText;
  /** The questions, at least one. */
  readonly questions: readonly Question<QuestionId, MomentId, AreaId>[];
  /** The JSON Schema that an editor checks the file with, such as `service-cycle/survey.schema.json`. */
  readonly $schema?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

const scale = (): Schema<Scale> =>
  exactly<Scale>()(
    v.pipe(
      closedObject({
        min: finite(),
        max: finite(),
        step: v.exactOptional(finite()),
        reversed: v.exactOptional(v.boolean()),
        notApplicable: v.exactOptional(
          listOf(v.union([v.number(), v.string()], 'a number or a text')),
        ),
        labels: v.exactOptional(dictionary(nonBlank(), localizedText())),
      }),
      v.check(({ min, max }) => min < max, 'min below max'),
      v.check(
        ({ min, max, step = 1 }) =>
          step > 0 &&
          (min >= max || (max - min) / step > 0.5) &&
          (max - min) / step < 1000 &&
          isWholeNumber((max - min) / step),
        'a step above 0 that divides the distance from min to max into fewer than 1,000 parts',
      ),
      v.check(
        (read) => !(read.notApplicable ?? []).some((code) => isAnswer(read, code)),
        'codes for "not applicable" that are no answers of the scale',
      ),
    ),
  );

const about = (): Schema<About> =>
  exactly<About>()(
    v.union(
      [closedObject({ moment: id() }), closedObject({ area: id() })],
      'either { moment } or { area }',
    ),
  );

const question = (): Schema<Question> =>
  exactly<Question>()(
    oneOfKinds('asks', [
      closedObject({
        id: id(),
        text: localizedText(),
        asks: v.picklist(RATED),
        about: v.exactOptional(about()),
        scale: scale(),
        dimension: v.exactOptional(nonBlank()),
        meta: v.exactOptional(ownData()),
      }),
      closedObject({
        id: id(),
        text: localizedText(),
        asks: v.literal('profile'),
        choices: dictionary(nonBlank(), localizedText()),
        meta: v.exactOptional(ownData()),
      }),
      closedObject({
        id: id(),
        text: localizedText(),
        asks: v.literal('comment'),
        about: v.exactOptional(about()),
        meta: v.exactOptional(ownData()),
      }),
    ]),
  );

/** Reads a {@link SatisfactionSurvey}. */
export const satisfactionSurvey = (): Schema<SatisfactionSurvey> =>
  exactly<SatisfactionSurvey>()(
    closedObject({
      id: id(),
      title: localizedText(),
      questions: nonEmptyList(question()),
      $schema: v.exactOptional(v.string()),
      meta: v.exactOptional(ownData()),
    }),
  );

function isWholeNumber(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 1e-9;
}

function isAnswer({ min, max, step = 1 }: Scale, code: number | string): boolean {
  return (
    typeof code === 'number' && code >= min && code <= max && isWholeNumber((code - min) / step)
  );
}
