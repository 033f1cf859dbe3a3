import type { Cycle } from '../../model/cycle.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { TallyDoor, Tell } from '../../survey/doors/tallyDoor.ts';
import type { Path } from '../../survey/tally/parseTallyFaults.ts';
import { checkVisitCounts, VISIT_TALLY_SHAPE } from './checkVisitTally.ts';
import type { EndedCounts, MomentTally } from './countTypes.ts';
import type { JointRatings, VisitTally } from './types.ts';
import { DEFINITION_WORDS, visitDefinition } from './visitDefinition.ts';
import { waitLimits } from './waitLimits.ts';
import type { WaitTally } from './waits.ts';

/** Reads a tally of visits. */
export function visitDoor(): TallyDoor<VisitTally, Cycle> {
  return {
    kind: 'visit-tally',
    source: ['cycle', 'has'],
    shape: VISIT_TALLY_SHAPE,
    layout: ({ definition: { cycle: _, moments: __, ...options } }, cycle) => ({
      definition: visitDefinition(cycle, options),
    }),
    check: (tally, tell, cycle) => {
      const odd: Path[] = [];
      for (const [name, words] of Object.entries(DEFINITION_WORDS)) {
        const found: unknown = Reflect.get(tally.definition, name);
        if (words.some((word) => word === found)) continue;
        odd.push(['definition', name]);
        tell(['definition', name], found, words.join(' or '), 'not-allowed');
      }
      // What was kept in no known way cannot be looked at.
      if (odd.length > 0) return;
      checkVisitCounts(tally, (path, found, expected) => {
        odd.push(path);
        tell(path, found, expected, 'out-of-range');
      });
      // What is not as long as it has to be cannot be added up.
      if (odd.length > 0) return;
      checkWhole(tally, tell);
      checkAnswers(tally, tell);
      for (const [place, moment] of tally.moments.entries()) {
        checkMoment(tally, moment, ['moments', place], tell);
        const limits = waitLimits(cycle, moment.moment);
        checkWaits(tally, moment, limits.length, ['moments', place], tell);
        for (const [at, { standard, limitSeconds }] of moment.standards.entries()) {
          const own = limits[at];
          if (own?.standard === standard && own.limitSeconds === limitSeconds) continue;
          tell(['moments', place, 'standards', at], standard, `the waits that the cycle allows`);
        }
      }
      checkTogether(tally, tell);
      checkJoint(tally, tell);
    },
  };
}

/** Visits are counted once by how they ended, by their answer and by their incidents. */
function checkWhole(tally: VisitTally, tell: Tell): void {
  const { visits, outcome, overall, incidentsPerVisit, issues } = tally;
  expectSum(['outcome'], all(outcome), visits, 'visits', tell);
  expectMost(['overall'], add(overall), visits, 'visits', tell);
  expectMost(['incidentsPerVisit'], add(incidentsPerVisit.map(all)), visits, 'visits', tell);
  for (const [place, { count, first }] of issues.entries()) {
    if (first.length <= count) continue;
    tell(['issues', place, 'first'], first, `at most the ${count} faults that are counted`);
  }
}

/** What is counted at one moment is counted of its visits. */
function checkMoment(tally: VisitTally, moment: MomentTally, path: Path, tell: Tell): void {
  const { visits, overall } = tally;
  const { passed, notPassed, ratings, sources, incidents, ratingByOverall } = moment;
  expectSum([...path, 'passed'], passed + notPassed, visits, 'visits', tell);
  expectSum([...path, 'sources'], add(Object.values(sources)), passed, 'visits that passed', tell);
  expectMost([...path, 'ratings'], add(Object.values(ratings)), visits, 'visits', tell);
  const { reported, lowRating, reportedNone, otherRating } = sources;
  for (const [name, found, expected] of [
    ['incident', add(incidents.incident.map(all)), reported + lowRating],
    ['noIncident', add(incidents.noIncident.map(all)), reportedNone + otherRating],
    ['unknown', all(incidents.unknown), sources.unknown],
  ] as const) {
    expectSum([...path, 'incidents', name], found, expected, 'visits by their source', tell);
  }
  const rated = ratingByOverall.slice(0, -1).map(add);
  expectSum([...path, 'ratingByOverall'], add(rated), ratings.rated, 'ratings', tell);
  for (const [column, expected] of [...overall, visits - add(overall)].entries()) {
    const found = add(ratingByOverall.map((row) => row[column] ?? 0));
    expectSum([...path, 'ratingByOverall'], found, expected, `visits of column ${column}`, tell);
  }
  const { causes, severities, recovery } = moment;
  expectMost([...path, 'causes'], add(causes.map(all)), reported, 'reports', tell);
  if (new Set(causes.map(({ cause }) => cause)).size < causes.length) {
    tell([...path, 'causes'], causes, 'each cause once', 'duplicate-id');
  }
  expectMost([...path, 'severities'], add(severities), reported, 'reports', tell);
  const recovered = add(Object.values(recovery).map(all));
  expectSum([...path, 'recovery'], recovered, reported, 'reports', tell);
}

function checkWaits(
  { definition }: VisitTally,
  { waits, passed, standards }: MomentTally,
  limits: number,
  path: Path,
  tell: Tell,
): void {
  checkKept(definition, waits, [...path, 'waits'], tell);
  expectMost([...path, 'waits', 'n'], waits.n, passed, 'visits that passed', tell);
  if (standards.length !== limits) {
    tell([...path, 'standards'], standards, `a list of ${limits}`, 'out-of-range');
  }
  for (const [place, { within, beyond }] of standards.entries()) {
    expectSum([...path, 'standards', place], all(within) + all(beyond), waits.n, 'waits', tell);
  }
}

/** Waits are kept as the definition says, and each one is counted. */
function checkKept(
  definition: VisitTally['definition'],
  waits: WaitTally,
  path: Path,
  tell: Tell,
): void {
  const kind = definition.waits === 'exact' ? 'exact' : 'quantile-sketch';
  if (waits.kind !== kind) tell([...path, 'kind'], waits.kind, kind);
  if (waits.kind !== 'exact') return;
  let before = -1;
  for (const [place, pair] of (waits.counts as readonly (readonly number[])[]).entries()) {
    const [seconds = -1, count = 0] = pair;
    if (pair.length !== 2 || !(seconds > before) || !(Number.isSafeInteger(count) && count > 0)) {
      tell([...path, 'counts', place], pair, 'rising seconds, and a count from 1 on');
    }
    before = seconds;
  }
  const counted = add(waits.counts.map(([, count]) => count));
  expectSum([...path, 'counts'], counted, waits.n, 'waits', tell);
}

/** Of each problem complained about it is known whether it tells a time; there is one at least in each visit, and a complaint of each. */
function checkAnswers({ definition, problems }: VisitTally, tell: Tell): void {
  const { complained, complaints, answers } = problems;
  const path = ['problems', 'answers'];
  checkKept(definition, answers.waits, [...path, 'waits'], tell);
  const told = answers.waits.n + answers.withoutTime;
  const visits = add(Object.values(complained).map(all));
  expectMost(path, told, complaints, 'complaints', tell);
  if (told < visits) tell(path, told, `counts that come to at least the ${visits} visits`);
}

/** Incidents, and delights, that come together are among those of each moment. */
function checkTogether(tally: VisitTally, tell: Tell): void {
  const { moments, coIncidents, knownCoIncidents, incidentsPerVisit, delights } = tally;
  const incidents = moments.map((moment) => addEnded(moment.incidents.incident));
  checkPairs(['coIncidents'], coIncidents, incidents.map(all), tell);
  const known = incidents.map(({ dissatisfied, satisfied }) => dissatisfied + satisfied);
  checkPairs(['knownCoIncidents'], knownCoIncidents, known, tell);
  for (const end of ['dissatisfied', 'satisfied', 'unknown'] as const) {
    const found = add(incidentsPerVisit.map((ended, incidents) => incidents * ended[end]));
    const expected = add(incidents.map((ended) => ended[end]));
    expectSum(['incidentsPerVisit'], found, expected, `incidents of ${end} visits`, tell);
  }
  const told = delights.moments.map(({ pleased, other }) => pleased + other);
  checkPairs(['delights', 'together'], delights.together, told, tell);
  for (const [place, { pleased, other, unknown }] of delights.moments.entries()) {
    const passed = moments[place]?.passed ?? 0;
    const path = ['delights', 'moments', place];
    expectMost(path, pleased + other + unknown, passed, 'visits that passed', tell);
  }
}

function checkPairs(
  path: Path,
  pairs: readonly (readonly number[])[],
  own: readonly number[],
  tell: Tell,
): void {
  for (const [one, row] of pairs.entries()) {
    for (let other = 0; other <= one; other += 1) {
      const found = row[other] ?? 0;
      const most = Math.min(own[one] ?? 0, own[other] ?? 0);
      const isSound =
        found === pairs[other]?.[one] && (one === other ? found === most : found <= most);
      if (isSound) continue;
      const expected = `${one === other ? '' : 'at most '}${most}, the same from both sides`;
      tell([...path, one, other], found, expected);
    }
  }
}

/** Products of columns of 0 and 1 are counts; those with the answer are at most as many times the highest. */
function checkJoint({ visits, overall, definition, joint }: VisitTally, tell: Tell): void {
  const { products, noOverall, incomplete, unrated, drivers } = joint;
  const { n, columns, sums } = products;
  expectSum(['joint'], n + noOverall + incomplete, visits, 'visits', tell);
  expectSum(['joint', 'noOverall'], noOverall, visits - add(overall), 'visits', tell);
  for (const [place, count] of unrated.entries()) {
    expectMost(['joint', 'unrated', place], count, incomplete, 'incomplete visits', tell);
  }
  checkDrivers(drivers, definition.drivers, tell);
  const top = answerCount(definition.overallScale) - 1;
  const at = (row: number, column: number): number => sums[(row * (row + 1)) / 2 + column] ?? 0;
  let place = 0;
  for (let row = 0; row <= columns + 1; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const found = at(row, column);
      const timesTop = row <= columns ? 1 : column <= columns ? top : top * top;
      // A rating is low or high, and not both.
      const isBoth = column > 0 && row <= columns && row === column + 1 && column % 2 === 1;
      const count = isBoth
        ? 0
        : column > columns
          ? n
          : Math.min(at(column, 0), row <= columns ? at(row, 0) : n);
      const most = row === 0 ? n : count * timesTop;
      if (!(Number.isSafeInteger(found) && found >= 0 && found <= most)) {
        tell(['joint', 'products', 'sums', place], found, `a whole number up to ${most}`);
      }
      place += 1;
    }
  }
  expectSum(['joint', 'products', 'sums', 0], at(0, 0), n, 'visits that are summed', tell);
}

function checkDrivers(
  found: JointRatings['drivers'],
  expected: readonly string[],
  tell: Tell,
): void {
  const place = found.findIndex((driver, at) => driver !== expected[at]);
  if (place >= 0) tell(['joint', 'drivers', place], found[place], 'those of the definition');
}

function expectSum(path: Path, found: number, expected: number, of: string, tell: Tell): void {
  if (found !== expected) tell(path, found, `counts that come to the ${expected} ${of}`);
}

function expectMost(path: Path, found: number, most: number, of: string, tell: Tell): void {
  if (!(found <= most)) tell(path, found, `counts that come to at most the ${most} ${of}`);
}

function all({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}

function addEnded(rows: readonly EndedCounts[]): EndedCounts {
  return {
    dissatisfied: add(rows.map((row) => row.dissatisfied)),
    satisfied: add(rows.map((row) => row.satisfied)),
    unknown: add(rows.map((row) => row.unknown)),
  };
}

function add(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
