import { scaleAnswers } from '../../model/scaleAnswers.ts';
import { quote } from '../../shared/quote.ts';
import { checkCount, checkList, checkOptions } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKind } from '../answers/guards.ts';
import { type AlignedTally, alignTallies } from '../disclosure/alignTallies.ts';
import { attackOn, type Count } from '../disclosure/attackOn.ts';
import {
  DIFFERENCE,
  type Exposure,
  exposureOf,
  isFew,
  isTooMuch,
  OWN,
  sizeAt,
  tiedTo,
} from '../disclosure/exposure.ts';
import { latticeOf } from '../disclosure/lattice.ts';
import { layoutOf } from '../disclosure/suppress.ts';
import { checkTally } from '../tally/checkTally.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { Tally } from '../types.ts';
import { GROUPED_SCORES_SHAPE } from './scoreShapes.ts';
import type { GroupScores, SurveyScores } from './surveyScores.ts';

/** What {@link discloses} takes besides the scores. */
export interface DisclosureOptions<QuestionId extends string = string> {
  /** The tally behind the scores, by all keys that any of them is grouped by. */
  readonly tally: Tally<QuestionId>;
  /** Groups of fewer must not be worked out; the largest minimum of the scores when absent. */
  readonly minimumGroupSize?: number;
}

/** A count of a small group that can be worked out. */
export interface Disclosed<QuestionId extends string = string> {
  /** The group, by as many keys as tell the same people. */
  readonly group: { readonly [key: string]: string };
  /** The question; absent where it is the number of responses. */
  readonly question?: QuestionId;
  /** What can be worked out: how many responses there are, how many answered, or how many gave one answer. */
  readonly count: 'responses' | 'answered' | 'answer';
  /** The answer, where it is how many gave one. */
  readonly answer?: number;
  /** What it comes to. */
  readonly value: number;
}

/** What can be worked out from published scores. */
export interface DisclosureCheck<QuestionId extends string = string> {
  /** Tells it from other results. */
  readonly kind: 'disclosure-check';
  /** The counts of small groups that can be worked out; none where nobody is revealed. */
  readonly disclosed: readonly Disclosed<QuestionId>[];
  /** Whether everything was looked at: false where it would take too much work. */
  readonly isComplete: boolean;
  /** The groups of fewer that were looked at. */
  readonly minimumGroupSize: number;
}

/**
 * Plays the attacker: what could be worked out of small groups from scores that are published together.
 *
 * The unknowns are the counts of all groups that none of the scores shows, of every roll-up. Known are
 * the counts that are shown, that every group is the sum of those within it, that no count is below 0,
 * which groups there are, why each that is listed is hidden, and what those said who have no group. From
 * this the least and the most that each count can be are drawn together, and the sums are solved for as
 * many unknowns as they tell apart (Gauss and Jordan). A count is disclosed where the least is the most;
 * of answers those are not given that nobody gave.
 *
 * Results of `scoreTally` for a tally and its roll-ups disclose nothing. Run it on what you put together
 * yourself: scores with several minimum sizes, or of tallies that were counted apart.
 *
 * @param published - the scores, by any of the keys of the tally
 * @param options - the tally by all keys, and which groups are small
 * @returns every count of a small group that can be worked out
 * @throws ServiceCycleError `invalid-argument` where scores have a key that the tally has not
 * @example
 * const survey = {
 *   id: 's',
 *   title: 'S',
 *   questions: [{ id: 'calm', text: 'Was it calm?', asks: 'incident', scale: { min: 0, max: 1 } }],
 * } as const;
 * const sizes = { north: 12, south: 9, harbour: 3 };
 * const rows = Object.entries(sizes).flatMap(([branch, n]) =>
 *   Array.from({ length: n }, (_, i) => ({ calm: i % 2, branch })),
 * );
 * const tally = tallyResponses(survey, rows, { by: ['branch'] });
 * discloses([scoreTally(survey, tally)], { tally }).disclosed; // => []
 * // Whoever shows all groups of nine or more beside those of twelve has shown the south.
 * const careless = [scoreTally(survey, tally), scoreTally(survey, tally, { minimumGroupSize: 3 })];
 * discloses(careless, { tally, minimumGroupSize: 5 }).disclosed.length; // => 4
 * @see Cox (1980), Journal of the American Statistical Association 75, 377-385
 */
export function discloses<QuestionId extends string>(
  published: readonly SurveyScores<QuestionId>[],
  options: DisclosureOptions<QuestionId>,
): DisclosureCheck<QuestionId> {
  checkList('published', published);
  for (const scores of published) {
    checkKind('published', scores, 'survey-scores', GROUPED_SCORES_SHAPE);
  }
  checkOptions(options, ['tally', 'minimumGroupSize']);
  const { tally } = options;
  checkTally('tally', tally);
  const minimumGroupSize =
    options.minimumGroupSize ?? Math.max(1, ...published.map((scores) => scores.minimumGroupSize));
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  const layout = layoutOf(tally);
  const [own] = alignTallies([tally], layout) as [AlignedTally];
  const choices = Array.from({ length: 2 ** own.by.length }, (_, choice) => choice);
  const lattice = latticeOf(own, layout.width, choices);
  const rule = { layout, minimum: minimumGroupSize, minimumTotal: minimumGroupSize };
  const exposure = exposureOf([{ lattice, kind: DIFFERENCE }], [], rule);
  for (const list of exposure.hidden) list.fill(1);
  for (const scores of published) show(exposure, scores, tally, own, lattice.marginals);

  const nameOf = names(own, lattice.marginals);
  const disclosed: Disclosed<QuestionId>[] = [];
  for (const family of exposure.hidden.keys()) {
    const seen = new Set<number>();
    for (let group = 0; group < exposure.size; group += 1) {
      if (seen.has(group) || exposure.hidden[family]?.[group] === undefined) continue;
      const isSmall = isFew(sizeAt(exposure, group, family), minimumGroupSize);
      if (!isSmall) continue;
      if (exposure.hidden[family][group] !== 1) {
        seen.add(group);
        disclosed.push(...countsOf(exposure, family, group, nameOf(group), tally, () => true));
        continue;
      }
      const tied = tiedTo(exposure, family, [group]);
      for (const each of tied) seen.add(each);
      const attack = attackOn(exposure, family, tied);
      for (const each of tied) {
        if (!isFew(sizeAt(exposure, each, family), minimumGroupSize)) continue;
        const isTold = (count: Count): boolean => attack.isTold(each, count);
        disclosed.push(...countsOf(exposure, family, each, nameOf(each), tally, isTold));
      }
    }
  }
  const isComplete = !isTooMuch(exposure);
  return { kind: 'disclosure-check', disclosed, isComplete, minimumGroupSize };
}

/** Marks what scores show, and whose reasons they tell. */
function show(
  { hidden, kinds }: Exposure,
  scores: SurveyScores,
  tally: Tally,
  own: AlignedTally,
  marginals: ReadonlyMap<number, ReadonlyMap<number, number>>,
): void {
  const reveal = (group: number | undefined, family: number): void => {
    if (group !== undefined) (hidden[family] as Uint8Array)[group] = 0;
  };
  const total = marginals.get(0)?.get(0);
  const familyOf = (question: string): number =>
    1 + tally.questions.findIndex(({ id }) => id === question);
  if (scores.responses !== 'suppressed') reveal(total, 0);
  for (const { question } of scores.questions) reveal(total, familyOf(question));
  const { groups } = scores;
  if (groups === undefined) return;
  const levels = groups.keys.map(({ name }) => {
    const level = own.by.findIndex((key) => key.name === name);
    if (level >= 0) return level;
    throw new ServiceCycleError(
      'invalid-argument',
      `published has the key ${quote(name)}; expected keys of the tally`,
    );
  });
  const choice = levels.reduce((bits, level) => bits + 2 ** level, 0);
  for (const [place, because] of groups.because.entries()) {
    const group = marginals.get(choice)?.get(codeAt(groups, place, levels, own));
    if (group === undefined) continue;
    kinds[group] = OWN;
    if (because !== null) continue;
    reveal(group, 0);
    for (const { question, outcome } of groups.columns) {
      const status = groups.outcomes[outcome[place] ?? 0]?.status;
      if (status !== 'suppressed') reveal(group, familyOf(question));
    }
  }
}

/** The code of a listed group among the marginals of its keys. */
function codeAt(
  { keys }: GroupScores,
  place: number,
  levels: readonly number[],
  own: AlignedTally,
): number {
  const inOrder = [...levels.keys()].sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0));
  return inOrder.reduce((code, at) => {
    const values = own.by[levels[at] ?? 0]?.values ?? [];
    const column = keys[at];
    const value = column?.values[column.codes[place] ?? 0] ?? null;
    return code * values.length + Math.max(0, values.indexOf(value));
  }, 0);
}

/** The counts of a small group that are told. */
function countsOf<QuestionId extends string>(
  exposure: Exposure,
  family: number,
  group: number,
  name: Disclosed['group'],
  { questions }: Tally<QuestionId>,
  isTold: (count: Count) => boolean,
): readonly Disclosed<QuestionId>[] {
  const size = sizeAt(exposure, group, family);
  const question = questions[family - 1];
  if (question === undefined) {
    return isTold('responses') ? [{ group: name, count: 'responses', value: size }] : [];
  }
  const found: Disclosed<QuestionId>[] = [];
  if (isTold('answered'))
    found.push({ group: name, question: question.id, count: 'answered', value: size });
  const first = group * exposure.layout.width + question.firstCell;
  for (const [at, answer] of scaleAnswers(question.scale).entries()) {
    const value = exposure.counts[first + at] ?? 0;
    if (value === 0 || !isTold(at)) continue;
    found.push({ group: name, question: question.id, count: 'answer', answer, value });
  }
  return found;
}

/** The name of each group, by as many keys as tell the same people. */
function names(
  { by }: AlignedTally,
  marginals: ReadonlyMap<number, ReadonlyMap<number, number>>,
): (group: number) => Disclosed['group'] {
  const named = new Map<number, readonly [number, number]>();
  for (const [choice, codes] of marginals) {
    for (const [code, group] of codes) named.set(group, [choice, code]);
  }
  return (group) => {
    const [choice, code] = named.get(group) ?? [0, 0];
    const keys = by.filter((_, level) => Math.floor(choice / 2 ** level) % 2 === 1);
    const walk = new Array<number>(keys.length).fill(0);
    walkOf(keys, code, walk);
    return Object.fromEntries(
      keys.map(({ name, values }, at) => [name, values[walk[at] ?? 0] ?? '']),
    );
  };
}
