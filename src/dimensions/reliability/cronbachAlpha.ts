import { DEFAULT_LEVEL, type NotEstimable } from '../../shared/estimate.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import { commonStep } from './commonStep.ts';
import { feldtInterval } from './feldtInterval.ts';
import { ITEM_TALLY_SHAPE } from './itemShape.ts';
import type {
  AlphaGap,
  AlphaOptions,
  AlphaWarning,
  Coefficient,
  CronbachAlpha,
  ItemReliability,
  ItemTally,
} from './types.ts';

/**
 * Cronbach's alpha: how far several questions measure the same thing, and what each adds to it.
 *
 *     alpha = k/(k - 1) · (1 - Σ var(xᵢ) / var(T)),   T = Σ xᵢ over k items
 *     item-rest correlation: of xᵢ with T - xᵢ
 *     alpha if dropped:      of the other k - 1 items
 *
 * All of it follows from sums of xᵢ, xᵢ² and xᵢ·T, without the k·k table of covariances. With whole
 * numbers below 2^53 the sums are exact, so that no spread is mistaken for none.
 *
 * The interval is Feldt's. An item that correlates negatively with the others gets the warning
 * `forgot-to-reverse`, and is left as it is: only a scale declared reversed is turned round, and the
 * definition lists those under `recoded`. An item that everybody answers alike gets the warning
 * `zero-variance`: alpha is then k(k - 2)/(k - 1)² times that of the others. A high alpha does not show that the items measure one thing
 * only: it also grows with their number.
 *
 * Not estimable: fewer than two items; no complete response, or one; every response has the same total.
 *
 * @param tally - from `tallyItems`
 * @param options - the confidence level
 * @returns alpha, its interval, each item's part, the counts and warnings
 * @throws ServiceCycleError `invalid-argument` when the level is not above 0 and below 1
 * @example
 * const scale = { min: 1, max: 5 };
 * const questions = ['kind', 'quick', 'skilled'] as const;
 * const survey = {
 *   id: 'stay',
 *   title: 'Your stay',
 *   questions: questions.map((id) => ({ id, text: id, asks: 'perception' as const, scale })),
 * };
 * const answers = [
 *   { kind: 5, quick: 4, skilled: 5 },
 *   { kind: 3, quick: 3, skilled: 4 },
 *   { kind: 4, quick: 4, skilled: 4 },
 *   { kind: 2, quick: 1, skilled: 3 },
 *   { kind: 3, quick: 2, skilled: 2 },
 * ];
 * const alpha = cronbachAlpha(tallyItems(survey, answers, { items: questions }));
 * alpha.kind === 'estimate' && alpha.value; // ~> 0.924107
 * alpha.kind === 'estimate' && alpha.interval.low; // ~> 0.616541
 * const dropped = alpha.kind === 'estimate' ? alpha.items[2]?.alphaIfDropped : undefined;
 * dropped?.kind === 'coefficient' && dropped.value; // ~> 0.947368
 * @see Cronbach (1951), Psychometrika 16, 297-334
 * @see Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93-103
 */
export function cronbachAlpha<QuestionId extends string>(
  tally: ItemTally<QuestionId>,
  options: AlphaOptions = {},
): CronbachAlpha<QuestionId> {
  checkKind('tally', tally, 'item-tally', ITEM_TALLY_SHAPE);
  checkScoreOptions(options);
  const { level = DEFAULT_LEVEL } = options;
  const { items, complete: n, incomplete, invalid } = tally;
  const k = items.length;
  const definition = {
    metric: 'cronbach-alpha',
    items,
    recoded: items.filter(({ scale }) => scale.reversed === true).map(({ id }) => id),
    cases: 'complete',
  } as const;
  const facts = { definition, counts: { complete: n, incomplete, invalid } };

  const moments = momentsOf(tally);
  const alpha = alphaOf(k, moments.itemSpread, moments.totalSpread);
  const gap = k < 2 ? 'too-few-items' : n === 0 ? 'no-answers' : n === 1 ? 'one-answer' : undefined;
  if (gap !== undefined) return { kind: 'not-estimable', reason: gap, n, ...facts };
  if (alpha.kind === 'not-estimable') return { ...alpha, n, ...facts };

  const unit = commonStep(items);
  const parts = items.map((_, place) => itemReliability(tally, moments, unit, place));
  return {
    kind: 'estimate',
    value: alpha.value,
    unit: 'coefficient',
    interval: feldtInterval({ alpha: alpha.value, n, items: k }, { level }),
    n,
    basis: 'measured',
    ...facts,
    items: parts,
    warnings: warningsOf(parts, n, alpha.value),
  };
}

/** Spreads are n·Σx² - (Σx)², which is n(n - 1) times the variance: whole where the sums are. */
interface Moments {
  /** The sum of all totals. */
  readonly total: number;
  /** The sum of all squared totals. */
  readonly totalSquares: number;
  /** The spread of the totals. */
  readonly totalSpread: number;
  /** The spreads of the items, added up. */
  readonly itemSpread: number;
}

function momentsOf({ complete: n, sums, squares, withTotal }: ItemTally): Moments {
  const total = add(sums);
  const totalSquares = add(withTotal);
  return {
    total,
    totalSquares,
    totalSpread: spread(n, total, totalSquares),
    itemSpread: add(sums.map((sum, place) => spread(n, sum, squares[place] ?? 0))),
  };
}

function spread(n: number, sum: number, squares: number): number {
  return Math.max(0, n * squares - sum * sum);
}

/** Written as one fraction: items that agree in every response give exactly 1. */
function alphaOf(k: number, itemSpread: number, totalSpread: number): Coefficient {
  if (k < 2) return gapOf('too-few-items');
  if (totalSpread === 0) return gapOf('zero-variance');
  return coefficient((k * (totalSpread - itemSpread)) / ((k - 1) * totalSpread));
}

function itemReliability<QuestionId extends string>(
  { items, complete: n, sums, squares, withTotal }: ItemTally<QuestionId>,
  { total, totalSquares, itemSpread }: Moments,
  unit: number,
  place: number,
): ItemReliability<QuestionId> {
  const { id, scale } = items[place] as { id: QuestionId; scale: { min: number } };
  const sum = sums[place] ?? 0;
  const square = squares[place] ?? 0;
  const product = withTotal[place] ?? 0;
  const own = spread(n, sum, square);
  const rest = spread(n, total - sum, totalSquares - 2 * product + square);
  const both = n * (product - square) - sum * (total - sum);
  return {
    item: id,
    mean: scale.min + (unit * sum) / n,
    standardDeviation: unit * Math.sqrt(own / n / (n - 1)),
    itemRestCorrelation:
      own === 0 || rest === 0
        ? gapOf('zero-variance')
        : coefficient(Math.max(-1, both / Math.sqrt(own * rest))),
    alphaIfDropped: alphaOf(items.length - 1, itemSpread - own, rest),
  };
}

function warningsOf<QuestionId extends string>(
  parts: readonly ItemReliability<QuestionId>[],
  n: number,
  alpha: number,
): readonly AlphaWarning<QuestionId>[] {
  const warnings: AlphaWarning<QuestionId>[] = [];
  for (const { item, standardDeviation, itemRestCorrelation: r } of parts) {
    if (standardDeviation === 0) warnings.push({ code: 'zero-variance', item });
    if (r.kind === 'coefficient' && r.value < 0) {
      warnings.push({ code: 'forgot-to-reverse', item, itemRestCorrelation: r.value });
    }
  }
  if (n < parts.length) {
    warnings.push({ code: 'fewer-answers-than-items', n, items: parts.length });
  }
  if (alpha === 1) warnings.push({ code: 'no-disagreement' });
  return warnings;
}

function coefficient(value: number): Coefficient {
  return { kind: 'coefficient', value: Math.min(1, value) };
}

function gapOf(reason: AlphaGap): NotEstimable<AlphaGap> {
  return { kind: 'not-estimable', reason };
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
