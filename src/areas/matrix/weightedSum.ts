import { quote } from '../../shared/quote.ts';
import { checkBetween, checkOneOf, checkPositive, isFields, refuse } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';

/** One thing that alternatives are judged by. */
export interface Criterion<CriterionId extends string = string> {
  /** What it is called. */
  readonly id: CriterionId;
  /** How much it counts, 0 or more; only the comparison with the others counts. */
  readonly weight: number;
  /**
   * The figures that score 0 and 1: fixed, so that no further alternative changes the order of the
   * others; figures beyond them score 0 or 1. `observed` takes the worst and the best figure met.
   */
  readonly anchors:
    | {
        /** The figure that scores 0. */
        readonly worst: number;
        /** The figure that scores 1; below `worst` where less is better. */
        readonly best: number;
      }
    | {
        /** Which observed figure scores 1. */
        readonly observed: 'highest-is-best' | 'lowest-is-best';
      };
}

/** Something to be judged. */
export interface Alternative<CriterionId extends string = string> {
  /** What it is called. */
  readonly id: string;
  /** Its figures, criterion by criterion. */
  readonly figures: { readonly [Id in CriterionId]: number };
}

/** What one criterion adds to a score. */
export interface ScorePart<CriterionId extends string = string> {
  /** The criterion. */
  readonly criterion: CriterionId;
  /** The figure between the anchors, 0 to 1. */
  readonly score: number;
  /** Its weight as a share of all weights times that score. */
  readonly adds: number;
}

/** An alternative with its score. */
export interface WeightedScore<CriterionId extends string = string> {
  /** The alternative. */
  readonly id: string;
  /** The score, 0 to 1. */
  readonly score: number;
  /** What it is made of, in the order of the criteria. */
  readonly parts: readonly ScorePart<CriterionId>[];
}

/** Alternatives in order of their weighted sums. */
export interface WeightedRanking<CriterionId extends string = string> {
  /** Tells weighted sums from other results. */
  readonly kind: 'weighted-sums';
  /** The alternatives, the highest score first, then by id. */
  readonly alternatives: readonly WeightedScore<CriterionId>[];
  /** Criteria of which all figures are the same: they tell nobody apart. */
  readonly constant: readonly CriterionId[];
  /** Criteria whose anchors are observed: another alternative may change the order of the others. */
  readonly unanchored: readonly CriterionId[];
}

/**
 * Puts alternatives in order by the weighted sum of their scores.
 *
 *     score = Σ w·n / Σ w,  n = (figure - worst) / (best - worst), kept between 0 and 1
 *
 * A high score by one criterion makes up for a low one by another: it is no way to find what has
 * collapsed, see `prioritizeAreas`. With observed anchors, a criterion by which all are the same adds
 * 0 to each and is named.
 *
 * @param alternatives - what is to be judged, each id once
 * @param criteria - by what
 * @throws ServiceCycleError `invalid-argument` when a weight is negative or all are 0, a figure is not
 * finite, both anchors are the same, or an id comes twice
 * @example
 * const { alternatives } = weightedSum(
 *   [
 *     { id: 'hall', figures: { harm: 8, cost: 20 } },
 *     { id: 'desk', figures: { harm: 4, cost: 0 } },
 *   ],
 *   [
 *     { id: 'harm', weight: 3, anchors: { worst: 0, best: 10 } },
 *     { id: 'cost', weight: 1, anchors: { worst: 100, best: 0 } },
 *   ],
 * );
 * alternatives.map(({ id }) => id); // => ['hall', 'desk']
 * alternatives[0]?.score; // ~> 0.8
 * @see Belton & Stewart (2002), Multiple Criteria Decision Analysis, chapter 5
 */
export function weightedSum<CriterionId extends string>(
  alternatives: readonly Alternative<NoInfer<CriterionId>>[],
  criteria: readonly Criterion<CriterionId>[],
): WeightedRanking<CriterionId> {
  checkShape('alternatives', alternatives, [{ id: 'text', figures: {} }]);
  checkShape('criteria', criteria, [{ id: 'text', weight: 'counted', anchors: ANCHORS }]);
  checkOnce(
    'alternatives',
    alternatives.map(({ id }) => id),
  );
  checkOnce(
    'criteria',
    criteria.map(({ id }) => id),
  );
  const total = criteria.reduce((sum, { id, weight }) => {
    checkBetween(`the weight of ${quote(id)}`, weight, 0, MOST);
    return sum + weight;
  }, 0);
  checkPositive('the sum of the weights', total);
  const read = criteria.map((criterion) => {
    const figures = alternatives.map(({ id, figures: own }) => {
      const figure = own[criterion.id];
      checkBetween(`${quote(criterion.id)} of ${quote(id)}`, figure, -MOST, MOST);
      return figure;
    });
    const { id, weight, anchors } = criterion;
    return { id, anchors, share: weight / total, ...anchorsOf(criterion, figures) };
  });
  const scored = alternatives.map(({ id, figures }): WeightedScore<CriterionId> => {
    const parts = read.map(({ id: criterion, share, worst, best }) => {
      const along = worst === best ? 0 : (figures[criterion] - worst) / (best - worst);
      const score = Math.max(0, Math.min(1, along));
      return { criterion, score, adds: share * score };
    });
    return { id, score: parts.reduce((sum, { adds }) => sum + adds, 0), parts };
  });
  return {
    kind: 'weighted-sums',
    alternatives: scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    constant: read.filter(({ isConstant }) => isConstant).map(({ id }) => id),
    unanchored: read.filter(({ anchors }) => 'observed' in anchors).map(({ id }) => id),
  };
}

/** Larger figures and weights have sums that are no numbers. */
const MOST = 1e150;

const ANCHORS: Shape = (value) =>
  isFields(value) && 'observed' in value
    ? { observed: 'text' }
    : { worst: 'number', best: 'number' };

function anchorsOf(
  { id, anchors }: Criterion,
  figures: readonly number[],
): { readonly worst: number; readonly best: number; readonly isConstant: boolean } {
  const lowest = figures.reduce((least, figure) => Math.min(least, figure), Infinity);
  const highest = figures.reduce((most, figure) => Math.max(most, figure), -Infinity);
  const isConstant = figures.length > 0 && lowest === highest;
  if ('observed' in anchors) {
    checkOneOf(`what is observed of ${quote(id)}`, anchors.observed, [
      'highest-is-best',
      'lowest-is-best',
    ]);
    return anchors.observed === 'highest-is-best'
      ? { worst: lowest, best: highest, isConstant }
      : { worst: highest, best: lowest, isConstant };
  }
  const { worst, best } = anchors;
  if (!Number.isFinite(best - worst) || worst === best) {
    refuse(`the best figure of ${quote(id)}`, best, `a number other than the worst, ${worst}`);
  }
  return { worst, best, isConstant };
}

function checkOnce(name: string, ids: readonly string[]): void {
  const known = new Set<string>();
  const twice = ids.find((id) => known.size === known.add(id).size);
  if (twice !== undefined) refuse(`a second one of ${name}`, twice, 'each of them once');
}
