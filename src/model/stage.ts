import * as v from 'valibot';
import { type LocalizedText, localizedText } from './localizedText.ts';
import { type OwnData, ownData } from './ownData.ts';
import { closedObject, exactly, id, type Schema } from './schema.ts';

/** A stretch of the cycle that customers would name as one, such as check-in. */
export interface Stage<StageId extends string = string> {
  /** Unique among the stages. */
  readonly id: StageId;
  /** The stage in words. */
  readonly name: LocalizedText;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** Reads a {@link Stage}. */
export const stage = (): Schema<Stage> =>
  exactly<Stage>()(
    closedObject({ id: id(), name: localizedText(), meta: v.exactOptional(ownData()) }),
  );
