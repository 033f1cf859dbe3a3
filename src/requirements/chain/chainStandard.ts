import { convert, isTimeUnit, unitRatio } from '../../model/convertUnit.ts';
import type { Standard } from '../../model/requirement.ts';
import { quote } from '../../shared/quote.ts';
import { checkFigure, checkObjects, checkShare, isFields, refuse } from '../../shared/refuse.ts';
import { checkStandard } from '../checkStandard.ts';
import type {
  ChainBudget,
  ChainLink,
  ChainShare,
  ChainStandard,
  ChainVerdict,
  EmptyChain,
  ShareBounds,
} from './chainTypes.ts';

/**
 * What internal standards warrant of the external one that rests on them: the cook's and the waiter's of the
 * guest's.
 *
 *     q = the shares of cases in which the internal standards are kept
 *     independent  = Πq
 *     bounds       = max(0, 1 - Σ(1 - q)) to min q
 *     certain         the lower bound reaches the required share, and their times fit
 *     cannot-be-met   the upper one does not
 *     depends         else
 *     budget       = the sum of their thresholds, one after another, against the external one
 *
 * The bounds hold whatever goes with what (Fréchet): failures of the kitchen and of the waiter may never meet, or
 * always. The product is the share where they have nothing to do with each other, which the same busy evening
 * contradicts. Twice they are worked out: as promised, by the required shares, and as kept, where shares are told; a
 * measured one enters the verdict by the limits of its interval, so that chance alone settles nothing, and one that is
 * unknown by 0 and 1.
 *
 * All of it is about customers for whom *every* internal standard is kept. One who waits a minute longer for the kitchen
 * may be served in time by a quick waiter, and where the times do not fit a customer may be late though all are kept.
 *
 * Not estimable: no internal standard, `empty-chain`.
 *
 * @param external - the standard that customers meet
 * @param internals - the internal standards, each once, with the shares kept where they are known
 * @throws ServiceCycleError `invalid-argument` when a standard is none, comes twice, or a share is not from 0 to 1
 * @example
 * const within = (id: string, threshold: number, requiredShare: number) =>
 *   ({ id, measure: id, unit: 'minutes', operator: '<=', threshold, requiredShare }) as const;
 * const chain = chainStandard(within('served', 15, 0.94), [
 *   { standard: within('kitchen', 12, 0.95) },
 *   { standard: within('waiter', 3, 0.98), conformingShare: 0.9 },
 * ]);
 * chain.kind === 'chain-standard' && chain.promised.product; // ~> 0.931
 * chain.kind === 'chain-standard' && chain.promised.bounds; // => { low: 0.93, high: 0.95 }
 * chain.kind === 'chain-standard' && chain.promised.verdict; // => 'depends'
 * chain.kind === 'chain-standard' && chain.kept?.verdict; // => 'cannot-be-met'
 * chain.kind === 'chain-standard' && chain.budget.status; // => 'kept'
 * @see Fréchet (1935), Fundamenta Mathematicae 25, 379-387: the bounds
 * @see Heskett et al. (1994), Harvard Business Review 72(2), 164-174: the service profit chain
 */
export function chainStandard<StandardId extends string>(
  external: Standard<StandardId>,
  internals: readonly ChainLink[],
): ChainStandard<StandardId> | EmptyChain {
  checkStandard(external);
  checkLinks(internals);
  if (internals.length === 0) return { kind: 'not-estimable', reason: 'empty-chain', n: 0 };
  const { id, requiredShare } = external;
  const budget = budgetOf(external, internals);
  const fits = budget.status !== 'exceeded';
  const promised = internals.map(({ standard }) => certainly(standard.id, standard.requiredShare));
  const kept = internals.map(shareOf);
  return {
    kind: 'chain-standard',
    standard: id,
    requiredShare,
    promised: together(promised, requiredShare, fits),
    ...(kept.some(({ value }) => value !== undefined) && {
      kept: together(kept, requiredShare, fits),
    }),
    budget,
  };
}

/** The share of one internal standard. */
interface LinkShare {
  /** The internal standard. */
  readonly standard: string;
  /** The share; absent where it is unknown. */
  readonly value?: number;
  /** The least it can be. */
  readonly low: number;
  /** The most it can be. */
  readonly high: number;
}

function certainly(standard: string, value: number): LinkShare {
  return { standard, value, low: value, high: value };
}

function shareOf({ standard: { id }, conformingShare: told }: ChainLink): LinkShare {
  if (typeof told === 'number') return certainly(id, told);
  if (told?.kind !== 'estimate') return { standard: id, low: 0, high: 1 };
  const { value, interval } = told;
  return { standard: id, value, low: Math.max(0, interval.low), high: Math.min(1, interval.high) };
}

function together(shares: readonly LinkShare[], requiredShare: number, fits: boolean): ChainShare {
  const values = shares.flatMap(({ value }) => value ?? []);
  const weakest = shares.reduce<LinkShare | undefined>(
    (least, one) => ((one.value ?? Infinity) < (least?.value ?? Infinity) ? one : least),
    undefined,
  );
  const atLimits = boundsOf(
    shares.map(({ low }) => low),
    shares.map(({ high }) => high),
  );
  return {
    ...(values.length === shares.length && {
      product: values.reduce((product, value) => product * value, 1),
    }),
    bounds: boundsOf(
      shares.map(({ value }) => value ?? 0),
      shares.map(({ value }) => value ?? 1),
    ),
    atLimits,
    verdict: verdictOf(atLimits, requiredShare, fits),
    ...(weakest?.value !== undefined && {
      weakest: { standard: weakest.standard, share: weakest.value },
    }),
    unknown: shares.flatMap(({ standard, value }) => (value === undefined ? [standard] : [])),
  };
}

function boundsOf(least: readonly number[], most: readonly number[]): ShareBounds {
  const failing = least.reduce((sum, share) => sum + (1 - share), 0);
  return { low: rounded(Math.max(0, 1 - failing)), high: Math.min(...most) };
}

/** Without what adding decimals leaves beyond 12 digits, so that 95 and 98 in 100 warrant exactly 93. */
function rounded(share: number): number {
  return Number(share.toFixed(12));
}

function verdictOf({ low, high }: ShareBounds, required: number, fits: boolean): ChainVerdict {
  if (high < required) return 'cannot-be-met';
  return fits && low >= required ? 'certain' : 'depends';
}

function budgetOf(external: Standard, internals: readonly ChainLink[]): ChainBudget {
  const { unit, threshold } = external;
  let total = 0;
  for (const { standard } of [{ standard: external }, ...internals]) {
    const ratio =
      isTimeUnit(unit) && standard.operator === '<=' ? unitRatio(standard.unit, unit) : undefined;
    if (ratio === undefined) return { status: 'not-comparable' };
    checkFigure(() => `threshold of ${quote(standard.id)}`, standard.threshold);
    if (standard !== external) total += convert(standard.threshold, ratio);
  }
  total = Number(total.toPrecision(12));
  return { status: total <= threshold ? 'kept' : 'exceeded', total, threshold, unit };
}

function checkLinks(internals: unknown): asserts internals is readonly ChainLink[] {
  checkObjects('internals', internals);
  const told = new Set<string>();
  for (const { standard, conformingShare } of internals as readonly ChainLink[]) {
    checkStandard(standard as Standard);
    if (told.has(standard.id)) refuse('an internal standard', standard.id, 'each standard once');
    told.add(standard.id);
    const name = `conformingShare of ${standard.id}`;
    if (conformingShare === undefined) continue;
    if (typeof conformingShare === 'number') checkShare(name, conformingShare);
    else if (!isFields(conformingShare)) refuse(name, conformingShare, 'a number or an estimate');
    else if (conformingShare.kind === 'estimate') {
      checkShare(name, conformingShare.value);
      checkShare(`${name} at the lower limit`, conformingShare.interval.low);
      checkShare(`${name} at the upper limit`, conformingShare.interval.high);
    }
  }
}
