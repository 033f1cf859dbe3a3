import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { About, Rated } from '../model/survey.ts';

/**
 * Tells which questions say how an area does: those that ask for satisfaction, effort or perception,
 * and are about the area or one of its moments.
 *
 * @param area - the area
 * @param cycle - the cycle, for its moments
 */
export function isAboutArea<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
): (question: {
  readonly asks: Rated | 'profile' | 'comment';
  readonly about?: About<Ids['moment'], Ids['area']>;
}) => boolean {
  const own = new Set(cycle.moments.filter((moment) => moment.area === area).map(({ id }) => id));
  return ({ asks, about }) => {
    if (about === undefined || !TELLING.includes(asks)) return false;
    return 'area' in about ? about.area === area : own.has(about.moment);
  };
}

/** What a question has to ask for to tell how an area does. */
const TELLING: readonly (Rated | 'profile' | 'comment')[] = [
  'satisfaction',
  'effort',
  'perception',
];
