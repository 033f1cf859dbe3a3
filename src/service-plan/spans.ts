/** From a moment to before another, in milliseconds since 1970. */
export type Span = readonly [start: number, stop: number];

/** What spans cover, in order and without overlaps. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const whole: [number, number][] = [];
  for (const [start, stop] of [...spans].sort(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], stop);
    else whole.push([start, stop]);
  }
  return whole;
}

/** How long spans are that do not overlap. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, stop]) => sum + stop - start, 0);
}

/** The parts of spans that lie in none of others; both in order and without overlaps. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let place = 0;
  for (const [start, stop] of spans) {
    let at = start;
    while (place < others.length && (others[place]?.[1] ?? 0) <= start) place += 1;
    for (let next = place; next < others.length; next += 1) {
      const [begin, end] = others[next] as Span;
      if (begin >= stop) break;
      if (begin > at) left.push([at, begin]);
      at = Math.max(at, end);
    }
    if (at < stop) left.push([at, stop]);
  }
  return left;
}
