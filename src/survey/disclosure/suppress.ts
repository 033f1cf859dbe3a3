import { answerCount } from '../../model/scaleAnswers.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { Tally } from '../types.ts';
import { type AlignedTally, alignTallies, type GroupedCounts } from './alignTallies.ts';
import { isFew, type SettleRule, sizeIn } from './exposure.ts';
import type { CountLayout } from './lattice.ts';
import { type Settled, type SuppressionFallback, settle } from './settle.ts';

/** Why nothing is shown of a group: its own answers are too few, or it would give away another's. */
export type SuppressionReason = 'below-minimum' | 'protects-another';

/** What must not be shown of groups. */
export interface Suppression {
  /** Whether everything is shown of everybody who has a group. */
  readonly isNothingHidden: boolean;
  /** Whether nothing at all is shown, not even of all responses together. */
  readonly isTotalHidden: boolean;
  /** Whether it is not shown either how many have no group, since that would give away the others. */
  readonly isRestHidden: boolean;
  /** The questions, by position, of which nothing is shown, not even of all responses together. */
  readonly unseen: readonly number[];
  /** Whether groups may be listed at all: not where there was too much to settle. */
  readonly isListed: boolean;
  /**
   * Why nothing is shown of each group, `null` where something is: first of its responses, then of each
   * question. Nothing is listed where all is shown.
   */
  readonly because: readonly (readonly (SuppressionReason | null)[])[];
  /** What was done where there was too much to settle; absent where everything was settled. */
  readonly fallback?: SuppressionFallback;
  /** The questions, by position, that are hidden in all groups since there was too much to settle. */
  readonly unsettled: readonly number[];
}

/** How groups are protected. */
export interface SuppressionRule {
  /** The fewest that a group is shown with. */
  readonly minimum: number;
  /** The fewest that the total is shown with; those of a group when absent. */
  readonly minimumTotal?: number;
}

/**
 * What must not be shown of grouped counts, so that nobody can tell what fewer people than the minimum
 * said: neither by looking nor by adding and subtracting what is shown, here or in any roll-up.
 *
 * @param finest - the counts, by all keys
 * @param layout - where the counts of a group are
 * @param rule - how they are protected
 * @param shown - the groups to be shown, by some of these keys
 */
export function suppressCounts(
  finest: GroupedCounts,
  layout: CountLayout,
  { minimum, minimumTotal = minimum }: SuppressionRule,
  shown: GroupedCounts = finest,
): Suppression {
  if (!hasFew(finest, layout, minimum)) return NOTHING_HIDDEN;
  const rule = { layout, minimum, minimumTotal };
  const [own] = alignTallies([finest], layout) as [AlignedTally];
  return readSettled(settle(own, rule), own, finest, shown, rule);
}

/** What is hidden of groups, as it was settled. */
export function readSettled(
  { lattice, hidden, fallback, unsettled }: Settled,
  own: AlignedTally,
  finest: GroupedCounts,
  shown: GroupedCounts,
  { layout, minimum, minimumTotal }: SettleRule,
): Suppression {
  const { by } = shown;
  const levels = by.map(({ name }) => own.by.findIndex((key) => key.name === name));
  const choice = levels.reduce((bits, level) => bits + 2 ** level, 0);
  const marginals = lattice.marginals.get(choice);
  const inOrder = [...levels.keys()].sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0));
  const placesOf = by.map(({ values }, at) => {
    const placeOf = new Map(own.by[levels[at] ?? 0]?.values.map((value, place) => [value, place]));
    return values.map((value) => placeOf.get(value) ?? -1);
  });
  const walk = new Array<number>(by.length).fill(0);
  const groups = shown.groups.map((shownCode) => {
    walkOf(by, shownCode, walk);
    let code = 0;
    for (const key of inOrder) {
      const place = placesOf[key]?.[walk[key] ?? 0] ?? -1;
      if (place < 0) return NO_GROUP;
      code = code * (own.by[levels[key] ?? 0]?.values.length ?? 1) + place;
    }
    return marginals?.get(code) ?? NOTHING_SAID;
  });
  const sizeOf = (group: number, family: number): number =>
    sizeIn(lattice.counts, group * layout.width, layout, family);
  const reasonFor = (group: number, family: number, at: number): SuppressionReason | null => {
    if (group === NO_GROUP) return null;
    if (group === NOTHING_SAID) {
      return isFew(shown.cells[at * layout.width] as number, minimum) ? 'below-minimum' : null;
    }
    const isSmall = isFew(sizeOf(group, 0), minimum) || isFew(sizeOf(group, family), minimum);
    if (isSmall) return 'below-minimum';
    return hidden[family]?.[group] === 1 ? 'protects-another' : null;
  };
  const { total } = lattice;
  // A total is hidden where it is small, or gives away a group; others who have none may cover that.
  const isHiddenTotal = (family: number): boolean => {
    let everybody = 0;
    let responses = 0;
    for (let group = 0; group < finest.groups.length; group += 1) {
      everybody += sizeIn(finest.cells, group * layout.width, layout, family);
      responses += finest.cells[group * layout.width] as number;
    }
    if (isFew(family === 0 && everybody === 0 ? responses : everybody, minimumTotal)) return true;
    if (total < 0 || hidden[family]?.[total] !== 1) return false;
    return everybody - sizeOf(total, family) < minimum;
  };
  const isTotalHidden = isHiddenTotal(0) || fallback === 'nothing';
  const questions = [...layout.questions.keys()];
  return {
    isNothingHidden: false,
    isTotalHidden,
    isRestHidden: isTotalHidden || (total >= 0 && hidden[0]?.[total] === 1),
    unseen: questions.filter((at) => isTotalHidden || isHiddenTotal(at + 1)),
    isListed: marginals !== undefined && fallback !== 'nothing',
    because: hidden.map((_, family) => groups.map((group, at) => reasonFor(group, family, at))),
    ...(fallback && { fallback }),
    unsettled: unsettled.map((family) => family - 1),
  };
}

/** A group of those without a value of each key, which is none. */
const NO_GROUP = -1;

/** A group in which no answer is valid: it is not listed where it is small, and needs no other hidden beside it. */
const NOTHING_SAID = -2;

/** Nothing is hidden. */
export const NOTHING_HIDDEN: Suppression = {
  isNothingHidden: true,
  isTotalHidden: false,
  isRestHidden: false,
  unseen: [],
  isListed: true,
  because: [],
  unsettled: [],
};

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
export function hasFew(
  { groups, cells }: GroupedCounts,
  layout: CountLayout,
  minimum: number,
): boolean {
  if (minimum <= 1) return false;
  for (let family = 0; family <= layout.questions.length; family += 1) {
    for (let group = 0; group < groups.length; group += 1) {
      const start = group * layout.width;
      const size = sizeIn(cells, start, layout, family);
      const isNothingSaid = family === 0 && size === 0;
      if (isFew(isNothingSaid ? (cells[start] as number) : size, minimum)) return true;
    }
  }
  return false;
}
