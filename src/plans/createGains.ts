import type { CompiledProblem } from './searchTypes.ts';

/** A moment's tangent is not laid where less than exp(-13) of the stake remains. */
const GREATEST_STRENGTH_SUM = 13;

/** What the open plans of a node may gain at most, in a form that adds up. */
export interface Gains {
  /** Turns to a node with these plans open and so much at stake per moment. */
  readonly startAt: (open: readonly number[], remaining: Float64Array) => void;
  /**
   * Chooses the form for each moment, given how far each plan is likely to be taken (0 to 1), and
   * returns what is granted without any plan.
   */
  readonly lay: (leaning: Float64Array) => number;
  /** Whether several open plans work on one moment, so that better forms may be found. */
  readonly overlap: () => boolean;
  /** What an open plan gains at most. */
  readonly of: (position: number) => number;
}

/**
 * Upper bounds on the gain of plans that add up, although the true gain of plans at one moment does
 * not. Two forms are used:
 *
 *     marginal:  remaining · share  for a plan
 *     tangent:   remaining · (1 - q + q ln q)  for the moment,  remaining · q · strength  for a plan
 *
 * The marginal form forgets that plans at one moment take from each other. The tangent form lays a
 * line on 1 - exp(-y), y the sum of strengths, at the point where a share q of the stake remains,
 * and a plan's gain need not be more than what brings the line up to the whole stake. For each
 * moment the form is chosen that is lower where the plans lean to.
 *
 * @see Nemhauser, Wolsey & Fisher (1978), Mathematical Programming 14, 265-294
 */
export function createGains({ plans, stakes }: CompiledProblem): Gains {
  const openAt = new Int32Array(stakes.length);
  const strengthSum = new Float64Array(stakes.length);
  const shareSum = new Float64Array(stakes.length);
  /** The q of the tangent form, or 0 for the marginal form. */
  const tangent = new Float64Array(stakes.length);
  const enough = new Float64Array(stakes.length);
  let open: readonly number[] = [];
  let remaining: Float64Array = new Float64Array(stakes.length);
  let shared: number[] = [];

  function startAt(openPlans: readonly number[], atStake: Float64Array): void {
    open = openPlans;
    remaining = atStake;
    openAt.fill(0);
    tangent.fill(0);
    for (const position of open) {
      for (const { moment } of plans[position]?.effects ?? []) {
        openAt[moment] = (openAt[moment] ?? 0) + 1;
      }
    }
    shared = [...openAt.keys()].filter((moment) => (openAt[moment] ?? 0) > 1);
  }

  function lay(leaning: Float64Array): number {
    if (shared.length === 0) return 0;
    strengthSum.fill(0);
    shareSum.fill(0);
    for (const position of open) {
      const lean = leaning[position] ?? 0;
      for (const { moment, share, strength } of plans[position]?.effects ?? []) {
        strengthSum[moment] = (strengthSum[moment] ?? 0) + strength * lean;
        shareSum[moment] = (shareSum[moment] ?? 0) + share * lean;
      }
    }
    let granted = 0;
    for (const moment of shared) {
      const strength = Math.min(GREATEST_STRENGTH_SUM, strengthSum[moment] ?? 0);
      const q = Math.exp(-strength);
      tangent[moment] = 1 - q < (shareSum[moment] ?? 0) ? q : 0;
      enough[moment] = q * (1 + strength);
      if (tangent[moment] !== 0) granted += (remaining[moment] ?? 0) * (1 - q * (1 + strength));
    }
    return granted;
  }

  function of(position: number): number {
    let gain = 0;
    for (const { moment, share, strength } of plans[position]?.effects ?? []) {
      const q = tangent[moment] ?? 0;
      const part = q === 0 ? share : Math.min(q * strength, enough[moment] ?? 0);
      gain += (remaining[moment] ?? 0) * part;
    }
    return gain;
  }

  return { startAt, lay, overlap: () => shared.length > 0, of };
}
