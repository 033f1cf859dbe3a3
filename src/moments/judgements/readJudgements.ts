import type { Judgement } from '../../model/momentOfTruth.ts';
import { quote } from '../../shared/quote.ts';
import type { UnreadableJudgementReason } from '../reasonTypes.ts';
import { outOfTen } from './outOfTen.ts';

/** Judgements of a moment, those that can be used apart from those that cannot. */
export interface ReadJudgements {
  /** Those with all three ratings on their sheet, told from 1 to 10. */
  readonly complete: readonly Judgement[];
  /** The same as they stand on their sheets. */
  readonly asRated: readonly Judgement[];
  /** The others: the first rating that is missing or not on its scale, and whose it is. */
  readonly unreadable: readonly UnreadableJudgementReason[];
}

const RATINGS = ['severity', 'occurrence', 'detection'] as const;

/**
 * Sorts out judgements that lack a rating or have one that is not a whole number from 1 to 10, which
 * `parseCycle` refuses and callers without types can pass. What is missing is named and never filled in:
 * a 1 would read as harmless.
 */
export function readJudgements(judgements: readonly Judgement[]): ReadJudgements {
  const complete: Judgement[] = [];
  const asRated: Judgement[] = [];
  const unreadable: UnreadableJudgementReason[] = [];
  for (const judgement of judgements) {
    const { outOf = 10, ...rest } = judgement;
    const rating = RATINGS.find((name) => !isRating(judgement[name], outOf));
    if (rating === undefined) {
      complete.push(outOf === 10 ? judgement : { ...rest, ...outOfTen(judgement) });
      asRated.push(judgement);
    } else {
      unreadable.push({
        code: 'unreadable-judgement',
        level: 'not-assessed',
        basis: 'judged',
        n: 1,
        by: judgement.by,
        rating,
        found:
          outOf === 10
            ? quote(judgement[rating])
            : `${quote(judgement[rating])} of ${quote(outOf)}`,
      });
    }
  }
  return { complete, asRated, unreadable };
}

function isRating(rating: number, outOf: number): boolean {
  return (
    Number.isInteger(outOf) &&
    outOf >= 2 &&
    outOf <= 10 &&
    Number.isInteger(rating) &&
    rating >= 1 &&
    rating <= outOf
  );
}
