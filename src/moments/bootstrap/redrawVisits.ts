import type { Random } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import type { EndedCounts, MomentTally } from '../visits/countTypes.ts';
import type { VisitTally } from '../visits/types.ts';

/**
 * Draws tallies as other visits to the same service would give them, from the counts alone: it costs
 * the same for a thousand visits as for a billion.
 *
 * How visits ended is drawn once; then, at each moment, where the visits of each end fall in its table
 * of incidents and in those of its waits, the visits that are not in the table among them. That is a
 * bootstrap of each moment's visits. It leaves out that the same visits come through several moments:
 * tables of two moments share no more than how visits ended. All else (ratings and the sums of the joint
 * regression, causes, severities, recovery, quantiles of waits, incidents that come together) stays as
 * counted.
 *
 * @param visits - the tally to start from
 * @returns a function that draws
 * @see Efron (1979), Annals of Statistics 7, 1-26
 */
export function redrawVisits(visits: VisitTally): (random: Random) => VisitTally {
  const { outcome: found } = visits;
  return (random) => {
    const ends = ENDS.map((end) => found[end]);
    const [dissatisfied = 0, satisfied = 0, unknown = 0] = drawMultinomial(
      random,
      ends.reduce((sum, count) => sum + count, 0),
      ends,
    );
    const outcome = { dissatisfied, satisfied, unknown };
    const redraw = (table: readonly EndedCounts[]): readonly EndedCounts[] =>
      redrawTable(random, table, found, outcome);
    return {
      ...visits,
      outcome,
      moments: visits.moments.map((moment) => redrawMoment(moment, redraw)),
      incidentsPerVisit: redraw(visits.incidentsPerVisit),
    };
  };
}

const ENDS = ['dissatisfied', 'satisfied', 'unknown'] as const;

function redrawMoment(
  moment: MomentTally,
  redraw: (table: readonly EndedCounts[]) => readonly EndedCounts[],
): MomentTally {
  const { incident, noIncident, unknown } = moment.incidents;
  const drawn = redraw([...incident, ...noIncident, unknown]);
  const passed = drawn.reduce(
    (sum, row) => sum + row.dissatisfied + row.satisfied + row.unknown,
    0,
  );
  return {
    ...moment,
    passed,
    notPassed: moment.passed + moment.notPassed - passed,
    incidents: {
      incident: drawn.slice(0, incident.length),
      noIncident: drawn.slice(incident.length, -1),
      unknown: drawn.at(-1) ?? unknown,
    },
    standards: moment.standards.map((standard) => {
      const [within = standard.within, beyond = standard.beyond] = redraw([
        standard.within,
        standard.beyond,
      ]);
      return { ...standard, within, beyond };
    }),
  };
}

/** Draws where the visits of each end fall: in a row of the table, or in none. */
function redrawTable(
  random: Random,
  table: readonly EndedCounts[],
  found: EndedCounts,
  drawn: EndedCounts,
): readonly EndedCounts[] {
  const columns = ENDS.map((end) => {
    const counts = table.map((row) => row[end]);
    const elsewhere = counts.reduce((rest, count) => rest - count, found[end]);
    return drawMultinomial(random, drawn[end], [...counts, Math.max(0, elsewhere)]);
  });
  return table.map((_, row) => ({
    dissatisfied: columns[0]?.[row] ?? 0,
    satisfied: columns[1]?.[row] ?? 0,
    unknown: columns[2]?.[row] ?? 0,
  }));
}
