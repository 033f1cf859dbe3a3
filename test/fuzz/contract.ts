import type { Harm, Spoiling } from './spoil.ts';

/**
 * What the package promises of hostile arguments.
 *
 * - `outside-data`: rows, columns, visits, measurements, events and everything typed `unknown` may
 *   hold anything. A value comes back, or the one error is thrown; no `NaN` comes back.
 * - `within-types`: so it is where numbers are other numbers of any size, `NaN` among them, and lists
 *   are emptied, cut, repeated or put in another order.
 * - `against-types`: where an argument is not what its type says, or a value that only the package makes
 *   (a tally, a score, a sketch) was changed by hand, an error of the engine may come out, too.
 *
 * Whatever the arguments, nothing is written to them, no built-in object is touched, the work ends,
 * and an error that the caller's own code throws while it is read passes through as it is.
 */
export type Promised = 'outside-data' | 'within-types' | 'against-types';

/** Which arguments of which functions hold data from outside; all `unknown` ones, and all readers. */
export const OUTSIDE_DATA: { readonly [name: string]: readonly number[] } = {
  assessRequirements: [1],
  assessStandard: [1],
  findSpeeders: [0],
  findStraightLiners: [1],
  measurementsFromEvents: [0],
  pairAnswers: [1, 2],
  parseCycle: [0],
  parseSurvey: [0],
  parseTally: [1],
  rakeWeights: [0],
  scoreSurvey: [1],
  serviceLevel: [0],
  tallyDimensions: [1],
  tallyDurations: [0],
  tallyGaps: [1],
  tallyItems: [1],
  tallyJointly: [1],
  tallyKano: [1],
  tallyMeasurements: [1],
  tallyResponses: [1],
  tallyRetention: [0],
  tallyVisits: [1],
  visitsFromResponses: [1],
};

/**
 * The functions that answer whatever they are handed with the one error and no other. Every function is to
 * stand here in the end, and the exception above to go.
 */
export const WITHOUT_ENGINE_ERRORS: ReadonlySet<string> = new Set([
  'checkCycle',
  'cohortLifetimeValue',
  'cronbachAlpha',
  'customersInMoney',
  'dimensionScores',
  'dissatisfactionLoss',
  'lintRequirements',
  'lintSurvey',
  'lix',
  'mergeDimensionTallies',
  'mergeItemTallies',
  'mergeJointTallies',
  'parseCycle',
  'parseSurvey',
  'retentionAgainstAcquisition',
  'sampleSize',
  'tallyRetention',
]);

const ALLOWED: ReadonlySet<Harm> = new Set<Harm>(['number', 'list']);

/**
 * Which promise holds for arguments that were spoiled so.
 *
 * @param name - of the function
 * @param spoilings - all of them
 * @param made - the positions of the arguments that the package itself had made
 */
export function promised(
  name: string,
  spoilings: readonly Spoiling[],
  made: readonly number[],
): Promised {
  const outside = OUTSIDE_DATA[name] ?? [];
  const inside = spoilings.filter(({ path: [argument] }) => !outside.includes(Number(argument)));
  if (inside.length === 0) return 'outside-data';
  const isAllowed = ({ harm, path: [argument] }: Spoiling): boolean =>
    ALLOWED.has(harm) && !made.includes(Number(argument));
  return inside.every(isAllowed) ? 'within-types' : 'against-types';
}
