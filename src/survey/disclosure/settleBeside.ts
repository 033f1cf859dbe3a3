import { sum } from '../answers/responseCounts.ts';
import type { GroupingKey } from '../types.ts';
import type { AlignedTally } from './alignTallies.ts';
import { type Cut, type CutNode, cutBy } from './cut.ts';
import { hideAll, isFew, isHiddenIn } from './hideNodes.ts';
import { type Settled, settleCuts } from './settleCuts.ts';

/** A tally that has been published, and what was hidden of it. */
export interface PublishedTally {
  /** The tally. */
  readonly aligned: AlignedTally;
  /** What was hidden of it. */
  readonly settled: Settled;
}

/**
 * What must not be shown of a tally beside a published one that is part of it, or that it is part of:
 * besides its own small groups those that differ by fewer than the minimum from the published ones, in
 * responses or in answers to a question.
 *
 * Where even all responses differ by so few, nothing is shown, and where all answers to a question do,
 * nothing of that question.
 *
 * The counts of the two are told apart by what is hidden in this one. A difference is worked out only
 * from a sum that is shown of both, and none of what is hidden here follows from what is shown here.
 *
 * Where one tally is the other without some groups, as it is with a filter, everybody can know that the
 * others are the same. What was hidden of those stays hidden, and what was shown of them hides nothing.
 * Where too few of those hidden together are left, or gone, nothing is shown at all; this is looked at
 * for groups by one key.
 */
export function settleBeside(
  by: readonly GroupingKey[],
  own: AlignedTally,
  { aligned: published, settled }: PublishedTally,
  minimum: number,
): Settled {
  const groups = [...new Set([...own.groups, ...published.groups])].sort((a, b) => a - b);
  const measures = own.sizes.length;
  const sizeIn = (tally: AlignedTally, measure: number, group: number): number =>
    tally.sizes[measure]?.[tally.positions.get(group) ?? -1] ?? 0;
  const sizesOf = (tally: AlignedTally): readonly (readonly number[])[] =>
    own.sizes.map((_, measure) => groups.map((group) => sizeIn(tally, measure, group)));
  const ownSizes = sizesOf(own);
  const publishedSizes = sizesOf(published);
  const distances = ownSizes.map((sizes, measure) =>
    sizes.map((size, at) => Math.abs(size - (publishedSizes[measure]?.[at] ?? 0))),
  );

  const [few, ...fewAnswers] = distances.map((list) => isFew(sum(list), minimum));
  const unseenQuestions = new Set(fewAnswers.flatMap((isTooFew, at) => (isTooFew ? [at] : [])));
  const isSeen = (_: unknown, measure: number): boolean => !unseenQuestions.has(measure - 1);
  const blank = groups.map(() => 0);
  const sizes = [ownSizes, distances].flatMap((lists) =>
    lists.map((list, measure) => (isSeen(list, measure) ? list : blank)),
  );
  const isOwn = (position: number): boolean => own.positions.has(groups[position] ?? -1);
  const isPublished = (position: number): boolean =>
    published.positions.has(groups[position] ?? -1);

  const result = settleCuts({ by, groups, sizes, measures, isOwn }, minimum, (cut) => {
    const { levels } = cut;
    const theirs = cutBy({ by, groups, sizes: publishedSizes, isOwn: isPublished }, levels);
    const shown = settled.cuts.get(levels.join(' '));
    if (shown === undefined || !isFilter(cut, theirs)) return true;
    keepHidden(cut, shown);
    return levels.length > 1 || !isTorn(cut, theirs, shown, minimum);
  });
  if (few === true) for (const cut of result.cuts.values()) hideAll(cut);
  return { ...result, isTotalHidden: result.isTotalHidden || few === true, unseenQuestions };
}

/** Hides what was hidden of the groups that are as they were, and marks what was shown of them. */
function keepHidden(cut: Cut, shown: Cut): void {
  if (shown.isWhollyHidden) hideAll(cut);
  for (const node of cut.nodes.values()) {
    if (distanceOf(cut, node) > 0) continue;
    node.isHidden = isHiddenIn(shown, node.walk);
    node.isKnown = !node.isHidden;
  }
}

/** How many responses a group has more or fewer than in the published tally. */
function distanceOf({ measures }: Cut, { sizes }: CutNode): number {
  return sizes[measures] ?? 0;
}

/** Whether one of two tallies is the other without some groups. */
function isFilter(own: Cut, published: Cut): boolean {
  const gone = [...published.nodes].filter(([code, node]) => {
    const size = own.nodes.get(code)?.sizes[0] ?? 0;
    return size === 0 && (node.sizes[0] ?? 0) > 0;
  });
  const changed = [...own.nodes].filter(([, node]) => distanceOf(own, node) > 0);
  const isAdded = ([code]: [number, CutNode]): boolean =>
    (published.nodes.get(code)?.sizes[0] ?? 0) === 0;
  return gone.length + changed.length > 0 && changed.filter(isAdded).length === changed.length;
}

/**
 * Whether of the groups that were hidden together too few are left, or too few are gone, to keep each
 * other hidden: the difference of the totals tells how many these are together.
 */
function isTorn(own: Cut, published: Cut, shown: Cut, minimum: number): boolean {
  const hidden = [...published.nodes].filter(([, { walk }]) => isHiddenIn(shown, walk));
  const isLeft = ([code]: [number, CutNode]): boolean => (own.nodes.get(code)?.sizes[0] ?? 0) > 0;
  const left = hidden.filter(isLeft);
  const gone = hidden.filter((entry) => !isLeft(entry));
  if (left.length === 0 || gone.length === 0) return false;
  return [left, gone].some(
    (part) =>
      part.length === 1 ||
      Array.from({ length: published.measures }, (_, measure) =>
        sum(part.map(([, { sizes }]) => sizes[measure] ?? 0)),
      ).some((size) => isFew(size, minimum)),
  );
}
