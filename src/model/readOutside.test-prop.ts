import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import type { Issue } from '../shared/issue.ts';
import type { Result } from '../shared/result.ts';
import { parseCycle } from './parseCycle.ts';
import { parseSurvey } from './parseSurvey.ts';

const surveyOf = (cycle: { readonly survey?: unknown }): object => cycle.survey as object;
const arbitrarySurvey = arbitraryCycle.map(surveyOf);

describe.each([
  { door: 'parseCycle', parse: parseCycle, valid: arbitraryCycle },
  { door: 'parseSurvey', parse: parseSurvey, valid: arbitrarySurvey },
])('$door', ({ parse, valid }) => {
  it('is undone by serializing: parse(serialize(x)) equals x', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(parse(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
      }),
    );
  });

  it('never changes its input', () => {
    fc.assert(
      fc.property(valid, (value) => {
        const before = structuredClone(value);
        parse(value);
        expect(value).toEqual(before);
      }),
    );
  });

  it('answers anything at all with a result, never a throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
        const result = parse(input);
        expect(result.ok || result.issues.length > 0).toBe(true);
      }),
    );
  });

  it('finds the fault wherever one value is replaced by a function', () => {
    fc.assert(
      fc.property(valid, fc.nat(), (value, choice) => {
        const result = parse(spoilt(value, choice, () => 0));
        expect(result.ok).toBe(false);
        expect(result.ok ? '' : result.issues[0].found).not.toBe('');
      }),
    );
  });
});

describe('parseSurvey', () => {
  it('finds in a survey what parseCycle finds in it, but for moments and areas unknown there', () => {
    const harm = fc.oneof(fc.anything(), fc.constantFrom('question-0', 'nps', 'nobody', 5, ''));
    fc.assert(
      fc.property(arbitraryCycle, fc.nat(), harm, (cycle, choice, value) => {
        const survey = spoilt(surveyOf(cycle), choice, value);
        const within = issuesOf(parseCycle({ ...cycle, survey }))
          .filter(({ code }) => code !== 'unknown-reference')
          .map(({ code, path, expected }) => ({ code, path, expected }));
        const alone = issuesOf(parseSurvey(survey)).map(({ code, path, expected }) => ({
          code,
          path: ['survey', ...path],
          expected,
        }));
        expect(alone).toEqual(within);
      }),
    );
  });
});

function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? [] : result.issues;
}

/** A copy with another value in one of the places that hold something other than an object. */
function spoilt(whole: object, choice: number, value: unknown): object {
  const copy = structuredClone(whole);
  const places = leaves(copy);
  const [owner, key] = places[choice % places.length] ?? [{}, ''];
  Object.assign(owner, { [key]: value });
  return copy;
}

function leaves(owner: object): [object, string][] {
  return Object.entries(owner).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value)
      : [[owner, key] satisfies [object, string]],
  );
}
