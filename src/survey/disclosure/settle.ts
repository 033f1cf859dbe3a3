import type { AlignedTally } from './alignTallies.ts';
import { DIFFERENCE, type Exposure, isFew, OWN, PUBLISHED } from './exposure.ts';
import {
  type CountedGroups,
  type CountLayout,
  type Lattice,
  latticeOf,
  type Relation,
} from './lattice.ts';
import { countAt, relateTallies } from './relateTallies.ts';
import { hideSmall, repair } from './repair.ts';
import { toldAcross } from './toldAcross.ts';

/**
 * What was done where protecting all groups one by one would take more than a bounded amount of work:
 * more is hidden, never less.
 *
 * - `single-keys`: of the groups by several keys none is shown, nor which there are
 * - `totals`: no group is shown, nor which there are
 * - `nothing`: not even the total is shown
 */
export type SuppressionFallback = 'single-keys' | 'totals' | 'nothing';

/** What is hidden of a tally and of all its roll-ups. */
export interface Settled {
  /** The cells and marginals that were settled. */
  readonly lattice: Lattice;
  /** Which are hidden: of the responses, then of each question. */
  readonly hidden: readonly Uint8Array[];
  /** What was done where there was too much to settle; absent where everything was settled. */
  readonly fallback?: SuppressionFallback;
}

/** A tally that has been published, and what was hidden of it. */
export interface PublishedTally {
  /** The tally. */
  readonly aligned: AlignedTally;
  /** What was hidden of it. */
  readonly settled: Settled;
}

/** How groups are protected. */
export interface SettleRule {
  /** Where the counts of a group are. */
  readonly layout: CountLayout;
  /** The fewest that a group is shown with. */
  readonly minimum: number;
  /** The fewest that the total is shown with; with 1 it is shown whatever it tells. */
  readonly minimumTotal: number;
}

/** So many steps of an attack may be taken, beside some for each count there is. */
const MOST_WORK = 4e7;

/** So many sums of groups may be made, over all roll-ups. */
const MOST_SUMS = 4e6;

/** Beyond so many it is not even tried where a quarter of all groups is small. */
const MANY_SUMS = 1e5;

/**
 * Settles what is hidden of a tally and of all its roll-ups at once, so that whichever of them are shown
 * no small group can be worked out; beside tallies that were published before, none of those either who
 * are in one of the two only.
 */
export function settle(
  own: AlignedTally,
  published: readonly PublishedTally[],
  rule: SettleRule,
): Settled {
  const depth = own.by.length;
  const all = Array.from({ length: 2 ** Math.min(depth, 20) }, (_, choice) => choice);
  const single = [0, ...own.by.map((_, key) => 2 ** key)];
  const tiers: (readonly [readonly number[], SuppressionFallback | undefined])[] = [
    [all, undefined],
    // Groups by single keys and what was published before might tell of groups by several keys together.
    ...(depth > 1 && published.length === 0 ? [[single, 'single-keys'] as const] : []),
    [[0], 'totals'],
  ];
  for (const [choices, fallback] of tiers) {
    if (fallback === undefined && isBeyondRepair(own, all.length, rule)) continue;
    const settled = attempt(own, choices, published, rule);
    if (settled === undefined) continue;
    if (fallback === undefined) return settled;
    if (fallback === 'single-keys') {
      for (const family of toldAcross(own, rule.layout, rule.minimum)) {
        const hidden = settled.hidden[family] as Uint8Array;
        for (let group = 0; group < hidden.length; group += 1) {
          if (group !== settled.lattice.total) hidden[group] = 1;
        }
      }
    }
    return { ...settled, fallback };
  }
  const lattice = latticeOf(own, rule.layout.width, [0]);
  const hidden = families(rule.layout).map(() => new Uint8Array(lattice.size).fill(1));
  return { lattice, hidden, fallback: 'nothing' };
}

/** Whether it is plain from the start that there is too much to settle. */
function isBeyondRepair(
  { groups, cells }: AlignedTally,
  choices: number,
  { layout, minimum }: SettleRule,
): boolean {
  const sums = groups.length * choices;
  if (sums > MOST_SUMS) return true;
  if (choices <= 2 || sums <= MANY_SUMS) return false;
  const small = groups.filter((_, at) => isFew(cells[at * layout.width] as number, minimum));
  return small.length > groups.length / 4;
}

/** Settles these choices of keys; nothing where it cannot be done in bounded work. */
function attempt(
  own: AlignedTally,
  choices: readonly number[],
  published: readonly PublishedTally[],
  rule: SettleRule,
): Settled | undefined {
  const { width } = rule.layout;
  const lattice = latticeOf(own, width, choices);
  const copies: Copy[] = [{ lattice, kind: OWN }];
  const links: Link[] = [];
  for (const { aligned, settled } of published) {
    const relation = relateTallies(own, aligned, width);
    if (relation === 'neither') continue;
    const place = copies.length;
    copies.push({ lattice: settled.lattice, kind: PUBLISHED, hidden: settled.hidden });
    if (relation === 'same') {
      links.push({ whole: 0, parts: [place] });
      continue;
    }
    const [larger, smaller] = relation === 'larger' ? [own, aligned] : [aligned, own];
    const difference = latticeOf(differenceOf(larger, smaller, width), width, [
      ...settled.lattice.marginals.keys(),
    ]);
    copies.push({ lattice: difference, kind: DIFFERENCE });
    links.push(
      relation === 'larger'
        ? { whole: 0, parts: [place, place + 1] }
        : { whole: place, parts: [0, place + 1] },
    );
  }
  const exposure = exposureOf(copies, links, rule);
  hideSmall(exposure);
  if (!repair(exposure, lattice.total)) return undefined;
  return { lattice, hidden: exposure.hidden.map((each) => each.slice(0, lattice.size)) };
}

/** One tally among those looked at together. */
interface Copy {
  readonly lattice: Lattice;
  readonly kind: number;
  readonly hidden?: readonly Uint8Array[];
}

/** A tally that is the sum of others, group by group; by position among the copies. */
interface Link {
  readonly whole: number;
  readonly parts: readonly number[];
}

function families({ questions }: CountLayout): readonly number[] {
  return [0, ...questions.keys()];
}

/** Several tallies as one set of groups and sums. */
export function exposureOf(
  copies: readonly Copy[],
  links: readonly Link[],
  { layout, minimum, minimumTotal }: SettleRule,
): Exposure {
  const offsets: number[] = [];
  let size = 0;
  for (const { lattice } of copies) {
    offsets.push(size);
    size += lattice.size;
  }
  const counts = new Float64Array(size * layout.width);
  const kinds = new Uint8Array(size);
  const hidden = families(layout).map(() => new Uint8Array(size));
  const relations: Relation[] = [];
  for (const [at, { lattice, kind, hidden: before }] of copies.entries()) {
    const offset = offsets[at] as number;
    counts.set(lattice.counts, offset * layout.width);
    kinds.fill(kind, offset, offset + lattice.size);
    for (const [family, list] of (before ?? []).entries()) hidden[family]?.set(list, offset);
    for (const { whole, parts } of lattice.relations) {
      if (offset === 0) relations.push({ whole, parts });
      else relations.push({ whole: whole + offset, parts: parts.map((part) => part + offset) });
    }
  }
  for (const { whole, parts } of links) {
    for (const [choice, marginals] of copies[whole]?.lattice.marginals ?? []) {
      for (const [code, group] of marginals) {
        const found = parts.flatMap((part) => {
          const same = copies[part]?.lattice.marginals.get(choice)?.get(code);
          return same === undefined ? [] : [same + (offsets[part] as number)];
        });
        // Where a tally was settled by fewer keys only, it shows nothing of the others.
        const isPart = parts.every((part) => copies[part]?.lattice.marginals.has(choice) === true);
        if (isPart && found.length > 0)
          relations.push({ whole: group + (offsets[whole] as number), parts: found });
      }
    }
  }
  const relationsOf = Array.from({ length: size }, (): number[] => []);
  for (const [id, { whole, parts }] of relations.entries()) {
    relationsOf[whole]?.push(id);
    for (const part of parts) relationsOf[part]?.push(id);
  }
  const own = copies[0]?.lattice;
  return {
    layout,
    minimum,
    size,
    counts,
    relations,
    relationsOf,
    kinds,
    hidden,
    isOpen: (group) =>
      group === own?.total &&
      minimumTotal < minimum &&
      (counts[group * layout.width] ?? 0) >= minimumTotal,
    isTotalShown: minimumTotal <= 1,
    work: { done: 0, most: MOST_WORK + 60 * counts.length, more: MOST_WORK / 10 },
    proofs: hidden.map(() => new Map<number, readonly number[]>()),
  };
}

/** Those who are in the larger of two tallies only. */
function differenceOf(larger: AlignedTally, smaller: AlignedTally, width: number): CountedGroups {
  const { by, groups } = larger;
  const cells = Float64Array.from(larger.cells, (count, at) => {
    const group = groups[Math.floor(at / width)] as number;
    return count - countAt(smaller, group, at % width, width);
  });
  return { by, groups, cells };
}
