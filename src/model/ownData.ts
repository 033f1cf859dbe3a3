import { exactly, plainJson, type Schema } from './schema.ts';

/**
 * Your own data about a thing, such as its key in another system: an object of plain JSON. It is kept, and
 * nothing in this package reads it.
 */
export interface OwnData {
  /** Any name but `__proto__`, `constructor` and `prototype`, with any JSON value. */
  readonly [name: string]: unknown;
}

/** Reads {@link OwnData}. */
export const ownData = (): Schema<OwnData> => exactly<OwnData>()(plainJson());
