import { type CurrentVisit, INCIDENT, INCIDENT_UNKNOWN } from './currentVisit.ts';
import { ENDED_CELLS, endedRows } from './endedCounts.ts';
import type { VisitTally } from './types.ts';

type Together = Pick<VisitTally, 'coIncidents' | 'knownCoIncidents' | 'incidentsPerVisit'>;

/** Counts which incidents come together. */
export interface CoIncidentCounter {
  /** Counts the incidents of a visit, and gives how many it had. */
  readonly add: (visit: CurrentVisit) => number;
  /** What was counted. */
  readonly counted: () => Together;
}

/** A counter for so many moments. */
export function coIncidentCounter(moments: number): CoIncidentCounter {
  // Visits that tell how they ended come first, the others behind them.
  const half = moments * moments;
  const pairs = new Float64Array(2 * half);
  const perVisit = new Float64Array((moments + 1) * ENDED_CELLS);
  const places = new Int32Array(moments);

  function add({ incidents, passedPlaces, passed, ended }: CurrentVisit): number {
    let count = 0;
    let isAssessed = false;
    for (let nth = 0; nth < passed; nth += 1) {
      const place = passedPlaces[nth] as number;
      const incident = incidents[place] as number;
      if (incident !== INCIDENT_UNKNOWN) isAssessed = true;
      if (incident !== INCIDENT) continue;
      places[count] = place;
      count += 1;
    }
    if (!isAssessed) return 0;
    const cell = count * ENDED_CELLS + ended;
    perVisit[cell] = (perVisit[cell] as number) + 1;
    const first = ended === 2 ? half : 0;
    for (let i = 0; i < count; i += 1) {
      const row = first + (places[i] as number) * moments;
      for (let j = 0; j < count; j += 1) {
        const pair = row + (places[j] as number);
        pairs[pair] = (pairs[pair] as number) + 1;
      }
    }
    return count;
  }

  function counted(): Together {
    const knownCoIncidents = Array.from({ length: moments }, (_, row) =>
      Array.from(pairs.subarray(row * moments, (row + 1) * moments)),
    );
    return {
      coIncidents: knownCoIncidents.map((known, row) =>
        known.map((count, place) => count + (pairs[half + row * moments + place] as number)),
      ),
      knownCoIncidents,
      incidentsPerVisit: endedRows(perVisit, 0, moments + 1),
    };
  }

  return { add, counted };
}
