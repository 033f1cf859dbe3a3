/** A share of so many. */
export interface Share {
  /** The share, 0 to 1. */
  readonly value: number;
  /** How many answers its interval is taken with. */
  readonly n: number;
  /** How many answers there are, of equal weight: what is held against the fewest to judge by. */
  readonly answers: number;
}

/** A standard that an area fails. */
interface Failure {
  /** Whether its shortfall is material. */
  readonly isMaterial: boolean;
  /** The moments that it is for. */
  readonly moments: readonly string[];
}

/** All that the place of an area depends on, as numbers. */
export interface AreaFacts {
  /** The favourable share; absent where nobody answered. */
  readonly performance?: Share | undefined;
  /** That of each question. */
  readonly questions: readonly Share[];
  /** The share of the survey before. */
  readonly earlier?: Share | undefined;
  /** How much the area matters. */
  readonly importance?: number | undefined;
  /** The standards that it fails. */
  readonly failures: readonly Failure[];
  /** The moments that it answers for. */
  readonly moments: readonly string[];
  /** What its charts say of the newest period. */
  readonly chart: 'settled' | 'provisional' | 'nothing';
}

/** Whether there are answers enough to judge by. */
export function isJudgeable(share: Share | undefined, minimumAnswers: number): share is Share {
  return share !== undefined && share.answers >= minimumAnswers;
}
