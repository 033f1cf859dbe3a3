import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './projectFiles.ts';

/** A number, or a list or record of figures. */
export type Figure = number | readonly Figure[] | { readonly [field: string]: Figure };

/** One case of a file in `test/reference`. */
export interface ReferenceCase {
  /** Unique in its file; of a published example, its method and id. */
  readonly name: string;
  /** The program and call, or the paper and table. */
  readonly source: string;
  /** How a published example was come by. */
  readonly provenance?: string;
  /** What was computed from. */
  readonly input: unknown;
  /** What the source gives; `null` where it could not compute. */
  readonly expected: unknown;
  /** The relative error allowed, absolute below 1; by field where it differs. */
  readonly tolerance: number | Readonly<Record<string, number>>;
  /** The exceptions from `tolerance`. */
  readonly fieldTolerance?: Readonly<Record<string, number>>;
}

/** What to do about each case of a file, by how the name of the case begins: longest match wins. */
export interface Account {
  /** Our own figures for the input of a case. */
  readonly computed: Readonly<Record<string, (input: never) => Figure>>;
  /** Why nothing is computed. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** The cases of a file in `test/reference`, given without its extension. */
export function referenceCases(file: string): readonly ReferenceCase[] {
  const path = join(ROOT, 'test/reference', `${file}.json`);
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as {
    cases: (ReferenceCase & { id?: string; method?: string })[];
  };
  return cases.map((each) => (each.method ? { ...each, name: `${each.method} ${each.id}` } : each));
}

/** The one case of a file that has this name. */
export function referenceCase(file: string, name: string): ReferenceCase {
  const found = referenceCases(file).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${file}.json has no case named ${name}`);
  return found;
}

/**
 * Expects our figures to be those of the source, within the tolerance of the case. A record may leave
 * out fields that we do not compute, and may not name one that the source lacks.
 */
export function expectFigures({ expected, ...limits }: ReferenceCase, got: Figure): void {
  expectClose(expected, got, '', limits);
}

/** Runs every case of a file, and fails when one is neither computed nor left out for a reason. */
export function accountFor(file: string, { computed, leftOut }: Account): void {
  const prefixes = [...Object.keys(computed), ...Object.keys(leftOut)];
  const prefixOf = (name: string): string | undefined =>
    prefixes.filter((each) => name.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  const cases = referenceCases(file).map((each) => ({ each, prefix: prefixOf(each.name) }));

  describe(`${file}.json`, () => {
    it('has no case that is neither computed nor left out with a reason', () => {
      expect(
        cases.filter(({ prefix }) => prefix === undefined).map(({ each }) => each.name),
      ).toEqual([]);
    });

    it('has a case for everything that is said about it', () => {
      expect(prefixes.filter((each) => !cases.some(({ prefix }) => prefix === each))).toEqual([]);
    });

    for (const { each, prefix } of cases) {
      const compute = prefix === undefined ? undefined : computed[prefix];
      if (compute) it(titleOf(each), () => expectFigures(each, compute(each.input as never)));
    }
  });
}

function titleOf({ name, source, provenance }: ReferenceCase): string {
  return `${name}: ${source}${provenance ? ` (${provenance})` : ''}`;
}

function expectClose(
  expected: unknown,
  got: Figure,
  field: string,
  limits: Pick<ReferenceCase, 'tolerance' | 'fieldTolerance'>,
): void {
  if (typeof got !== 'number') {
    expect(typeof expected).toBe('object');
    if (Array.isArray(got)) expect(got).toHaveLength((expected as unknown[]).length);
    for (const [key, figure] of Object.entries(got)) {
      const inner = (expected as Record<string, unknown>)[key];
      expectClose(inner, figure, Array.isArray(got) ? field : key, limits);
    }
    return;
  }
  expect(typeof expected, `${field} is in the source`).toBe('number');
  const { tolerance, fieldTolerance } = limits;
  const relative =
    fieldTolerance?.[field] ?? (typeof tolerance === 'number' ? tolerance : tolerance[field]);
  const limit = (relative ?? 0) * Math.max(1, Math.abs(expected as number));
  expect(
    Math.abs(got - (expected as number)),
    `${field} is ${got}; expected ${String(expected)} ± ${limit}`,
  ).toBeLessThanOrEqual(limit);
}
