/** Which responses are looked at. */
export interface FlagOptions {
  /** The key of the response objects that holds their id, to name flagged ones by. */
  readonly id?: string;
  /** The position of the first response, for a part of a longer file; 0 when absent. */
  readonly firstPosition?: number;
}

/** The id of a response, where it holds a text or a number under that key. */
export function responseId(
  response: unknown,
  key: string | undefined,
): { readonly id?: string | number } {
  if (key === undefined) return {};
  const id = valueAt(response, key);
  return typeof id === 'string' || typeof id === 'number' ? { id } : {};
}

/** What a response holds under a key; nothing where it is no object. */
export function valueAt(response: unknown, key: string): unknown {
  return (response as Readonly<Record<string, unknown>> | null | undefined)?.[key];
}
