import { ownAnswerReader } from '../answers/ownAnswer.ts';

/** Which responses are looked at. */
export interface FlagOptions {
  /** The key of the response objects that holds their id, to name flagged ones by. */
  readonly id?: string;
  /** The position of the first response, for a part of a longer file; 0 when absent. */
  readonly firstPosition?: number;
}

/** Reads the id of a response, where it holds a text or a number under that key. */
export function idReader(
  key: string | undefined,
): (response: unknown) => { readonly id?: string | number } {
  if (key === undefined) return () => ({});
  const idOf = ownAnswerReader(key);
  return (response) => {
    const id = idOf(response);
    return typeof id === 'string' || typeof id === 'number' ? { id } : {};
  };
}
