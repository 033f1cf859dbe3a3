/** A figure that was computed from an effect, with the uncertainty of that effect. */
export interface CostFigure {
  /** The figure; below 0 where incidents go with fewer dissatisfied customers. */
  readonly value: number;
  /** How far it can be trusted, as far as the visits tell. */
  readonly interval: {
    /** The lower limit. */
    readonly low: number;
    /** The upper limit. */
    readonly high: number;
    /** The confidence level, that of the effect. */
    readonly level: number;
    /** Distances of the limits of the incident share and of the risk difference, squared and added. */
    readonly method: 'square-and-add';
  };
}

/** What an incident's cost is computed from besides its effect. */
export interface IncidentCostOptions {
  /** The share of visits that pass the moment, 0 to 1; taken as 1 when absent. */
  readonly usage?: number;
  /**
   * The share of visits through the moment that have an incident, 0 to 1, where it is known better than
   * from the visits behind the effect, as from a log of all of them; taken as exact.
   */
  readonly incidentShare?: number;
  /** How many visits there are in the period of interest, 0 or more. */
  readonly visits?: number;
  /** What a customer is worth, in any money: such as a lifetime value; 0 or more. */
  readonly customerValue?: number;
  /**
   * Of the customers who end dissatisfied, the share that is really lost by it, 0 to 1; taken as 1 when
   * absent. Those who say that they will leave often stay.
   */
  readonly churnCalibration?: number;
}

/**
 * What a cost takes for granted.
 *
 * - `usage`: that every visit passes the moment
 * - `churn-calibration`: that every customer who ends dissatisfied is lost
 * - `customer-value`: what a customer is worth
 */
export type CostAssumption = 'usage' | 'churn-calibration' | 'customer-value';

/** Money at stake, as far as the assumptions hold. */
export interface ValueAtRisk {
  /** Always `assumed`: it is no better than the value given for a customer. */
  readonly basis: 'assumed';
  /** For a thousand visits. */
  readonly perThousand: CostFigure;
  /** For the number of visits given; absent where none is. */
  readonly inVisits?: CostFigure;
  /** What a customer is taken to be worth. */
  readonly customerValue: number;
  /** The share of customers who end dissatisfied that is taken to be lost. */
  readonly churnCalibration: number;
}

/**
 * What incidents at a moment come to. Costs of several moments do not add up: a visit can have several
 * incidents.
 */
export interface IncidentCost {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** `assumed` where usage is taken as 1, else `measured`; of the customers, not of the money. */
  readonly basis: 'measured' | 'assumed';
  /** Of a thousand customers, how many more end dissatisfied than if none had an incident there. */
  readonly dissatisfiedPerThousand: CostFigure;
  /** The same for the number of visits given; absent where none is. */
  readonly dissatisfiedInVisits?: CostFigure;
  /** What that is worth; absent where no value of a customer is given. */
  readonly valueAtRisk?: ValueAtRisk;
  /** The share of visits that pass the moment, as taken. */
  readonly usage: number;
  /** The share of visits through the moment that have an incident, as taken. */
  readonly incidentShare: number;
  /** Visits behind the effect. */
  readonly n: number;
  /** What is taken for granted, in the order of the steps. */
  readonly assumptions: readonly CostAssumption[];
}
