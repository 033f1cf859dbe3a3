import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { Tally } from '../types.ts';
import { sizesOf } from './alignTallies.ts';
import { hiddenBeside } from './hiddenBeside.ts';
import { hiddenGroups } from './hiddenGroups.ts';

const MINIMUM = 5;
const KEYS = ['a', 'b', 'c'] as const;
type Key = (typeof KEYS)[number];
type What = 'responses' | 'answers';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 2 } }],
};

/** How many responses and answers each group of a crossed table has. */
type Counts = readonly { readonly responses: number; readonly answers: number }[];

/** Tallies of one crossed table, in the order in which they are published. */
interface Publication {
  readonly radix: readonly number[];
  readonly tables: readonly Counts[];
}

const size = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 5, max: 40 }),
);

function countsOver(groups: number): fc.Arbitrary<Counts> {
  const one = fc.tuple(size, fc.nat({ max: 3 })).map(([responses, blank]) => ({
    responses,
    answers: Math.max(0, responses - blank),
  }));
  return fc.array(one, { minLength: groups, maxLength: groups });
}

function add(first: Counts, second: Counts): Counts {
  return first.map(({ responses, answers }, group) => ({
    responses: responses + (second[group]?.responses ?? 0),
    answers: answers + (second[group]?.answers ?? 0),
  }));
}

const shape = fc.constantFrom([4], [6], [3, 3], [4, 3], [3, 2, 3]);

/** Two or three tallies, each part of the next, published in any order. */
const waves: fc.Arbitrary<Publication> = shape.chain((radix) => {
  const groups = radix.reduce((product, values) => product * values, 1);
  return fc
    .tuple(
      fc.array(countsOver(groups), { minLength: 2, maxLength: 3 }),
      fc.nat(),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([parts, turn, rare]) => {
      const tables: Counts[] = [];
      for (const [wave, part] of parts.entries()) {
        // Where `rare` is above 0, later waves bring something to few groups only.
        const few = part.map((counts, group) =>
          wave > 0 && rare > 0 && group % (rare + 1) > 0 ? { responses: 0, answers: 0 } : counts,
        );
        const last = tables.at(-1);
        tables.push(last === undefined ? few : add(last, few));
      }
      const start = turn % tables.length;
      return { radix, tables: [...tables.slice(start), ...tables.slice(0, start)] };
    });
});

/** All groups, and all but those with some values of the first key, published in either order. */
const filters: fc.Arbitrary<Publication> = fc
  .tuple(fc.constantFrom(3, 4, 6), fc.nat(), fc.boolean())
  .chain(([values, left, isFirst]) =>
    countsOver(values).map((all) => {
      const kept = all.map((counts, group) =>
        (left >> group) % 2 === 1 ? { responses: 0, answers: 0 } : counts,
      );
      return { radix: [values], tables: isFirst ? [kept, all] : [all, kept] };
    }),
  );

function valuesOf(radix: readonly number[], group: number): number[] {
  const values: number[] = [];
  let rest = group;
  for (const own of radix.toReversed()) {
    values.unshift(rest % own);
    rest = Math.floor(rest / own);
  }
  return values;
}

function tallyOf(radix: readonly number[], table: Counts): Tally<'q', Key> {
  const by = KEYS.slice(0, radix.length);
  const rows = table.flatMap(({ responses, answers }, group) => {
    const values = valuesOf(radix, group);
    const place = Object.fromEntries(by.map((key, at) => [key, String(values[at])])) as {
      readonly [Name in Key]?: string;
    };
    return Array.from({ length: responses }, (_, at) => ({ ...place, q: at < answers ? 1 : null }));
  });
  return tallyResponses(survey, rows, { by });
}

function subsets<T>(list: readonly T[]): T[][] {
  return list
    .reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
    .toSorted((x, y) => x.length - y.length);
}

/** A sum over the groups by all keys of all tallies that the attacker knows, or would like to. */
type Sum = readonly number[];

/** The groups by some of the keys: which groups by all keys each one has. */
function nodesOf(radix: readonly number[], levels: readonly number[]): Map<string, number[]> {
  const nodes = new Map<string, number[]>();
  const groups = radix.reduce((product, values) => product * values, 1);
  for (let group = 0; group < groups; group += 1) {
    const values = valuesOf(radix, group);
    const label = levels.map((level) => values[level]).join();
    nodes.set(label, [...(nodes.get(label) ?? []), group]);
  }
  return nodes;
}

/** Everything that is shown of one tally and of its roll-ups, as the members of groups shown. */
function shownOf(
  radix: readonly number[],
  tallies: readonly Tally<'q', Key>[],
  what: What,
): number[][] {
  const tally = tallies.at(-1) as Tally<'q', Key>;
  // Where nothing at all is shown of a tally, no roll-up of it is published either.
  if (hiddenBeside(tally, MINIMUM, tallies.slice(0, -1)).isTotalHidden) return [];
  const shown: number[][] = [];
  const hiddenNodes: (readonly number[])[] = [];
  for (const levels of subsets([...radix.keys()])) {
    const rolled = rollUp(
      tally,
      levels.map((level) => KEYS[level] as Key),
    );
    const hidden = hiddenBeside(rolled, MINIMUM, tallies.slice(0, -1));
    if (levels.length === 0) {
      const isShown = what === 'responses' ? !hidden.isTotalHidden : !hidden.isUnseenQuestion(0);
      if (isShown) shown.push([...(nodesOf(radix, []).get('') ?? [])]);
      else if (hidden.isTotalHidden) return [];
      continue;
    }
    const listed = new Map<string, boolean>();
    const walk = levels.map(() => 0);
    for (const code of rolled.groups) {
      walkOf(rolled.by, code, walk);
      if (!hidden.isListed(walk)) continue;
      const isHidden = hidden.isHidden(walk) || (what === 'answers' && hidden.isHiddenQuestion(0));
      listed.set(walk.map((place, level) => rolled.by[level]?.values[place]).join(), isHidden);
    }
    if (what === 'answers' && hidden.isUnseenQuestion(0)) continue;
    for (const [label, members] of nodesOf(radix, levels)) {
      const isWithin = hiddenNodes.some((node) => members.every((group) => node.includes(group)));
      // What is not listed, and lies in nothing hidden, is known to be empty.
      const isHidden = listed.get(label) ?? (isWithin || listed.size === 0);
      if (isHidden) hiddenNodes.push(members);
      else shown.push(members);
    }
  }
  return shown;
}

/** What an attacker works out: whether a sum follows from sums that are known. */
function attacker(known: readonly Sum[]): (sum: Sum) => boolean {
  const basis: { readonly row: number[]; readonly pivot: number }[] = [];
  const reduce = (sum: Sum): number[] => {
    const rest = [...sum];
    for (const { row, pivot } of basis) {
      const factor = (rest[pivot] ?? 0) / (row[pivot] ?? 1);
      if (factor === 0) continue;
      for (const [at, value] of row.entries()) rest[at] = (rest[at] ?? 0) - factor * value;
    }
    return rest.map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
  };
  for (const sum of known) {
    const row = reduce(sum);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot >= 0) basis.push({ row, pivot });
  }
  return (sum) => reduce(sum).every((value) => value === 0);
}

/** The groups of any tally, and of the difference of any two, that are small and can be worked out. */
function leaks({ radix, tables }: Publication, what: What, isFilter: boolean): string[] {
  const tallies = tables.map((table) => tallyOf(radix, table));
  const groups = tables[0]?.length ?? 0;
  const sumOf = (...signed: readonly (readonly [number, number, readonly number[]])[]): Sum => {
    const sum = new Array<number>(groups * tables.length).fill(0);
    for (const [sign, which, members] of signed) {
      for (const group of members) sum[which * groups + group] = sign;
    }
    return sum;
  };
  const known = tallies.flatMap((_, which) =>
    shownOf(radix, tallies.slice(0, which + 1), what).map((members) => sumOf([1, which, members])),
  );
  if (isFilter) {
    // Everybody knows which groups a filter leaves out, and that the others stay as they are.
    for (let group = 0; group < groups; group += 1) {
      const counts = tables.map((table) => table[group]?.responses ?? 0);
      if (counts[0] === counts[1]) known.push(sumOf([1, 0, [group]], [-1, 1, [group]]));
      else known.push(sumOf([1, counts.indexOf(0), [group]]));
    }
  }
  const follows = attacker(known);
  const found: string[] = [];
  for (const levels of subsets([...radix.keys()])) {
    for (const [label, members] of nodesOf(radix, levels)) {
      const place = `${levels.map((level) => KEYS[level]).join()}=${label}`;
      const sizes = tables.map((table) =>
        members.reduce((sum, group) => sum + (table[group]?.[what] ?? 0), 0),
      );
      for (const [which, own] of sizes.entries()) {
        if (isFew(own) && follows(sumOf([1, which, members]))) found.push(`${place} of ${which}`);
        for (const [earlier, before] of sizes.slice(0, which).entries()) {
          const difference = sumOf([1, which, members], [-1, earlier, members]);
          if (isFew(Math.abs(own - before)) && follows(difference)) {
            found.push(`${place} of ${which} less ${earlier}`);
          }
        }
      }
    }
  }
  return found;
}

function isFew(count: number): boolean {
  return count > 0 && count < MINIMUM;
}

/** The scores of all responses to a tally are given, however few; only differences can hide them. */
function areEnough({ tables }: Publication, what: What): boolean {
  return tables.every((table) => table.reduce((sum, counts) => sum + counts[what], 0) >= MINIMUM);
}

describe('suppression beside published tallies', () => {
  it.each(['responses', 'answers'] as const)(
    'lets nobody work out the %s of a small group, or of the small difference of two waves, from all that is shown of all waves',
    (what) => {
      fc.assert(
        fc.property(waves, (publication) => {
          fc.pre(areEnough(publication, what));
          expect(leaks(publication, what, false)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(['responses', 'answers'] as const)(
    'lets nobody work out the %s of a small group who knows what a filter leaves out',
    (what) => {
      fc.assert(
        fc.property(filters, (publication) => {
          fc.pre(areEnough(publication, what));
          expect(leaks(publication, what, true)).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('hides the same again when the same tally is published again', () => {
    fc.assert(
      fc.property(waves, ({ radix, tables }) => {
        const tallies = tables.map((table) => tallyOf(radix, table));
        const tally = tallies.at(-1) as Tally<'q', Key>;
        const once = hiddenBeside(tally, MINIMUM, tallies.slice(0, -1));
        const again = hiddenBeside(tally, MINIMUM, tallies);
        const walk = radix.map(() => 0);
        fc.pre(!once.isTotalHidden);
        for (const code of tally.groups) {
          walkOf(tally.by, code, walk);
          expect(again.isHidden(walk)).toBe(once.isHidden(walk));
        }
      }),
    );
  });

  it('hides what it would hide alone where counts differ both up and down', () => {
    fc.assert(
      fc.property(waves, ({ radix, tables }) => {
        const tally = tallyOf(radix, tables[0] ?? []);
        const other = tallyOf(radix, [
          { responses: (tables[0]?.[0]?.responses ?? 0) + 1, answers: 0 },
          ...(tables[0] ?? []).slice(1, -1),
          { responses: 0, answers: 0 },
        ]);
        fc.pre((tables[0]?.at(-1)?.responses ?? 0) > 0);
        const alone = hiddenGroups(tally, sizesOf(tally), MINIMUM);
        const beside = hiddenBeside(tally, MINIMUM, [other]);
        const walk = radix.map(() => 0);
        for (const code of tally.groups) {
          walkOf(tally.by, code, walk);
          expect(beside.isHidden(walk)).toBe(alone.isHidden(walk));
          expect(beside.isListed(walk)).toBe(alone.isListed(walk));
        }
        expect(beside.isTotalHidden).toBe(false);
      }),
    );
  });

  it('hides nothing where every group, and every difference, is large enough', () => {
    fc.assert(
      fc.property(waves, ({ radix, tables }) => {
        const large = tables.map((table, wave) =>
          table.map(({ responses }) => {
            const count = responses === 0 ? 0 : (wave + 1) * 50 + responses - (responses % 50);
            return { responses: count, answers: count };
          }),
        );
        const first = large[0] ?? [];
        const second = first.map(({ responses }) =>
          responses === 0
            ? { responses: 0, answers: 0 }
            : { responses: responses + 7, answers: responses + 7 },
        );
        const tally = tallyOf(radix, second);
        const hidden = hiddenBeside(tally, MINIMUM, [tallyOf(radix, first)]);
        const walk = radix.map(() => 0);
        for (const code of tally.groups) {
          walkOf(tally.by, code, walk);
          expect(hidden.isHidden(walk)).toBe(false);
        }
      }),
    );
  });
});
