import type { Cycle } from '../model/cycle.ts';
import type { Measurement } from '../model/observations.ts';
import type { MeasurementTally } from '../requirements/measurements/tallyTypes.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import { checkArray, checkCount, checkOptions, checkRows, refuse } from '../shared/refuse.ts';
import { checkKind } from '../survey/answers/guards.ts';
import { SURVEY_SCORES_SHAPE } from '../survey/score/scoreShapes.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { MeasurementColumns, Observations, ObservedMeasurements } from './observations.ts';

/** Refuses what cannot be read, or is of another survey, before any of it is read. */
export function checkObservations(
  observations: unknown,
  cycle: Cycle,
): asserts observations is Observations {
  const names = ['scores', 'earlierScores', 'measurements', 'visits'];
  checkOptions(observations, names, 'observations');
  const { scores, earlierScores, measurements }: { [Name in keyof Observations]?: unknown } =
    observations;
  for (const [name, found] of Object.entries({ scores, earlierScores })) {
    if (found === undefined) continue;
    checkKind(name, found, 'survey-scores', SURVEY_SCORES_SHAPE);
    const { survey } = found as SurveyScores;
    if (survey === surveyOf(cycle)) continue;
    const expected = cycle.survey ? quote(cycle.survey.id) : 'none: the cycle has no survey';
    refuse(`the survey of ${name}`, survey, expected);
  }
  if (measurements !== undefined) {
    checkRows('measurements', measurements, 'columns', 'measurement-tally');
  }
}

/** The id that scores of the cycle's survey name; where it has none, the one that a review without scores names. */
function surveyOf({ id, survey }: Cycle): string {
  return survey?.id ?? id;
}

/** The scores where nobody was asked. */
export function noScores(
  cycle: Cycle,
  level: number = DEFAULT_LEVEL,
): SurveyScores<never, never, never> {
  return {
    kind: 'survey-scores',
    survey: surveyOf(cycle),
    responses: 0,
    questions: [],
    suppressedQuestions: [],
    minimumGroupSize: 1,
    level,
    notGuarded: [],
    firstInvalid: [],
  };
}

/** The measurements as rows and tallies, in whatever form they come. */
export function measurementsOf<StandardId extends string>(
  measurements: ObservedMeasurements<StandardId>,
): Iterable<Measurement<StandardId> | MeasurementTally<StandardId, never>> {
  if (!('kind' in measurements)) return measurements;
  return measurements.kind === 'columns' ? rowsOf(measurements) : [measurements];
}

function rowsOf<StandardId extends string>(
  columns: MeasurementColumns<StandardId>,
): readonly Measurement<StandardId>[] {
  const { length, standard, value, unit, ended, customer } = columns;
  checkCount('length of the measurements', length);
  for (const [name, column] of Object.entries({ standard, value, unit, ended, customer })) {
    if (column === undefined && name !== 'standard' && name !== 'value') continue;
    checkArray(`${name} of the measurements`, column);
    if (column?.length !== length)
      refuse(`length of ${name} of the measurements`, column?.length, String(length));
  }
  return Array.from({ length }, (_, row) => ({
    standard: standard[row] as StandardId,
    value: value[row] as number,
    ...(unit?.[row] !== undefined && { unit: unit[row] }),
    ...(ended?.[row] !== undefined && { ended: ended[row] }),
    ...(customer?.[row] !== undefined && { customer: customer[row] }),
  }));
}
