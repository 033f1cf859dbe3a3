import { type CurrentVisit, INCIDENT, INCIDENT_UNKNOWN } from './currentVisit.ts';
import { ENDED_CELLS, endedCounts, endedRows } from './endedCounts.ts';
import type { IncidentSourceCounts, IncidentTable } from './types.ts';

/** What told whether there was an incident, as the place of its cell. */
export const REPORTED: number = 0;
/** A report that there was none. */
export const REPORTED_NONE: number = 1;
/** A low rating. */
export const LOW_RATING: number = 2;
/** A rating that is not low. */
export const OTHER_RATING: number = 3;
/** Nothing. */
export const NOTHING_TOLD: number = 4;

/** Visits count in rows for 0, 1, 2 and for 3 or more incidents at other moments. */
const ROWS = 4;

/** Counts the incidents of one moment. */
export interface IncidentCells {
  /** Counts what told whether there was an incident. */
  readonly addSource: (source: number) => void;
  /** Counts a visit that passed the moment. */
  readonly addVisit: (visit: CurrentVisit, incident: number, incidentsInAll: number) => void;
  /** What was counted. */
  readonly counted: () => {
    readonly sources: IncidentSourceCounts;
    readonly incidents: IncidentTable;
  };
}

/** A counter for one moment. */
export function incidentCells(): IncidentCells {
  const sources = new Float64Array(5);
  const half = ROWS * ENDED_CELLS;
  const cells = new Float64Array(2 * half + ENDED_CELLS);

  function addVisit({ ended }: CurrentVisit, incident: number, incidentsInAll: number): void {
    let cell = ended + 2 * half;
    if (incident === INCIDENT) cell = ended + Math.min(incidentsInAll - 1, ROWS - 1) * ENDED_CELLS;
    else if (incident !== INCIDENT_UNKNOWN)
      cell = ended + half + Math.min(incidentsInAll, ROWS - 1) * ENDED_CELLS;
    cells[cell] = (cells[cell] as number) + 1;
  }

  return {
    addSource: (source) => {
      sources[source] = (sources[source] as number) + 1;
    },
    addVisit,
    counted: () => ({
      sources: {
        reported: sources[REPORTED] ?? 0,
        reportedNone: sources[REPORTED_NONE] ?? 0,
        lowRating: sources[LOW_RATING] ?? 0,
        otherRating: sources[OTHER_RATING] ?? 0,
        unknown: sources[NOTHING_TOLD] ?? 0,
      },
      incidents: {
        incident: endedRows(cells, 0, ROWS),
        noIncident: endedRows(cells, half, ROWS),
        unknown: endedCounts(cells, 2 * half),
      },
    }),
  };
}
