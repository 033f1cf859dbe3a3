import type { CostFigure } from '../../moments/incidents/costTypes.ts';
import type { CriticalMoments, MomentVerdict } from '../../moments/types.ts';
import { criticalValue, normalQuantile } from '../../stats/distributions/normal.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import type { MomentState } from '../areaLines.ts';

/** What is known of the moments, as found. */
export function momentStates(found: CriticalMoments | undefined): ReadonlyMap<string, MomentState> {
  return new Map(
    (found?.moments ?? []).map(({ moment, level, dissatisfiedPerThousand: cost }, place) => [
      moment,
      {
        isCritical: level === 'critical',
        risk: cost === undefined ? 0 : provenRisk(cost, 0),
        place,
      },
    ]),
  );
}

/**
 * Draws what is known of the moments, as other visits might have told it.
 *
 *     z        normal, one for each moment: its joint effect as other visits would have told it
 *     cost     what was found + z standard errors of its interval
 *     critical where Φ(z) > 1 - c,  c the share of resamples that say so: stability where it is found
 *              critical, half of 1 - stability where it is to be watched, 0 elsewhere
 *
 * So cost and verdict move together: what costs more in a draw is critical sooner.
 *
 * @returns a function that draws; nothing where no visits told anything
 */
export function momentDrawer(
  found: CriticalMoments | undefined,
): ((random: Random) => ReadonlyMap<string, MomentState>) | undefined {
  const moments = found?.moments ?? [];
  const isDrawn = moments.some(
    ({ stability, dissatisfiedPerThousand: cost }) => stability !== undefined || cost !== undefined,
  );
  if (!isDrawn) return undefined;
  const known = moments.map(({ moment, dissatisfiedPerThousand: cost, ...verdict }, place) => ({
    moment,
    place,
    beyond: quantileOf(1 - chanceOfCritical(verdict)),
    cost,
    spread: cost === undefined ? 0 : spreadOf(cost),
  }));
  return (random) =>
    new Map(
      known.map(({ moment, place, beyond, cost, spread }) => {
        const z = drawNormal(random);
        const risk = cost === undefined ? 0 : provenRisk(cost, spread * z);
        return [moment, { isCritical: z > beyond, risk, place }];
      }),
    );
}

/** The quantile of the normal distribution, also at the ends. */
function quantileOf(share: number): number {
  if (share <= 0) return -Infinity;
  return share >= 1 ? Infinity : normalQuantile(share);
}

function chanceOfCritical({
  level,
  stability,
}: Pick<MomentVerdict, 'level' | 'stability'>): number {
  const { share = 1 } = stability ?? {};
  if (level === 'critical') return share;
  // What is watched may come out ordinary as well as critical.
  return level === 'watch' ? (1 - share) / 2 : 0;
}

/** The cost, moved by so much, where its lower limit is above 0. */
function provenRisk({ value, interval }: CostFigure, move: number): number {
  return interval.low + move > 0 ? value + move : 0;
}

/** The standard error behind an interval. */
function spreadOf({ interval: { low, high, level } }: CostFigure): number {
  return (high - low) / (2 * criticalValue(level));
}
