import { dataText } from '../../shared/dataText.ts';
import type { Issue, IssueCode } from '../../shared/issue.ts';
import { pathText, quote } from '../../shared/quote.ts';
import { isFields } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { copyOf, type Shape, shapeFaults } from '../../shared/shape.ts';
import { addFault, LISTED_FAULTS, type Path } from '../tally/parseTallyFaults.ts';

/** Tells a fault of what has the right shape. */
export type Tell = (path: Path, found: unknown, expected: string, code?: IssueCode) => void;

/** What a tally is counted of: a survey, a cycle or a standard. */
export interface Counted {
  /** Its id. */
  readonly id: string;
}

/** How one kind of tally is read. */
export interface TallyDoor<Tally, Source extends Counted> {
  /** What tells it from others. */
  readonly kind: string;
  /** What says what is counted, and how a message puts it, such as "survey" and "asks". */
  readonly source: readonly [noun: string, verb: string];
  /** What it looks like. */
  readonly shape: Shape;
  /**
   * What is counted, worked out from the source and from what the tally says it was asked for. It throws
   * where that cannot be asked of it.
   */
  readonly layout: (tally: Tally, source: Source) => Partial<Tally>;
  /** Tells, or refuses, what cannot have been counted. */
  readonly check: (tally: Tally, tell: Tell, source: Source) => void;
}

/** Reads a tally of one kind. */
export function readThrough<Tally, Source extends Counted>(
  door: TallyDoor<Tally, Source>,
  source: Source,
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
  const read = issues.length === 0 ? layOut(door, source, input, issues) : undefined;
  const [first, ...others] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  return { ok: true, value: read as Tally };
}

function layOut<Tally, Source extends Counted>(
  { source: [noun, verb], shape, layout, check }: TallyDoor<Tally, Source>,
  source: Source,
  input: unknown,
  issues: Issue[],
): Tally | undefined {
  const tally = copyOf(input, shape) as Tally & object;
  const tell: Tell = (path, found, expected, code = 'contradiction') => {
    if (issues.length < LISTED_FAULTS) addFault(issues, code, path, found, expected);
  };
  const asked = orFault(() => layout(tally, source), `what can be tallied of the ${noun}`, tell);
  if (asked === undefined) return undefined;
  for (const [field, expected] of Object.entries(asked)) {
    const found: unknown = Reflect.get(tally, field);
    if (comparable(noun, found) !== comparable(noun, expected)) {
      const place = typeof found === 'object' ? describeDifference(noun, found, expected) : found;
      tell([field], place, `what ${noun} ${quote(source.id)} ${verb}: ${describe(noun, expected)}`);
    }
  }
  if (issues.length > 0) return undefined;
  const read = { ...tally, ...asked };
  orFault(
    () => {
      check(read, tell, source);
    },
    'what can be counted',
    tell,
  );
  return read;
}

/** What the calling code would have done wrong is here a fault of the data. */
function orFault<Value>(work: () => Value, expected: string, tell: Tell): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServiceCycleError)) throw error;
    const code = error.code === 'unknown-id' ? 'unknown-reference' : 'contradiction';
    tell([], error.message, expected, code);
    return undefined;
  }
}

/** A layout as text. Labels, and codes for "not applicable", have no part in where answers are counted. */
function comparable(noun: string, layout: unknown): string | undefined {
  return dataText(`the ${noun}`, layout, (key, value: unknown) => {
    if (key === 'labels' || key === 'notApplicable') return undefined;
    if ((key === 'step' && value === 1) || (key === 'reversed' && value === false))
      return undefined;
    if (!isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function describe(noun: string, layout: unknown): string {
  const text = comparable(noun, layout) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}

/** Where two layouts first differ, by the first of their members that does. */
function describeDifference(noun: string, found: unknown, expected: unknown): unknown {
  if (!Array.isArray(found) || !Array.isArray(expected)) return describe(noun, found);
  const place = found.findIndex(
    (one, at) => comparable(noun, one) !== comparable(noun, expected[at]),
  );
  return place < 0 ? found : describe(noun, found[place]);
}
