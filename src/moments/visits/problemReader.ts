import type { CurrentVisit } from './currentVisit.ts';
import { isRecord } from './isRecord.ts';
import type { IssueLists } from './issueLists.ts';
import { isWait } from './waits.ts';

/** What became of a problem, the better first, so that the worst of several is the largest; 0 is no problem. */
export const RECOVERY = { recovered: 1, unknown: 2, notRecovered: 3 } as const;

/** Which problems: those complained about, those of which that is unknown, and those not complained about. */
export const COMPLAINT = { complained: 0, unknown: 1, silent: 2 } as const;

/** Reads what is told of a problem of the whole visit. */
export function readWholeProblem(problem: unknown, visit: CurrentVisit, issues: IssueLists): void {
  if (problem === undefined || problem === null) return;
  if (problem === false) noteNoProblem(visit);
  else if (problem === true) noteProblem(visit);
  else if (isRecord(problem)) readProblem(problem, visit, issues);
  else issues.add('invalid-problem', visit.position, visit.row, problem);
}

/** Notes that there was no problem, at one moment or at all. */
export function noteNoProblem(visit: CurrentVisit): void {
  if (visit.problems === 0) visit.problems = 1;
}

/** Notes a problem of which nothing else is told. */
export function noteProblem(visit: CurrentVisit): void {
  note(visit, COMPLAINT.unknown, RECOVERY.unknown);
}

/**
 * Notes a problem with what became of it. Gives whether it was made good, or `undefined` where nobody said or what is
 * said cannot be read.
 */
export function readProblem(
  problem: Readonly<Record<string, unknown>>,
  visit: CurrentVisit,
  issues: IssueLists,
  moment?: string,
): boolean | undefined {
  const { complained, times, answeredAfterHours, recovered } = problem;
  const { position, row } = visit;
  const said = truth(complained);
  if (said === undefined && isGiven(complained))
    issues.add('invalid-complained', position, row, complained, moment);
  const isCount = Number.isSafeInteger(times) && Number(times) >= 0;
  const isTimes = isCount && (said === undefined || said === Number(times) > 0);
  if (!isTimes && isGiven(times)) issues.add('invalid-times', position, row, times, moment);
  const told = isTimes ? Number(times) > 0 : said;
  const seconds = typeof answeredAfterHours === 'number' ? answeredAfterHours * 3600 : undefined;
  const isHours = told !== false && isWait(seconds);
  if (!isHours && isGiven(answeredAfterHours))
    issues.add('invalid-answer-time', position, row, answeredAfterHours, moment);
  const isMadeGood = truth(recovered);
  if (isMadeGood === undefined && isGiven(recovered))
    issues.add('invalid-recovered', position, row, recovered, moment);

  const hasComplained = told === true || isHours;
  if (hasComplained) {
    visit.complaints += isTimes ? Number(times) : 1;
    if (isHours) visit.answers.push(seconds);
    else visit.withoutTime += 1;
  }
  note(
    visit,
    hasComplained ? COMPLAINT.complained : told === false ? COMPLAINT.silent : COMPLAINT.unknown,
    isMadeGood === undefined
      ? RECOVERY.unknown
      : isMadeGood
        ? RECOVERY.recovered
        : RECOVERY.notRecovered,
  );
  return isMadeGood;
}

function note(visit: CurrentVisit, complaint: number, recovery: number): void {
  visit.problems = 2;
  visit.recovery[complaint] = Math.max(visit.recovery[complaint] as number, recovery);
}

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
