import type { EndedCounts, ProblemCounts, RecoveryCounts } from './countTypes.ts';
import type { CurrentVisit } from './currentVisit.ts';
import { ENDED_CELLS, endedCounts } from './endedCounts.ts';
import { COMPLAINT, RECOVERY } from './problemReader.ts';
import { waitCounter } from './waits.ts';

/** Counts what went wrong and what became of it. */
export interface ProblemCounter {
  /** Counts a visit that tells of problems. */
  readonly add: (visit: CurrentVisit) => void;
  /** What was counted, of visits that ended so. */
  readonly counted: (outcome: EndedCounts) => ProblemCounts;
}

/** A block of recovery for each kind of complaint, and a row for visits without a problem. */
const BLOCK = 3 * ENDED_CELLS;
const NONE = 3 * BLOCK;

/** A counter of problems, which keeps waits for answers in the way asked for. */
export function problemCounter(kept: 'sketch' | 'exact'): ProblemCounter {
  const cells = new Float64Array(NONE + ENDED_CELLS);
  const waits = waitCounter(kept);
  let complaints = 0;
  let withoutTime = 0;

  function add(visit: CurrentVisit): void {
    const cell = (visit.problems === 2 ? rowOf(visit.recovery) : NONE) + visit.ended;
    cells[cell] = (cells[cell] as number) + 1;
    complaints += visit.complaints;
    for (const seconds of visit.answers) waits.add(seconds);
    withoutTime += visit.withoutTime;
  }

  function recoveryAt(kind: number): RecoveryCounts {
    const at = (recovery: number): EndedCounts =>
      endedCounts(cells, kind * BLOCK + (recovery - 1) * ENDED_CELLS);
    return {
      recovered: at(RECOVERY.recovered),
      notRecovered: at(RECOVERY.notRecovered),
      unknown: at(RECOVERY.unknown),
    };
  }

  function counted(outcome: EndedCounts): ProblemCounts {
    const toldOf = (ended: number): number => {
      let visits = 0;
      for (let cell = ended; cell < cells.length; cell += ENDED_CELLS)
        visits += cells[cell] as number;
      return visits;
    };
    return {
      none: endedCounts(cells, NONE),
      complained: recoveryAt(COMPLAINT.complained),
      silent: recoveryAt(COMPLAINT.silent),
      complaintUnknown: recoveryAt(COMPLAINT.unknown),
      untold: {
        dissatisfied: outcome.dissatisfied - toldOf(0),
        satisfied: outcome.satisfied - toldOf(1),
        unknown: outcome.unknown - toldOf(2),
      },
      complaints,
      answers: { waits: waits.counted(), withoutTime },
    };
  }

  return { add, counted };
}

/** The row of a visit with a problem: of those complained about, or else may have been; and of these the worst. */
function rowOf(recovery: Uint8Array): number {
  const complained = recovery[COMPLAINT.complained] as number;
  const unknown = recovery[COMPLAINT.unknown] as number;
  const silent = recovery[COMPLAINT.silent] as number;
  const kind =
    complained > 0 ? COMPLAINT.complained : unknown > 0 ? COMPLAINT.unknown : COMPLAINT.silent;
  const worst = complained > 0 ? complained : Math.max(unknown, silent);
  return kind * BLOCK + (worst - 1) * ENDED_CELLS;
}
