import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { once } from '../../shared/once.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import type { DetectionSettings } from '../detectionSettings.ts';
import { measuredFigures } from '../measuredFigures.ts';
import { RANK_OF_LEVEL } from '../rankOfLevel.ts';
import { reasonsFor } from '../reasonsFor.ts';
import type { MomentLevel, Reason } from '../reasonTypes.ts';
import type { CriticalMomentRule, DetectionContext, MeasuredFigures } from '../ruleTypes.ts';
import type { MomentVerdict } from '../types.ts';
import { redrawImpacts } from './redrawImpacts.ts';
import { redrawJoint } from './redrawJoint.ts';
import { redrawVisits } from './redrawVisits.ts';

/** A verdict that a smaller share of resamples gives is unstable. */
const STABLE_FROM = 0.9;

/** Draws behind the interval of an asymmetry within one resample. */
const DRAWS_WITHIN = 200;

/**
 * How often each moment has the level it was found to have, over resamples of the visits. A moment
 * that is not assessed has no verdict that could hold. Rules that do not look at what was measured, such as
 * those about judgements, are half of the work and say the same in each resample.
 *
 * @param context - the context of the verdicts
 * @param measured - what the visits tell
 * @param rules - the rules they come from
 * @param found - the levels found, in the order of the cycle
 * @param settings - how many resamples, and from what seed
 */
export function verdictStability<Own extends Reason>(
  context: DetectionContext,
  measured: MeasuredFigures,
  rules: readonly CriticalMomentRule<Own>[],
  found: readonly MomentLevel[],
  { level, resamples, seed }: Required<DetectionSettings>,
): readonly Pick<MomentVerdict, 'stability'>[] {
  const random = createRandom(seed);
  // These are drawn when a rule asks for them, and nothing else must depend on whether one does.
  const impactRandom = createRandom(Math.floor(random() * Number.MAX_SAFE_INTEGER));
  const jointRandom = createRandom(Math.floor(random() * Number.MAX_SAFE_INTEGER));
  const redraw = redrawVisits(measured.visits);
  const redrawImpact = once(() =>
    redrawImpacts(measured.visits.joint, measured.impacts(), DRAWS_WITHIN),
  );
  const redrawEffects = once(() => redrawJoint(measured.joint()));
  const { cycle } = context;
  const parted = cycle.moments.map((moment) => partRules(moment, context, measured, rules));
  const same = found.map(() => 0);
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = {
      ...context,
      measured: {
        ...measuredFigures(cycle, redraw(random), { level, seed }),
        impacts: once(() => redrawImpact()(impactRandom)),
        joint: once(() => redrawEffects()(jointRandom)),
      },
    };
    for (const [place, { moment, steady, moving }] of parted.entries()) {
      const level = strongest(steady, levelOf(moment, drawn, moving));
      if (level === found[place]) same[place] = (same[place] ?? 0) + 1;
    }
  }
  return same.map((count, place) => {
    if (found[place] === 'not-assessed') return {};
    const share = count / resamples;
    return { stability: { share, resamples, seed, isUnstable: share < STABLE_FROM } };
  });
}

/** What the rules say of a moment, parted by whether a resample can change it. */
interface PartedRules<Own extends Reason> {
  readonly moment: MomentOfTruth;
  /** The level that the others give. */
  readonly steady: MomentLevel;
  /** The rules that look at what was measured. */
  readonly moving: readonly CriticalMomentRule<Own>[];
}

/** A rule that did not look at what was measured says the same whatever that is. */
function partRules<Own extends Reason>(
  moment: MomentOfTruth,
  context: DetectionContext,
  measured: MeasuredFigures,
  rules: readonly CriticalMomentRule<Own>[],
): PartedRules<Own> {
  let steady: MomentLevel = 'not-assessed';
  const moving: CriticalMomentRule<Own>[] = [];
  for (const rule of rules) {
    const asked = { measured: false };
    const watched = {
      ...context,
      get measured() {
        asked.measured = true;
        return measured;
      },
    };
    const level = levelOf(moment, watched, [rule]);
    if (asked.measured) moving.push(rule);
    else steady = strongest(steady, level);
  }
  return { moment, steady, moving };
}

function levelOf<Own extends Reason>(
  moment: MomentOfTruth,
  context: DetectionContext,
  rules: readonly CriticalMomentRule<Own>[],
): MomentLevel {
  return reasonsFor(moment, context, rules)[0]?.level ?? 'not-assessed';
}

function strongest(one: MomentLevel, other: MomentLevel): MomentLevel {
  return RANK_OF_LEVEL[one] <= RANK_OF_LEVEL[other] ? one : other;
}
