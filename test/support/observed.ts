import type { Cycle } from '../../src/model/cycle.ts';
import type { CycleIds } from '../../src/model/ids.ts';
import type { SurveyResponse, Visit } from '../../src/model/observations.ts';
import { tallyVisits } from '../../src/moments/visits/tallyVisits.ts';
import type { Observations, ObservedMeasurements } from '../../src/review/observations.ts';
import { scoreSurvey } from '../../src/survey/score/scoreSurvey.ts';

/** Observations as rows, to be counted for a review. */
export interface ObservedRows<Ids extends CycleIds = CycleIds> {
  readonly responses?: readonly SurveyResponse[] | undefined;
  readonly earlierResponses?: readonly SurveyResponse[] | undefined;
  readonly measurements?: ObservedMeasurements<Ids['standard']> | undefined;
  readonly visits?: readonly Visit<Ids['moment']>[] | undefined;
}

/** What a review takes, counted from rows: scores of all the responses, none where the cycle has no survey. */
export function observed<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  rows: ObservedRows<Ids>,
  level?: number,
): Observations<Ids> {
  const { survey } = cycle;
  const scores = (responses: readonly SurveyResponse[] | undefined) =>
    survey && responses && scoreSurvey(survey, responses, level === undefined ? {} : { level });
  return {
    scores: scores(rows.responses),
    earlierScores: scores(rows.earlierResponses),
    measurements: rows.measurements,
    visits: rows.visits && tallyVisits(cycle, rows.visits),
  };
}
