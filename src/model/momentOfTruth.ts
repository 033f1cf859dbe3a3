import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import {
  closedObject,
  exactly,
  highestRating,
  id,
  listOf,
  nonBlank,
  riskRating,
  type Schema,
  shareAboveZero,
} from './schema.ts';

/**
 * Whom or what the customer meets at a moment.
 *
 * - `staff`: a person, face to face
 * - `remote`: a person, by telephone or in writing
 * - `self-service`: a machine, a page or an app
 * - `none`: nobody of the organization
 */
export type Contact = 'staff' | 'remote' | 'self-service' | 'none';

/**
 * What a moment is made of that makes it delicate.
 *
 * - `waiting`: the customer waits
 * - `payment`: money or value changes hands
 * - `safety`: body, life or property can be harmed
 * - `legal`: a law or a right is at stake
 * - `handover`: one person or place passes the customer on to another
 */
export type Trait = 'waiting' | 'payment' | 'safety' | 'legal' | 'handover';

/** What one person who knows the work thinks of a bad incident at a moment. */
export interface Judgement {
  /** The role of the person who judges, such as `branch supervisor`. */
  readonly by: string;
  /** Harm to the customer's mood or loyalty, whole number, 1 (none) to 10 (worst). */
  readonly severity: number;
  /** How often it happens, whole number, 1 (hardly ever) to 10 (nearly always). */
  readonly occurrence: number;
  /**
   * How hard it is for staff to notice before the customer does, whole number,
   * 1 (always noticed) to 10 (never noticed).
   */
  readonly detection: number;
  /**
   * The highest rating of the sheet that was filled in, whole number, 2 to 10, such as 5 where the three are rated from 1
   * to 5; 10 when absent.
   */
  readonly outOf?: number;
  /** Why the person judges so. */
  readonly note?: LocalizedText;
}

/** A person's word that a moment is critical. */
export interface DeclaredCritical {
  /** The reason given. */
  readonly because: LocalizedText;
  /** The role of the person who declares it. */
  readonly by?: string;
}

/** A contact in which the customer forms an impression, for better or worse. */
export interface MomentOfTruth<
  MomentId extends string = string,
  StageId extends string = string,
  AreaId extends string = string,
> {
  /** Unique among the moments. */
  readonly id: MomentId;
  /** What the customer lives through, in words. */
  readonly name: LocalizedText;
  /** The stage of the cycle it belongs to. */
  readonly stage?: StageId;
  /** The area of the organization that answers for it. */
  readonly area?: AreaId;
  /** Whom the customer meets. */
  readonly contact: Contact;
  /** The channel it happens in, such as `counter`, `telephone`, `app`. */
  readonly channel?: string;
  /** What makes it delicate. */
  readonly traits?: readonly Trait[];
  /** Share of visits that pass here, above 0 up to 1; 1 when absent. */
  readonly usage?: number;
  /** A person's word that the moment is critical. */
  readonly declaredCritical?: DeclaredCritical;
  /** What people who know the work think of a bad incident here. */
  readonly judgements?: readonly Judgement[];
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

const judgement = (): Schema<Judgement> =>
  exactly<Judgement>()(
    closedObject({
      by: nonBlank(),
      severity: riskRating(),
      occurrence: riskRating(),
      detection: riskRating(),
      outOf: v.exactOptional(highestRating()),
      note: v.exactOptional(localizedText()),
    }),
  );

/** Reads a {@link MomentOfTruth}. */
export const momentOfTruth = (): Schema<MomentOfTruth> =>
  exactly<MomentOfTruth>()(
    closedObject({
      id: id(),
      name: localizedText(),
      stage: v.exactOptional(id()),
      area: v.exactOptional(id()),
      contact: v.picklist(['staff', 'remote', 'self-service', 'none']),
      channel: v.exactOptional(nonBlank()),
      traits: v.exactOptional(
        listOf(v.picklist(['waiting', 'payment', 'safety', 'legal', 'handover'])),
      ),
      usage: v.exactOptional(shareAboveZero()),
      declaredCritical: v.exactOptional(
        closedObject({ because: localizedText(), by: v.exactOptional(nonBlank()) }),
      ),
      judgements: v.exactOptional(listOf(judgement())),
      meta: v.exactOptional(ownData()),
    }),
  );
