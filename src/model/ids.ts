/**
 * The ids a cycle declares, one member per kind of thing. It is the single type parameter of
 * {@link Cycle} and of every result, so that a result about bank moments cannot be asked for a hotel's.
 */
export interface CycleIds {
  /** Ids of the stages. */
  readonly stage: string;
  /** Ids of the areas. */
  readonly area: string;
  /** Ids of the moments of truth. */
  readonly moment: string;
  /** Ids of the requirements. */
  readonly requirement: string;
  /** Ids of the standards, over all requirements. */
  readonly standard: string;
  /** Ids of the action plans. */
  readonly plan: string;
  /** Names of the resources that plans cost. */
  readonly resource: string;
  /** Ids of the survey's questions. */
  readonly question: string;
}
