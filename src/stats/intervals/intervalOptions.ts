/** What may be chosen about an interval. */
export interface IntervalOptions {
  /** The confidence level, above 0 and below 1; 0.95 where none is asked for. */
  readonly level?: number;
}
