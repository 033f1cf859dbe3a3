import type { Ended } from './endedCounts.ts';

/**
 * The visit that is being counted; one is used for all visits in turn. Each list holds places of moments, in
 * the order of the cycle once it is read, and only its first so many count.
 */
export interface CurrentVisit {
  /** Its position, from 0. */
  position: number;
  /** The visit as it came. */
  row: unknown;
  /** How it ended. */
  ended: Ended;
  /** The place of its overall answer on the scale, or one past the last where there is none. */
  overall: number;
  /** Whether anything is said of problems: 0 for nothing, 1 that there was none, 2 that there was one. */
  problems: 0 | 1 | 2;
  /** How often its customer complained. */
  complaints: number;
  /** How long complaints waited for an answer, in seconds. */
  readonly answers: number[];
  /** How many problems complained about tell no such time. */
  withoutTime: number;
  /**
   * What became of its problems, worst first: of those complained about, of those of which that is unknown, and of those
   * not complained about; see {@link RECOVERY}.
   */
  readonly recovery: Uint8Array;
  /** The moments that it passed. */
  readonly passed: Places;
  /** Of these, those of which nothing tells whether there was an incident. */
  readonly untold: Places;
  /** Those with an incident. */
  readonly incidents: Places;
  /** Those with a delight. */
  readonly delights: Places;
  /** Those without a rating. */
  readonly unrated: Places;
  /** Those with a low rating. */
  readonly low: Places;
  /** Those with a rating between low and high. */
  readonly between: Places;
}

/** Places of moments. */
export interface Places {
  /** The places; only the first `count` of them count. */
  readonly at: Int32Array;
  /** How many there are. */
  count: number;
}

/** A visit to count in, of a cycle of so many moments. */
export function currentVisit(moments: number): CurrentVisit {
  return {
    position: 0,
    row: undefined,
    ended: 2,
    overall: 0,
    problems: 0,
    complaints: 0,
    answers: [],
    withoutTime: 0,
    recovery: new Uint8Array(3),
    passed: places(moments),
    untold: places(moments),
    incidents: places(moments),
    delights: places(moments),
    unrated: places(moments),
    low: places(moments),
    between: places(moments),
  };
}

function places(moments: number): Places {
  return { at: new Int32Array(moments), count: 0 };
}

/** Adds a place to a list. */
export function put(list: Places, place: number): void {
  list.at[list.count] = place;
  list.count += 1;
}

/** Forgets what was read. */
export function clear(visit: CurrentVisit): void {
  if (visit.problems === 2) {
    visit.complaints = 0;
    visit.answers.length = 0;
    visit.withoutTime = 0;
    visit.recovery.fill(0);
  }
  visit.problems = 0;
  const { passed, untold, incidents, delights, unrated, low, between } = visit;
  passed.count = 0;
  untold.count = 0;
  incidents.count = 0;
  delights.count = 0;
  unrated.count = 0;
  low.count = 0;
  between.count = 0;
}

/** Puts all lists in the order of the cycle, for a visit that names its moments in another one. */
export function sortPlaces({ incidents, delights, low, between }: CurrentVisit): void {
  // The others are walked and not paired, so that their order does not matter.
  for (const { at, count } of [incidents, delights, low, between]) at.subarray(0, count).sort();
}
