import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { sameCells } from '../tally/sameCells.ts';
import { rollUp } from '../tally/rollUp.ts';
import type { GroupingKey, Tally } from '../types.ts';
import { type AlignedTally, alignTallies, sizesOf } from './alignTallies.ts';
import { hiddenGroups } from './hiddenGroups.ts';
import { type HiddenGroups, hiddenIn, NOTHING_HIDDEN } from './hiddenIn.ts';
import { relateTallies } from './relateTallies.ts';
import { type PublishedTally, settleBeside } from './settleBeside.ts';
import { type Settled, settleCuts, uniteSettled } from './settleCuts.ts';

/**
 * What must not be shown of a tally beside those that have been published before, so that no one can
 * tell what fewer people than the minimum said, neither from one tally nor from the difference of two.
 *
 * A published tally matters where it is part of this one, as January to March is of January to April,
 * or this one of it, as all branches but one are of all: then the difference of the two tells what
 * those said who are only in one. That it can be so shows in the counts: no count of the part is larger.
 * Where some are larger and some smaller, neither is a part of the other, and the tally is settled as
 * if the other had not been published. A published tally of which nothing could be shown gives nothing
 * away. Where nothing can be shown of a tally, nothing of its roll-ups is to be published either.
 *
 * Not seen are parts that overlap (January to March, then February to April), and parts that several
 * published tallies make up together: for these give their sum too. Somebody who knows which groups a
 * filter left as they were is guarded against in groups by one key, but not in crossed ones.
 *
 * @param tally - the tally
 * @param minimum - the fewest that a group is shown with, or differs by
 * @param published - the tallies published before, the earliest first, with the same questions and at
 * least the same keys; each was published with the same minimum, beside those before it
 * @throws ServiceCycleError `invalid-argument` for a published tally with other questions or without
 * one of the keys
 */
export function hiddenBeside(
  tally: Tally,
  minimum: number,
  published: readonly Tally[],
): HiddenGroups {
  if (published.length === 0) {
    // Nothing is below a minimum of 1.
    return minimum <= 1 ? NOTHING_HIDDEN : hiddenGroups(tally, sizesOf(tally), minimum);
  }
  const { by, own, others, places } = alignTallies(
    tally,
    published.map((other, at) => rolledLike(tally, other, at)),
  );
  const before: PublishedTally[] = [];
  for (const aligned of others) {
    before.push({ aligned, settled: settleAfter(by, aligned, before, minimum) });
  }
  return hiddenIn(settleAfter(by, own, before, minimum), by, (walk) =>
    walk.map((place, level) => places[level]?.[place] ?? place),
  );
}

/** Settles a tally beside those published before it of which anything was shown. */
function settleAfter(
  by: readonly GroupingKey[],
  own: AlignedTally,
  before: readonly PublishedTally[],
  minimum: number,
): Settled {
  const beside = before.flatMap((published): Settled[] => {
    if (published.settled.isTotalHidden) return [];
    switch (relateTallies(own, published.aligned)) {
      case 'neither':
        return [];
      case 'same':
        return [published.settled];
      case 'larger':
      case 'smaller':
        return [settleBeside(by, own, published, minimum)];
    }
  });
  const [first, ...others] = beside;
  if (first !== undefined) return uniteSettled([first, ...others]);
  return settleCuts({ by, groups: own.groups, sizes: own.sizes }, minimum);
}

/** A published tally by the keys of another one. */
function rolledLike(tally: Tally, published: Tally, at: number): Tally {
  const keys = tally.by.map(({ name }) => name);
  const differs = !sameCells(tally.questions, published.questions)
    ? 'other questions or scales than'
    : keys.every((key) => published.by.some(({ name }) => name === key))
      ? undefined
      : 'not all grouping keys of';
  if (differs === undefined) return rollUp(published, keys);
  throw new ServiceCycleError(
    'invalid-argument',
    `published[${String(at)}], a tally of ${quote(published.survey)}, has ${differs} the tally of ${quote(tally.survey)}`,
  );
}
