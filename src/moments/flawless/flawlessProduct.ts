import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkAtLeast, checkBetween, checkLevel, checkShare } from '../../shared/refuse.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type {
  FlawlessChain,
  FlawlessLink,
  FlawlessProductEstimate,
  FlawlessProductNotEstimable,
  MomentSuccess,
} from './flawlessTypes.ts';

/**
 * The chance that a visit goes through all moments without an incident, as far as each goes wrong
 * independently of the others; the weakest link, and what perfecting each moment would gain.
 *
 *     qᵢ = flawless/n,  per visit qᵢ' = 1 - usageᵢ·(1 - qᵢ),  product = Π qᵢ'
 *     gain of moment i = Π of the others - product
 *     bounds, whatever goes together: max(0, 1 - Σ(1 - qᵢ')) to the smallest qᵢ'
 *     interval: Wilson's of the product among so many visits as would have its variance,
 *     effective n = (1 - R) / (R · Σ usageᵢ²·qᵢ(1 - qᵢ) / (nᵢ·qᵢ'²)),  R = Π qᵢ'
 *     with 1 added to flawless visits and to others in q, q' and R of this line
 *
 * Seven moments that each go well in 93 of 100 visits leave 62 flawless ones. The interval needs no
 * seed, is that of Wilson for one moment, and keeps its width where nothing ever went wrong: the 1 stands
 * for what a moment with few visits may still hide. Usage is taken as known.
 *
 * Not estimable: no moments; a moment that visits pass and of which none tells. The bounds hold then too.
 *
 * @param moments - each with how often it went well
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when a count, a usage or the level is outside its range
 * @example
 * const step = { flawless: 933, n: 1000 };
 * const { product, bounds, links } = flawlessProduct([
 *   { moment: 'ask', ...step },
 *   { moment: 'wait', flawless: 700, n: 1000 },
 *   { moment: 'pay', ...step, usage: 0.5 },
 * ]);
 * product.kind === 'estimate' && product.value; // ~> 0.631221
 * product.kind === 'estimate' && product.interval.low; // ~> 0.602707
 * bounds.low; // ~> 0.5995
 * links[1]?.gain; // ~> 0.270523
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 * @see Fréchet (1935), Fundamenta Mathematicae 25, 379-387: the bounds
 */
export function flawlessProduct<MomentId extends string>(
  moments: readonly MomentSuccess<MomentId>[],
  { level = DEFAULT_LEVEL }: IntervalOptions = {},
): FlawlessChain<MomentId> {
  checkLevel(level);
  const chances = moments.map((moment) => chanceOf(moment, level));
  const known = chances.flatMap(({ perVisit }) => (perVisit === undefined ? [] : [perVisit]));
  const product = productOf(chances, level);
  const misses = chances.reduce((sum, { usage, perVisit }) => sum + missedBy(usage, perVisit), 0);
  const high = Math.min(1, ...known);
  const value = product.kind === 'estimate' ? product.value : high;
  return {
    product,
    // Rounding must not carry the lower bound above the product.
    bounds: { low: Math.min(value, Math.max(0, 1 - misses)), high },
    links: linksOf(chances, product),
    weakest: chances
      .filter(({ perVisit = 1 }) => perVisit === high && high < 1)
      .map(({ moment }) => moment),
  };
}

interface Chance<MomentId extends string>
  extends Pick<FlawlessLink<MomentId>, 'moment' | 'flawlessShare' | 'usage'> {
  /** The share per visit; absent where nothing is known. */
  readonly perVisit?: number;
  /** The rest to 1 with a visit added on either side, and the variance of the share's logarithm. */
  readonly smoothed?: { readonly missed: number; readonly logVariance: number };
}

function chanceOf<MomentId extends string>(
  { moment, flawless, n, usage = 1 }: MomentSuccess<MomentId>,
  level: number,
): Chance<MomentId> {
  checkShare('usage', usage);
  checkAtLeast('n', n, 0);
  checkBetween('flawless', flawless, 0, n);
  const link = { moment, flawlessShare: countedShare(flawless, n, level), usage };
  if (usage === 0) return { ...link, perVisit: 1 };
  if (n === 0) return link;
  const share = (flawless + 1) / (n + 2);
  const missed = usage * (1 - share);
  const logVariance = (usage * share * missed) / n / (1 - missed) ** 2;
  return {
    ...link,
    perVisit: 1 - usage * (1 - flawless / n),
    smoothed: { missed, logVariance },
  };
}

function productOf<MomentId extends string>(
  chances: readonly Chance<MomentId>[],
  level: number,
): FlawlessProductEstimate | FlawlessProductNotEstimable<MomentId> {
  const passed = chances.filter(({ usage }) => usage > 0);
  const unknown = passed.filter(({ perVisit }) => perVisit === undefined);
  if (unknown.length > 0) {
    const names = unknown.map(({ moment }) => moment);
    return { kind: 'not-estimable', reason: 'unknown-moments', unknown: names };
  }
  if (passed.length === 0) return { kind: 'not-estimable', reason: 'no-moments', unknown: [] };
  let value = 1;
  let logSmoothed = 0;
  let logVariance = 0;
  for (const chance of passed) {
    value *= chance.perVisit ?? 1;
    logSmoothed += Math.log1p(-(chance.smoothed?.missed ?? 0));
    logVariance += chance.smoothed?.logVariance ?? 0;
  }
  const asMany = Math.expm1(-logSmoothed) / logVariance;
  // Where next to no visit passes, rounding leaves nothing of either.
  const effectiveN = Math.min(asMany || Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const interval = wilsonInterval(value * effectiveN, effectiveN, { level });
  return { kind: 'estimate', value, interval, effectiveN };
}

function linksOf<MomentId extends string>(
  chances: readonly Chance<MomentId>[],
  product: FlawlessProductEstimate | FlawlessProductNotEstimable<MomentId>,
): readonly FlawlessLink<MomentId>[] {
  // The product over all moments but one: of those before it, and of those after it.
  let before = 1;
  const firsts = chances.map(({ perVisit = 1 }) => {
    const own = before;
    before *= perVisit;
    return own;
  });
  let after = 1;
  return chances
    .map(({ moment, flawlessShare, usage, perVisit }, place) => ({
      link: { moment, flawlessShare, usage, ...(perVisit !== undefined && { perVisit }) },
      perVisit: perVisit ?? 1,
      first: firsts[place] ?? 1,
    }))
    .reverse()
    .map(({ link, perVisit, first }): FlawlessLink<MomentId> => {
      const ifPerfect = first * after;
      after *= perVisit;
      if (product.kind !== 'estimate') return link;
      return { ...link, ifPerfect, gain: Math.max(0, ifPerfect - product.value) };
    })
    .reverse();
}

function missedBy(usage: number, perVisit: number | undefined): number {
  return perVisit === undefined ? usage : 1 - perVisit;
}
