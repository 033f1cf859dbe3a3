import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../scripts/jsonSchema.ts';
import { parseCycle } from '../src/model/parseCycle.ts';
import { parseServicePlan } from '../src/model/parseServicePlan.ts';
import { parseSurvey } from '../src/model/parseSurvey.ts';
import type { Issue } from '../src/shared/issue.ts';
import type { Result } from '../src/shared/result.ts';
import { arbitraryCycle } from './support/arbitraryCycle.ts';
import { arbitraryServicePlan } from './support/arbitraryServicePlan.ts';
import { ROOT } from './support/projectFiles.ts';

const schemas = jsonSchemas(ROOT.endsWith('/') ? ROOT : `${ROOT}/`);

/** As somebody compiles it who has ajv and nothing else. */
function compile(file: string): ValidateFunction {
  return new Ajv({ strict: true, allErrors: false }).compile(schemas[file] as object);
}

/**
 * Whether an issue is one that no JSON Schema can find: it is about two places at once, or about a day
 * that the calendar does not have.
 */
function isBeyondSchema({ code, expected, found }: Issue): boolean {
  if (expected.startsWith('a day as'))
    return /^"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"$/.test(found);
  return (
    code === 'duplicate-id' ||
    code === 'unknown-reference' ||
    (code === 'out-of-range' &&
      /^(min below max|a step above 0|codes for "not applicable"|low <= base|shares that add up)/.test(
        expected,
      ))
  );
}

const arbitraryPlan = arbitraryCycle.chain((cycle) => arbitraryServicePlan(cycle));

const arbitrarySurvey = arbitraryCycle.map(
  ({ survey }): object => survey ?? { id: 's', title: 'S', questions: [] },
);

describe.each([
  { file: 'cycle.schema.json', parse: parseCycle, valid: arbitraryCycle },
  { file: 'service-plan.schema.json', parse: parseServicePlan, valid: arbitraryPlan },
  { file: 'survey.schema.json', parse: parseSurvey, valid: arbitrarySurvey },
])('$file', ({ file, parse, valid }) => {
  const accepts = compile(file);

  it('has an id, and says of every part what it is', () => {
    expect(schemas[file]).toHaveProperty('$id');
    expect(undescribed(schemas[file], '#')).toEqual([]);
  });

  it('takes what the door takes', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(accepts(value), JSON.stringify(accepts.errors)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('agrees with the door on what is spoilt in one place, but for what no schema can see', () => {
    const harm = fc.oneof(
      fc.constantFrom(null, '', ' ', 'x ', 'nps', 'question-0', '2027-02-30', '__proto__', -1, 0.5),
      fc.constantFrom(11, 1e9, true, [], {}, { en: '' }, { EN: 'x' }, { constructor: 1 }, [null]),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(valid, fc.nat(), fc.boolean(), harm, (value, choice, isRemoved, by) => {
        const spoilt = spoil(value, choice, isRemoved, by);
        const result = (parse as (input: unknown) => Result<unknown>)(spoilt);
        const issues = result.ok ? [] : result.issues.filter((issue) => !isBeyondSchema(issue));
        expect(accepts(spoilt), JSON.stringify([issues, accepts.errors])).toBe(issues.length === 0);
      }),
      { numRuns: 150 },
    );
  });
});

/** A copy with a key taken away, or with another value under it, or with one more key. */
function spoil(whole: object, choice: number, isRemoved: boolean, by: unknown): object {
  const copy = structuredClone(whole);
  const places = placesOf(copy);
  const [owner, key] = places[choice % places.length] ?? [copy, 'id'];
  if (isRemoved && !Array.isArray(owner)) Reflect.deleteProperty(owner, key);
  else if (choice % 7 === 0 && !Array.isArray(owner)) Reflect.set(owner, `${key}s`, by);
  else Reflect.set(owner, key, by);
  return copy;
}

function placesOf(owner: object): [object, string][] {
  return Object.entries(owner).flatMap(([key, value]: [string, unknown]): [object, string][] => [
    [owner, key],
    ...(typeof value === 'object' && value !== null ? placesOf(value) : []),
  ]);
}

/** The schemas within a schema that have no description. */
function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { description } = node as { readonly description?: unknown };
  const own = typeof description === 'string' && description.length > 3 ? [] : [path];
  const within = (key: string): string[] => {
    const inner: unknown = Reflect.get(node, key);
    if (typeof inner !== 'object' || inner === null) return [];
    return ['properties', '$defs', 'anyOf', 'oneOf'].includes(key)
      ? Object.entries(inner).flatMap(([name, one]) => undescribed(one, `${path}/${key}/${name}`))
      : undescribed(inner, `${path}/${key}`);
  };
  const keys = ['properties', '$defs', 'anyOf', 'oneOf', 'items', 'additionalProperties'];
  return [...own, ...[...keys, 'propertyNames'].flatMap(within)];
}
