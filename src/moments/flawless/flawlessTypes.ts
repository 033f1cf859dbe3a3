import type { Estimated, Interval, NotEstimable } from '../../shared/estimate.ts';

/** How often a moment went well. */
export interface MomentSuccess<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** Visits through the moment without an incident, 0 to `n`. */
  readonly flawless: number;
  /** Visits through the moment that tell whether there was an incident, 0 or more. */
  readonly n: number;
  /** The share of visits that pass the moment, 0 to 1; 1 when absent. */
  readonly usage?: number;
}

/** One moment as a link of the chain. */
export interface FlawlessLink<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** The share of visits through it without an incident there, with its Wilson interval. */
  readonly flawlessShare: Estimated;
  /** The share of visits that pass it, 0 to 1. */
  readonly usage: number;
  /**
   * The share of all visits without an incident there: 1 - usage·(1 - flawless share). Absent where no
   * visit tells.
   */
  readonly perVisit?: number;
  /**
   * What the product would be if nothing ever went wrong here; absent where the product cannot be
   * estimated.
   */
  readonly ifPerfect?: number;
  /** How much higher that is than the product; absent with it. */
  readonly gain?: number;
}

/** The chance of a flawless visit if moments went wrong independently of each other. */
export interface FlawlessProductEstimate {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The product of the shares per visit, 0 to 1. */
  readonly value: number;
  /**
   * How far it can be trusted, where moments go wrong independently: the Wilson interval of a share
   * among `effectiveN` visits.
   */
  readonly interval: Interval;
  /** How many visits, counted as wholes, would tell the product as exactly as its moments do. */
  readonly effectiveN: number;
}

/**
 * A product that cannot be estimated, and why.
 *
 * `no-moments` where no moment is passed, `unknown-moments` where no visit tells of one that is.
 */
export interface FlawlessProductNotEstimable<MomentId extends string = string>
  extends NotEstimable<'no-moments' | 'unknown-moments'> {
  /** The moments of which no visit tells whether there was an incident. */
  readonly unknown: readonly MomentId[];
}

/** The flawless cycle as a chain of moments. */
export interface FlawlessChain<MomentId extends string = string> {
  /** The chance of a flawless visit if moments went wrong independently. */
  readonly product: FlawlessProductEstimate | FlawlessProductNotEstimable<MomentId>;
  /**
   * What the chance lies between, however incidents at different moments go together, as far as the
   * shares are right. Moments of which nothing is known may have any share.
   */
  readonly bounds: {
    /** Where no two incidents ever meet in a visit. */
    readonly low: number;
    /** Where they meet as often as they can. */
    readonly high: number;
  };
  /** The moments, in the order given. */
  readonly links: readonly FlawlessLink<MomentId>[];
  /**
   * The moments with the lowest share per visit: several where they tie, none where nothing is known or
   * nothing ever goes wrong.
   */
  readonly weakest: readonly MomentId[];
}

/** Whether incidents come together in the same visits. */
export interface IncidentClustering {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /**
   * The share of visits without an incident, divided by `expected`: above 1 where incidents come
   * together, so that more visits are spared.
   */
  readonly ratio: number;
  /**
   * The product of the shares of these visits without an incident at each moment. Like the share of
   * visits, it takes what is not told for no incident.
   */
  readonly expected: number;
  /**
   * `together` where the Wilson interval of the share of visits lies above `expected`, `apart` where
   * it lies below, `independent` where it holds it and nothing else is proven.
   */
  readonly verdict: 'together' | 'independent' | 'apart';
}

/** How many visits go without any incident, counted and as a chain of moments. */
export interface FlawlessCycle<MomentId extends string = string> extends FlawlessChain<MomentId> {
  /** Tells the flawless cycle from other results. */
  readonly kind: 'flawless-cycle';
  /** Always `measured`: it comes from visits. */
  readonly basis: 'measured';
  /**
   * The share of visits without any incident, with its Wilson interval. Only visits count in which at
   * least one moment tells; what the others do not tell counts as no incident.
   */
  readonly flawlessShare: Estimated;
  /**
   * Whether incidents come together; not estimable where no visit is told of (`no-data`) or none can be expected
   * flawless since a moment always goes wrong (`zero-expected`).
   */
  readonly clustering: IncidentClustering | NotEstimable<'no-data' | 'zero-expected'>;
}
