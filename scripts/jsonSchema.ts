import { toJsonSchema } from '@valibot/to-json-schema';
import { cycle } from '../src/model/cycle.ts';

/**
 * The JSON Schema of a cycle, built from the schema that `parseCycle` reads with. It says what the
 * shape is; that ids are unique and declared is for `parseCycle` to check.
 */
export function cycleJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(cycle(), {
    typeMode: 'input',
    // A check is a function: what JSON Schema can say of it stands beside it as metadata.
    ignoreActions: ['check', 'raw_check', 'partial_check'],
  });
  return { $schema, title: 'Service cycle', ...schema };
}
