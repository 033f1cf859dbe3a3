import type { CycleIds } from '../../model/ids.ts';
import type { RequirementSource } from '../../model/requirement.ts';

/** Nothing says what has to be true at a critical moment. */
export interface MomentWithoutRequirement<Ids extends CycleIds = CycleIds> {
  /** Tells this finding from the others. */
  readonly code: 'critical-moment-without-requirement';
  /** The moment. */
  readonly moment: Ids['moment'];
  /** The finding in a sentence. */
  readonly message: string;
}

/** Nobody can tell whether a requirement is met. */
export interface RequirementWithoutStandard<Ids extends CycleIds = CycleIds> {
  /** Tells this finding from the others. */
  readonly code: 'requirement-without-standard';
  /** The requirement. */
  readonly requirement: Ids['requirement'];
  /** The finding in a sentence. */
  readonly message: string;
}

/** Two standards that cannot both be met. */
export interface ContradictingStandards<Ids extends CycleIds = CycleIds> {
  /** Tells this finding from the others. */
  readonly code: 'contradicting-standards';
  /** The two standards, in the order of the cycle. */
  readonly standards: readonly [Ids['standard'], Ids['standard']];
  /** The moments that both are about. */
  readonly moments: readonly Ids['moment'][];
  /**
   * How many standards after the first of these were not held against others, since 1,000 contradictions
   * are listed; absent where all were.
   */
  readonly notCompared?: number;
  /** The finding in a sentence. */
  readonly message: string;
}

/** Nobody can look up where a requirement comes from. */
export interface MissingSource<Ids extends CycleIds = CycleIds> {
  /** Tells this finding from the others. */
  readonly code: 'missing-source';
  /** The requirement. */
  readonly requirement: Ids['requirement'];
  /** What kind of source it claims. */
  readonly source: RequirementSource['kind'];
  /** The finding in a sentence. */
  readonly message: string;
}

/** What the requirements of a cycle lack, or where they contradict each other. */
export type RequirementFinding<Ids extends CycleIds = CycleIds> =
  | MomentWithoutRequirement<Ids>
  | RequirementWithoutStandard<Ids>
  | ContradictingStandards<Ids>
  | MissingSource<Ids>;
