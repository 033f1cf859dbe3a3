import { walkOf } from '../tally/walkOf.ts';
import type { GroupingKey } from '../types.ts';

/** A group within a cut: the groups by some of the keys. */
export interface CutNode {
  /** The places of its values, key by key of the whole tally; -1 for keys that the cut leaves out. */
  readonly walk: readonly number[];
  /**
   * How many responses it has, then how many answers to each question; where it is held against a
   * published tally, then how far it is from that tally in each of these.
   */
  readonly sizes: number[];
  /** Whether it is hidden. */
  isHidden: boolean;
  /** Whether a published tally shows it as it is, so that hiding it would hide nothing. */
  isKnown: boolean;
}

/** The groups by some of the keys. */
export interface Cut {
  /** Which keys, by position. */
  readonly levels: readonly number[];
  /** How many sizes belong together: the responses and the answers to each question. */
  readonly measures: number;
  /** The groups met, by their code. */
  readonly nodes: ReadonlyMap<number, CutNode>;
  /** The questions, by position, of which nothing is shown in this cut. */
  readonly hiddenQuestions: Set<number>;
  /** Whether nothing of the cut is shown, not even which groups there are. */
  isWhollyHidden: boolean;
  /** The code of a walk in this cut. */
  readonly codeOf: (walk: readonly number[]) => number;
}

/** The groups by all keys, from which those by fewer are added up. */
export interface SizedGroups {
  /** The keys. */
  readonly by: readonly GroupingKey[];
  /** The groups, as numbers. */
  readonly groups: readonly number[];
  /** The sizes, one list of groups each; see {@link CutNode}. */
  readonly sizes: readonly (readonly number[])[];
  /** How many sizes belong together; all when absent. */
  readonly measures?: number;
  /** Whether a group, by its position, is one of the tally's own; all are when absent. */
  readonly isOwn?: (position: number) => boolean;
}

/** The groups by these keys, with their sizes added up from the groups by all keys. */
export function cutBy(
  { by, groups, sizes, measures = sizes.length, isOwn = () => true }: SizedGroups,
  levels: readonly number[],
): Cut {
  const radix = by.map(({ values }) => values.length);
  const codeOf = (walk: readonly number[]): number => {
    let code = 0;
    for (const level of levels) code = code * (radix[level] ?? 1) + (walk[level] ?? 0);
    return code;
  };
  const nodes = new Map<number, CutNode>();
  const met = new Set<number>();
  const walk = new Array<number>(by.length).fill(0);
  for (const [position, group] of groups.entries()) {
    walkOf(by, group, walk);
    const code = codeOf(walk);
    if (isOwn(position)) met.add(code);
    const known = nodes.get(code);
    const own = sizes.map((list) => list[position] ?? 0);
    if (known === undefined) {
      const places = walk.map((place, level) => (levels.includes(level) ? place : -1));
      nodes.set(code, { walk: places, sizes: own, isHidden: false, isKnown: false });
    } else {
      for (const [measure, size] of own.entries())
        known.sizes[measure] = (known.sizes[measure] ?? 0) + size;
    }
  }
  // In the order of their codes, so that a roll-up is settled as it is within the whole.
  const inOrder = new Map([...nodes].filter(([code]) => met.has(code)).sort(([a], [b]) => a - b));
  return {
    levels,
    measures,
    nodes: inOrder,
    hiddenQuestions: new Set(),
    isWhollyHidden: false,
    codeOf,
  };
}

/** All choices of at least one of so many keys, those of fewer keys first. */
export function levelChoices(depth: number): readonly (readonly number[])[] {
  const choices = Array.from({ length: 2 ** depth - 1 }, (_, bits) =>
    Array.from({ length: depth }, (_level, level) => level).filter(
      (level) => ((bits + 1) >> level) % 2 === 1,
    ),
  );
  return choices.toSorted((a, b) => a.length - b.length);
}
