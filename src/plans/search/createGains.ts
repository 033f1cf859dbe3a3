import type { CompiledProblem } from './searchTypes.ts';

/** A moment's tangent is not laid where less than exp(-13) of the stake remains. */
const GREATEST_STRENGTH_SUM = 13;

/** What the open plans of a node may gain at most, in a form that adds up. */
export interface Gains {
  /** What each open plan gains at most, as laid last. */
  readonly of: Float64Array;
  /** Turns to a node with these plans open and so much at stake per moment. */
  readonly startAt: (open: Int32Array, remaining: Float64Array) => void;
  /**
   * Chooses the form for each moment, given how far each plan is likely to be taken (0 to 1), and
   * returns what is granted without any plan.
   */
  readonly lay: (leaning: Float64Array) => number;
  /** Whether several open plans work on one moment, so that better forms may be found. */
  readonly overlap: () => boolean;
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
export function createGains({ plans, effects, stakes }: CompiledProblem): Gains {
  const { starts, moments, shares, strengths } = effects;
  const of = new Float64Array(plans.length);
  /** What the plans gain at moments that no other open plan works on. */
  const alone = new Float64Array(plans.length);
  const openAt = new Int32Array(stakes.length);
  const strengthSum = new Float64Array(stakes.length);
  const shareSum = new Float64Array(stakes.length);
  /** The q of the tangent form, or 0 for the marginal form. */
  const tangent = new Float64Array(stakes.length);
  const enough = new Float64Array(stakes.length);
  const shared = new Int32Array(stakes.length);
  /** The effects at shared moments, and the plans they belong to. */
  const sharedEffects = new Int32Array(moments.length);
  const ownerOf = new Int32Array(moments.length);
  let sharedCount = 0;
  let effectCount = 0;
  let open: Int32Array = new Int32Array(0);
  let remaining: Float64Array = new Float64Array(stakes.length);

  function startAt(openPlans: Int32Array, atStake: Float64Array): void {
    open = openPlans;
    remaining = atStake;
    openAt.fill(0);
    for (const plan of open) {
      const end = starts[plan + 1] ?? 0;
      for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
        const moment = moments[effect] ?? 0;
        openAt[moment] = (openAt[moment] ?? 0) + 1;
      }
    }
    sharedCount = 0;
    for (let moment = 0; moment < openAt.length; moment += 1) {
      if ((openAt[moment] ?? 0) < 2) continue;
      shared[sharedCount] = moment;
      sharedCount += 1;
    }
    effectCount = 0;
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
  }

  function lay(leaning: Float64Array): number {
    if (sharedCount === 0) return 0;
    strengthSum.fill(0);
    shareSum.fill(0);
    for (let index = 0; index < effectCount; index += 1) {
      const effect = sharedEffects[index] ?? 0;
      const moment = moments[effect] ?? 0;
      const lean = leaning[ownerOf[index] ?? 0] ?? 0;
      strengthSum[moment] = (strengthSum[moment] ?? 0) + (strengths[effect] ?? 0) * lean;
      shareSum[moment] = (shareSum[moment] ?? 0) + (shares[effect] ?? 0) * lean;
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
        q === 0
          ? (shares[effect] ?? 0)
          : Math.min(q * (strengths[effect] ?? 0), enough[moment] ?? 0);
      of[plan] = (of[plan] ?? 0) + (remaining[moment] ?? 0) * part;
    }
    return granted;
  }

  return { of, startAt, lay, overlap: () => sharedCount > 0 };
}
