import * as v from 'valibot';
import { type OwnData, ownData } from './ownData.ts';
import { closedObject, exactly, id, type Schema } from './schema.ts';

/** What a moment of an internal cycle does for a moment of another cycle, whose customers it helps to serve. */
export interface Support<MomentId extends string = string, StandardId extends string = string> {
  /** The own moment. */
  readonly moment: MomentId;
  /** The id of the cycle that it supports. */
  readonly cycle: string;
  /** The moment of that cycle. */
  readonly of: string;
  /** The own standard that is part of one of that moment; absent where none is promised. */
  readonly standard?: StandardId;
  /** The standard of that moment which it is part of. */
  readonly ofStandard?: string;
  /** Your own data about it, kept and read by nothing here. */
  readonly meta?: OwnData;
}

/** Reads a {@link Support}. */
export const support = (): Schema<Support> =>
  exactly<Support>()(
    closedObject({
      moment: id(),
      cycle: id(),
      of: id(),
      standard: v.exactOptional(id()),
      ofStandard: v.exactOptional(id()),
      meta: v.exactOptional(ownData()),
    }),
  );
