/** Whether every object answers to a name, as it does to `toString`. */
export function isInherited(name: string): boolean {
  return name in {};
}

/** Whether a response can hold answers: text and numbers have keys of their own that nobody gave. */
export function isRow(response: unknown): response is Row {
  return typeof response === 'object' && response !== null;
}

/**
 * Reads what a response holds under an id, or the column of that id: its own, since every object answers to
 * names such as `valueOf` with something that nobody gave. Nothing where it is no object.
 *
 * Whether the name is such a one is asked once, and not for every response.
 */
export function ownAnswerReader(id: string): (holder: unknown) => unknown {
  if (!isInherited(id)) return (holder) => (isRow(holder) ? holder[id] : undefined);
  return (holder) => (isRow(holder) && Object.hasOwn(holder, id) ? holder[id] : undefined);
}

type Row = Readonly<Record<string, unknown>>;
