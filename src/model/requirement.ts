import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import {
  closedObject,
  exactly,
  finite,
  id,
  listOf,
  nonBlank,
  nonEmptyList,
  oneOfKinds,
  type Schema,
  share,
  shareAboveZero,
} from './schema.ts';

/** Those besides customers who have a say in the service. */
export type Stakeholder =
  | 'employees'
  | 'shareholders'
  | 'suppliers'
  | 'government'
  | 'associations'
  | 'community';

/** Where a requirement comes from. */
export type RequirementSource =
  | {
      /** What customers expect, or what the organization says it is and wants to be. */
      readonly kind: 'expectation' | 'mission' | 'vision' | 'values';
      /** Where it is written or who said it. */
      readonly reference?: LocalizedText;
    }
  | {
      /** Someone besides the customer who has a say. */
      readonly kind: 'stakeholder';
      /** Who has the say. */
      readonly stakeholder: Stakeholder;
      /** Where it is written or who said it. */
      readonly reference?: LocalizedText;
    }
  | {
      /** A law or regulation. */
      readonly kind: 'law';
      /** Which law. */
      readonly reference: LocalizedText;
    };

/** How a measurement is held against a threshold; exactly at the threshold conforms. */
export type Operator = '<=' | '>=' | '=';

/** A requirement made checkable: what is measured, and which share of cases has to conform. */
export interface Standard<StandardId extends string = string, AreaId extends string = string> {
  /** Unique among the standards of all requirements. */
  readonly id: StandardId;
  /** What is measured, in words. */
  readonly measure: LocalizedText;
  /** The unit of the threshold and of the measurements, such as `seconds`. */
  readonly unit: string;
  /** How a measurement is held against the threshold. */
  readonly operator: Operator;
  /** The limit, in `unit`. */
  readonly threshold: number;
  /** The share of cases that has to conform, above 0 up to 1; 1 means in every case. */
  readonly requiredShare: number;
  /**
   * The share of failures that can be borne though more is required, from 0 up to 1, such as 0.0001
   * where every payment has to be right. A shortfall is material only beyond it.
   */
  readonly tolerated?: number;
  /** The area that answers for it, where it is not the area of the moments. */
  readonly area?: AreaId;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** What has to be true for moments to go well. */
export interface Requirement<
  RequirementId extends string = string,
  MomentId extends string = string,
  StandardId extends string = string,
  AreaId extends string = string,
> {
  /** Unique among the requirements. */
  readonly id: RequirementId;
  /** The requirement in words. */
  readonly statement: LocalizedText;
  /** The moments it serves, at least one. */
  readonly moments: readonly MomentId[];
  /** Where it comes from. */
  readonly source: RequirementSource;
  /** What makes it checkable. */
  readonly standards?: readonly Standard<StandardId, AreaId>[];
  /** The role that answers for it. */
  readonly owner?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** Reads a {@link RequirementSource}. */
export const requirementSource = (): Schema<RequirementSource> =>
  exactly<RequirementSource>()(
    oneOfKinds('kind', [
      closedObject({
        kind: v.picklist(['expectation', 'mission', 'vision', 'values']),
        reference: v.exactOptional(localizedText()),
      }),
      closedObject({
        kind: v.literal('stakeholder'),
        stakeholder: v.picklist([
          'employees',
          'shareholders',
          'suppliers',
          'government',
          'associations',
          'community',
        ]),
        reference: v.exactOptional(localizedText()),
      }),
      closedObject({ kind: v.literal('law'), reference: localizedText() }),
    ]),
  );

const standard = (): Schema<Standard> =>
  exactly<Standard>()(
    closedObject({
      id: id(),
      measure: localizedText(),
      unit: nonBlank(),
      operator: v.picklist(['<=', '>=', '=']),
      threshold: finite(),
      requiredShare: shareAboveZero(),
      tolerated: v.exactOptional(share()),
      area: v.exactOptional(id()),
      meta: v.exactOptional(ownData()),
    }),
  );

/** Reads a {@link Requirement}. */
export const requirement = (): Schema<Requirement> =>
  exactly<Requirement>()(
    closedObject({
      id: id(),
      statement: localizedText(),
      moments: nonEmptyList(id()),
      source: requirementSource(),
      standards: v.exactOptional(listOf(standard())),
      owner: v.exactOptional(nonBlank()),
      meta: v.exactOptional(ownData()),
    }),
  );
