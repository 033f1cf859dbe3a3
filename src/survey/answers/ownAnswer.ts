/** Whether every object answers to a name, as it does to `toString`. */
export function isInherited(name: string): boolean {
  return name in {};
}

/**
 * What a response holds under an id, or the column of that id: its own, since every object answers to names such
 * as `valueOf` with something that nobody gave. Nothing where it is no object.
 */
export function ownAnswer(holder: unknown, id: string): unknown {
  if (holder === undefined || holder === null) return undefined;
  if (isInherited(id) && !Object.hasOwn(holder, id)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[id];
}
