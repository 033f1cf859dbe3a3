import { answerCount } from '../../model/scaleAnswers.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { rollUp } from '../tally/rollUp.ts';
import { sameCells } from '../tally/sameCells.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { GroupingKey, Tally } from '../types.ts';
import { type AlignedTally, alignTallies, type GroupedCounts } from './alignTallies.ts';
import { isFew, sizeIn } from './exposure.ts';
import type { CountLayout } from './lattice.ts';
import { relateTallies } from './relateTallies.ts';
import {
  type PublishedTally,
  type Settled,
  type SettleRule,
  type SuppressionFallback,
  settle,
} from './settle.ts';

/** Why nothing is shown of a group: its own answers are too few, or it would give away another's. */
export type SuppressionReason = 'below-minimum' | 'protects-another';

/** What must not be shown of a tally. */
export interface Suppression {
  /** Whether everything is shown of everybody who has a group. */
  readonly isNothingHidden: boolean;
  /** Whether nothing at all is shown, not even of all responses together. */
  readonly isTotalHidden: boolean;
  /** Whether it is not shown either how many have no group, since that would give away the others. */
  readonly isRestHidden: boolean;
  /** Whether nothing is shown of a question, by position, not even of all responses together. */
  readonly isUnseenQuestion: (question: number) => boolean;
  /** Whether groups may be listed at all: not where there was too much to settle. */
  readonly isListed: boolean;
  /** Why nothing is shown of a group, by the places of its values in the tally; nothing where it is shown. */
  readonly hides: (walk: readonly number[]) => SuppressionReason | undefined;
  /** Why nothing is shown of a question in a group, by position. */
  readonly hidesQuestion: (
    walk: readonly number[],
    question: number,
  ) => SuppressionReason | undefined;
  /** What was done where there was too much to settle; absent where everything was settled. */
  readonly fallback?: SuppressionFallback;
  /** The published tallies, by position, that this one is not guarded against. */
  readonly notGuarded: readonly number[];
}

/** How a tally is protected. */
export interface SuppressionRule {
  /** The fewest that a group is shown with. */
  readonly minimum: number;
  /** The fewest that the total is shown with; those of a group when absent. */
  readonly minimumTotal?: number;
  /** The tallies published before, the earliest first. */
  readonly published?: readonly Tally[];
}

/**
 * What must not be shown of a tally, so that nobody can tell what fewer people than the minimum said:
 * neither by looking nor by adding and subtracting what is shown, here or in any roll-up of the tally
 * that it comes from, nor beside tallies that were published before.
 *
 * A published tally matters where it can be part of this one, or this one of it: no count of the part is
 * larger. Where some are larger and some smaller it is taken to be one of other people. One without a
 * key of this tally cannot be guarded against, unless both are roll-ups of one tally.
 *
 * @throws ServiceCycleError `invalid-argument` for a published tally with other questions
 */
export function suppress(tally: Tally, rule: SuppressionRule): Suppression {
  const finest = tally.rolledUpFrom ?? tally;
  const layout = layoutOf(tally);
  const published = rule.published ?? [];
  for (const [at, other] of published.entries()) {
    if (sameCells(tally.questions, other.questions)) continue;
    throw new ServiceCycleError(
      'invalid-argument',
      `published[${String(at)}], a tally of ${quote(other.survey)}, has other questions or scales than the tally of ${quote(tally.survey)}`,
    );
  }
  const notGuarded: number[] = [];
  const besideFinest: Tally[] = [];
  const besideThis: Tally[] = [];
  for (const [at, other] of published.entries()) {
    const theirs = other.rolledUpFrom ?? other;
    if (hasKeys(theirs, finest.by)) besideFinest.push(rollUp(theirs, namesOf(finest)));
    else if (hasKeys(theirs, tally.by)) besideThis.push(rollUp(theirs, namesOf(tally)));
    else if (!isRollUp(other, finest)) notGuarded.push(at);
  }
  const parts = [suppressCounts(finest, tally.by, layout, rule, besideFinest)];
  if (besideThis.length > 0 || (finest !== tally && hasLoneGroup(tally, finest, layout, rule))) {
    parts.push(suppressCounts(tally, tally.by, layout, rule, besideThis));
  }
  return { ...unite(parts), notGuarded };
}

/**
 * What must not be shown of the groups by some keys of grouped counts, and of their total.
 *
 * @param finest - the counts, by all keys
 * @param by - the keys that groups are shown by, with the values that their places are among
 * @param layout - where the counts of a group are
 * @param rule - how they are protected
 * @param published - what was published before, by the same keys
 */
export function suppressCounts(
  finest: GroupedCounts,
  by: readonly GroupingKey[],
  layout: CountLayout,
  rule: SuppressionRule,
  published: readonly GroupedCounts[] = [],
): Suppression {
  const { minimum, minimumTotal = minimum } = rule;
  const settleRule: SettleRule = { layout, minimum, minimumTotal };
  if (published.length === 0 && !hasFew(finest, layout, minimum)) return NOTHING_HIDDEN;
  const [own, ...others] = alignTallies([finest, ...published]) as [
    AlignedTally,
    ...AlignedTally[],
  ];
  const before: PublishedTally[] = [];
  for (const aligned of others) {
    before.push({ aligned, settled: settleAfter(aligned, before, settleRule) });
  }
  const settled = settleAfter(own, before, settleRule);
  return readSettled(settled, own, finest, by, settleRule);
}

/** Settles a tally beside those before it; one that is the same as one of these is hidden as that was. */
function settleAfter(
  own: AlignedTally,
  before: readonly PublishedTally[],
  rule: SettleRule,
): Settled {
  const same = before.find(
    ({ aligned }) => relateTallies(own, aligned, rule.layout.width) === 'same',
  );
  return same?.settled ?? settle(own, before, rule);
}

/** What is hidden, as settled, by the places of a tally's own values. */
function readSettled(
  { lattice, hidden, fallback }: Settled,
  own: AlignedTally,
  finest: GroupedCounts,
  by: readonly GroupingKey[],
  { layout, minimum, minimumTotal }: SettleRule,
): Suppression {
  const levels = by.map(({ name }) => own.by.findIndex((key) => key.name === name));
  const choice = levels.reduce((bits, level) => bits + 2 ** level, 0);
  const marginals = lattice.marginals.get(choice);
  const inOrder = [...levels.keys()].sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0));
  const placesOf = by.map(({ values }, at) => {
    const placeOf = new Map(own.by[levels[at] ?? 0]?.values.map((value, place) => [value, place]));
    return values.map((value) => placeOf.get(value) ?? -1);
  });
  const find = (walk: readonly number[]): number | undefined => {
    let code = 0;
    for (const at of inOrder) {
      const place = placesOf[at]?.[walk[at] ?? 0] ?? -1;
      if (place < 0) return undefined;
      code = code * (own.by[levels[at] ?? 0]?.values.length ?? 1) + place;
    }
    return marginals?.get(code);
  };
  const reasonFor = (group: number, family: number): SuppressionReason | undefined => {
    const size = (at: number): number => sizeIn(lattice.counts, group * layout.width, layout, at);
    const isSmall = isFew(size(0), minimum) || isFew(size(family), minimum);
    if (isSmall) return 'below-minimum';
    return hidden[family]?.[group] === 1 ? 'protects-another' : undefined;
  };
  const cells = (family: number): number => {
    let sum = 0;
    for (let group = 0; group < finest.groups.length; group += 1) {
      sum += sizeIn(finest.cells, group * layout.width, layout, family);
    }
    return sum;
  };
  const { total } = lattice;
  // A total is hidden where it is small, or gives away a group; others who have none may cover that.
  const isHiddenTotal = (family: number): boolean => {
    const everybody = cells(family);
    if (everybody > 0 && everybody < minimumTotal) return true;
    if (total < 0 || hidden[family]?.[total] !== 1) return false;
    const grouped = sizeIn(lattice.counts, total * layout.width, layout, family);
    return everybody - grouped < minimum;
  };
  const isTotalHidden = isHiddenTotal(0) || fallback === 'nothing';
  const unseen = layout.questions.map((_, at) => isTotalHidden || isHiddenTotal(at + 1));
  return {
    isNothingHidden: false,
    isTotalHidden,
    isRestHidden: isTotalHidden || (total >= 0 && hidden[0]?.[total] === 1),
    isUnseenQuestion: (question) => unseen[question] === true,
    isListed: marginals !== undefined && fallback !== 'nothing',
    hides: (walk) => {
      const group = find(walk);
      return group === undefined ? undefined : reasonFor(group, 0);
    },
    hidesQuestion: (walk, question) => {
      const group = find(walk);
      return group === undefined ? undefined : reasonFor(group, question + 1);
    },
    ...(fallback && { fallback }),
    notGuarded: [],
  };
}

/** Nothing is hidden. */
const NOTHING_HIDDEN: Suppression = {
  isNothingHidden: true,
  isTotalHidden: false,
  isRestHidden: false,
  isUnseenQuestion: () => false,
  isListed: true,
  hides: () => undefined,
  hidesQuestion: () => undefined,
  notGuarded: [],
};

/** Hides what any of these hides. */
function unite(parts: readonly Suppression[]): Suppression {
  const [first, ...others] = parts.filter(({ isNothingHidden }) => !isNothingHidden);
  if (first === undefined) return NOTHING_HIDDEN;
  if (others.length === 0) return first;
  const all = [first, ...others];
  const find = (
    reasonOf: (part: Suppression) => SuppressionReason | undefined,
  ): SuppressionReason | undefined => {
    const reasons = all.map(reasonOf);
    return reasons.includes('below-minimum') ? 'below-minimum' : reasons.find(Boolean);
  };
  const fallback = all.find((part) => part.fallback !== undefined)?.fallback;
  return {
    isNothingHidden: false,
    isTotalHidden: all.some(({ isTotalHidden }) => isTotalHidden),
    isRestHidden: all.some(({ isRestHidden }) => isRestHidden),
    isUnseenQuestion: (question) => all.some((part) => part.isUnseenQuestion(question)),
    isListed: all.every(({ isListed }) => isListed),
    hides: (walk) => find((part) => part.hides(walk)),
    hidesQuestion: (walk, question) => find((part) => part.hidesQuestion(walk, question)),
    ...(fallback && { fallback }),
    notGuarded: [],
  };
}

/** Where the counts of a tally's groups are. */
export function layoutOf({ width, questions }: Pick<Tally, 'width' | 'questions'>): CountLayout {
  return {
    width,
    questions: questions.map(({ firstCell, scale }) => ({
      firstCell,
      answers: answerCount(scale),
    })),
  };
}

/** Whether any group is below the minimum, or is in any question. */
function hasFew({ groups, cells }: GroupedCounts, layout: CountLayout, minimum: number): boolean {
  if (minimum <= 1) return false;
  for (let family = 0; family <= layout.questions.length; family += 1) {
    for (let group = 0; group < groups.length; group += 1) {
      if (isFew(sizeIn(cells, group * layout.width, layout, family), minimum)) return true;
    }
  }
  return false;
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
  const [whole, own] = [finest, tally].map((each) => alignTallies([each])[0] as AlignedTally);
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
