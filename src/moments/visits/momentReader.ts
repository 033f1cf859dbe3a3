import { type AnswerPlacer, cellOf, quickCellOf } from '../../survey/answers/answerPlacer.ts';
import type { IncidentSourceCounts, MomentTally } from './countTypes.ts';
import { type CurrentVisit, put } from './currentVisit.ts';
import type { VisitDefinition } from './definitionTypes.ts';
import {
  LOW_RATING,
  NOTHING_TOLD,
  OTHER_RATING,
  REPORTED,
  readIncident,
} from './incidentReader.ts';
import type { IssueLists } from './issueLists.ts';
import { type RatingCells } from './ratingCells.ts';
import { reportedIncidents } from './reportedIncidents.ts';
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
  /** Where ratings are counted. */
  readonly cells: RatingCells;
}

/** Reads what visits tell of their moments, and counts what concerns one moment alone. */
export interface MomentReader<MomentId extends string> {
  /** Reads what the current visit tells of the moment at a place. */
  readonly read: (
    place: number,
    rating: unknown,
    incident: unknown,
    delight: unknown,
    waitSeconds: unknown,
  ) => void;
  /** Counts so many visits that passed all moments and hold no more than a rating of each. */
  readonly addPlain: (visits: number) => void;
  /** Counts so many low ratings among these, at the moment at a place. */
  readonly addPlainLow: (place: number, ratings: number) => void;
  /** What was counted at the moment at a place. */
  readonly counted: (
    place: number,
    visits: number,
  ) => Pick<
    MomentTally<MomentId>,
    | 'moment'
    | 'passed'
    | 'notPassed'
    | 'sources'
    | 'causes'
    | 'severities'
    | 'recovery'
    | 'waits'
    | 'standards'
  >;
}

const SOURCES = 5;

/**
 * A reader of the moments of a cycle.
 *
 * @param moments - the moments
 * @param reader - how ratings are read
 * @param definition - how visits are counted
 * @param limits - the standards on waiting at each moment
 * @param visit - the visit that is read
 * @param issues - where faults are listed
 */
export function momentReader<MomentId extends string>(
  moments: readonly MomentId[],
  { placer, lowPlace, highPlace, cells }: RatingReader,
  { incidentsFrom, waits }: Pick<VisitDefinition, 'incidentsFrom' | 'waits'>,
  limits: readonly (readonly WaitLimit[])[],
  visit: CurrentVisit,
  issues: IssueLists,
): MomentReader<MomentId> {
  const { top, invalidCell } = placer;
  const { cells: ratings, width, columns } = cells;
  const takesRatings = incidentsFrom === 'reports-and-low-ratings';
  const passed = new Float64Array(moments.length);
  const sources = new Float64Array(SOURCES * moments.length);
  const reported = moments.map(reportedIncidents);
  const waiting = limits.map((own) => waitCells(waits, own));
  const plainLow = new Float64Array(moments.length);
  let plain = 0;

  function read(
    place: number,
    rating: unknown,
    incident: unknown,
    delight: unknown,
    waitSeconds: unknown,
  ): void {
    const quick = quickCellOf(placer, rating);
    const cell = quick < 0 ? cellOf(placer, rating) : quick;
    const isRated = cell <= top;
    if (isRated) {
      const at = place * width + cell * columns + visit.overall;
      ratings[at] = (ratings[at] as number) + 1;
    } else {
      cells.addOther(place, cell);
      if (cell === invalidCell)
        issues.add('invalid-rating', visit.position, visit.row, rating, moments[place]);
      const saysMore = isGiven(incident) || isGiven(delight) || isGiven(waitSeconds);
      if (!saysMore && cell < invalidCell) return;
    }

    passed[place] = (passed[place] as number) + 1;
    put(visit.passed, place);
    if (!isRated) put(visit.unrated, place);
    else if (cell <= lowPlace) put(visit.low, place);
    else if (cell < highPlace) put(visit.between, place);
    const source = sourceOf(place, incident, isRated, cell);
    const counted = SOURCES * place + source;
    sources[counted] = (sources[counted] as number) + 1;
    if (source === NOTHING_TOLD) put(visit.untold, place);
    else if (source === REPORTED || source === LOW_RATING) put(visit.incidents, place);
    if (delight !== undefined) readDelight(place, delight);
    if (waitSeconds !== undefined) readWait(place, waitSeconds);
  }

  function sourceOf(place: number, incident: unknown, isRated: boolean, cell: number): number {
    const source = isGiven(incident) ? readReport(place, incident) : NOTHING_TOLD;
    if (source !== NOTHING_TOLD || !isRated || !takesRatings) return source;
    return cell <= lowPlace ? LOW_RATING : OTHER_RATING;
  }

  function readReport(place: number, incident: unknown): number {
    const own = reported[place];
    if (own === undefined) return NOTHING_TOLD;
    return readIncident(incident, moments[place] ?? '', visit, own, issues);
  }

  function readDelight(place: number, delight: unknown): void {
    if (delight === true) put(visit.delights, place);
    else if (delight !== false && delight !== null)
      issues.add('invalid-delight', visit.position, visit.row, delight, moments[place]);
  }

  function readWait(place: number, seconds: unknown): void {
    if (isWait(seconds)) waiting[place]?.add(seconds, visit.ended);
    else if (isGiven(seconds))
      issues.add('invalid-wait', visit.position, visit.row, seconds, moments[place]);
  }

  function sourceCounts(place: number): IncidentSourceCounts {
    const own = sources.subarray(SOURCES * place);
    const [report = 0, reportedNone = 0, lowRating = 0, otherRating = 0, unknown = 0] = own;
    const low = plainLow[place] as number;
    return {
      reported: report,
      reportedNone,
      lowRating: lowRating + low,
      otherRating: otherRating + plain - low,
      unknown,
    };
  }

  return {
    read,
    addPlain: (visits) => {
      plain += visits;
    },
    addPlainLow: (place, ratings) => {
      plainLow[place] = (plainLow[place] as number) + ratings;
    },
    counted: (place, visits) => {
      const all = plain + (passed[place] as number);
      return {
        moment: moments[place] as MomentId,
        passed: all,
        notPassed: visits - all,
        sources: sourceCounts(place),
        ...(reported[place] ?? reportedIncidents()).counted(),
        ...(waiting[place] ?? waitCells(waits, [])).counted(),
      };
    },
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
