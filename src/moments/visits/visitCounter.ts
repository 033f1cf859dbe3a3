import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import { answerPlacer } from '../../survey/answers/answerPlacer.ts';
import type { VisitColumns } from './columns.ts';
import { clear, currentVisit, sortPlaces } from './currentVisit.ts';
import type { VisitDefinition } from './definitionTypes.ts';
import { delightCounter } from './delightCounter.ts';
import { endedCounts } from './endedCounts.ts';
import { incidentTables } from './incidentTables.ts';
import { isRecord } from './isRecord.ts';
import { issueLists } from './issueLists.ts';
import { jointCounter } from './jointCounter.ts';
import { momentReader } from './momentReader.ts';
import { outcomeReader } from './outcomeReader.ts';
import { plainReader } from './plainReader.ts';
import { problemCounter } from './problemCounter.ts';
import { readWholeProblem } from './problemReader.ts';
import { ratingCells } from './ratingCells.ts';
import { type PlacedColumns, readColumns } from './readColumns.ts';
import type { VisitTally } from './types.ts';
import { waitLimits } from './waitLimits.ts';

/** Counts visits, one after another. */
export interface VisitCounter<MomentId extends string> {
  /** Counts a visit. */
  readonly add: (visit: unknown, position: number) => void;
  /** Counts visits in columns, the first of them at a position. */
  readonly addColumns: (columns: VisitColumns<MomentId>, firstPosition: number) => void;
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
  const overallAnswers = answerCount(overallScale);
  const placer = answerPlacer({ id: '', scale: ratingScale, firstCell: 0 });
  const rating = {
    placer,
    lowPlace: answers.indexOf(definition.lowUpTo),
    highPlace: answers.indexOf(definition.highFrom),
    cells: ratingCells(placer, overallAnswers, moments.length),
  };
  const visit = currentVisit(moments.length);
  const limits = moments.map((moment) => waitLimits(cycle, moment));
  const reader = momentReader(moments, rating, definition, limits, visit, issues);
  const placeOf = new Map<string, number>(moments.map((moment, place) => [moment, place]));
  const driverPlaces = drivers.map((driver) => placeOf.get(driver) ?? 0);
  const joint = jointCounter(drivers, driverPlaces, moments.length, overallAnswers);
  const outcome = outcomeReader(definition, issues);
  const incidents = incidentTables(moments.length);
  const pleasedFrom = scaleAnswers(overallScale).indexOf(definition.pleasedFrom);
  const delights = delightCounter(moments.length, pleasedFrom, overallAnswers);
  const problems = problemCounter(definition.waits);
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
    outcome.read(row['overall'], row['wouldReturn'], visit);
    readWholeProblem(row['problem'], visit, issues);
    readMoments(row['moments']);
    close();
  }

  /** Counts the visit that was read. */
  function close(): void {
    visits += 1;
    joint.add(visit);
    incidents.add(visit);
    if (visit.delights.count > 0) delights.add(visit);
    if (visit.problems > 0) problems.add(visit);
    clear(visit);
  }

  function readMoments(records: unknown): void {
    if (!isRecord(records)) {
      issues.add('no-moments', visit.position, visit.row, records);
      return;
    }
    let next = 0;
    let isInOrder = true;
    for (const moment in records) {
      // Most visits name the moments in the order of the cycle: then no look-up is needed.
      let place = next;
      if (moment !== moments[next]) {
        if (!Object.hasOwn(records, moment)) continue;
        const found = placeOf.get(moment);
        if (found === undefined) {
          issues.add('unknown-moment', visit.position, visit.row, records[moment], moment);
          continue;
        }
        place = found;
        if (place < next) isInOrder = false;
      }
      next = place + 1;
      readRecord(records[moment], place, moment);
    }
    if (!isInOrder) sortPlaces(visit);
  }

  function readRecord(record: unknown, place: number, moment: string): void {
    if (isRecord(record)) {
      const { rating: rated, incident, delight, waitSeconds } = record;
      reader.read(place, rated, incident, delight, waitSeconds);
    } else if (record !== undefined && record !== null)
      issues.add('record-not-an-object', visit.position, visit.row, record, moment);
  }

  function addColumns(columns: VisitColumns<Ids['moment']>, firstPosition: number): void {
    const placed = readColumns(columns, moments);
    const { length, overall, wouldReturn, problem, blank, ids } = columns;
    const told = (column: ArrayLike<unknown> | undefined, at: number): unknown => {
      const value = column?.[at];
      return value === blank ? null : value;
    };
    const said = (column: ArrayLike<unknown> | undefined, at: number): unknown => {
      const value = told(column, at);
      return value === 1 ? true : value === 0 ? false : value;
    };

    function readOutcome(at: number): void {
      visit.row = ids === undefined ? undefined : { id: ids[at] };
      visit.position = firstPosition + at;
      outcome.read(told(overall, at), said(wouldReturn, at), visit);
    }

    function addAt(at: number): void {
      for (const { place, rating: rated, incident, delight, waitSeconds } of placed) {
        const values = [
          told(rated, at),
          said(incident, at),
          said(delight, at),
          told(waitSeconds, at),
        ] as const;
        if (values.some((value) => value !== undefined && value !== null))
          reader.read(place, ...values);
      }
      if (problem !== undefined) readWholeProblem(said(problem, at), visit, issues);
      close();
    }

    const isPlain =
      problem === undefined &&
      definition.incidentsFrom === 'reports-and-low-ratings' &&
      placed.length === moments.length &&
      placed.every(isRatedOnly);
    if (isPlain) {
      const inOrder = placed.toSorted((one, other) => one.place - other.place);
      const blocks = plainReader(
        rating,
        reader,
        visit,
        inOrder.map((own) => own.rating ?? []),
      );
      blocks.read(length, blank, readOutcome, addAt, close);
      return;
    }
    for (let at = 0; at < length; at += 1) {
      readOutcome(at);
      addAt(at);
    }
  }

  function counted(): VisitTally<Ids['moment']> {
    const { cells, overall } = outcome.counted();
    const silent = overall.reduce((rest, count) => rest - count, visits);
    const tables = incidents.tables();
    const ended = endedCounts(cells);
    return {
      kind: 'visit-tally',
      definition,
      visits,
      unreadable,
      outcome: ended,
      overall,
      moments: tables.map((incidentTable, place) => {
        const { sources, causes, severities, recovery, waits, standards, ...passage } =
          reader.counted(place, visits);
        return {
          ...passage,
          ...rating.cells.counted(place, [...overall, silent]),
          sources,
          incidents: incidentTable,
          causes,
          severities,
          recovery,
          waits,
          standards,
        };
      }),
      joint: joint.counted(),
      ...incidents.together(),
      delights: delights.counted(),
      problems: problems.counted(ended),
      issues: issues.counted(),
    };
  }

  return { add, addColumns, counted };
}

function isRatedOnly({ rating, incident, delight, waitSeconds }: PlacedColumns): boolean {
  return (
    rating !== undefined &&
    incident === undefined &&
    delight === undefined &&
    waitSeconds === undefined
  );
}
