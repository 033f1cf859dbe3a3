/**
 * Is the service the same at every place and every visit.
 *
 * @module service-cycle/quality
 */

// Is it the same everywhere
export { answersByPlace, type PlaceOptions } from './answersByPlace.ts';
export { intraclassCorrelation } from './intraclassCorrelation.ts';
export { clusterDesignEffect } from './clusterDesignEffect.ts';
export { judgeConsistency, type ConsistencyOptions } from './judgeConsistency.ts';
export { besideMysteryVisits } from './besideMysteryVisits.ts';
export { funnelOfPlaces, type FunnelOptions } from './funnelOfPlaces.ts';
export {
  individualsChart,
  type IndividualsChart,
  type IndividualsOptions,
  type MovingRange,
} from './individualsChart.ts';
export type {
  AnswersByPlace,
  Consistency,
  ConsistencyReason,
  CorrelationGap,
  DesignEffect,
  Funnel,
  FunnelGap,
  FunnelPlace,
  HiddenPlace,
  IntraclassCorrelation,
  Limits,
  MysteryComparison,
  MysteryFinding,
  MysteryPlace,
  Overdispersion,
  PlaceAnswers,
  PlaceEstimate,
  PlaceShare,
  PlaceSummary,
  RankCorrelation,
  VarianceSplit,
} from './types.ts';
