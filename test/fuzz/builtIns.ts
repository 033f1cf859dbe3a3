const OBJECTS: readonly object[] = [
  ...[
    Object,
    Array,
    Function,
    String,
    Number,
    Boolean,
    Symbol,
    BigInt,
    Date,
    RegExp,
    Promise,
    Error,
  ],
  ...[Map, Set, WeakMap, WeakSet, Float64Array, Uint8Array, ArrayBuffer, Iterator()],
].flatMap((holder) =>
  typeof holder === 'function' ? [holder, holder.prototype as object] : [holder],
);

/** The prototype of all iterators, which has no name on Node 20. */
function Iterator(): object {
  return Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
}

/** Every key of the built-in objects and of the global one, with what stands there. */
export function builtIns(): ReadonlyMap<object, ReadonlyMap<PropertyKey, unknown>> {
  const all = [...OBJECTS, Math, JSON, Reflect, globalThis];
  return new Map(
    all.map((holder) => [
      holder,
      new Map(
        Reflect.ownKeys(holder).map((key) => {
          const descriptor = Object.getOwnPropertyDescriptor(holder, key);
          return [key, descriptor?.get ?? (descriptor?.value as unknown)];
        }),
      ),
    ]),
  );
}

/** Which keys of built-in objects are new, gone or changed. */
export function touched(before: ReturnType<typeof builtIns>): string[] {
  const after = builtIns();
  return [...before].flatMap(([holder, keys]) => {
    const now = after.get(holder) ?? new Map<PropertyKey, unknown>();
    return [...new Set([...keys.keys(), ...now.keys()])]
      .filter((key) => keys.has(key) !== now.has(key) || !Object.is(keys.get(key), now.get(key)))
      .map(String);
  });
}
