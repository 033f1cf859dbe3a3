import type { AnswerKind } from '../model/servicePlan.ts';
import type { NotEstimable } from '../shared/estimate.ts';
import type { ZoneOffsets } from './zoneOffsets.ts';

/** The period that {@link channelCoverage} looks at. */
export interface CoverageOptions {
  /** The first day, as `YYYY-MM-DD`. */
  readonly from: string;
  /** The last day, which counts too; at most 3,660 days after the first. */
  readonly to: string;
  /**
   * The offsets of the zones by name, for clock changes, and where hours stand on several clocks; days of 24 hours on one
   * clock when absent.
   */
  readonly offsets?: ZoneOffsets;
}

/** Hours of the week that customers ask for and nobody covers. */
export interface UncoveredHours {
  /** The days of the week on which it occurs, from 1 (Monday) to 7. */
  readonly weekdays: readonly number[];
  /** The begin on the clock, such as `08:00`. */
  readonly from: string;
  /** The end on the clock; `24:00` is midnight. */
  readonly to: string;
  /** The zone of the clock; absent where the hours asked for name none. */
  readonly zone?: string;
  /** What a minute of it counts. */
  readonly weight: number;
  /** How long it is over the whole period, in minutes. */
  readonly minutes: number;
  /** On how many days of the period it occurs. */
  readonly days: number;
  /** The first of them. */
  readonly firstDay: string;
}

/** How much of the hours that customers ask for is covered. */
export interface CoveredHours {
  /** The share of them by weight, 0 to 1. */
  readonly share: number;
  /** How long the covered ones are over the period, in minutes. */
  readonly minutes: number;
  /** The others, the weightiest first: weight times minutes. */
  readonly uncovered: readonly UncoveredHours[];
}

/**
 * How much of the hours that customers ask for each channel covers, and all together.
 *
 * @typeParam ChannelId - the ids of the channels
 */
export interface ChannelCoverage<ChannelId extends string = string> {
  /** Tells coverage from other results. */
  readonly kind: 'channel-coverage';
  /** The first day. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  /** How long customers ask to be served over the period, in minutes. */
  readonly requiredMinutes: number;
  /** Each channel by itself, in the order of the plan. */
  readonly channels: readonly (CoveredHours & {
    /** The channel. */
    readonly channel: ChannelId;
    /** How it answers. */
    readonly answer: AnswerKind;
  })[];
  /** The channels together that answer in one way: live, deferred, self-service. */
  readonly answers: readonly (CoveredHours & {
    /** The way. */
    readonly answer: AnswerKind;
  })[];
  /** All channels together. */
  readonly any: CoveredHours;
}

/** Why there is no coverage: customers ask for nothing in the period, or what they ask for weighs nothing. */
export type ChannelCoverageNotEstimable = NotEstimable<'nothing-required'>;
