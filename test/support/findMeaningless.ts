const MOST_LOOKED_AT = 20_000;

/**
 * Where in a result `NaN`, an infinity or -0 stands, as a path, or nothing.
 *
 * @param handedIn - objects and numbers that were handed in as they are, and `'-0'` where -0 was: they may
 * come back
 */
export function findMeaningless(
  result: unknown,
  handedIn: ReadonlySet<unknown> = new Set(),
): string | undefined {
  const open: { value: unknown; path: string }[] = [{ value: result, path: 'result' }];
  const seen = new Set<unknown>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'number') {
      if (!Number.isFinite(value) && !handedIn.has(value)) return `${path} (${String(value)})`;
      if (Object.is(value, -0) && !handedIn.has('-0')) return `${path} (-0)`;
    }
    if (typeof value !== 'object' || value === null || seen.has(value) || handedIn.has(value)) {
      continue;
    }
    if (seen.size > MOST_LOOKED_AT) return undefined;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      open.push({ value: inner, path: `${path}.${key}` });
    }
  }
  return undefined;
}
