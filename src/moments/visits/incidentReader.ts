import type { CurrentVisit } from './currentVisit.ts';
import { isRecord } from './isRecord.ts';
import type { IssueLists } from './issueLists.ts';
import { noteNoProblem, noteProblem, readProblem } from './problemReader.ts';
import type { ReportedIncidents } from './reportedIncidents.ts';

/** What told whether there was an incident, as the place of its cell: a report. */
export const REPORTED: number = 0;
/** A report that there was none. */
const REPORTED_NONE: number = 1;
/** A low rating. */
export const LOW_RATING: number = 2;
/** A rating that is not low. */
export const OTHER_RATING: number = 3;
/** Nothing. */
export const NOTHING_TOLD: number = 4;

/**
 * Reads what is reported of an incident and counts what is told of it. Gives the cell of what told, or
 * {@link NOTHING_TOLD}.
 */
export function readIncident(
  incident: unknown,
  moment: string,
  visit: CurrentVisit,
  reported: ReportedIncidents,
  issues: IssueLists,
): number {
  if (incident === undefined || incident === null) return NOTHING_TOLD;
  if (incident === false) {
    noteNoProblem(visit);
    return REPORTED_NONE;
  }
  if (incident === true) {
    noteProblem(visit);
    reported.addRecovery(undefined, visit.ended);
    return REPORTED;
  }
  const { ended, position, row } = visit;
  if (!isRecord(incident)) {
    issues.add('invalid-incident', position, row, incident, moment);
    return NOTHING_TOLD;
  }
  const { cause, severity } = incident;
  if (typeof cause === 'string' && cause.trim() !== '') reported.addCause(cause, ended);
  else if (cause !== undefined && cause !== null)
    issues.add('invalid-cause', position, row, cause, moment);
  if (isSeverity(severity)) reported.addSeverity(severity);
  else if (severity !== undefined && severity !== null)
    issues.add('invalid-severity', position, row, severity, moment);
  reported.addRecovery(readProblem(incident, visit, issues, moment), ended);
  return REPORTED;
}

function isSeverity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10;
}
