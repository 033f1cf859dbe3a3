import type { IncidentTable } from './countTypes.ts';
import type { CurrentVisit } from './currentVisit.ts';
import { ENDED_CELLS, endedCounts, endedRows } from './endedCounts.ts';
import { triangle } from './triangle.ts';
import type { VisitTally } from './types.ts';

/** Visits count in rows for 0, 1, 2 and for 3 or more incidents at other moments. */
const ROWS = 4;
const TABLE = ROWS * ENDED_CELLS;

/** Counts incidents, which of them come together, and how the visits ended. */
export interface IncidentTables {
  /** Counts a visit. */
  readonly add: (visit: CurrentVisit) => void;
  /** The table of each moment. */
  readonly tables: () => readonly IncidentTable[];
  /** Which incidents come together. */
  readonly together: () => Pick<
    VisitTally,
    'coIncidents' | 'knownCoIncidents' | 'incidentsPerVisit'
  >;
}

/** A counter for so many moments. */
export function incidentTables(moments: number): IncidentTables {
  const incident = new Float64Array(moments * TABLE);
  const unknown = new Float64Array(moments * ENDED_CELLS);
  // Most visits have no incident at most moments. Where a visit passed all of them it counts once for all, in
  // `everywhere`, and the few exceptions are taken off.
  const noIncident = new Float64Array(moments * TABLE);
  const everywhere = new Float64Array(TABLE);
  const perVisit = new Float64Array((moments + 1) * ENDED_CELLS);
  const known = triangle(moments);
  const others = triangle(moments);

  function add(visit: CurrentVisit): void {
    const { incidents, untold, passed, ended } = visit;
    const { count } = incidents;
    if (passed.count > untold.count) {
      const cell = count * ENDED_CELLS + ended;
      perVisit[cell] = (perVisit[cell] as number) + 1;
    }
    const row = Math.min(count, ROWS - 1) * ENDED_CELLS + ended;
    if (passed.count === moments) everywhere[row] = (everywhere[row] as number) + 1;
    else {
      for (let nth = 0; nth < passed.count; nth += 1) {
        const cell = (passed.at[nth] as number) * TABLE + row;
        noIncident[cell] = (noIncident[cell] as number) + 1;
      }
    }
    if (untold.count > 0) addUntold(visit, row);
    if (count > 0) addIncidents(visit, row);
  }

  function addUntold({ untold, ended }: CurrentVisit, row: number): void {
    for (let nth = 0; nth < untold.count; nth += 1) {
      const place = untold.at[nth] as number;
      const cell = place * TABLE + row;
      noIncident[cell] = (noIncident[cell] as number) - 1;
      const end = place * ENDED_CELLS + ended;
      unknown[end] = (unknown[end] as number) + 1;
    }
  }

  function addIncidents({ incidents, ended }: CurrentVisit, row: number): void {
    const own = Math.min(incidents.count - 1, ROWS - 1) * ENDED_CELLS + ended;
    for (let nth = 0; nth < incidents.count; nth += 1) {
      const table = (incidents.at[nth] as number) * TABLE;
      noIncident[table + row] = (noIncident[table + row] as number) - 1;
      incident[table + own] = (incident[table + own] as number) + 1;
    }
    if (ended === 2) others.add(incidents);
    else known.add(incidents);
  }

  function tables(): readonly IncidentTable[] {
    return Array.from({ length: moments }, (_, place) => {
      const without = everywhere.map(
        (count, cell) => count + (noIncident[place * TABLE + cell] as number),
      );
      return {
        incident: endedRows(incident, place * TABLE, ROWS),
        noIncident: endedRows(without, 0, ROWS),
        unknown: endedCounts(unknown, place * ENDED_CELLS),
      };
    });
  }

  function together(): ReturnType<IncidentTables['together']> {
    const knownCoIncidents = known.counted();
    const rest = others.counted();
    return {
      coIncidents: knownCoIncidents.map((row, one) =>
        row.map((count, other) => count + (rest[one]?.[other] ?? 0)),
      ),
      knownCoIncidents,
      incidentsPerVisit: endedRows(perVisit, 0, moments + 1),
    };
  }

  return { add, tables, together };
}
