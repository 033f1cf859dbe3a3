import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../test/support/groupsOf.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { scoreTally } from '../score/scoreTally.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';

const MINIMUM = 5;
const KEYS = ['a', 'b', 'c'] as const;
type Key = (typeof KEYS)[number];

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 2 } }],
};

/** A crossed table: the values of each key, and how many responses and answers each group has. */
interface Table {
  readonly keys: readonly Key[];
  readonly radix: readonly number[];
  readonly asked: readonly number[];
  readonly answered: readonly number[];
}

const size = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 5, max: 40 }),
);

const table: fc.Arbitrary<Table> = fc
  .constantFrom([4], [3, 3], [4, 3], [3, 2, 3])
  .chain((radix) => {
    const groups = radix.reduce((product, values) => product * values, 1);
    return fc
      .array(fc.tuple(size, fc.nat({ max: 3 })), { minLength: groups, maxLength: groups })
      .map((drawn) => ({
        keys: KEYS.slice(0, radix.length),
        radix,
        asked: drawn.map(([asked]) => asked),
        answered: drawn.map(([asked, blank]) => Math.max(0, asked - blank)),
      }));
  });

function valuesOf(radix: readonly number[], group: number): number[] {
  const values: number[] = [];
  let rest = group;
  for (const values_ of radix.toReversed()) {
    values.unshift(rest % values_);
    rest = Math.floor(rest / values_);
  }
  return values;
}

function rowsOf({
  keys,
  radix,
  asked,
  answered,
}: Table): (Record<Key, string> & { q: number | null })[] {
  return asked.flatMap((count, group) => {
    const values = valuesOf(radix, group);
    const place = Object.fromEntries(keys.map((key, at) => [key, String(values[at])]));
    return Array.from({ length: count }, (_, at) => ({
      ...(place as Record<Key, string>),
      q: at < (answered[group] ?? 0) ? 1 + (at % 2) : null,
    }));
  });
}

function subsets<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** One sum over groups that the attacker knows, or would like to. */
type Sum = readonly number[];

/**
 * Everything shown about the whole and every roll-up, as sums over the groups by all keys: those whose
 * value is shown, and those that are hidden. Groups that are not listed and lie in no hidden one are
 * known to be empty.
 */
function published(of: Table, what: 'responses' | 'answers'): { known: Sum[]; hidden: Sum[] } {
  const { keys, radix } = of;
  const all = Array.from({ length: of.asked.length }, (_, group) => valuesOf(radix, group));
  const tally = tallyResponses(survey, rowsOf(of), { by: keys });
  const sizes = what === 'responses' ? of.asked : of.answered;
  const hiddenWalks = new Set<string>();
  const known: Sum[] = [all.map(() => 1)];
  const hidden: Sum[] = [];
  const cuts = subsets(keys.map((_, level) => level)).filter((levels) => levels.length > 0);
  for (const levels of cuts.toSorted((x, y) => x.length - y.length)) {
    const { groups } = scoreTally(
      survey,
      rollUp(
        tally,
        levels.map((level) => keys[level] as Key),
      ),
      {
        minimumGroupSize: MINIMUM,
      },
    );
    const label = (values: readonly (number | string)[]): string =>
      `${levels.join()}:${levels.map((level) => values[level]).join()}`;
    const listed = new Map(
      groupsOf(groups).map((group) => {
        const values = keys.map((key) => group.group[key] ?? '');
        const isHidden =
          group.responses === 'suppressed' ||
          (what === 'answers' && group.outcomes[0]?.status === 'suppressed');
        return [label(values), isHidden];
      }),
    );
    const nothingListed = groups === undefined || groups.responses.length === 0;
    for (const walk of new Map(all.map((values) => [label(values), values])).values()) {
      const own = label(walk);
      const sum = all.map((values) => (label(values) === own ? 1 : 0));
      const inHidden = cuts.some(
        (coarser) =>
          coarser.length < levels.length &&
          coarser.every((level) => levels.includes(level)) &&
          hiddenWalks.has(`${coarser.join()}:${coarser.map((level) => walk[level]).join()}`),
      );
      const isHidden = listed.get(own) ?? (inHidden || nothingListed);
      if (isHidden) {
        hiddenWalks.add(own);
        const total = sizes.reduce((count, each, group) => count + each * (sum[group] ?? 0), 0);
        if (total > 0 && total < MINIMUM) hidden.push(sum);
      } else known.push(sum);
    }
  }
  return { known, hidden };
}

/** Whether a sum follows from others by addition and subtraction (with any factors). */
function follows(sum: Sum, from: readonly Sum[]): boolean {
  const rows = from.map((row) => [...row]);
  const target = [...sum];
  let rank = 0;
  for (let column = 0; column < target.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    const [chosen = []] = rows.splice(pivot, 1);
    rows.splice(rank, 0, chosen);
    for (const row of [...rows.slice(rank + 1), target]) {
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
      if (factor === 0) continue;
      for (let at = column; at < row.length; at += 1)
        row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
    rank += 1;
  }
  return target.every((value) => Math.abs(value) < 1e-9);
}

describe('suppression', () => {
  it.each(['responses', 'answers'] as const)(
    'lets nobody work out the %s of a small group from all that is shown, roll-ups included',
    (what) => {
      fc.assert(
        fc.property(table, (drawn) => {
          // The scores of all responses are always given: fewer than the minimum have no group to hide in.
          const sizes = what === 'responses' ? drawn.asked : drawn.answered;
          fc.pre(sizes.reduce((sum, count) => sum + count, 0) >= MINIMUM);
          const { known, hidden } = published(drawn, what);
          for (const sum of hidden) expect(follows(sum, known)).toBe(false);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('shows no group with fewer answers than the minimum', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const tally = tallyResponses(survey, rowsOf(drawn), { by: drawn.keys });
        const { groups } = scoreTally(survey, tally);
        for (const { responses, n } of groupsOf(groups)) {
          if (responses !== 'suppressed') expect(responses).toBeGreaterThanOrEqual(MINIMUM);
          for (const answered of n) {
            if (answered !== null && answered > 0) expect(answered).toBeGreaterThanOrEqual(MINIMUM);
          }
        }
        const { questions = [], width = 1, cells = [] } = groups?.counts ?? {};
        const answers = cells.map((count, at) => {
          const { firstCell, scale } = questions[0] ?? { firstCell: 0, scale: { min: 0, max: 0 } };
          const place = (at % width) - firstCell;
          return place >= 0 && place < answerCount(scale) ? count : 0;
        });
        for (let start = 0; start < cells.length; start += width) {
          const answered = answers
            .slice(start, start + width)
            .reduce((total, count) => total + count, 0);
          if (answered > 0) expect(answered).toBeGreaterThanOrEqual(MINIMUM);
        }
      }),
    );
  });

  it('hides nothing where every group is large enough', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const asked = drawn.asked.map((count) => (count === 0 ? 0 : count + MINIMUM));
        const large = { ...drawn, asked, answered: asked };
        const tally = tallyResponses(survey, rowsOf(large), { by: large.keys });
        const { groups } = scoreTally(survey, tally);
        expect(groups?.responses).toHaveLength(tally.groups.length);
        expect(groups?.responses).not.toContain(null);
      }),
    );
  });
});
