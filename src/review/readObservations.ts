import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement } from '../model/observations.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import type { MeasurementTally } from '../requirements/measurements/tallyTypes.ts';
import { checkArray, checkCount, checkList, checkOptions, refuse } from '../shared/refuse.ts';
import { scoreTally } from '../survey/score/scoreTally.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import type {
  MeasurementColumns,
  Observations,
  ObservedMeasurements,
  ObservedResponses,
  ObservedVisits,
} from './observations.ts';

/** Scores as the steps of a review take them, whatever responses are grouped by. */
export type ReviewScores<Ids extends CycleIds> = SurveyScores<
  Ids['question'],
  Ids['moment'],
  Ids['area']
>;

/** The kinds that each observation may be of, besides rows. */
const KINDS = {
  responses: ['columns', 'tally'],
  earlierResponses: ['columns', 'tally'],
  measurements: ['columns', 'measurement-tally'],
  visits: ['columns', 'visit-tally'],
} as const;

/**
 * Refuses what cannot be read at once, before any of it is read: a stream that is begun and left would
 * fail later, where nobody can catch it.
 */
export function checkObservations(observations: unknown): asserts observations is Observations {
  checkOptions(observations, [...Object.keys(KINDS), 'supporting'], 'observations');
  const supporting: unknown = Reflect.get(observations, 'supporting');
  if (supporting !== undefined) checkList('observations.supporting', supporting);
  for (const [name, kinds] of Object.entries(KINDS)) {
    const found: unknown = Reflect.get(observations, name);
    if (found === undefined || isReadable(found, kinds)) continue;
    const others = kinds.map((kind) => kind.replace('-', ' ')).join(' or ');
    const first = isStream(found) ? '; tally the stream first' : '';
    refuse(
      `observations.${name}`,
      isStream(found) ? 'a stream' : found,
      `a list or another iterable, ${others}${first}`,
    );
  }
}

function isStream(found: unknown): boolean {
  return typeof found === 'object' && found !== null && Symbol.asyncIterator in found;
}

function isReadable(found: unknown, kinds: readonly string[]): boolean {
  if (typeof found !== 'object' || found === null) return false;
  const kind: unknown = Reflect.get(found, 'kind');
  return kinds.some((each) => each === kind) || Symbol.iterator in found;
}

/** The scores of responses, in whatever form they come. */
export function scoresOf<Ids extends CycleIds>(
  { id, survey }: Cycle<Ids>,
  responses: ObservedResponses<Ids['question']>,
  level: number | undefined,
): ReviewScores<Ids> {
  const asked: SatisfactionSurvey<Ids['question'], Ids['moment'], Ids['area']> = survey ?? {
    id,
    title: '',
    questions: [],
  };
  const options = level === undefined ? {} : { level };
  if (!('kind' in responses)) return scoreTally(asked, tallyResponses(asked, responses), options);
  const tally = responses.kind === 'tally' ? responses : tallyResponses(asked, responses);
  return scoreTally(asked, tally, options);
}

/** The visits counted, in whatever form they come. */
export function visitsOf<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  visits: ObservedVisits<Ids['moment']> | undefined,
): VisitTally<Ids['moment']> | undefined {
  if (visits === undefined) return undefined;
  if ('kind' in visits && visits.kind === 'visit-tally') return visits;
  return tallyVisits(cycle, visits);
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
