import type { Equation } from './attack.ts';
import type { CountLayout, Lattice, Relation } from './lattice.ts';

/** Whose figures a group is of. */
export const OWN = 0;
/** A group of a tally that was published before: what it shows is shown. */
export const PUBLISHED = 1;
/** Those who are in one tally only: nobody shows them, but differences might. */
export const DIFFERENCE = 2;

/**
 * Cells and marginals, and which of them are hidden: of the responses, and of each question. These are
 * the counts that an attacker does not know; all others are shown.
 */
export interface Exposure {
  /** Where the counts of a group are. */
  readonly layout: CountLayout;
  /** The fewest that a group is shown with. */
  readonly minimum: number;
  /** How many groups there are. */
  readonly size: number;
  /** Their counts. */
  readonly counts: Float64Array;
  /** The sums that everybody can know. */
  readonly relations: readonly Relation[];
  /** The sums that each group is in. */
  readonly relationsOf: readonly (readonly number[])[];
  /** Whose each group is. */
  readonly kinds: Uint8Array;
  /** Which are hidden: first of the responses, then of each question. */
  readonly hidden: readonly Uint8Array[];
  /** Those that need no protection, such as a total that was asked for. */
  readonly isOpen: (group: number) => boolean;
  /** Whether the total is shown whatever it tells. */
  readonly isTotalShown: boolean;
  /** What has been worked so far, in steps; so many may be, and so many more for what is left to do. */
  readonly work: { done: number; most: number; readonly more: number };
  /** What has been met in a walk over groups or sums. */
  readonly marks: WalkMarks;
  /** Counts of which another table is known, by family and {@link proofKey}: the groups that differ in it. */
  readonly proofs: readonly Map<number, readonly number[]>[];
}

/** What has been met, by number: a list of all there are is many times as fast as a set, and kept for all walks. */
interface Marks {
  /** Forgets all. */
  readonly clear: () => void;
  /** Whether it is met for the first time. */
  readonly add: (number: number) => boolean;
}

interface WalkMarks {
  /** The groups of a walk. */
  readonly groups: Marks;
  /** The sums of a walk. */
  readonly sums: Marks;
  /** The sums of which it is known what hiding another part of them takes. */
  readonly costs: Marks;
  /** What that takes. */
  readonly restOf: Float64Array;
}

function marksFor(size: number): Marks {
  const met = new Int32Array(size);
  let walk = 0;
  return {
    clear: () => {
      walk += 1;
    },
    add: (number) => {
      if (met[number] === walk) return false;
      met[number] = walk;
      return true;
    },
  };
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

/** One tally among those looked at together. */
export interface Copy {
  /** Its cells and marginals. */
  readonly lattice: Lattice;
  /** Whose they are. */
  readonly kind: number;
  /** Which are hidden from the start, of the responses and of each question; none when absent. */
  readonly hidden?: readonly Uint8Array[];
}

/** So many steps may be taken to prove what is hidden, beside some for each count there is. */
const MOST_WORK = 4e7;

/**
 * Several tallies as one set of groups and sums.
 *
 * @param copies - the tallies, the one to be published first
 * @param across - the sums that groups of several of them are in
 * @param rule - how groups are protected
 */
export function exposureOf(
  copies: readonly Copy[],
  across: readonly Relation[],
  { layout, minimum, minimumTotal }: SettleRule,
): Exposure {
  const size = copies.reduce((sum, { lattice }) => sum + lattice.size, 0);
  const counts = new Float64Array(size * layout.width);
  const kinds = new Uint8Array(size);
  const hidden = [0, ...layout.questions.keys()].map(() => new Uint8Array(size));
  const relations = [...across];
  let offset = 0;
  for (const { lattice, kind, hidden: before = [] } of copies) {
    const start = offset;
    counts.set(lattice.counts, start * layout.width);
    kinds.fill(kind, start, start + lattice.size);
    for (const [family, list] of before.entries()) hidden[family]?.set(list, start);
    for (const { whole, parts } of lattice.relations) {
      relations.push({ whole: whole + start, parts: parts.map((part) => part + start) });
    }
    offset += lattice.size;
  }
  const relationsOf = Array.from({ length: size }, (): number[] => []);
  for (const [id, { whole, parts }] of relations.entries()) {
    relationsOf[whole]?.push(id);
    for (const part of parts) relationsOf[part]?.push(id);
  }
  const total = copies[0]?.lattice.total;
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
      group === total &&
      minimumTotal < minimum &&
      (counts[group * layout.width] ?? 0) >= minimumTotal,
    isTotalShown: minimumTotal <= 1,
    work: { done: 0, most: MOST_WORK + 60 * counts.length, more: MOST_WORK / 10 },
    marks: {
      groups: marksFor(size),
      sums: marksFor(relations.length),
      costs: marksFor(relations.length),
      restOf: new Float64Array(relations.length),
    },
    proofs: hidden.map(() => new Map<number, readonly number[]>()),
  };
}

/** How many answered a question in a group, by its number from 1; for 0 how many responses it has. */
export function sizeAt({ layout, counts }: Exposure, group: number, family: number): number {
  return sizeIn(counts, group * layout.width, layout, family);
}

/**
 * The same of counts that start somewhere. A response of which every question tells that the answer is
 * invalid makes a group no larger, and no group by itself, so that one row of noise does not turn what is hidden.
 */
export function sizeIn(
  counts: ArrayLike<number>,
  start: number,
  { questions }: CountLayout,
  family: number,
): number {
  const question = questions[family - 1];
  if (question === undefined) {
    const responses = counts[start] as number;
    let invalid = questions.length === 0 ? 0 : responses;
    for (const { firstCell, answers } of questions) {
      invalid = Math.min(invalid, counts[start + firstCell + answers + 2] as number);
    }
    return responses - invalid;
  }
  let size = 0;
  const from = start + question.firstCell;
  for (let cell = from; cell < from + question.answers; cell += 1) size += counts[cell] as number;
  return size;
}

/** Whether a group is too small to be shown: 0 tells of nobody. */
export function isFew(size: number, minimum: number): boolean {
  return size > 0 && size < minimum;
}

/** The hidden groups that are tied to these by sums. */
export function tiedTo(
  exposure: Exposure,
  family: number,
  seeds: readonly number[],
): readonly number[] {
  const { relations, relationsOf, work, marks } = exposure;
  const hidden = exposure.hidden[family] as Uint8Array;
  marks.groups.clear();
  marks.sums.clear();
  const queue = seeds.filter((group) => hidden[group] === 1 && marks.groups.add(group));
  // The queue grows while it is gone through.
  for (const next of queue) {
    for (const id of relationsOf[next] as readonly number[]) {
      if (!marks.sums.add(id)) continue;
      const { whole, parts } = relations[id] as Relation;
      work.done += 2 * parts.length;
      for (let at = -1; at < parts.length; at += 1) {
        const group = at < 0 ? whole : (parts[at] as number);
        if (hidden[group] === 1 && marks.groups.add(group)) queue.push(group);
      }
    }
  }
  return queue;
}

/** Whether it has taken more steps than there may be; then what was found may not be all. */
export function isTooMuch({ work }: Exposure): boolean {
  return work.done > work.most;
}

/** The sums that hidden groups are in, as equations of what is hidden; each once. */
export function equationsOf(
  { relations, relationsOf, hidden, work, marks }: Exposure,
  family: number,
  tied: readonly number[],
  placeOf: ReadonlyMap<number, number>,
): readonly Equation[] {
  const isHidden = hidden[family] as Uint8Array;
  marks.sums.clear();
  const equations: Equation[] = [];
  /** Those of which the places, multiplied and added up, come to the same number. */
  const alike = new Map<number, Equation[]>();
  for (const group of tied) {
    if (isHidden[group] !== 1) continue;
    for (const id of relationsOf[group] as readonly number[]) {
      if (!marks.sums.add(id)) continue;
      const { whole, parts } = relations[id] as Relation;
      work.done += 5 * parts.length;
      const at: number[] = [];
      let hash = isHidden[whole] === 1 ? 1 : 0;
      for (const part of parts) {
        if (isHidden[part] !== 1) continue;
        const place = placeOf.get(part) as number;
        at.push(place);
        hash = (Math.imul(hash, 31) + place) | 0;
      }
      const times = new Array<number>(at.length).fill(1);
      if (isHidden[whole] === 1) {
        at.push(placeOf.get(whole) as number);
        times.push(-1);
      }
      const others = alike.get(hash);
      const isSame = (other: Equation): boolean =>
        other.at.length === at.length &&
        other.at.every((place, position) => place === at[position]) &&
        other.times.at(-1) === times.at(-1);
      if (others?.some(isSame)) continue;
      const equation = { at, times };
      if (others === undefined) alike.set(hash, [equation]);
      else others.push(equation);
      equations.push(equation);
    }
  }
  return equations;
}
