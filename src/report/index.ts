/**
 * Results in words, as pictures and as a report.
 *
 * @module service-cycle/report
 */

// Words
export { inWords, type Sayable, type ToldIssue } from './words/inWords.ts';
export type { ToldEstimate, ToldGap } from './words/estimateInWords.ts';
export type { ToldStandard } from './words/standardInWords.ts';
export type { ReportMoney, WordsOptions } from './words/speech.ts';
export type { NotKnownReason, UnreportedReason } from './words/notKnownReason.ts';
export type {
  ChangeCode,
  ConsistencyWord,
  MoreWords,
  FindingCode,
  IssueWord,
  Phrase,
  ReasonCode,
  ReportIssue,
  ReportPhrase,
  Term,
  UnreportedTerm,
  Words,
} from './words/words.ts';

// A report
export { reportHtml } from './html/reportHtml.ts';
export { reviewPictures, type ReviewPicturesOptions } from './html/reviewPictures.ts';
export { reportMarkdown } from './markdown/reportMarkdown.ts';
export type { PicturePlace } from './document/reportDocument.ts';
export type {
  HtmlReportOptions,
  PictureVariant,
  PictureVariants,
  ReportOptions,
  ReportPicture,
} from './document/reportOptions.ts';

// Pictures of the method
export {
  type BlueprintOptions,
  cycleBlueprint,
} from './pictures/cycleBlueprint.ts';
export { cycleWheel } from './pictures/cycleWheel.ts';
export type { PictureOptions, PictureSpeech } from './pictures/pictureOptions.ts';
export type { PictureWords } from './pictures/pictureWords.ts';

// Charts, as Vega-Lite specifications
export { areaOrderChart } from './charts/areaOrderChart.ts';
export { beforeAfterChart } from './charts/beforeAfterChart.ts';
export type { ChartOptions, NamedChartOptions } from './charts/chartOptions.ts';
export { controlChart, type ControlChartOptions } from './charts/controlChart.ts';
export { funnelChart, type FunnelChartOptions } from './charts/funnelChart.ts';
export { groupScoresChart, type GroupScoresOptions } from './charts/groupScoresChart.ts';
export { importancePerformanceChart } from './charts/importancePerformanceChart.ts';
export { journeyChart, type JourneyChartOptions } from './charts/journeyChart.ts';
export { plansChart, type PlansChartOptions, type PlansToDraw } from './charts/plansChart.ts';
export type { Json, VegaLiteSpec } from './charts/vegaLiteSpec.ts';
