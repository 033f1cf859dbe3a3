import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import { closedObject, exactly, id, nonNegative, type Schema } from './schema.ts';

/** A part of the organization that answers for moments, such as the cash desk. */
export interface Area<AreaId extends string = string> {
  /** Unique among the areas. */
  readonly id: AreaId;
  /** The area in words. */
  readonly name: LocalizedText;
  /**
   * How much the area matters to the organization, 0 and up. Any unit, the same for all areas of a
   * cycle: only the comparison counts.
   */
  readonly importance?: number;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** Reads an {@link Area}. */
export const area = (): Schema<Area> =>
  exactly<Area>()(
    closedObject({
      id: id(),
      name: localizedText(),
      importance: v.exactOptional(nonNegative()),
      meta: v.exactOptional(ownData()),
    }),
  );
