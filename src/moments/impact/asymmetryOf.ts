import { createRandom } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import type {
  BandEffect,
  ImpactAsymmetry,
  ImpactAsymmetryNotEstimable,
  ImpactSettings,
} from './impactTypes.ts';

/**
 * The asymmetry of a penalty and a reward, its class, and its interval drawn from their joint normal
 * distribution.
 *
 * @param penalty - what goes with low ratings
 * @param reward - what goes with high ones
 * @param covariance - of their coefficients
 * @param exact - whether the coefficients have no error that could be known
 * @param settings - seed, thresholds and level
 * @param draws - standard normal numbers, drawn once for all moments
 */
export function asymmetryOf(
  penalty: BandEffect,
  reward: BandEffect,
  covariance: number,
  exact: boolean,
  settings: ImpactSettings,
  draws: () => Draws,
): ImpactAsymmetry | ImpactAsymmetryNotEstimable {
  const value = asymmetry(penalty.size, reward.size);
  if (value === undefined) return { kind: 'not-estimable', reason: 'zero-range' };
  const { hybrid, extreme } = settings.thresholds;
  const isExtreme = Math.abs(value) > extreme;
  const isHybrid = Math.abs(value) <= hybrid;
  return {
    kind: 'estimate',
    value,
    ...(!exact && {
      interval: drawnInterval(penalty, reward, covariance, settings.level, draws()),
    }),
    impactClass: isHybrid ? 'hybrid' : value < 0 ? 'dissatisfier' : 'satisfier',
    ...(isExtreme && { extreme: value < 0 ? 'frustrator' : 'delighter' }),
  };
}

function asymmetry(penalty: number, reward: number): number | undefined {
  const range = penalty + reward;
  return range > 0 ? (reward - penalty) / range : undefined;
}

/** What coefficients are drawn from: standard normal numbers, two for each draw. */
export type Draws = Float64Array;

/** The numbers of a seed. Each moment's draws start from the seed, so that all moments share them. */
export function drawsFrom({ seed, resamples }: ImpactSettings): Draws {
  const random = createRandom(seed);
  return Float64Array.from({ length: 2 * resamples }, () => drawNormal(random));
}

function drawnInterval(
  penalty: BandEffect,
  reward: BandEffect,
  covariance: number,
  level: number,
  draws: Draws,
): NonNullable<ImpactAsymmetry['interval']> {
  const common = covariance / penalty.standardError;
  const own = Math.sqrt(Math.max(0, reward.standardError ** 2 - common ** 2));
  const resamples = draws.length / 2;
  const drawn = new Float64Array(resamples);
  let count = 0;
  for (let draw = 0; draw < draws.length; draw += 2) {
    const first = draws[draw] as number;
    const second = draws[draw + 1] as number;
    const low = penalty.coefficient + penalty.standardError * first;
    const high = reward.coefficient + common * first + own * second;
    const value = asymmetry(Math.max(0, -low), Math.max(0, high));
    if (value === undefined) continue;
    drawn[count] = value;
    count += 1;
  }
  const sorted = drawn.subarray(0, count).sort();
  // Draws without an asymmetry stand at both ends: before the first and after the last.
  const tail = Math.floor(((1 - level) / 2) * resamples);
  const without = resamples - count;
  return {
    low: sorted[tail - without] ?? -1,
    high: sorted[count - 1 - tail + without] ?? 1,
    level,
    method: 'parametric-bootstrap',
  };
}
