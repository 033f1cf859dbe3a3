import type { OpeningHours } from '../../model/openingHours.ts';
import { MOST_DAYS, openSpans } from '../../service-plan/openSpans.ts';
import { lengthOf } from '../../service-plan/spans.ts';
import type { Clock } from './clock.ts';

const DAY = 86_400_000;

/** The seconds between two moments in which it is open; nothing where that is more than a hundred years. */
export function openSeconds(
  from: number,
  to: number,
  hours: OpeningHours,
  clock: Clock,
): number | undefined {
  if ((to - from) / DAY > MOST_DAYS) return undefined;
  return lengthOf(openSpans(hours, from, to, clock.changes(from, to))) / 1000;
}
