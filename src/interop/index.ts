/**
 * Data in, results out: readers for what survey tools, logs and diagrams write, and writers for some of it.
 *
 * @module service-cycle/interop
 */

// Responses
export { readResponses } from './responses/readResponses.ts';
export type {
  AnswerColumn,
  Asked,
  FileDefaults,
  ReadResponse,
  ResponseMapping,
} from './responses/responseTypes.ts';
export {
  type ColumnSuggestion,
  type ColumnSuggestions,
  suggestColumns,
} from './responses/suggestColumns.ts';

// Measurements, visits and events
export type {
  MeasuredCycle,
  MeasurementMapping,
  ReadMeasurement,
  WordColumn,
} from './observations/measurementMapping.ts';
export { readMeasurements } from './observations/readMeasurements.ts';
export { readVisits } from './observations/readVisits.ts';
export type {
  ReadVisit,
  VisitColumn,
  VisitedCycle,
  VisitField,
  VisitMapping,
} from './observations/visitMapping.ts';
export { type EventMapping, type ReadEvent, readEvents } from './observations/readEvents.ts';
export {
  type CaseDurationOptions,
  type CaseDurations,
  caseDurations,
  type CasePair,
  type CasePairReport,
} from './observations/caseDurations.ts';
export { type LogReport, rowsFromOcel, rowsFromXes } from './events/rowsFromXes.ts';

// Surveys of other tools
export {
  type ExportOptions,
  type ExportReport,
  googleFormsRows,
  type LimeSurveyOptions,
  limeSurveyRows,
  qualtricsRows,
  surveyMonkeyRows,
} from './surveys/exportRows.ts';
export { surveyFromQsf, type SurveyFileOptions } from './surveys/surveyFromQsf.ts';
export { surveyFromSurveyJs } from './surveys/surveyFromSurveyJs.ts';
export {
  type SurveyJsDefinition,
  type SurveyJsText,
  surveyToSurveyJs,
} from './surveys/surveyToSurveyJs.ts';
export { flattenSurveyJs } from './surveys/flattenSurveyJs.ts';
export type { ImportedSurvey, SurveyReport } from './surveys/importedSurvey.ts';
export {
  type AnswersReport,
  responseFromFormbricks,
  responseFromTypeform,
} from './surveys/responsesFromForms.ts';

// Cycles of other tools
export {
  cycleFromMermaid,
  cycleToMermaid,
  type JourneyCycle,
  type JourneyReport,
  type MermaidOptions,
} from './cycles/mermaid.ts';
export {
  type Blueprint,
  type BlueprintPhase,
  type BlueprintStep,
  cycleFromBlueprint,
  cycleToBlueprint,
} from './cycles/blueprint.ts';

// What all of them tell
export type { ClockRule } from './reading/clock.ts';
export type { KeyColumn } from './reading/keyColumns.ts';
export type {
  Code,
  ColumnReport,
  DataRow,
  DropReason,
  Import,
  ImportIssue,
  ImportIssueCode,
  ImportReport,
  UnreadValue,
} from './reading/importTypes.ts';
