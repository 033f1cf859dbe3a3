import type { Rated } from '../../model/survey.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { DIMENSION_TALLY_SHAPE } from './dimensionShape.ts';
import { scoresOfDimensions } from './scoresOfDimensions.ts';
import type { DimensionScores, DimensionTally } from './types.ts';

/**
 * The score of each dimension of a survey: the mean over respondents of each one's mean answer to its
 * items.
 *
 *     score of a respondent = mean of the items answered, if they are at least half of all
 *     value    = mean of the respondents' scores
 *     interval = value ± t(n - 1) · sqrt(variance / n)
 *
 * A respondent who answered fewer items than the rule asks for (`answeredShare` of the tally) has no
 * score and is counted. Each respondent counts once, however many items were answered.
 *
 * Not estimable: no respondent with a score, or only one; all with the same score.
 *
 * @param tally - the respondents' scores, from `tallyDimensions`
 * @param options - the confidence level
 * @returns every dimension's score with its interval and counts
 * @example
 * const scale = { min: 1, max: 5 };
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'kind', text: 'Kind?', asks: 'satisfaction', scale, dimension: 'staff' },
 *     { id: 'heard', text: 'Heard?', asks: 'satisfaction', scale, dimension: 'staff' },
 *   ],
 * } as const;
 * const responses = [{ kind: 5, heard: 4 }, { kind: 3 }, { kind: 2, heard: 2 }];
 * const tally = tallyDimensions(survey, responses, { asks: 'satisfaction' });
 * const [staff] = dimensionScores(tally).dimensions;
 * staff?.score.kind === 'estimate' && staff.score.value; // ~> 3.166667
 * @see Fayers and others (2001), EORTC QLQ-C30 Scoring Manual, 3rd edition, for the half-answered rule
 */
export function dimensionScores<QuestionId extends string, Asks extends Rated>(
  tally: DimensionTally<QuestionId, Asks>,
  options: ScoreOptions = {},
): DimensionScores<QuestionId, Asks> {
  checkKind('tally', tally, 'dimension-tally', DIMENSION_TALLY_SHAPE);
  checkScoreOptions(options);
  const { asks, recoded, answeredShare } = tally.layout;
  return {
    kind: 'dimension-scores',
    definition: { metric: 'dimension-scores', asks, recoded, answeredShare },
    responses: tally.responses,
    dimensions: scoresOfDimensions(tally, options),
  };
}
