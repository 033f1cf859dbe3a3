import type { Cut, CutNode } from './cut.ts';

/** How many values of each key are tried for the far corner of a box, the smallest groups first. */
const TRIED = 6;

/** A question that is too rarely answered in more groups than this share is hidden in all of them. */
const RARE = 0.1;

/** Where more than this share of the groups by several keys is too small, none of them is shown. */
const MOST = 0.5;

/**
 * Hides what must not be shown in one cut, given the cuts by one key less.
 *
 * 1. A group within a hidden group is hidden.
 * 2. A group with fewer responses than the minimum is hidden, and one with fewer answers to a
 *    question; but where that would hide many groups, the question is hidden in all of them instead,
 *    as far as rule 3 allows.
 * 3. A hidden group is a corner of a box of hidden groups: for each key another value, and every
 *    combination of the two hidden. One could be larger by any number and its neighbours smaller, and
 *    the next larger again, without any sum changing: so no sum tells what it is.
 * 4. What is hidden along one key has together at least the minimum, as far as there is more to hide.
 *
 * Where there is no box, or most groups by several keys are too small, the whole cut is hidden, and
 * with it which groups there are.
 *
 * What is hidden before stays hidden. What a published tally shows as it is, is no corner of a box.
 */
export function hideNodes(cut: Cut, minimum: number, parents: readonly Cut[]): void {
  const { levels, nodes } = cut;
  const isForced: IsForced = (walk) => parents.some((parent) => isHiddenIn(parent, walk));
  for (const node of nodes.values()) node.isHidden ||= isForced(node.walk);
  const values = valuesOf(cut);
  const small = smallNodes(cut, minimum, values, isForced);
  if (levels.length > 1 && small.length > MOST * nodes.size) {
    hideAll(cut);
    return;
  }
  for (const node of small) {
    node.isHidden = true;
    if (!hideBox(cut, node, values, isForced)) {
      hideAll(cut);
      return;
    }
  }
  for (const left of levels) {
    if (fillLines(cut, left, minimum, values, isForced)) continue;
    hideAll(cut);
    return;
  }
}

/** Whether the group of a walk is hidden in a cut. */
export function isHiddenIn(
  { isWhollyHidden, nodes, codeOf }: Cut,
  walk: readonly number[],
): boolean {
  return isWhollyHidden || nodes.get(codeOf(walk))?.isHidden === true;
}

/** The groups that are too small to be shown, the smallest first; rare questions are hidden at once. */
function smallNodes(
  cut: Cut,
  minimum: number,
  values: Values,
  isForced: IsForced,
): readonly CutNode[] {
  const { nodes, hiddenQuestions, codeOf } = cut;
  const open = [...nodes.values()].filter(({ walk }) => !isForced(walk));
  const small = new Set<CutNode>();
  const measures = open[0]?.sizes.length ?? 0;
  // In a question that is hidden everywhere any group can be a corner, and takes nothing with it.
  const isThere = (walk: readonly number[]): number =>
    nodes.has(codeOf(walk)) || isForced(walk) ? 0 : Infinity;
  for (let measure = 0; measure < measures; measure += 1) {
    const question = questionOf(cut, measure);
    const few = open.filter(({ sizes }) => isFew(sizes[measure] ?? 0, minimum));
    const others = few.filter((node) => !small.has(node));
    if (question >= 0 && others.length > Math.max(1, RARE * open.length))
      hiddenQuestions.add(question);
    for (const node of few) {
      const isSafe =
        hiddenQuestions.has(question) && findBox(cut, node, values, isThere) !== undefined;
      if (!isSafe) small.add(node);
    }
  }
  return [...small].sort(
    (a, b) => (a.sizes[0] ?? 0) - (b.sizes[0] ?? 0) || codeOf(a.walk) - codeOf(b.walk),
  );
}

/** Whether a size is too small to be shown: 0 tells of nobody. */
export function isFew(size: number, minimum: number): boolean {
  return size > 0 && size < minimum;
}

/** The question, by position, that a size counts the answers to; -1 for responses. */
function questionOf({ measures }: Cut, measure: number): number {
  return (measure % measures) - 1;
}

type Values = ReadonlyMap<number, readonly number[]>;

/** Whether a group lies within a hidden one, so that it is not even known whether it is there. */
type IsForced = (walk: readonly number[]) => boolean;

/** What it takes to hide a group, in responses; infinite where there is none to hide. */
type CostOf = (walk: readonly number[]) => number;

/** The values of each key of a cut. */
function valuesOf({ levels, nodes }: Cut): Values {
  return new Map(
    levels.map((level) => [
      level,
      [...new Set([...nodes.values()].map(({ walk }) => walk[level] ?? 0))].sort((a, b) => a - b),
    ]),
  );
}

/** Hides all groups of a cut, and which there are. */
export function hideAll(cut: Cut): void {
  cut.isWhollyHidden = true;
  for (const node of cut.nodes.values()) node.isHidden = true;
}

/**
 * Hides the box with this corner that costs the fewest responses; false when there is none. Along a
 * fresh key the neighbour must not be hidden yet.
 */
function hideBox(
  cut: Cut,
  corner: CutNode,
  values: Values,
  isForced: IsForced,
  fresh?: number,
): boolean {
  const { nodes, codeOf } = cut;
  const costOf = (walk: readonly number[]): number => {
    const node = nodes.get(codeOf(walk));
    if (node === undefined) return isForced(walk) ? 0 : Infinity;
    if (node.isKnown) return Infinity;
    return node.isHidden ? 0 : (node.sizes[0] ?? 0);
  };
  const box = findBox(cut, corner, values, costOf, fresh);
  for (const walk of box ?? []) {
    const node = nodes.get(codeOf(walk));
    if (node !== undefined) node.isHidden = true;
  }
  return box !== undefined;
}

/** The other corners of the box with this corner that costs least. */
function findBox(
  { levels, nodes, codeOf }: Cut,
  corner: CutNode,
  values: Values,
  costOf: CostOf,
  fresh?: number,
): readonly (readonly number[])[] | undefined {
  const neighbour = (level: number, value: number): readonly number[] =>
    corner.walk.map((place, at) => (at === level ? value : place));
  const isFresh = (walk: readonly number[]): boolean => nodes.get(codeOf(walk))?.isHidden === false;
  const choices = levels.map((level) =>
    (values.get(level) ?? [])
      .filter((value) => value !== corner.walk[level])
      .filter((value) => level !== fresh || isFresh(neighbour(level, value)))
      .map((value) => ({ value, cost: costOf(neighbour(level, value)) }))
      .filter(({ cost }) => cost < Infinity)
      .sort((a, b) => a.cost - b.cost || a.value - b.value)
      .slice(0, TRIED)
      .map(({ value }) => value),
  );
  let best: readonly (readonly number[])[] | undefined;
  let lowest = Infinity;
  for (const far of combinations(choices)) {
    const corners = cornersOf(corner.walk, levels, far);
    const cost = corners.reduce((sum, walk) => sum + costOf(walk), 0);
    if (cost >= lowest) continue;
    best = corners;
    lowest = cost;
    if (cost === 0) break;
  }
  return best;
}

/** Hides more along a key where what is hidden has together fewer than the minimum. */
function fillLines(
  cut: Cut,
  left: number,
  minimum: number,
  values: Values,
  isForced: IsForced,
): boolean {
  const lines = new Map<string, CutNode[]>();
  for (const node of cut.nodes.values()) {
    const key = node.walk.filter((_, level) => level !== left).join(' ');
    lines.set(key, [...(lines.get(key) ?? []), node]);
  }
  for (const line of lines.values()) {
    for (;;) {
      const hidden = line.filter(({ isHidden }) => isHidden);
      const [corner] = hidden;
      if (corner === undefined || hidden.length === line.length) break;
      const isTooFew = corner.sizes.some(
        (_, measure) =>
          !cut.hiddenQuestions.has(questionOf(cut, measure)) &&
          isFew(
            hidden.reduce((sum, { sizes }) => sum + (sizes[measure] ?? 0), 0),
            minimum,
          ),
      );
      if (!isTooFew) break;
      if (!hideBox(cut, corner, values, isForced, left)) return false;
    }
  }
  return true;
}

/** Every corner of the box but the first. */
function cornersOf(
  walk: readonly number[],
  levels: readonly number[],
  far: readonly number[],
): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** levels.length - 1 }, (_, bits) => {
    const corner = [...walk];
    for (const [at, level] of levels.entries()) {
      if (((bits + 1) >> at) % 2 === 1) corner[level] = far[at] ?? 0;
    }
    return corner;
  });
}

function* combinations(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const value of first) for (const rest of combinations(others)) yield [value, ...rest];
}
