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
export type { NotKnownReason } from './words/notKnownReason.ts';
export type {
  ChangeCode,
  ConsistencyWord,
  FindingCode,
  IssueWord,
  Phrase,
  ReasonCode,
  ReportPhrase,
  Term,
  Words,
} from './words/words.ts';

// A report
export { reportHtml } from './html/reportHtml.ts';
export { reportMarkdown } from './markdown/reportMarkdown.ts';
export type { PicturePlace } from './document/reportDocument.ts';
export type { HtmlReportOptions, ReportOptions } from './document/reportOptions.ts';
