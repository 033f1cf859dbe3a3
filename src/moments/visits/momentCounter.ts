import { type AnswerPlacer, cellOf, quickCellOf } from '../../survey/answers/answerPlacer.ts';
import { type CurrentVisit, INCIDENT, INCIDENT_UNKNOWN, NO_INCIDENT } from './currentVisit.ts';
import {
  incidentCells,
  LOW_RATING,
  NOTHING_TOLD,
  OTHER_RATING,
  REPORTED,
} from './incidentCells.ts';
import { readIncident } from './incidentReader.ts';
import type { IssueLists } from './issueLists.ts';
import { HIGH, LOW, REFERENCE } from './jointCounter.ts';
import { ratingRows } from './ratingRows.ts';
import { reportedIncidents } from './reportedIncidents.ts';
import type { MomentTally, VisitDefinition } from './types.ts';
import { waitCells } from './waitCells.ts';
import type { WaitLimit } from './waitLimits.ts';
import { isWait } from './waits.ts';

/** What is needed to read ratings, worked out once for all moments. */
export interface RatingReader {
  /** Finds the place of a rating; place 0 is the lowest. */
  readonly placer: AnswerPlacer;
  /** The place of the highest low rating. */
  readonly lowPlace: number;
  /** The place of the lowest high rating. */
  readonly highPlace: number;
  /** How many answers the overall question takes. */
  readonly overallAnswers: number;
}

/** Counts what happened at one moment. */
export interface MomentCounter<MomentId extends string> {
  /** Reads what the current visit tells of the moment. */
  readonly read: (record: Readonly<Record<string, unknown>>, visit: CurrentVisit) => void;
  /** Counts the visit, which passed the moment, once all of its incidents are known. */
  readonly close: (visit: CurrentVisit, incidentsInAll: number) => void;
  /**
   * What was counted.
   *
   * @param visits - how many visits there were
   * @param overall - how many gave each overall answer, and how many none
   */
  readonly counted: (visits: number, overall: readonly number[]) => MomentTally<MomentId>;
}

/**
 * A counter for one moment.
 *
 * @param moment - the moment
 * @param place - its place in the cycle
 * @param reader - how ratings are read
 * @param definition - how visits are counted
 * @param limits - the standards on waiting here
 * @param issues - where faults are listed
 */
export function momentCounter<MomentId extends string>(
  moment: MomentId,
  place: number,
  { placer, lowPlace, highPlace, overallAnswers }: RatingReader,
  { incidentsFrom, waits }: Pick<VisitDefinition, 'incidentsFrom' | 'waits'>,
  limits: readonly WaitLimit[],
  issues: IssueLists,
): MomentCounter<MomentId> {
  const rows = ratingRows(placer, overallAnswers);
  const incidents = incidentCells();
  const reported = reportedIncidents();
  const waiting = waitCells(waits, limits);
  const takesRatings = incidentsFrom === 'reports-and-low-ratings';
  let passed = 0;

  function read(record: Readonly<Record<string, unknown>>, visit: CurrentVisit): void {
    const { rating, incident, waitSeconds } = record;
    const quick = quickCellOf(placer, rating);
    const cell = quick < 0 ? cellOf(placer, rating) : quick;
    rows.add(cell, visit.overall);
    if (cell === placer.invalidCell)
      issues.add('invalid-rating', visit.position, visit.row, rating, moment);
    const saysMore = isGiven(incident) || isGiven(waitSeconds);
    if (!saysMore && (cell === placer.top + 1 || cell === placer.top + 2)) return;

    const isRated = cell <= placer.top;
    if (isRated) visit.bands[place] = cell <= lowPlace ? LOW : cell >= highPlace ? HIGH : REFERENCE;
    let source = readIncident(incident, moment, visit, reported, issues);
    if (source === NOTHING_TOLD && isRated && takesRatings)
      source = cell <= lowPlace ? LOW_RATING : OTHER_RATING;
    incidents.addSource(source);
    visit.incidents[place] =
      source === NOTHING_TOLD
        ? INCIDENT_UNKNOWN
        : source === REPORTED || source === LOW_RATING
          ? INCIDENT
          : NO_INCIDENT;
    if (isWait(waitSeconds)) waiting.add(waitSeconds, visit.ended);
    else if (isGiven(waitSeconds))
      issues.add('invalid-wait', visit.position, visit.row, waitSeconds, moment);
    visit.passedPlaces[visit.passed] = place;
    visit.passed += 1;
    passed += 1;
  }

  function close(visit: CurrentVisit, incidentsInAll: number): void {
    incidents.addVisit(visit, visit.incidents[place] as number, incidentsInAll);
  }

  function counted(visits: number, overall: readonly number[]): MomentTally<MomentId> {
    return {
      moment,
      passed,
      notPassed: visits - passed,
      ...rows.counted(overall),
      ...incidents.counted(),
      ...reported.counted(),
      ...waiting.counted(),
    };
  }

  return { read, close, counted };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
