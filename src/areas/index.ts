/**
 * Step 4: what areas are judged by: importance, matrices, charts.
 *
 * @module service-cycle/areas
 */

// Step 4: which areas first
export {
  type AreaOptions,
  prioritizeAreas,
} from './prioritizeAreas.ts';
export type {
  AreaEvidence,
  AreaImportance,
  AreaLevel,
  AreaPriorities,
  AreaPriority,
  AreaSubject,
  AreaThresholds,
  QuestionPerformance,
} from './types.ts';
export type {
  AreaReason,
  CriticalMomentReason,
  FailedStandard,
  ImportantAndWeakReason,
  LevelDeterioratedReason,
  StandardNotMetReason,
  TooFewAnswersReason,
  TrendDeterioratedReason,
  Weakness,
  WeakNotProvenReason,
  WeakReason,
} from './reasonTypes.ts';
export type { AreaShare } from './favourableOf.ts';
export { chartAreas, type AreaChartOptions } from './charts/chartAreas.ts';
export { ewmaChart, type EwmaOptions } from './charts/ewmaChart.ts';
export { pChart, type ShareChartOptions } from './charts/pChart.ts';
export type {
  AreaChart,
  AreaCharts,
  ChartGap,
  ChartRule,
  ChartSignal,
  ChartedPoint,
  ControlChart,
  EwmaChart,
  ShareChart,
  SharePoint,
  SuppressedPeriod,
  ValuePoint,
} from './charts/types.ts';
export { areaDrivers } from './importance/areaDrivers.ts';
export { deriveImportance } from './importance/deriveImportance.ts';
export { type ImportanceOptions } from './importance/importanceSettings.ts';
export { mergeDriverTallies } from './importance/mergeDriverTallies.ts';
export { parseDriverTally } from './importance/parseDriverTally.ts';
export { tallyDrivers, type DriverSelection } from './importance/tallyDrivers.ts';
export type {
  CoefficientEstimate,
  CoefficientInterval,
  DerivedImportance,
  DerivedImportanceGap,
  DriverCounts,
  DriverGroup,
  DriverIdOf,
  DriverImportance,
  DriverQuestion,
  DriverSource,
  DriverTally,
  ImportanceDefinition,
  ImportanceEstimate,
  ImportanceGap,
  ImportanceMethod,
  ImportanceWarning,
  PairCounts,
  RankingRefusal,
  TalliedDriver,
} from './importance/types.ts';
export {
  importancePerformance,
  type MatrixOptions,
} from './matrix/importancePerformance.ts';
export {
  opportunityScore,
  type OpportunityBand,
  type OpportunityCounts,
  type OpportunityScore,
} from './matrix/opportunityScore.ts';
export { paretoLayers, type ParetoItem } from './matrix/paretoLayers.ts';
export {
  weightedSum,
  type Alternative,
  type Criterion,
  type ScorePart,
  type WeightedScore,
  type WeightedRanking,
} from './matrix/weightedSum.ts';
export type {
  Crosshair,
  CrosshairChoice,
  ImportancePerformance,
  ItemFigure,
  ItemRating,
  MatrixDefinition,
  MatrixWarning,
  PlacedItem,
  Quadrant,
  QuadrantPlace,
  RatedItem,
  UnplacedItem,
} from './matrix/types.ts';
export {
  comparePriorities,
  type AreaPlace,
  type PriorityChange,
  type PriorityComparison,
} from './comparePriorities.ts';
export type {
  AheadOf,
  AreaRank,
  AreaWarning,
  DerivedAreaImportance,
  OrderCertainty,
} from './types.ts';
export type { SpecialCauseReason, ValueAtRiskReason } from './reasonTypes.ts';
