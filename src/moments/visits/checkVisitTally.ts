import { checkScale } from '../../model/checkScale.ts';
import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { pathText } from '../../shared/quote.ts';
import { checkOneOf, isFields, refuse } from '../../shared/refuse.ts';
import type { Shape } from '../../shared/shape.ts';
import { checkCrossProducts } from '../../stats/regression/checkCrossProducts.ts';
import { checkSketch, SKETCH_SHAPE } from '../../stats/sketch/checkSketch.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import type { VisitTally } from './types.ts';

/** Visits by how they ended. */
export const ENDED_SHAPE: Shape = { dissatisfied: 'count', satisfied: 'count', unknown: 'count' };

/** What of a moment of a tally is needed to tell how flawless it is. */
export const INCIDENTS_SHAPE: Shape = {
  incident: [ENDED_SHAPE],
  noIncident: [ENDED_SHAPE],
  unknown: ENDED_SHAPE,
};

const RECOVERY_SHAPE: Shape = {
  recovered: ENDED_SHAPE,
  notRecovered: ENDED_SHAPE,
  unknown: ENDED_SHAPE,
};

const WAITS: Shape = (value) => {
  const kind: unknown = isFields(value) ? Reflect.get(value, 'kind') : undefined;
  return kind === 'exact' ? { kind: 'text', n: 'count', counts: [['counted']] } : SKETCH_SHAPE;
};

/** What went wrong and what became of it. */
const PROBLEMS_SHAPE: Shape = {
  none: ENDED_SHAPE,
  complained: RECOVERY_SHAPE,
  silent: RECOVERY_SHAPE,
  complaintUnknown: RECOVERY_SHAPE,
  untold: ENDED_SHAPE,
  complaints: 'count',
  answers: { waits: WAITS, withoutTime: 'count' },
};

/** What is told of incidents at a moment. */
export const CAUSES_SHAPE: Shape = [
  { cause: 'text', dissatisfied: 'count', satisfied: 'count', unknown: 'count' },
];

const MOMENT: Shape = {
  moment: 'text',
  passed: 'count',
  notPassed: 'count',
  ratings: { rated: 'count', notApplicable: 'count', blank: 'count', invalid: 'count' },
  sources: {
    reported: 'count',
    reportedNone: 'count',
    lowRating: 'count',
    otherRating: 'count',
    unknown: 'count',
  },
  incidents: INCIDENTS_SHAPE,
  ratingByOverall: [['count']],
  causes: CAUSES_SHAPE,
  severities: ['count'],
  recovery: RECOVERY_SHAPE,
  waits: WAITS,
  standards: [
    { standard: 'text', limitSeconds: 'counted', within: ENDED_SHAPE, beyond: ENDED_SHAPE },
  ],
};

/** Ratings of several moments with the overall answer. */
export const JOINT_SHAPE: Shape = {
  drivers: ['text'],
  products: { kind: 'text', n: 'count', columns: 'count', sums: ['number'] },
  noOverall: 'count',
  incomplete: 'count',
  unrated: ['count'],
};

/** What a tally of visits looks like. */
export const VISIT_TALLY_SHAPE: Shape = {
  kind: 'text',
  definition: {
    cycle: 'text',
    moments: ['text'],
    ratingScale: SCALE_SHAPE,
    overallScale: SCALE_SHAPE,
    lowUpTo: 'number',
    highFrom: 'number',
    dissatisfiedUpTo: 'number',
    pleasedFrom: 'number',
    incidentsFrom: 'text',
    reportsFrom: 'text',
    drivers: ['text'],
    waits: 'text',
  },
  visits: 'count',
  unreadable: 'count',
  outcome: ENDED_SHAPE,
  overall: ['count'],
  moments: [MOMENT],
  joint: JOINT_SHAPE,
  coIncidents: [['count']],
  knownCoIncidents: [['count']],
  incidentsPerVisit: [ENDED_SHAPE],
  delights: {
    moments: [{ pleased: 'count', other: 'count', unknown: 'count' }],
    together: [['count']],
  },
  problems: PROBLEMS_SHAPE,
  issues: [
    {
      code: 'text',
      count: 'count',
      first: [{ position: 'count', 'visit?': 'text', 'moment?': 'text', found: 'text' }],
    },
  ],
};

/** Refuses what is no tally of visits, or one whose parts are not as many as its moments and answers. */
export function checkVisitTally(name: string, tally: VisitTally): void {
  checkKind(name, tally, 'visit-tally', VISIT_TALLY_SHAPE);
  checkVisitCounts(tally, (path, found, expected) => {
    refuse(`${name}.${pathText(path)}`, found, expected);
  });
}

/** Tells what of a tally of visits does not go with its definition. */
export function checkVisitCounts(
  tally: VisitTally,
  tell: (path: readonly (string | number)[], found: unknown, expected: string) => void,
): void {
  const { definition, moments, joint, delights } = tally;
  const { ratingScale, overallScale, drivers } = definition;
  checkScale(ratingScale);
  checkScale(overallScale);
  checkOneOf('definition.waits', definition.waits, ['sketch', 'exact']);
  checkCrossProducts(joint.products);
  const expectLength = (
    path: readonly (string | number)[],
    list: readonly unknown[],
    length: number,
  ): void => {
    if (list.length !== length) tell(path, list, `a list of ${length}`);
  };
  const count = definition.moments.length;
  expectLength(['moments'], moments, count);
  const answers = answerCount(overallScale);
  expectLength(['overall'], tally.overall, answers);
  expectLength(['incidentsPerVisit'], tally.incidentsPerVisit, count + 1);
  expectLength(['joint', 'drivers'], joint.drivers, drivers.length);
  expectLength(['joint', 'unrated'], joint.unrated, drivers.length);
  if (joint.products.columns !== 2 * drivers.length) {
    tell(
      ['joint', 'products', 'columns'],
      joint.products.columns,
      `two for each of ${drivers.length} drivers`,
    );
  }
  for (const [path, pairs] of [
    [['coIncidents'], tally.coIncidents],
    [['knownCoIncidents'], tally.knownCoIncidents],
    [['delights', 'together'], delights.together],
  ] as const) {
    // Nothing is kept of delights until the first one.
    const isNone = path[0] === 'delights' && delights.moments.length === 0;
    expectLength(path, pairs, isNone ? 0 : count);
    for (const [at, row] of pairs.entries()) expectLength([...path, at], row, count);
  }
  if (delights.moments.length > 0) expectLength(['delights', 'moments'], delights.moments, count);
  const { waits } = tally.problems.answers;
  if (waits.kind !== 'exact') checkSketch(waits);
  for (const [at, moment] of moments.entries()) {
    const path = ['moments', at];
    if (moment.moment !== definition.moments[at]) {
      tell([...path, 'moment'], moment.moment, 'the moments in the order of the definition');
    }
    expectLength([...path, 'severities'], moment.severities, 10);
    expectLength(
      [...path, 'ratingByOverall'],
      moment.ratingByOverall,
      answerCount(ratingScale) + 1,
    );
    for (const [row, cells] of moment.ratingByOverall.entries()) {
      expectLength([...path, 'ratingByOverall', row], cells, answers + 1);
    }
    if (moment.waits.kind !== 'exact') checkSketch(moment.waits);
  }
}
