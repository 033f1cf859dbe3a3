import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkOptions, isList, refuse } from '../../shared/refuse.ts';
import { checkKeys } from './checkKeys.ts';
import type { UniqueResponses } from './uniqueResponses.ts';
import type { AllowedValues } from './unlistedValues.ts';

/** The keys that any of the rows have: a misspelt one does not compile. */
export type KeyOf<Row> = [Row] extends [never]
  ? string
  : Row extends unknown
    ? Extract<keyof Row, string>
    : never;

/**
 * What to group by: keys, or keys with the values that each may have (`'any'` for whatever comes).
 *
 * A value that is not among them, such as a misspelt one, is listed and counted as `unlisted`, and who
 * has it has no group, like those with a blank. Of a profile question the codes of its choices are the
 * values it may have, unless others are named.
 */
export type Grouping<Key extends string = string> =
  | readonly Key[]
  | { readonly [Name in Key]: readonly (string | number)[] | 'any' };

/** Which responses count, and for how much. */
export interface CountingOptions {
  /** The key of the response objects that holds their weight; columns have their own `weights`. */
  readonly weight?: string;
  /** What tells responses apart; absent where each one counts. */
  readonly unique?: UniqueResponses;
}

/** What `tallyResponses` takes besides the responses. */
export interface TallyOptions<Key extends string = string> extends CountingOptions {
  /** The keys of the response objects, or of the columns, to group by, perhaps with the values each may have. */
  readonly by?: Grouping<Key>;
}

/** The keys to group by. */
export function keysOf<Key extends string>(by: Grouping<Key> = []): readonly Key[] {
  return isKeys(by) ? by : (Object.keys(by) as Key[]);
}

function isKeys<Key extends string>(by: Grouping<Key>): by is readonly Key[] {
  return Array.isArray(by);
}

/** The values that keys may have: those named, or else the choices of a profile question. */
export function allowedValues(survey: SatisfactionSurvey, by: Grouping = []): AllowedValues {
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const key of keysOf(by)) {
    const named = isKeys(by) ? undefined : by[key];
    const question = survey.questions.find(({ id }) => id === key);
    if (named === 'any') continue;
    if (named !== undefined) allowed.set(key, new Set(named.map(String)));
    else if (question?.asks === 'profile') allowed.set(key, new Set(Object.keys(question.choices)));
  }
  return allowed;
}

/** The names of these options. */
export const TALLY_OPTIONS: readonly string[] = ['by', 'weight', 'unique'];

/** Refuses options that are none of these, and keys, weights and ids that cannot be. */
export function checkTallyOptions(options: TallyOptions, names: readonly string[]): void {
  checkCountingOptions(options, names);
  const { by = [] }: { by?: unknown } = options;
  if (Array.isArray(by)) checkKeys('by', by);
  else if (typeof by !== 'object' || by === null) refuse('by', by, 'a list of keys');
  else checkValues(by);
}

/** The same where nothing is grouped. */
export function checkCountingOptions(options: CountingOptions, names: readonly string[]): void {
  checkOptions(options, names);
  const { weight, unique }: { [Name in keyof CountingOptions]: unknown } = options;
  if (weight !== undefined && typeof weight !== 'string') {
    refuse('weight', weight, 'the key of the weights');
  }
  if (unique !== undefined && (typeof unique !== 'object' || unique === null)) {
    refuse('unique', unique, 'an object with a key');
  }
}

function checkValues(by: object): void {
  for (const [key, values] of Object.entries(by) as [string, unknown][]) {
    const isOne = (value: unknown): boolean =>
      typeof value === 'string' || typeof value === 'number';
    if (values === 'any' || (isList(values) && values.every(isOne))) continue;
    refuse(`by.${key}`, values, "a list of texts or numbers, or 'any'");
  }
}
