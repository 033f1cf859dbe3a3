import { toJsonSchema } from '@valibot/to-json-schema';
import { cycle } from '../src/model/cycle.ts';
import type { Schema } from '../src/model/schema.ts';
import { satisfactionSurvey } from '../src/model/survey.ts';

/**
 * The JSON Schemas the package ships, by file name, built from the schemas that `parseCycle` and
 * `parseSurvey` read with. They say what the shape is; that ids are unique and declared is for those
 * two to check.
 */
export function jsonSchemas(): { readonly [file: string]: object } {
  return {
    'cycle.schema.json': jsonSchema('Service cycle', cycle()),
    'survey.schema.json': jsonSchema('Satisfaction survey', satisfactionSurvey()),
  };
}

function jsonSchema(title: string, of: Schema<unknown>): object {
  const { $schema, ...schema } = toJsonSchema(of, {
    typeMode: 'input',
    // A check is a function: what JSON Schema can say of it stands beside it as metadata.
    ignoreActions: ['check', 'raw_check', 'partial_check'],
  });
  return { $schema, title, ...schema };
}
