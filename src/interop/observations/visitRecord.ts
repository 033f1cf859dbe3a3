import type { Problem } from '../../model/observations.ts';
import type { Cell } from '../reading/columnCounter.ts';
import type { PlannedColumn } from '../reading/rowReader.ts';
import { setOwn } from '../reading/setOwn.ts';
import { isWhole, OF_A_PROBLEM, type Target } from './visitColumns.ts';
import type { ReadVisit } from './visitMapping.ts';

/** What was read so far of a visit. */
export interface VisitRecord {
  /** Its id, where rows have one. */
  readonly id: string | undefined;
  /** Where its first row stands. */
  readonly position: number;
  /** What it is grouped by. */
  readonly keys: readonly Cell[];
  /** What is said of each moment, by the field. */
  readonly moments: Map<string, { [field: string]: unknown }>;
  /** What is said of the whole visit, by the field. */
  readonly fields: { [field: string]: unknown };
  /** What is said of the problem of the whole visit, by the field. */
  readonly problem: { [field: string]: unknown };
}

/** Puts a cell where it belongs; of several, the first counts. */
export function put(
  visit: VisitRecord,
  { as, moment }: Target,
  at: string | undefined,
  cell?: Cell,
): void {
  if (cell === undefined || cell.state === 'blank') return;
  if (cell.state === 'unread' && as !== 'rating' && as !== 'overall') return;
  if (isWhole(as)) {
    visit.fields[as === 'would-return' ? 'wouldReturn' : as] ??= cell.value;
    return;
  }
  const place = moment ?? at;
  if (place === undefined) {
    if (OF_A_PROBLEM.includes(as)) visit.problem[as] ??= cell.value;
    return;
  }
  const record = visit.moments.get(place) ?? {};
  visit.moments.set(place, record);
  record[as] ??= cell.value;
}

/** The visit that was read. */
export function visitOf(
  { id, keys: cells, moments, fields, problem: about }: VisitRecord,
  keys: readonly PlannedColumn[],
): ReadVisit {
  const passed: { [moment: string]: unknown } = {};
  for (const [moment, { rating, incident, cause, severity, wait, ...told }] of moments) {
    const details = given({ cause, severity, ...partsOfProblem(told) });
    const isTold = Object.keys(details).length > 0 && incident !== false;
    setOwn(passed, moment, {
      ...(rating !== undefined && { rating }),
      ...(isTold ? { incident: details } : incident !== undefined && { incident }),
      ...(wait !== undefined && { waitSeconds: wait }),
    });
  }
  const problem = given(partsOfProblem(about));
  const isProblemTold = Object.keys(problem).length > 0 && fields['problem'] !== false;
  const visit: { [name: string]: unknown } = {
    ...(id !== undefined && { id }),
    moments: passed,
    ...fields,
    ...(isProblemTold && { problem }),
  };
  for (const [at, { as }] of keys.entries()) setOwn(visit, as, cells[at]?.value ?? null);
  return visit as unknown as ReadVisit;
}

function partsOfProblem(told: { readonly [field: string]: unknown }): {
  readonly [Part in keyof Problem]: unknown;
} {
  const { complained, times, recovered } = told;
  return { complained, times, answeredAfterHours: told['answered-after'], recovered };
}

/** Without what is not told. */
function given(told: object): object {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
