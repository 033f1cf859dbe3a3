/** A place in a plot, in pixels from a corner. */
export interface Spot {
  /** How far across. */
  readonly x: number;
  /** How far along the other side. */
  readonly y: number;
}

/** In how many directions a free place is looked for, how fine, and how far: in parts and times of a mark's size. */
const DIRECTIONS = 16;
const STEPS = 4;
const REACH = 8;

/**
 * Where marks go so that none covers another: each to its place where that is free, or else to the nearest free one
 * around it. Those that nothing is near to are never moved.
 *
 * @param spots - where they belong
 * @param size - how large each is, in pixels
 * @param room - how large the plot is
 */
export function movedApart(
  spots: readonly Spot[],
  size: number,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Spot[] {
  const isNear = (one: Spot, other: Spot): boolean =>
    Math.hypot(one.x - other.x, one.y - other.y) < size;
  const found = spots.map((spot, at) =>
    spots.some((other, place) => place !== at && isNear(spot, other)) ? undefined : spot,
  );
  for (const [at, spot] of spots.entries()) {
    if (found[at] !== undefined) continue;
    const isFree = (one: Spot): boolean =>
      one.x >= size / 2 &&
      one.x <= width - size / 2 &&
      one.y >= size / 2 &&
      one.y <= height - size / 2 &&
      found.every((other) => other === undefined || !isNear(one, other));
    found[at] = around(spot, size).find(isFree) ?? spot;
  }
  return found.flatMap((spot) => spot ?? []);
}

/** A spot, and those around it, the nearest first. */
function around(spot: Spot, size: number): readonly Spot[] {
  const { x, y } = spot;
  const spots = [spot];
  for (let step = 1; step <= STEPS * REACH; step += 1) {
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const angle = (2 * Math.PI * turn) / DIRECTIONS;
      const radius = (size * step) / STEPS;
      spots.push({ x: x + radius * Math.sin(angle), y: y + radius * Math.cos(angle) });
    }
  }
  return spots;
}
