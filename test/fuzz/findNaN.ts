const MOST_LOOKED_AT = 20_000;

/** Where in a result `NaN` stands, as a path, or nothing. */
export function findNaN(result: unknown): string | undefined {
  const open: { value: unknown; path: string }[] = [{ value: result, path: 'result' }];
  const seen = new Set<unknown>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (Number.isNaN(value)) return path;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    if (seen.size > MOST_LOOKED_AT) return undefined;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      open.push({ value: inner, path: `${path}.${key}` });
    }
  }
  return undefined;
}
