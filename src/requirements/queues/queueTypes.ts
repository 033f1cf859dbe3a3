import type { NotEstimable } from '../../shared/estimate.ts';
/** How much work comes in. */
export interface QueueLoad {
  /** How many customers arrive in an hour, 0 or more, at random and at a steady rate. */
  readonly arrivalsPerHour: number;
  /** How long it takes to serve one, on average, in seconds, above 0. */
  readonly handlingSeconds: number;
}

/** What a forecast is made of. */
export interface StaffedQueue extends QueueLoad {
  /** How many serve at the same time, a whole number, 1 or more. */
  readonly agents: number;
  /** The wait that counts as good service, in seconds, 0 or more. */
  readonly withinSeconds: number;
}

/** How long customers wait, in seconds. */
export interface QueueWaits {
  /** On average, those who do not wait included: the average speed of answer. */
  readonly mean: number;
  /** On average among those who wait. */
  readonly meanOfWaiting: number;
  /** What half of the customers keep to; 0 where half do not wait. */
  readonly p50: number;
  /** What 90 in 100 customers keep to. */
  readonly p90: number;
  /** What 95 in 100 customers keep to. */
  readonly p95: number;
}

/** How a queue behaves in the long run, as the model has it. */
export interface QueueForecast {
  /** Tells a forecast from a queue that has no long run. */
  readonly kind: 'queue-forecast';
  /** The model: random arrivals and handling times, one line, nobody hangs up. */
  readonly model: 'erlang-c';
  /** A model is no measurement. */
  readonly basis: 'assumed';
  /** How many serve. */
  readonly agents: number;
  /** The wait that counts as good service, in seconds. */
  readonly withinSeconds: number;
  /** The work that comes in, in erlangs: how many would be busy if nobody had to wait. */
  readonly load: number;
  /** The share of their time that agents are busy. */
  readonly occupancy: number;
  /** The share of customers who have to wait. */
  readonly waitingShare: number;
  /** The share of customers who wait no longer than `withinSeconds`. */
  readonly serviceLevel: number;
  /** How long customers wait. */
  readonly waitSeconds: QueueWaits;
  /** How many are waiting, on average over time. */
  readonly queueLength: number;
}

/**
 * A queue that grows without end, because as much or more work comes in than can be done.
 *
 * Waits have no average: each is longer than the last.
 */
export interface OverloadedQueue extends NotEstimable<'overloaded'> {
  /** The work that comes in, in erlangs. */
  readonly load: number;
  /** How many serve. */
  readonly agents: number;
  /** The fewest with whom there would be a long run. */
  readonly fewestAgents: number;
}
