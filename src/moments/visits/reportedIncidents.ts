import type { CauseCounts, RecoveryCounts } from './countTypes.ts';
import { ENDED_CELLS, type Ended, endedCounts } from './endedCounts.ts';

/** Counts what is told of reported incidents at one moment. */
export interface ReportedIncidents {
  /** Counts an incident by whether it was made good: `undefined` where nobody said. */
  readonly addRecovery: (recovered: boolean | undefined, ended: Ended) => void;
  /** Counts the cause of an incident. */
  readonly addCause: (cause: string, ended: Ended) => void;
  /** Counts the severity of an incident, a whole number from 1 to 10. */
  readonly addSeverity: (severity: number) => void;
  /** What was counted. */
  readonly counted: () => {
    readonly causes: readonly CauseCounts[];
    readonly severities: readonly number[];
    readonly recovery: RecoveryCounts;
  };
}

/** A counter for one moment. */
export function reportedIncidents(): ReportedIncidents {
  const causes = new Map<string, [number, number, number]>();
  const severities = new Array<number>(10).fill(0);
  const recovery = new Float64Array(3 * ENDED_CELLS);

  function addRecovery(recovered: boolean | undefined, ended: Ended): void {
    const row = recovered === undefined ? 2 : recovered ? 0 : 1;
    const cell = row * ENDED_CELLS + ended;
    recovery[cell] = (recovery[cell] as number) + 1;
  }

  function addCause(cause: string, ended: Ended): void {
    const counts = causes.get(cause);
    if (counts === undefined) {
      const first: [number, number, number] = [0, 0, 0];
      first[ended] = 1;
      causes.set(cause, first);
    } else counts[ended] += 1;
  }

  return {
    addRecovery,
    addCause,
    addSeverity: (severity) => {
      severities[severity - 1] = (severities[severity - 1] as number) + 1;
    },
    counted: () => ({
      causes: [...causes]
        .map(([cause, counts]) => ({ cause, ...endedCounts(counts) }))
        .sort(byCause),
      severities: [...severities],
      recovery: {
        recovered: endedCounts(recovery, 0),
        notRecovered: endedCounts(recovery, ENDED_CELLS),
        unknown: endedCounts(recovery, 2 * ENDED_CELLS),
      },
    }),
  };
}

/** Adds up causes of two parts. */
export function mergeCauses(
  one: readonly CauseCounts[],
  other: readonly CauseCounts[],
): readonly CauseCounts[] {
  const merged = new Map(one.map((counts) => [counts.cause, counts]));
  for (const counts of other) {
    const own = merged.get(counts.cause);
    merged.set(counts.cause, {
      cause: counts.cause,
      dissatisfied: counts.dissatisfied + (own?.dissatisfied ?? 0),
      satisfied: counts.satisfied + (own?.satisfied ?? 0),
      unknown: counts.unknown + (own?.unknown ?? 0),
    });
  }
  return [...merged.values()].sort(byCause);
}

function byCause(one: CauseCounts, other: CauseCounts): number {
  if (one.cause === other.cause) return 0;
  return one.cause < other.cause ? -1 : 1;
}
