import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { About, Rated } from '../model/survey.ts';

/** What a question has to ask for to tell how an area does. */
const TELLING: readonly (Rated | 'profile' | 'comment')[] = [
  'satisfaction',
  'effort',
  'perception',
  'recommendation',
];

/**
 * Sorts questions by the area that they say something of: those that ask for satisfaction, effort,
 * perception or recommendation, and are about the area or one of its moments.
 *
 * @param cycle - the cycle, for the moments of its areas
 * @param questions - questions, or their scores, in any order
 */
export function questionsByArea<
  Ids extends CycleIds,
  Asked extends {
    readonly asks: Rated | 'profile' | 'comment';
    readonly about?: About<Ids['moment'], Ids['area']>;
  },
>({ moments }: Cycle<Ids>, questions: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const areaOf = new Map<string, string | undefined>(moments.map(({ id, area }) => [id, area]));
  const sorted = new Map<string, Asked[]>();
  for (const question of questions) {
    const { asks, about } = question;
    if (about === undefined || !TELLING.includes(asks)) continue;
    const area = 'area' in about ? about.area : areaOf.get(about.moment);
    if (area === undefined) continue;
    const own = sorted.get(area);
    if (own) own.push(question);
    else sorted.set(area, [question]);
  }
  return sorted;
}
