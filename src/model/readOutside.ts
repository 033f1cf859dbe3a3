import { safeParse } from 'valibot';
import type { Issue } from '../shared/issue.ts';
import type { Result } from '../shared/result.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { addIssue, type FoundIssues, moreIssues } from './listedIssues.ts';
import { readIssue } from './readIssue.ts';
import { REST, type Schema } from './schema.ts';

/**
 * Reads anything by a schema and adds the faults that a schema cannot see, so that all of them are
 * told at once: the first 1,000, and how many more there are. What the host has set up in valibot has
 * no part in it.
 *
 * @param schema - the shape
 * @param input - anything
 * @param references - ids declared twice, and ids that nothing declares
 */
export function readOutside<Value>(
  schema: Schema<Value>,
  input: unknown,
  references: FoundIssues,
): Result<Value> {
  const read = safeParse(schema, input, { lang: '', abortEarly: false, abortPipeEarly: false });
  const all: FoundIssues = { listed: [], more: references.more };
  for (const issue of read.issues ?? []) {
    if (issue.type === REST) all.more += Number(issue.requirement);
    else addIssue(all, () => readIssue(issue));
  }
  for (const issue of references.listed) addIssue(all, () => issue);
  const [first, ...others]: Issue[] = [...all.listed, ...moreIssues(all)];
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  return { ok: true, value: read.output as Value };
}

/** What was read of a literal in code, whose faults are faults of the calling code. */
export function valueOrThrow<Value>(
  result: Result<Value>,
  noun: 'cycle' | 'survey' | 'service plan',
): Value {
  if (result.ok) return result.value;
  const told = result.issues.slice(0, TOLD).map((issue) => `\n- ${issue.message}`);
  const rest = result.issues.length - told.length;
  const faults = `${told.join('')}${rest > 0 ? `\n- and ${String(rest)} more` : ''}`;
  const code = noun === 'service plan' ? 'invalid-service-plan' : (`invalid-${noun}` as const);
  throw new ServiceCycleError(code, `This is not a ${noun}:${faults}`, result.issues);
}

/** How many faults the message of an error tells; all of them are in its `issues`. */
const TOLD = 100;
