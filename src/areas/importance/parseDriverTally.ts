import { answerCount } from '../../model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Result } from '../../shared/result.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { readThrough, type TallyDoor, type Tell } from '../../survey/doors/tallyDoor.ts';
import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import type { Path } from '../../survey/tally/parseTallyFaults.ts';
import type { FixedPointCells } from '../../survey/types.ts';
import { checkDriverCounts, DRIVER_TALLY_SHAPE } from './checkDriverTally.ts';
import { tallyDrivers } from './tallyDrivers.ts';
import type { DriverTally, PairCounts, TalliedDriver } from './types.ts';

/** What is left of each part of a sum is less than so many units. */
const UNITS = 2 ** 48;

/** How far sums of weighted products may be off by rounding. */
const ROUNDING = 1e-9;

/**
 * Reads a tally of drivers out of anything, such as parsed JSON from a file or another machine, and reports
 * every fault at once, as `parseTally` does with the other tallies of a survey.
 *
 * What is accepted is what `tallyDrivers` makes of this survey: questions that it rates, on its scales; every
 * response counted once, as complete, incomplete or without weight, and once at each question; sums of
 * products that so many responses can have; and pairs of values that come to those sums. What is read shares
 * nothing with the input.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `unknown-reference` (a question that the survey does not rate), `contradiction` (another survey or scale, sums
 * that do not add up). Of one kind of fault in one place the first 20 are listed.
 *
 * @param survey - the survey that was answered
 * @param input - anything
 * @returns the tally, or all issues with path, finding and expectation
 * @throws ServiceCycleError `invalid-argument` for what is no survey
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'wait', text: 'The wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'all', text: 'All in all?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const responses = [{ wait: 5, all: 5 }, { wait: 2, all: 1 }];
 * const tally = tallyDrivers(survey, responses, { outcome: 'all', drivers: ['wait'] });
 * const result = parseDriverTally(survey, JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.complete; // => 2
 * const forged = parseDriverTally(survey, { ...tally, complete: 1e15 });
 * forged.ok || forged.issues[0].message;
 * // => 'complete: found 1000000000000000, expected counts that come to the 2 responses'
 */
export function parseDriverTally<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  input: unknown,
): Result<DriverTally> {
  checkSurvey(survey);
  return readThrough(DRIVER_DOOR, survey, input);
}

const DRIVER_DOOR: TallyDoor<DriverTally, SatisfactionSurvey> = {
  kind: 'driver-tally',
  source: ['survey', 'asks'],
  shape: DRIVER_TALLY_SHAPE,
  layout: () => ({}),
  check: (tally, tell, survey) => {
    checkQuestions(tally, survey, tell);
    const odd: Path[] = [];
    checkDriverCounts(tally, (path, found, expected) => {
      odd.push(path);
      tell(path, found, expected, 'out-of-range');
    });
    // What is not as long as it has to be cannot be added up.
    if (odd.length > 0) return;
    checkResponses(tally, tell);
    checkSums(tally, tell);
  },
};

/** Holds the questions to those of an empty tally of the same drivers. */
function checkQuestions(tally: DriverTally, survey: SatisfactionSurvey, tell: Tell): void {
  const sourceOf = ({ id, questions }: TalliedDriver): { id: string; questions: string[] } => ({
    id,
    questions: questions.map((question) => question.id),
  });
  const expected = tallyDrivers(survey, [], {
    outcome: sourceOf(tally.outcome),
    drivers: tally.drivers.map(sourceOf),
  });
  if (tally.survey !== survey.id) tell(['survey'], tally.survey, `"${survey.id}"`);
  for (const [path, found, wanted] of [
    [['outcome'], tally.outcome, expected.outcome] as const,
    ...tally.drivers.map(
      (driver, place) => [['drivers', place], driver, expected.drivers[place]] as const,
    ),
  ]) {
    for (const [at, { scale }] of found.questions.entries()) {
      const { min, max, step = 1, reversed = false } = wanted?.questions[at]?.scale ?? scale;
      const isSame =
        scale.min === min &&
        scale.max === max &&
        (scale.step ?? 1) === step &&
        (scale.reversed ?? false) === reversed;
      if (isSame) continue;
      const says = `${min} to ${max} by ${step}${reversed ? ', reversed' : ''}`;
      tell(
        [...path, 'questions', at, 'scale'],
        scale,
        `the scale that the survey asks on, ${says}`,
      );
    }
  }
}

function checkResponses(tally: DriverTally, tell: Tell): void {
  const { responses, complete, incomplete, invalid, withoutWeight, weight } = tally;
  const expectMost = (path: Path, found: number, most: number): void => {
    if (found > most) tell(path, found, `at most ${most}`);
  };
  if (complete + incomplete + withoutWeight !== responses) {
    tell(['complete'], complete, `counts that come to the ${responses} responses`);
  }
  expectMost(['invalid'], invalid, incomplete);
  if (weight === undefined) expectMost(['withoutWeight'], withoutWeight, 0);
  const read = responses - withoutWeight;
  const every = [['outcome'] as Path, ...tally.drivers.map((_, at): Path => ['drivers', at])];
  for (const [place, { outcomes, answered, questions }] of [
    tally.outcome,
    ...tally.drivers,
  ].entries()) {
    const path = every[place] ?? [];
    if (outcomes.length !== questions.length) {
      tell([...path, 'outcomes'], outcomes, `a list of ${questions.length}`, 'out-of-range');
    }
    for (const [at, counts] of outcomes.entries()) {
      const all = counts.answered + counts.notApplicable + counts.skipped + counts.invalid;
      if (all === read) continue;
      tell([...path, 'outcomes', at], all, `counts that come to the ${read} responses read`);
    }
    expectMost([...path, 'answered'], answered, read);
    if (complete > answered) tell([...path, 'answered'], answered, `at least ${complete}`);
  }
}

function checkSums(
  { outcome, drivers, sums, pairs, complete, weight }: DriverTally,
  tell: Tell,
): void {
  checkParts(sums, ['sums'], tell);
  const tops = [1, ...[...drivers, outcome].map(topOf)];
  const at = (row: number, column: number): number =>
    fixedPointValue(sums, (row * (row + 1)) / 2 + column);
  const total = at(0, 0);
  const squared = fixedPointValue(sums, sums.whole.length - 1);
  const expect = (path: Path, found: number, low: number, high: number): void => {
    if (found >= low * (1 - ROUNDING) && found <= high * (1 + ROUNDING)) return;
    tell(path, found, `a sum from ${low} to ${high}`);
  };
  const [lightest, heaviest] = weight === undefined ? [1, 1] : [1e-9, 1e9];
  expect(['sums', 'whole', 0], total, complete * lightest, complete * heaviest);
  const least = weight === undefined ? complete : (total / Math.max(1, complete)) * total;
  expect(['sums', 'whole', sums.whole.length - 1], squared, least, total * heaviest);
  let place = 0;
  for (const [row, top] of tops.entries()) {
    for (let column = 0; column <= row; column += 1) {
      const most = total * top * (tops[column] ?? 0);
      const own =
        row === column ? (at(row, 0) / Math.max(Number.MIN_VALUE, total)) * at(row, 0) : 0;
      const pair = Math.sqrt(at(row, row)) * Math.sqrt(at(column, column));
      expect(['sums', 'whole', place], at(row, column), own, Math.min(most, pair));
      place += 1;
    }
  }
  const last = tops.length - 1;
  for (const [driver, counts] of pairs.entries()) {
    const path = ['pairs', driver];
    const [top = 0, topOutcome = 0] = [tops[driver + 1], tops[last]];
    checkPairs(counts, [top, topOutcome], path, tell);
    const sumOf = (times: (one: number, other: number) => number): number =>
      counts.driver.reduce(
        (sum, one, cell) =>
          sum + times(one, counts.outcome[cell] ?? 0) * fixedPointValue(counts.counts, cell),
        0,
      );
    for (const [name, found, expected] of [
      ['counts', sumOf(() => 1), total],
      ['driver', sumOf((one) => one), at(driver + 1, 0)],
      ['outcome', sumOf((_, other) => other), at(last, 0)],
      ['counts', sumOf((one, other) => one * other), at(last, driver + 1)],
    ] as const) {
      expect([...path, name], found, expected, expected);
    }
  }
}

/** Parts of sums are whole numbers of their units. */
function checkParts(cells: FixedPointCells, path: Path, tell: Tell): void {
  for (const [part, most] of [
    ['whole', Infinity],
    ['fraction', UNITS],
    ['fine', UNITS],
  ] as const) {
    const place = cells[part].findIndex(
      (value) => !(Number.isInteger(value) && value >= 0 && value < most),
    );
    if (place < 0) continue;
    tell([...path, part, place], cells[part][place], 'a whole number of its units', 'out-of-range');
  }
}

function checkPairs(
  { driver, outcome, counts }: PairCounts,
  [top, topOutcome]: readonly [number, number],
  path: Path,
  tell: Tell,
): void {
  checkParts(counts, [...path, 'counts'], tell);
  for (const [cell, value] of driver.entries()) {
    const other = outcome[cell] ?? 0;
    if (
      !(
        value >= 0 &&
        value <= top * (1 + ROUNDING) &&
        other >= 0 &&
        other <= topOutcome * (1 + ROUNDING)
      )
    ) {
      tell([...path, 'driver', cell], `${value} and ${other}`, `up to ${top} and ${topOutcome}`);
    }
    const [before = -1, beside = -1] = cell === 0 ? [] : [driver[cell - 1], outcome[cell - 1]];
    if (value > before || (value === before && other > beside)) continue;
    tell([...path, 'driver', cell], `${value} and ${other}`, 'pairs of values in order, each once');
  }
}

/** The most steps that a value can lie above the worst. */
function topOf({ questions }: TalliedDriver): number {
  return Math.max(0, ...questions.map(({ scale }) => answerCount(scale) - 1));
}
