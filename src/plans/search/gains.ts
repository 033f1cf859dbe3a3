import type { CompiledProblem, EffectList } from './searchTypes.ts';

/** A moment's tangent is not laid where less than exp(-13) of the stake remains. */
const GREATEST_STRENGTH_SUM = 13;

/**
 * What the open plans of a node may gain at most, in a form that adds up, and the lists to work it
 * out in.
 */
export interface Gains {
  /** What each open plan gains at most, as laid last. */
  readonly of: Float64Array;
  /** How many moments several open plans work on. */
  sharedCount: number;
  /** What all plans do. */
  readonly effects: EffectList;
  /** What each open plan gains at moments that no other open plan works on. */
  readonly alone: Float64Array;
  /** How many open plans work on each moment. */
  readonly openAt: Int32Array;
  /** The sum of the strengths at each moment, of plans as far as the relaxed solution takes them. */
  readonly strengthSum: Float64Array;
  /** The sum of the shares in the same way. */
  readonly shareSum: Float64Array;
  /** The q of the tangent form of each moment, or 0 for the marginal form. */
  readonly tangent: Float64Array;
  /** What a plan need not gain more than, as a share of what remains. */
  readonly enough: Float64Array;
  /** The shared moments, as many as `sharedCount`. */
  readonly shared: Int32Array;
  /** The effects of open plans there, as many as `effectCount`. */
  readonly sharedEffects: Int32Array;
  /** The plans they belong to. */
  readonly ownerOf: Int32Array;
  /** How many effects open plans have at shared moments. */
  effectCount: number;
  /** The open plans. */
  open: Int32Array;
  /** What remains at stake at each moment. */
  remaining: Float64Array;
}

/** The lists for the plans of a problem. */
export function createGains({ plans, effects, stakes }: CompiledProblem): Gains {
  const perMoment = (): Float64Array => new Float64Array(stakes.length);
  return {
    of: new Float64Array(plans.length),
    sharedCount: 0,
    effects,
    alone: new Float64Array(plans.length),
    openAt: new Int32Array(stakes.length),
    strengthSum: perMoment(),
    shareSum: perMoment(),
    tangent: perMoment(),
    enough: perMoment(),
    shared: new Int32Array(stakes.length),
    sharedEffects: new Int32Array(effects.moments.length),
    ownerOf: new Int32Array(effects.moments.length),
    effectCount: 0,
    open: new Int32Array(0),
    remaining: perMoment(),
  };
}

/** Turns to a node with these plans open and so much at stake per moment. */
export function startGains(gains: Gains, open: Int32Array, remaining: Float64Array): void {
  const { of, alone, openAt, shared, sharedEffects, ownerOf } = gains;
  const { starts, moments, shares } = gains.effects;
  gains.open = open;
  gains.remaining = remaining;
  openAt.fill(0);
  for (const plan of open) {
    const end = starts[plan + 1] ?? 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      const moment = moments[effect] ?? 0;
      openAt[moment] = (openAt[moment] ?? 0) + 1;
    }
  }
  let sharedCount = 0;
  for (let moment = 0; moment < openAt.length; moment += 1) {
    if ((openAt[moment] ?? 0) < 2) continue;
    shared[sharedCount] = moment;
    sharedCount += 1;
  }
  let effectCount = 0;
  for (const plan of open) {
    const end = starts[plan + 1] ?? 0;
    let gain = 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      const moment = moments[effect] ?? 0;
      if ((openAt[moment] ?? 0) < 2) gain += (remaining[moment] ?? 0) * (shares[effect] ?? 0);
      else {
        sharedEffects[effectCount] = effect;
        ownerOf[effectCount] = plan;
        effectCount += 1;
      }
    }
    alone[plan] = gain;
    of[plan] = gain;
  }
  gains.sharedCount = sharedCount;
  gains.effectCount = effectCount;
}

/**
 * Lays upper bounds on the gain of plans that add up, although the true gain of plans at one moment
 * does not. Two forms are used:
 *
 *     marginal:  remaining · share  for a plan
 *     tangent:   remaining · (1 - q + q ln q)  for the moment,  remaining · q · strength  for a plan
 *
 * The marginal form forgets that plans at one moment take from each other. The tangent form lays a
 * line on 1 - exp(-y), y the sum of strengths, at the point where a share q of the stake remains,
 * and a plan's gain need not be more than what brings the line up to the whole stake. For each
 * moment the form is chosen that is lower at the relaxed solution, 0 leaving a plan and 1 taking it.
 *
 * @returns what is granted without any plan
 * @see Nemhauser, Wolsey & Fisher (1978), Mathematical Programming 14, 265-294
 */
export function layGains(gains: Gains, relaxed: Float64Array): number {
  const { of, alone, remaining, strengthSum, shareSum, tangent, enough, shared } = gains;
  const { sharedEffects, ownerOf, sharedCount, effectCount } = gains;
  const { moments, shares, strengths } = gains.effects;
  if (sharedCount === 0) return 0;
  strengthSum.fill(0);
  shareSum.fill(0);
  for (let index = 0; index < effectCount; index += 1) {
    const effect = sharedEffects[index] ?? 0;
    const moment = moments[effect] ?? 0;
    const taken = relaxed[ownerOf[index] ?? 0] ?? 0;
    strengthSum[moment] = (strengthSum[moment] ?? 0) + (strengths[effect] ?? 0) * taken;
    shareSum[moment] = (shareSum[moment] ?? 0) + (shares[effect] ?? 0) * taken;
  }
  let granted = 0;
  for (let index = 0; index < sharedCount; index += 1) {
    const moment = shared[index] ?? 0;
    const strength = Math.min(GREATEST_STRENGTH_SUM, strengthSum[moment] ?? 0);
    const q = Math.exp(-strength);
    const laid = 1 - q < (shareSum[moment] ?? 0);
    tangent[moment] = laid ? q : 0;
    enough[moment] = q * (1 + strength);
    if (laid) granted += (remaining[moment] ?? 0) * (1 - q * (1 + strength));
  }
  of.set(alone);
  for (let index = 0; index < effectCount; index += 1) {
    const effect = sharedEffects[index] ?? 0;
    const moment = moments[effect] ?? 0;
    const plan = ownerOf[index] ?? 0;
    const q = tangent[moment] ?? 0;
    const part =
      q === 0 ? (shares[effect] ?? 0) : Math.min(q * (strengths[effect] ?? 0), enough[moment] ?? 0);
    of[plan] = (of[plan] ?? 0) + (remaining[moment] ?? 0) * part;
  }
  return granted;
}
