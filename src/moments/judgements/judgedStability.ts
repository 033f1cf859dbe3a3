import type { Judgement } from '../../model/momentOfTruth.ts';
import type { ActionPriorityReason } from '../reasonTypes.ts';
import { actionPriority } from './actionPriority.ts';
import { CRITICAL_SEVERITY, GRAVE_SEVERITY } from './levelOfJudgements.ts';
import { outOfTen } from './outOfTen.ts';

/** With more judges the share would take long, and a step of one judge hardly matters. */
const MOST_JUDGES = 100;

const STEPS = [-1, 0, 1];

/**
 * How often judgements would give the same level if every rating had been one lower, as it is, or one higher, each
 * as likely and all at once: the share of these ways, exactly.
 *
 * A rating at an end of its sheet stays there in a step beyond. The median severity reaches a bound where enough
 * judges do, and the median priority likewise, so that it takes no more than counting, judge by judge, how many of
 * each there may be.
 *
 * @param judgements - as they stand on their sheets, at least one
 * @param level - the level that they give
 * @returns 0 to 1; nothing where there are more than 100 judges
 */
export function judgedStability(
  judgements: readonly Judgement[],
  level: ActionPriorityReason['level'],
): number | undefined {
  if (judgements.length > MOST_JUDGES) return undefined;
  const ways = judgements.map(waysOf);
  // The higher of two middle severities and the more urgent of two middle priorities count.
  const enoughSevere = judgements.length - Math.floor(judgements.length / 2);
  const enoughUrgent = Math.floor((judgements.length - 1) / 2) + 1;
  const both = (severe: Chosen, urgent: Chosen): number =>
    shareOf(ways, severe, enoughSevere, urgent, enoughUrgent);

  const worst = both(isWorst, always);
  const critical = worst + both(isGrave, isHigh) - both(isWorst, isHigh);
  if (level === 'critical') return critical;
  const grave = both(isGrave, always);
  const seen = grave + both(always, isRaised) - both(isGrave, isRaised);
  return Math.min(1, Math.max(0, level === 'watch' ? seen - critical : 1 - seen));
}

/** What one judge would have said. */
interface Way {
  readonly severity: number;
  readonly priority: ReturnType<typeof actionPriority>;
}
type Chosen = (way: Way) => boolean;

const always: Chosen = () => true;
const isWorst: Chosen = ({ severity }) => severity >= CRITICAL_SEVERITY;
const isGrave: Chosen = ({ severity }) => severity >= GRAVE_SEVERITY;
const isHigh: Chosen = ({ priority }) => priority === 'high';
const isRaised: Chosen = ({ priority }) => priority !== 'low';

function waysOf(judgement: Judgement): readonly Way[] {
  const { outOf = 10 } = judgement;
  const near = (rating: number): readonly number[] =>
    STEPS.map((step) => Math.min(outOf, Math.max(1, rating + step)));
  return near(judgement.severity).flatMap((severity) =>
    near(judgement.occurrence).flatMap((occurrence) =>
      near(judgement.detection).map((detection) => {
        const moved = outOfTen({ severity, occurrence, detection, outOf });
        return { severity: moved.severity, priority: actionPriority(moved) };
      }),
    ),
  );
}

/** How often enough judges are severe and enough are urgent, both at once. */
function shareOf(
  ways: readonly (readonly Way[])[],
  severe: Chosen,
  enoughSevere: number,
  urgent: Chosen,
  enoughUrgent: number,
): number {
  const width = ways.length + 1;
  let chances = new Float64Array(width * width);
  chances[0] = 1;
  for (const own of ways) {
    const parts = [0, 0, 0, 0];
    for (const way of own) {
      const part = (severe(way) ? 2 : 0) + (urgent(way) ? 1 : 0);
      parts[part] = (parts[part] ?? 0) + 1 / own.length;
    }
    const [neither = 0, onlyUrgent = 0, onlySevere = 0, two = 0] = parts;
    const next = new Float64Array(width * width);
    for (const [place, chance] of chances.entries()) {
      if (chance === 0) continue;
      next[place] = (next[place] ?? 0) + chance * neither;
      next[place + 1] = (next[place + 1] ?? 0) + chance * onlyUrgent;
      next[place + width] = (next[place + width] ?? 0) + chance * onlySevere;
      next[place + width + 1] = (next[place + width + 1] ?? 0) + chance * two;
    }
    chances = next;
  }
  return chances.reduce((sum, chance, place) => {
    const isEnough = Math.floor(place / width) >= enoughSevere && place % width >= enoughUrgent;
    return isEnough ? sum + chance : sum;
  }, 0);
}
