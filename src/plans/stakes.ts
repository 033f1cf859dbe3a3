import type { Basis } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import { checkAtLeast, checkBetween, checkShare, refuse } from '../shared/refuse.ts';
import { checkStakes } from './checkStakes.ts';

/** A share together with where it comes from. */
export interface Figure {
  /** The share, 0 to 1. */
  readonly value: number;
  /** Whether it was measured, judged by people, or assumed. */
  readonly basis: Basis;
}

/**
 * Where a harm, or what rests on it, comes from: its basis, as of other figures, or `common-source`: measured by answers
 * that share a mood with the customer's verdict, which no figure from the same visits can tell from harm.
 */
export type StakeBasis = Basis | 'common-source';

/** How many of the customers for whom something goes wrong end dissatisfied because of it. */
export interface Harm {
  /** The share, 0 to 1. */
  readonly value: number;
  /** The cautious figure, 0 up to `value`; `value` when absent. */
  readonly low?: number;
  /** The upper end, `value` up to 1; `value` when absent. */
  readonly high?: number;
  /** Where it comes from. */
  readonly basis: StakeBasis;
}

/**
 * What is at stake at a moment of truth: `visits · incidentShare · harm` customers per period end
 * dissatisfied because of it, as things are.
 */
export interface MomentStake<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** How many visits pass the moment per period, 0 and up. */
  readonly visits: number;
  /** Share of those visits in which something goes wrong there. */
  readonly incidentShare: Figure;
  /** Share of the customers it goes wrong for who end dissatisfied because of it. */
  readonly harm: Harm;
}

/** What is at stake at the moments of a cycle, and how many customers are dissatisfied at all. */
export interface CycleStakes<MomentId extends string = string> {
  /** One entry per moment of which anything is known. */
  readonly moments: readonly MomentStake<MomentId>[];
  /**
   * How many customers end dissatisfied per period, whatever the cause, 0 and up: no plans keep more.
   * Where the stakes come to more, those that were measured are scaled down to it, and the others to
   * what is left.
   */
  readonly dissatisfied: number;
}

/** What is at stake, as `momentStakes` gives it, or moments alone, where nobody knows how many end dissatisfied. */
export type Stakes<MomentId extends string = string> =
  | CycleStakes<MomentId>
  | readonly MomentStake<MomentId>[];

/** Customers at stake at one moment, by the cautious, the expected and the hopeful figure. */
interface CustomersAtStake {
  /** By the cautious figure of the harm. */
  readonly low: number;
  /** By the figure expected. */
  readonly base: number;
  /** By the upper end, which the upper ends of other moments take no part of. */
  readonly high: number;
  /** What the figures come from: the share of incidents, and the harm. */
  readonly bases: readonly StakeBasis[];
}

/** Stakes, checked. */
export interface ReadStakes<MomentId extends string = string> {
  /** Customers at stake by moment. */
  readonly at: ReadonlyMap<MomentId, CustomersAtStake>;
  /** No plans keep more customers than this. */
  readonly most: number;
}

/**
 * Reads stakes, refused when one is out of range or two are about the same moment.
 *
 *     stake = visits · incidentShare · harm,  scaled so that all together come to `dissatisfied` at most
 *
 * What was measured is never cut down for what is assumed. Upper ends are not scaled, since not all
 * moments are at theirs; what plans bring by them is cut off at `most` instead.
 */
export function readStakes<MomentId extends string>(
  stakes: Stakes<MomentId>,
): ReadStakes<MomentId> {
  checkStakes(stakes);
  const isList = (given: Stakes<MomentId>): given is readonly MomentStake<MomentId>[] =>
    Array.isArray(given);
  const { moments, dissatisfied: most } = isList(stakes)
    ? { moments: stakes, dissatisfied: Infinity }
    : stakes;
  if (!isList(stakes)) checkAtLeast('dissatisfied', most, 0);
  const raw = new Map<MomentId, CustomersAtStake>();
  let measured = 0;
  let rest = 0;
  for (const { moment, visits, incidentShare, harm } of moments) {
    if (raw.has(moment)) refuse('the moment of a second stake', moment, 'each moment once');
    const called = (figure: string) => (): string => `${figure} at ${quote(moment)}`;
    checkBetween(called('visits'), visits, 0, 1e150);
    checkShare(called('incidentShare'), incidentShare.value);
    const { value, low = value, high = value } = harm;
    checkShare(called('harm'), value);
    if (low !== value) checkBetween(called('low harm'), low, 0, value);
    if (high !== value) checkBetween(called('high harm'), high, value, 1);
    const incidents = visits * incidentShare.value;
    const bases = [incidentShare.basis, harm.basis];
    const base = incidents * value;
    raw.set(moment, { low: incidents * low, base, high: incidents * high, bases });
    if (isMeasured(bases)) measured += base;
    else rest += base;
  }
  const ofMeasured = partWithin(most, measured);
  const ofRest = partWithin(Math.max(0, most - measured), rest);
  const at = new Map<MomentId, CustomersAtStake>();
  for (const [moment, { low, base, high, bases }] of raw) {
    const part = isMeasured(bases) ? ofMeasured : ofRest;
    at.set(moment, { low: low * part, base: base * part, high, bases });
  }
  return { at, most };
}

function isMeasured(bases: readonly StakeBasis[]): boolean {
  return bases.every((basis) => basis === 'measured' || basis === 'common-source');
}

function partWithin(most: number, sum: number): number {
  return sum > most ? most / sum : 1;
}
