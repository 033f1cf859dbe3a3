/**
 * Is the service the same at every place and every visit.
 *
 * @module service-cycle/quality
 */

// Is it the same everywhere
export { answersByPlace, type PlaceOptions } from './answersByPlace.ts';
export { intraclassCorrelation } from './intraclassCorrelation.ts';
export { clusterDesignEffect } from './clusterDesignEffect.ts';
export { funnelOfPlaces, type FunnelOptions } from './funnelOfPlaces.ts';
export {
  individualsChart,
  type IndividualsChart,
  type IndividualsOptions,
  type MovingRange,
} from './individualsChart.ts';
export type {
  AnswersByPlace,
  CorrelationGap,
  DesignEffect,
  Funnel,
  FunnelGap,
  FunnelPlace,
  HiddenPlace,
  IntraclassCorrelation,
  Limits,
  Overdispersion,
  PlaceAnswers,
  PlaceShare,
  PlaceSummary,
  VarianceSplit,
} from './types.ts';
