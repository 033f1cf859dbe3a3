import type { GroupScores, ScoreOutcome } from '../../src/survey/score/surveyScores.ts';

/** One group of scores, as tests look at it. */
export interface ShownGroup<Key extends string = string> {
  /** The value of each key. */
  readonly group: { readonly [Name in Key]: string | null };
  /** How many responses are shown. */
  readonly responses: number | 'suppressed';
  /** What became of its scores, column by column. */
  readonly outcomes: readonly ScoreOutcome[];
  /** How many answers are shown, column by column. */
  readonly n: readonly (number | null)[];
}

/** The groups of scores one by one; none where there are none. */
export function groupsOf<Key extends string>(
  groups: GroupScores<string, Key> | undefined,
): readonly ShownGroup<Key>[] {
  if (groups === undefined) return [];
  const { keys, responses, columns, outcomes } = groups;
  return responses.map((count, place) => ({
    group: Object.fromEntries(
      keys.map(({ name, values, codes }) => [name, values[codes[place] ?? 0] ?? null]),
    ) as ShownGroup<Key>['group'],
    responses: count ?? 'suppressed',
    outcomes: columns.map(({ outcome }) => outcomes[outcome[place] ?? 0] as ScoreOutcome),
    n: columns.map(({ n }) => n[place] ?? null),
  }));
}
