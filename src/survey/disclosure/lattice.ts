import { walksOf } from '../tally/walkOf.ts';
import type { GroupingKey } from '../types.ts';

/** Where the counts of a group are: first the responses, then the cells of each question. */
export interface CountLayout {
  /** How many counts a group has. */
  readonly width: number;
  /** The questions: the first cell of the answers and how many there are; then come those without an answer. */
  readonly questions: readonly { readonly firstCell: number; readonly answers: number }[];
}

/** The counts of the groups by all keys. */
export interface CountedGroups {
  /** The keys. */
  readonly by: readonly GroupingKey[];
  /** The groups, as numbers. */
  readonly groups: readonly number[];
  /** The counts, group by group. */
  readonly cells: ArrayLike<number>;
}

/** A sum that everybody can know: a marginal and the parts that make it up. */
export interface Relation {
  /** The marginal. */
  readonly whole: number;
  /** The groups that it is the sum of, two or more. */
  readonly parts: readonly number[];
}

/**
 * The cells of a table and the marginals of all its roll-ups. Where a value of one key meets one value
 * of another only, as a branch lies in one region, the marginal of the one and the cell of both are the
 * same people: they are one and are shown or hidden together. So nested keys are trees by themselves.
 */
export interface Lattice {
  /** How many different cells and marginals there are. */
  readonly size: number;
  /** The counts of each. */
  readonly counts: Float64Array;
  /** The sums. */
  readonly relations: readonly Relation[];
  /** The total. */
  readonly total: number;
  /** The cells and marginals of a choice of keys, by code; choices are sets of bits. */
  readonly marginals: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Adds up the groups by all keys for each of these choices of keys, those of fewer keys first. */
export function latticeOf(
  { by, groups, cells }: CountedGroups,
  width: number,
  choices: readonly number[],
): Lattice {
  const depth = by.length;
  const radix = by.map(({ values }) => values.length);
  const walks = walksOf(groups, radix);
  const nodesOf = new Int32Array(groups.length * choices.length);
  const maps = choices.map(() => new Map<number, number>());
  const rankOf = new Map(choices.map((choice, rank) => [choice, rank]));
  const steps = choices.map((choice) =>
    radix.flatMap((size, key) =>
      (choice >> key) & 1 ? [{ key, size, above: rankOf.get(choice ^ (1 << key)) }] : [],
    ),
  );
  const parts = new Map<number, number[]>();
  let nodes = 0;
  for (let group = 0; group < groups.length; group += 1) {
    const row = group * choices.length;
    for (let rank = 0; rank < choices.length; rank += 1) {
      let code = 0;
      for (const { key, size } of steps[rank] ?? [])
        code = code * size + (walks[group * depth + key] ?? 0);
      const map = maps[rank] as Map<number, number>;
      let node = map.get(code);
      if (node === undefined) {
        node = nodes;
        nodes += 1;
        map.set(code, node);
        for (const { key, above } of steps[rank] ?? []) {
          if (above === undefined) continue;
          const sum = (nodesOf[row + above] ?? 0) * depth + key;
          const list = parts.get(sum);
          if (list === undefined) parts.set(sum, [node]);
          else list.push(node);
        }
      }
      nodesOf[row + rank] = node;
    }
  }

  // What is the sum of one part only is that part.
  const same = Int32Array.from({ length: nodes }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (same[root] !== root) {
      same[root] = same[same[root] ?? 0] ?? 0;
      root = same[root] ?? 0;
    }
    return root;
  };
  for (const [sum, list] of parts) {
    if (list.length === 1) same[rootOf(list[0] ?? 0)] = rootOf(Math.floor(sum / depth));
  }
  const numbers = new Int32Array(nodes).fill(-1);
  let size = 0;
  const numberOf = (node: number): number => {
    const root = rootOf(node);
    if (numbers[root] === -1) {
      numbers[root] = size;
      size += 1;
    }
    return numbers[root] as number;
  };
  for (let node = 0; node < nodes; node += 1) numberOf(node);

  const counts = new Float64Array(size * width);
  const added = new Int32Array(size).fill(-1);
  for (let group = 0; group < groups.length; group += 1) {
    for (let rank = 0; rank < choices.length; rank += 1) {
      const number = numberOf(nodesOf[group * choices.length + rank] ?? 0);
      // A cell counts once for all the choices in which it is the same.
      if (added[number] === group) continue;
      added[number] = group;
      for (let cell = 0; cell < width; cell += 1) {
        counts[number * width + cell] =
          (counts[number * width + cell] ?? 0) + (cells[group * width + cell] ?? 0);
      }
    }
  }
  const relations: Relation[] = [];
  for (const [sum, list] of parts) {
    if (list.length === 1) continue;
    relations.push({ whole: numberOf(Math.floor(sum / depth)), parts: list.map(numberOf) });
  }
  return {
    size,
    counts,
    relations,
    total: nodes === 0 ? -1 : numberOf(nodesOf[0] ?? 0),
    marginals: new Map(
      choices.map((choice, rank) => [
        choice,
        new Map([...(maps[rank] ?? [])].map(([code, node]) => [code, numberOf(node)])),
      ]),
    ),
  };
}
