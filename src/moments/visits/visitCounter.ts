import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import { answerPlacer } from '../../survey/answers/answerPlacer.ts';
import { coIncidentCounter } from './coIncidentCounter.ts';
import { type CurrentVisit } from './currentVisit.ts';
import { endedCounts } from './endedCounts.ts';
import { isRecord } from './isRecord.ts';
import { issueLists } from './issueLists.ts';
import { jointCounter, NOT_RATED } from './jointCounter.ts';
import { momentCounter } from './momentCounter.ts';
import { outcomeReader } from './outcomeReader.ts';
import type { VisitDefinition, VisitTally } from './types.ts';
import { waitLimits } from './waitLimits.ts';

/** Counts visits, one after another. */
export interface VisitCounter<MomentId extends string> {
  /** Counts a visit. */
  readonly add: (visit: unknown, position: number) => void;
  /** What was counted. */
  readonly counted: () => VisitTally<MomentId>;
}

/** A counter of the visits of a cycle, in memory that does not grow with them. */
export function visitCounter<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  definition: VisitDefinition<Ids['moment']>,
): VisitCounter<Ids['moment']> {
  const { ratingScale, overallScale, moments, drivers } = definition;
  const issues = issueLists();
  const answers = scaleAnswers(ratingScale);
  const reader = {
    placer: answerPlacer({ id: '', scale: ratingScale, firstCell: 0 }),
    lowPlace: answers.indexOf(definition.lowUpTo),
    highPlace: answers.indexOf(definition.highFrom),
    overallAnswers: answerCount(overallScale),
  };
  const counters = moments.map((moment, place) =>
    momentCounter(moment, place, reader, definition, waitLimits(cycle, moment), issues),
  );
  const placeOf = new Map<string, number>(moments.map((moment, place) => [moment, place]));
  const joint = jointCounter(
    drivers,
    drivers.map((driver) => placeOf.get(driver) ?? 0),
  );
  const outcome = outcomeReader(definition, issues);
  const together = coIncidentCounter(moments.length);
  const visit: CurrentVisit = {
    position: 0,
    row: undefined,
    ended: 2,
    overall: -1,
    bands: new Int8Array(moments.length).fill(NOT_RATED),
    incidents: new Uint8Array(moments.length),
    passedPlaces: new Int32Array(moments.length),
    passed: 0,
  };
  let visits = 0;
  let unreadable = 0;

  function add(row: unknown, position: number): void {
    visit.row = row;
    visit.position = position;
    if (!isRecord(row)) {
      unreadable += 1;
      issues.add('visit-not-an-object', position, undefined, row);
      return;
    }
    visits += 1;
    outcome.read(row, visit);
    readMoments(row['moments']);
    joint.add(visit.bands, visit.overall);
    const incidentsInAll = together.add(visit);
    for (let nth = 0; nth < visit.passed; nth += 1) {
      const place = visit.passedPlaces[nth] as number;
      counters[place]?.close(visit, incidentsInAll);
      visit.bands[place] = NOT_RATED;
    }
    visit.passed = 0;
  }

  function readMoments(records: unknown): void {
    if (!isRecord(records)) {
      issues.add('no-moments', visit.position, visit.row, records);
      return;
    }
    let next = 0;
    for (const moment of Object.keys(records)) {
      // Most visits name the moments in the order of the cycle: then no look-up is needed.
      const place = moment === moments[next] ? next : placeOf.get(moment);
      const record = records[moment];
      if (place === undefined) {
        issues.add('unknown-moment', visit.position, visit.row, record, moment);
        continue;
      }
      next = place + 1;
      if (isRecord(record)) counters[place]?.read(record, visit);
      else if (record !== undefined && record !== null)
        issues.add('record-not-an-object', visit.position, visit.row, record, moment);
    }
  }

  function counted(): VisitTally<Ids['moment']> {
    const { cells, overall } = outcome.counted();
    const silent = overall.reduce((rest, count) => rest - count, visits);
    return {
      kind: 'visit-tally',
      definition,
      visits,
      unreadable,
      outcome: endedCounts(cells),
      overall,
      moments: counters.map((counter) => counter.counted(visits, [...overall, silent])),
      joint: joint.counted(),
      ...together.counted(),
      issues: issues.counted(),
    };
  }

  return { add, counted };
}
