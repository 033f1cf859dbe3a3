import type { Ended } from './endedCounts.ts';

/** Nothing tells whether there was an incident at a moment that was passed. */
export const INCIDENT_UNKNOWN: number = 0;
/** Passed without an incident. */
export const NO_INCIDENT: number = 1;
/** Passed with an incident. */
export const INCIDENT: number = 2;

/** The visit that is being counted; one is used for all visits in turn. */
export interface CurrentVisit {
  /** Its position, from 0. */
  position: number;
  /** The visit as it came. */
  row: unknown;
  /** How it ended. */
  ended: Ended;
  /** The place of its overall answer on the scale, or -1. */
  overall: number;
  /** The band of each moment's rating. */
  readonly bands: Int8Array;
  /** What is known of the incident at each moment that it passed. */
  readonly incidents: Uint8Array;
  /** The places of the moments that it passed; the first `passed` count. */
  readonly passedPlaces: Int32Array;
  /** How many moments it passed. */
  passed: number;
}
