import { copyOf } from '../../shared/shape.ts';
import { mergeCrossProducts } from '../../stats/regression/mergeCrossProducts.ts';
import { checkSameLayout } from '../../survey/tally/checkSameLayout.ts';
import { addCounts } from './addCounts.ts';
import { checkVisitTally, VISIT_TALLY_SHAPE } from './checkVisitTally.ts';
import type { MomentTally, ProblemCounts, WaitStandardCounts } from './countTypes.ts';
import { mergeDelights } from './delightCounter.ts';
import { mergeIssues } from './issueLists.ts';
import { mergeCauses } from './reportedIncidents.ts';
import type { JointRatings, VisitTally } from './types.ts';
import { mergeWaits } from './waits.ts';

/**
 * Adds two tallies of visits to one cycle, such as those of two months or of two workers.
 *
 * The result is the same, to the last bit, as that of tallying all visits at once, in whatever order
 * tallies are merged. Only the positions of listed faults are those within each part, unless
 * `firstPosition` told each part where it starts.
 *
 * @param one - a tally
 * @param other - another tally of the same cycle, counted in the same way
 * @returns the tally of all their visits
 * @throws ServiceCycleError `invalid-argument` when the tallies have other moments, scales, bands,
 * drivers or standards
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 * });
 * const monday = tallyVisits(desk, [{ moments: { greet: { incident: true } }, overall: 2 }]);
 * const tuesday = tallyVisits(desk, [{ moments: { greet: { incident: false } }, overall: 4 }]);
 * mergeVisitTallies(monday, tuesday).outcome; // => { dissatisfied: 1, satisfied: 1, unknown: 0 }
 */
export function mergeVisitTallies<MomentId extends string>(
  one: VisitTally<MomentId>,
  other: VisitTally<NoInfer<MomentId>>,
): VisitTally<MomentId> {
  checkVisitTally('first', one);
  checkVisitTally('second', other);
  // Only what is looked at is added up.
  const first = copyOf(one, VISIT_TALLY_SHAPE) as VisitTally<MomentId>;
  const second = copyOf(other, VISIT_TALLY_SHAPE) as VisitTally<MomentId>;
  checkSameLayout(layoutOf(first), layoutOf(second));
  return {
    kind: 'visit-tally',
    definition: first.definition,
    visits: first.visits + second.visits,
    unreadable: first.unreadable + second.unreadable,
    outcome: addCounts(first.outcome, second.outcome),
    overall: addCounts(first.overall, second.overall),
    moments: first.moments.map((moment, place) => mergeMoments(moment, second.moments[place])),
    joint: mergeJoint(first.joint, second.joint),
    coIncidents: addCounts(first.coIncidents, second.coIncidents),
    knownCoIncidents: addCounts(first.knownCoIncidents, second.knownCoIncidents),
    incidentsPerVisit: addCounts(first.incidentsPerVisit, second.incidentsPerVisit),
    delights: mergeDelights(first.delights, second.delights),
    problems: mergeProblems(first.problems, second.problems),
    issues: mergeIssues(first.issues, second.issues),
  };
}

function mergeMoments<MomentId extends string>(
  one: MomentTally<MomentId>,
  other: MomentTally<MomentId> | undefined,
): MomentTally<MomentId> {
  if (other === undefined) return one;
  return {
    moment: one.moment,
    passed: one.passed + other.passed,
    notPassed: one.notPassed + other.notPassed,
    ratings: addCounts(one.ratings, other.ratings),
    ratingByOverall: addCounts(one.ratingByOverall, other.ratingByOverall),
    sources: addCounts(one.sources, other.sources),
    incidents: addCounts(one.incidents, other.incidents),
    causes: mergeCauses(one.causes, other.causes),
    severities: addCounts(one.severities, other.severities),
    recovery: addCounts(one.recovery, other.recovery),
    waits: mergeWaits(one.waits, other.waits),
    standards: one.standards.map((counts, place) => mergeStandards(counts, other.standards[place])),
  };
}

function mergeProblems(
  { answers: one, ...first }: ProblemCounts,
  { answers: other, ...second }: ProblemCounts,
): ProblemCounts {
  const answers = {
    waits: mergeWaits(one.waits, other.waits),
    withoutTime: one.withoutTime + other.withoutTime,
  };
  return { ...addCounts(first, second), answers };
}

function mergeStandards(
  one: WaitStandardCounts,
  other: WaitStandardCounts | undefined,
): WaitStandardCounts {
  if (other === undefined) return one;
  const { standard, limitSeconds } = one;
  const within = addCounts(one.within, other.within);
  const beyond = addCounts(one.beyond, other.beyond);
  return { standard, limitSeconds, within, beyond };
}

function mergeJoint<MomentId extends string>(
  one: JointRatings<MomentId>,
  other: JointRatings<MomentId>,
): JointRatings<MomentId> {
  return {
    drivers: one.drivers,
    products: mergeCrossProducts([one.products, other.products]),
    noOverall: one.noOverall + other.noOverall,
    incomplete: one.incomplete + other.incomplete,
    unrated: addCounts(one.unrated, other.unrated),
  };
}

function layoutOf({ definition, moments }: VisitTally): object {
  const standards = moments.map((moment) =>
    moment.standards.map(({ standard, limitSeconds }) => [standard, limitSeconds]),
  );
  return { ...definition, standards };
}
