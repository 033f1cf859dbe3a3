import type { Cycle } from '../../model/cycle.ts';
import type { ReviewComparison } from '../../review/compareReviews.ts';
import type { ScoreComparisons } from '../../survey/compare/types.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import type { WordsOptions } from '../words/speech.ts';
import type { PicturePlace } from './reportDocument.ts';

/** What a report takes besides the review. */
export interface ReportOptions extends WordsOptions {
  /** The cycle that was reviewed, for the names of its things. */
  readonly cycle: Cycle;
  /** Where the data come from, such as `300 visits in May`; nothing is said of it when absent. */
  readonly source?: string;
  /** The day of the report, as `YYYY-MM-DD`; none is given when absent. */
  readonly date?: string;
  /** What was left out of the data before they were reviewed, and why, each in a sentence. */
  readonly notes?: readonly string[];
  /** Where an answer stands in the data, such as `line 4`, by the position of its response and the question. */
  readonly placeOf?: (position: number, question: string) => string;
  /** The scores by group, from `scoreByGroup`. */
  readonly groups?: SurveyScores;
  /** What changed since the time before, from `compareReviews` or `compareScores`. */
  readonly changes?: ReviewComparison | ScoreComparisons;
  /** Where the answers of the time before come from. */
  readonly earlierSource?: string;
}

/** A picture as a text of SVG, or the same one drawn anew for narrow pages or dark ones. */
export type ReportPicture = string | PictureVariants;

/** A picture that is drawn several times. */
export interface PictureVariants {
  /** The picture where no variant fits. */
  readonly svg: string;
  /** What is read out to those who do not see it; the `title` in the picture when absent. */
  readonly title?: string;
  /** The others, of which the first whose media query holds is shown. */
  readonly variants: readonly PictureVariant[];
}

/** A picture for a page of one kind. */
export interface PictureVariant {
  /** When it is shown, as a media query of CSS, such as `(max-width: 44rem)` or `(prefers-color-scheme: dark)`. */
  readonly media: string;
  /** The picture. */
  readonly svg: string;
}

/** What {@link reportHtml} takes besides the review. */
export interface HtmlReportOptions extends ReportOptions {
  /**
   * Pictures, as texts of SVG, by the section that they stand in; none when absent. Each becomes an image of
   * its own, in which no script runs; its `title` is what is read out.
   */
  readonly pictures?: Readonly<
    Partial<Record<PicturePlace, ReportPicture | readonly ReportPicture[]>>
  >;
}
