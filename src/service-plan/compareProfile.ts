import { checkServicePlanShape } from '../model/checkShapes.ts';
import type { ProfileTrait, ServicePlan, ServicePlanIds } from '../model/servicePlan.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import {
  checkCount,
  checkLevel,
  checkOptions,
  checkRows,
  checkShare,
  isFields,
  refuse,
} from '../shared/refuse.ts';
import type { ChiSquareTest } from '../stats/tests/chiSquareTest.ts';
import { goodnessOfFit } from '../stats/tests/goodnessOfFit.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../survey/score/scoresOf.ts';
import { checkTally } from '../survey/tally/checkTally.ts';
import type { Tally } from '../survey/types.ts';
import type { MarginTargets } from '../survey/weighting/types.ts';

/** A row of a sample: the answers of one customer by question, to which the codes of profile questions belong. */
export interface SampleRow {
  /** The answer to a question. */
  readonly [question: string]: unknown;
}

/** One category of a trait, as the plan has it and as the sample does. */
export interface ProfileCategory {
  /** The category. */
  readonly category: string;
  /** The share of customers. */
  readonly planned: number;
  /** How many of the sample. */
  readonly observed: number;
}

/** How a sample spreads over the categories of a trait, beside the customers of the plan. */
export interface ProfileComparison {
  /** The trait. */
  readonly trait: string;
  /** What rows are keyed by: the question, or the trait. */
  readonly key: string;
  /**
   * `differs`: a sample of these customers would hardly ever be so uneven; `not-proven`: it may well be; `no-answers`: nobody
   * told.
   */
  readonly status: 'differs' | 'not-proven' | 'no-answers';
  /** How many told a category of the plan. */
  readonly n: number;
  /** How many told another one, or one that no customer of the plan is in. */
  readonly others: number;
  /** How many told none. */
  readonly blank: number;
  /** The test; absent where nobody told, or a small group would show. */
  readonly test?: Pick<ChiSquareTest, 'statistic' | 'degreesOfFreedom' | 'pValue' | 'warnings'>;
  /** The categories, in the order of the plan; absent where a category is so small that it could tell of a person. */
  readonly categories?: readonly ProfileCategory[];
}

/** What {@link compareProfile} takes besides the sample. */
export interface ProfileOptions {
  /** The confidence level of the verdicts, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** How many people a category has to have, or none, for its number to be shown; 5 when absent, 1 shows all. */
  readonly minimumGroupSize?: number;
}

/**
 * Whether those who answered are such customers as the plan is for, trait by trait.
 *
 *     statistic = Σ (observed - n · share)² / (n · share),  df = categories - 1
 *
 * A tally counts people, whatever they weigh; a trait that it is not grouped by nobody told.
 *
 * Where they differ, {@link profileTargets} weighs the answers. Not proven is not the same: a small sample differs from nothing. Each trait
 * has its own test at the level; of many traits one in twenty differs by chance.
 *
 * @param plan - the plan with its profile
 * @param sample - the responses, keyed by the profile questions, or a tally that is grouped by them
 * @param options - the confidence level, and how small a group may be to be shown
 * @throws ServiceCycleError `invalid-argument` where the plan or the sample is none, or shares do not add up to 1
 * @example
 * const plan = defineServicePlan({
 *   id: 'stay',
 *   name: 'A stay',
 *   profile: [
 *     { id: 'purpose', name: 'Purpose of the trip', shares: { work: 0.5, leisure: 0.3, both: 0.2 } },
 *   ],
 *   channels: [
 *     { id: 'desk', name: 'Desk', kind: 'in-person', answer: 'live', open: { weekly: [] } },
 *   ],
 *   review: { everyMonths: 12 },
 * });
 * const told = (purpose: string, n: number) => Array.from({ length: n }, () => ({ purpose }));
 * const sample = [...told('work', 36), ...told('leisure', 50), ...told('both', 14)];
 * const [purpose] = compareProfile(plan, sample);
 * purpose?.status; // => 'differs'
 * purpose?.test?.statistic; // ~> 19.053333
 * @see Pearson (1900), Philosophical Magazine 50, 157-175
 */
export function compareProfile<Ids extends ServicePlanIds>(
  plan: ServicePlan<Ids>,
  sample: Iterable<SampleRow> | Tally,
  options: ProfileOptions = {},
): readonly ProfileComparison[] {
  checkServicePlanShape(plan);
  checkRows('sample', sample, 'tally');
  checkOptions(options, ['level', 'minimumGroupSize']);
  const { level = DEFAULT_LEVEL, minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  const traits = (plan.profile ?? []).map((trait): SampledTrait => {
    const counts = new Map(categoriesOf(trait).map(([category]) => [category, 0]));
    return { trait, key: keyOf(trait), counts, others: 0, blank: 0 };
  });
  if ('kind' in sample) countTally(sample, traits);
  else countRows(sample, traits);
  return traits.map(({ trait, key, counts, others, blank }) => {
    const categories = categoriesOf(trait);
    const observed = categories.map(([category]) => counts.get(category) ?? 0);
    const n = observed.reduce((sum, count) => sum + count, 0);
    const facts = { trait: trait.id, key, n, others, blank };
    if (n === 0) return { ...facts, status: 'no-answers' };
    const { statistic, degreesOfFreedom, pValue, warnings } = goodnessOfFit(
      observed,
      categories.map(([, share]) => share),
    );
    const isShown = observed.every((count) => count === 0 || count >= minimumGroupSize);
    return {
      ...facts,
      status: pValue < 1 - level ? 'differs' : 'not-proven',
      ...(isShown && {
        test: { statistic, degreesOfFreedom, pValue, warnings },
        categories: categories.map(([category, planned], place) => ({
          category,
          planned,
          observed: observed[place] ?? 0,
        })),
      }),
    };
  });
}

/** A trait, and how many of a sample are in which of its categories. */
interface SampledTrait {
  readonly trait: ProfileTrait;
  readonly key: string;
  readonly counts: Map<string, number>;
  others: number;
  blank: number;
}

function countRows(sample: Iterable<SampleRow>, traits: readonly SampledTrait[]): void {
  for (const row of sample as Iterable<unknown>) {
    // A row that is none tells nothing, as where it is scored.
    const fields = isFields(row) ? (row as SampleRow) : {};
    for (const one of traits) {
      const told = Object.hasOwn(fields, one.key) ? fields[one.key] : undefined;
      const code = typeof told === 'string' || typeof told === 'number' ? String(told) : undefined;
      if (told === undefined || told === null || told === '') one.blank += 1;
      else count(one, code, 1);
    }
  }
}

/** A tally knows how many are in each group; values that it does not allow are in the group without one. */
function countTally(tally: Tally, traits: readonly SampledTrait[]): void {
  checkTally('sample', tally);
  for (const one of traits) {
    const level = tally.by.findIndex(({ name }) => name === one.key);
    const isGrouped = level >= 0;
    const values = isGrouped ? (tally.by[level]?.values ?? []) : [];
    // Of the places that make up the number of a group the last key's is the least.
    const least = tally.by.slice(level + 1).reduce((size, key) => size * key.values.length, 1);
    for (const [at, group] of tally.groups.entries()) {
      const value = values[Math.floor(group / least) % values.length] ?? null;
      const people = tally.cells[at * tally.width] ?? 0;
      if (value === null) one.blank += people;
      else count(one, value, people);
    }
    const unlisted = isGrouped
      ? (tally.unlisted?.find(({ key }) => key === one.key)?.responses ?? 0)
      : 0;
    one.blank -= unlisted;
    one.others += unlisted;
  }
}

function count(one: SampledTrait, category: string | undefined, people: number): void {
  const before = category === undefined ? undefined : one.counts.get(category);
  if (category === undefined || before === undefined) one.others += people;
  else one.counts.set(category, before + people);
}

/**
 * The profile of a plan as `rakeWeights` takes it, so that answers count as if those who gave them were such customers as the plan is
 * for. Margins are named by the profile questions that rows are keyed by.
 *
 * @param plan - the plan with its profile
 * @throws ServiceCycleError `invalid-argument` where the plan is none, or shares do not add up to 1
 * @example
 * import { defineServicePlan, profileTargets } from 'service-cycle/service-plan';
 * import { rakeWeights } from 'service-cycle/survey';
 *
 * const plan = defineServicePlan({
 *   id: 'stay',
 *   name: 'A stay',
 *   profile: [{ id: 'purpose', name: 'Purpose of the trip', shares: { work: 0.5, leisure: 0.5 } }],
 *   channels: [
 *     { id: 'desk', name: 'Desk', kind: 'in-person', answer: 'live', open: { weekly: [] } },
 *   ],
 *   review: { everyMonths: 12 },
 * });
 * const targets = profileTargets(plan);
 * targets; // => { purpose: { work: 0.5, leisure: 0.5 } }
 * const rows = [{ purpose: 'work' }, { purpose: 'leisure' }, { purpose: 'leisure' }, { purpose: 'leisure' }];
 * const raked = rakeWeights(rows, targets);
 * raked.ok && raked.value.weights[0]; // ~> 2
 */
export function profileTargets<Ids extends ServicePlanIds>(plan: ServicePlan<Ids>): MarginTargets {
  checkServicePlanShape(plan);
  return Object.fromEntries(
    (plan.profile ?? []).map((trait) => {
      categoriesOf(trait);
      return [keyOf(trait), { ...trait.shares }];
    }),
  );
}

function keyOf({ id, question }: ProfileTrait): string {
  return question ?? id;
}

/** The categories that customers are in, with their shares. */
function categoriesOf({ id, shares }: ProfileTrait): readonly (readonly [string, number])[] {
  const entries = Object.entries(shares);
  for (const [category, share] of entries) {
    checkShare(() => `share of "${category}" of trait "${id}"`, share);
  }
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  if (!(Math.abs(sum - 1) <= 1e-6)) refuse(`sum of the shares of trait "${id}"`, sum, '1');
  return entries.filter(([, share]) => share > 0);
}
