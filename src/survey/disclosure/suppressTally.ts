import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { rollUp } from '../tally/rollUp.ts';
import { sameCells } from '../tally/sameCells.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { GroupingKey, Tally } from '../types.ts';
import { type AlignedTally, alignTallies } from './alignTallies.ts';
import { type Copy, DIFFERENCE, PUBLISHED, type SettleRule } from './exposure.ts';
import {
  type CountedGroups,
  type CountLayout,
  type Lattice,
  latticeOf,
  type Relation,
} from './lattice.ts';
import { type Beside, type Settled, settle } from './settle.ts';
import {
  hasFew,
  layoutOf,
  NOTHING_HIDDEN,
  readSettled,
  type Suppression,
  type SuppressionReason,
  type SuppressionRule,
  suppressCounts,
} from './suppress.ts';

/** What must not be shown of a tally. */
export interface TallySuppression extends Suppression {
  /** The published tallies, by position, that this one is not guarded against. */
  readonly notGuarded: readonly number[];
}

/**
 * What must not be shown of a tally beside its other roll-ups, and beside tallies that were published
 * before.
 *
 * A published tally matters where it can be part of this one, or this one of it: no count of the part is
 * larger. Where some are larger and some smaller it is taken to be one of other people. One without a
 * key of this tally cannot be guarded against, unless both are roll-ups of one tally.
 *
 * @param tally - the tally
 * @param rule - how it is protected
 * @param published - the tallies published before, the earliest first
 * @throws ServiceCycleError `invalid-argument` for a published tally with other questions
 */
export function suppressTally(
  tally: Tally,
  rule: SuppressionRule,
  published: readonly Tally[] = [],
): TallySuppression {
  const finest = tally.rolledUpFrom ?? tally;
  const layout = layoutOf(tally);
  const notGuarded: number[] = [];
  const besideFinest: Tally[] = [];
  const besideThis: Tally[] = [];
  for (const [at, other] of published.entries()) {
    if (!sameCells(tally.questions, other.questions)) {
      throw new ServiceCycleError(
        'invalid-argument',
        `published[${String(at)}], a tally of ${quote(other.survey)}, has other questions or scales than the tally of ${quote(tally.survey)}`,
      );
    }
    const theirs = other.rolledUpFrom ?? other;
    if (hasKeys(theirs, finest.by)) besideFinest.push(rollUp(theirs, namesOf(finest)));
    else if (hasKeys(theirs, tally.by)) besideThis.push(rollUp(theirs, namesOf(tally)));
    else if (!isRollUp(other, finest)) notGuarded.push(at);
  }
  const parts = [suppressBeside(finest, tally, layout, rule, besideFinest)];
  if (besideThis.length > 0 || (finest !== tally && hasLoneGroup(tally, finest, layout, rule))) {
    parts.push(suppressBeside(tally, tally, layout, rule, besideThis));
  }
  return { ...unite(parts), notGuarded };
}

/** What must not be shown beside tallies by the same keys that were published before. */
function suppressBeside(
  finest: Tally,
  shown: Tally,
  layout: CountLayout,
  rule: SuppressionRule,
  published: readonly Tally[],
): Suppression {
  if (published.length === 0) return suppressCounts(finest, layout, rule, shown);
  const { minimum, minimumTotal = minimum } = rule;
  const settleRule = { layout, minimum, minimumTotal };
  const [own, ...others] = alignTallies([finest, ...published], layout) as [
    AlignedTally,
    ...AlignedTally[],
  ];
  const before: PublishedTally[] = [];
  for (const aligned of others) {
    before.push({ aligned, settled: settleAfter(aligned, before, settleRule) });
  }
  const settled = settleAfter(own, before, settleRule);
  return readSettled(settled, own, finest, shown, settleRule);
}

/** A tally that has been published, and what was hidden of it. */
interface PublishedTally {
  readonly aligned: AlignedTally;
  readonly settled: Settled;
}

/** Settles a tally beside those before it; one that is the same as one of these is hidden as that was. */
function settleAfter(
  own: AlignedTally,
  before: readonly PublishedTally[],
  rule: SettleRule,
): Settled {
  const { width } = rule.layout;
  const related = before.map((each) => ({ ...each, relation: relate(own, each.aligned, width) }));
  const same = related.find(({ relation }) => relation === 'same');
  const parts = related.filter(({ relation }) => relation !== 'neither');
  if (same !== undefined) return same.settled;
  if (parts.length === 0) return settle(own, rule);
  return settle(own, rule, (lattice) => copiesOf(own, lattice, parts, width));
}

/** How two tallies stand to each other: each count the same, or none smaller or none larger, or some so and some so. */
type TallyRelation = 'same' | 'larger' | 'smaller' | 'neither';

/**
 * Whether a tally can be a part of another, or the other of it. Where a tally is part of another, each
 * of its counts, of every answer in every group, is at most the other's.
 */
function relate(one: AlignedTally, other: AlignedTally, width: number): TallyRelation {
  let largest = 0;
  let smallest = 0;
  for (const group of new Set([...one.groups, ...other.groups])) {
    for (let cell = 0; cell < width; cell += 1) {
      const difference = countAt(one, group, cell, width) - countAt(other, group, cell, width);
      largest = Math.max(largest, difference);
      smallest = Math.min(smallest, difference);
    }
    if (largest > 0 && smallest < 0) return 'neither';
  }
  if (largest > 0) return 'larger';
  return smallest < 0 ? 'smaller' : 'same';
}

/** What a group has in a cell; 0 where there is no such group. */
function countAt(
  { positions, cells }: AlignedTally,
  group: number,
  cell: number,
  width: number,
): number {
  const position = positions.get(group);
  return position === undefined ? 0 : (cells[position * width + cell] ?? 0);
}

/** Each published tally, and what it and this one differ by; the larger of the two is the sum of both. */
function copiesOf(
  own: AlignedTally,
  lattice: Lattice,
  published: readonly (PublishedTally & { readonly relation: TallyRelation })[],
  width: number,
): ReturnType<Beside> {
  const copies: Copy[] = [];
  const across: Relation[] = [];
  let end = lattice.size;
  for (const { aligned, settled, relation } of published) {
    const { hidden } = settled;
    const start = end;
    copies.push({ lattice: settled.lattice, kind: PUBLISHED, hidden });
    end += settled.lattice.size;
    const isLarger = relation === 'larger';
    const difference = latticeOf(
      isLarger ? differenceOf(own, aligned, width) : differenceOf(aligned, own, width),
      width,
      [...settled.lattice.marginals.keys()],
    );
    copies.push({ lattice: difference, kind: DIFFERENCE });
    const [whole, part] = [
      { groups: lattice, start: 0 },
      { groups: settled.lattice, start },
    ].sort((a, b) => (isLarger ? a.start - b.start : b.start - a.start)) as [Placed, Placed];
    across.push(...sumsAcross(whole, [part, { groups: difference, start: end }]));
    end += difference.size;
  }
  return { copies, across };
}

/** Groups among those looked at together, and the number of the first of them. */
interface Placed {
  readonly groups: Lattice;
  readonly start: number;
}

/** That each group of a tally is the sum of the same groups of others. */
function sumsAcross(whole: Placed, parts: readonly Placed[]): readonly Relation[] {
  const sums: Relation[] = [];
  for (const [choice, marginals] of whole.groups.marginals) {
    // Where a tally was settled by fewer keys only, it shows nothing of the others.
    if (!parts.every(({ groups }) => groups.marginals.has(choice))) continue;
    for (const [code, group] of marginals) {
      const found = parts.flatMap(({ groups, start }) => {
        const same = groups.marginals.get(choice)?.get(code);
        return same === undefined ? [] : [same + start];
      });
      if (found.length > 0) sums.push({ whole: group + whole.start, parts: found });
    }
  }
  return sums;
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

/** Hides what any of these hides. */
function unite(parts: readonly Suppression[]): Suppression {
  const [first, ...others] = parts.filter(({ isNothingHidden }) => !isNothingHidden);
  if (first === undefined) return NOTHING_HIDDEN;
  const all = [first, ...others];
  const reasonOf = (family: number, group: number): SuppressionReason | null => {
    const reasons = all.map(({ because }) => because[family]?.[group] ?? null);
    return reasons.includes('below-minimum') ? 'below-minimum' : (reasons.find(Boolean) ?? null);
  };
  const fallback = all.find((part) => part.fallback !== undefined)?.fallback;
  return {
    isNothingHidden: false,
    isTotalHidden: all.some(({ isTotalHidden }) => isTotalHidden),
    isRestHidden: all.some(({ isRestHidden }) => isRestHidden),
    unseen: [...new Set(all.flatMap(({ unseen }) => unseen))],
    isListed: all.every(({ isListed }) => isListed),
    because: first.because.map((list, family) => list.map((_, group) => reasonOf(family, group))),
    ...(fallback && { fallback }),
    unsettled: [...new Set(all.flatMap(({ unsettled }) => unsettled))],
  };
}

/** Whether a small group has nobody who has a value of each of the other keys too. */
function hasLoneGroup(
  tally: Tally,
  finest: Tally,
  layout: CountLayout,
  { minimum }: SuppressionRule,
): boolean {
  if (!finest.by.some(({ values }) => values[0] === null)) return false;
  if (!hasFew(tally, layout, minimum)) return false;
  const { by } = tally;
  const [whole, own] = [finest, tally].map(
    (each) => alignTallies([each], layout)[0] as AlignedTally,
  );
  const met = new Set(rollUpCodes(whole as AlignedTally, by).map((walk) => walk.join(' ')));
  return rollUpCodes(own as AlignedTally, by).some((walk) => !met.has(walk.join(' ')));
}

/** The values that each group has of these keys. */
function rollUpCodes(
  { by, groups }: AlignedTally,
  keys: readonly GroupingKey[],
): readonly (readonly string[])[] {
  const levels = keys.map(({ name }) => by.findIndex((key) => key.name === name));
  const walk = new Array<number>(by.length).fill(0);
  return groups.map((code) => {
    walkOf(by, code, walk);
    return levels.map((level) => JSON.stringify(by[level]?.values[walk[level] ?? 0]));
  });
}

function hasKeys({ by }: Tally, keys: readonly GroupingKey[]): boolean {
  return keys.every(({ name }) => by.some((key) => key.name === name));
}

function namesOf({ by }: Tally): readonly string[] {
  return by.map(({ name }) => name);
}

/** Whether a tally is a roll-up of another. */
function isRollUp(tally: Tally, finest: Tally): boolean {
  if (!hasKeys(finest, tally.by)) return false;
  const { by, groups, cells } = rollUp(finest, namesOf(tally));
  return (
    JSON.stringify([by, groups, cells]) === JSON.stringify([tally.by, tally.groups, tally.cells])
  );
}
