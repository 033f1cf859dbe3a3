import { safeParse } from 'valibot';
import type { Issue } from '../shared/issue.ts';
import type { Result } from '../shared/result.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { readIssue } from './readIssue.ts';
import type { Schema } from './schema.ts';

/**
 * Reads anything by a schema and adds the faults that a schema cannot see, so that all of them are
 * told at once.
 *
 * @param schema - the shape
 * @param input - anything
 * @param references - ids declared twice, and ids that nothing declares
 */
export function readOutside<Value>(
  schema: Schema<Value>,
  input: unknown,
  references: readonly Issue[],
): Result<Value> {
  const read = safeParse(schema, input);
  const [first, ...others]: Issue[] = [...(read.issues ?? []).map(readIssue), ...references];
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  return { ok: true, value: read.output as Value };
}

/** What was read of a literal in code, whose faults are faults of the calling code. */
export function valueOrThrow<Value>(result: Result<Value>, noun: 'cycle' | 'survey'): Value {
  if (result.ok) return result.value;
  const faults = result.issues.map((issue) => `\n- ${issue.message}`).join('');
  throw new ServiceCycleError(`invalid-${noun}`, `This is not a ${noun}:${faults}`, result.issues);
}
