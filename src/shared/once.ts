/** Computes a value when it is first asked for, and keeps it. */
export function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** Keeps what is computed under each name. */
export function remember(): <Value>(name: string, compute: () => Value) => Value {
  const kept = new Map<string, unknown>();
  return <Value>(name: string, compute: () => Value): Value => {
    if (!kept.has(name)) kept.set(name, compute());
    return kept.get(name) as Value;
  };
}
