import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Issue, IssueCode } from '../../shared/issue.ts';
import { pathText, quote } from '../../shared/quote.ts';
import { isFields } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { copyOf, type Shape, shapeFaults } from '../../shared/shape.ts';
import { addFault, LISTED_FAULTS, type Path } from '../tally/parseTallyFaults.ts';

/** Tells a fault of what has the right shape. */
export type Tell = (path: Path, found: unknown, expected: string, code?: IssueCode) => void;

/** How one kind of tally is read. */
export interface TallyDoor<Tally> {
  /** What tells it from others. */
  readonly kind: string;
  /** What it looks like. */
  readonly shape: Shape;
  /**
   * What is counted, worked out from the survey and from what the tally says it was asked for. It throws
   * where the survey cannot be asked so.
   */
  readonly layout: (tally: Tally, survey: SatisfactionSurvey) => Partial<Tally>;
  /** Tells what cannot have been counted. */
  readonly check: (tally: Tally, tell: Tell) => void;
}

/** Reads a tally of one kind. */
export function readThrough<Tally>(
  door: TallyDoor<Tally>,
  survey: SatisfactionSurvey,
  input: unknown,
): Result<Tally> {
  const issues: Issue[] = [];
  const kind: unknown = isFields(input) ? Reflect.get(input, 'kind') : undefined;
  if (kind !== undefined && kind !== door.kind) {
    addFault(issues, 'not-allowed', ['kind'], kind, quote(door.kind));
  }
  for (const { code, path, found, expected } of shapeFaults(input, door.shape, LISTED_FAULTS)) {
    if (code === 'missing') {
      issues.push({
        code,
        path,
        found: 'nothing',
        expected,
        message: `${pathText(path)}: missing`,
      });
    } else addFault(issues, code, path, found, expected);
  }
  const read = issues.length === 0 ? layOut(door, survey, input, issues) : undefined;
  const [first, ...others] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  return { ok: true, value: read as Tally };
}

function layOut<Tally>(
  { shape, layout, check }: TallyDoor<Tally>,
  survey: SatisfactionSurvey,
  input: unknown,
  issues: Issue[],
): Tally | undefined {
  const tally = copyOf(input, shape) as Tally & object;
  const tell: Tell = (path, found, expected, code = 'contradiction') => {
    if (issues.length < LISTED_FAULTS) addFault(issues, code, path, found, expected);
  };
  const asked = orFault(() => layout(tally, survey), tell);
  if (asked === undefined) return undefined;
  for (const [field, expected] of Object.entries(asked)) {
    const found: unknown = Reflect.get(tally, field);
    if (comparable(found) !== comparable(expected)) {
      const place = typeof found === 'object' ? describeDifference(found, expected) : found;
      tell([field], place, `what survey ${quote(survey.id)} asks: ${describe(expected)}`);
    }
  }
  if (issues.length > 0) return undefined;
  const read = { ...tally, ...asked };
  check(read, tell);
  return read;
}

/** What the calling code would have done wrong is here a fault of the data. */
function orFault<Value>(work: () => Value, tell: Tell): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServiceCycleError)) throw error;
    const code = error.code === 'unknown-id' ? 'unknown-reference' : 'contradiction';
    tell([], error.message, 'what can be tallied of the survey', code);
    return undefined;
  }
}

/** A layout as text. Labels, and codes for "not applicable", have no part in where answers are counted. */
function comparable(layout: unknown): string | undefined {
  return JSON.stringify(layout, (key, value: unknown) => {
    if (key === 'labels' || key === 'notApplicable') return undefined;
    if ((key === 'step' && value === 1) || (key === 'reversed' && value === false))
      return undefined;
    if (!isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function describe(layout: unknown): string {
  const text = comparable(layout) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}

/** Where two layouts first differ, by the first of their members that does. */
function describeDifference(found: unknown, expected: unknown): unknown {
  if (!Array.isArray(found) || !Array.isArray(expected)) return describe(found);
  const place = found.findIndex((one, at) => comparable(one) !== comparable(expected[at]));
  return place < 0 ? found : describe(found[place]);
}
