import type { Issue } from '../../shared/issue.ts';
import { quote } from '../../shared/quote.ts';
import type { GroupingKey } from '../types.ts';
import { byValue } from './orderGroups.ts';
import {
  addFault,
  COUNT,
  LISTED_FAULTS,
  type Path,
  readField,
  readFields,
  readList,
  readNumbers,
  readText,
} from './parseTallyFaults.ts';
import { walkOf } from './walkOf.ts';

/** The grouping keys of a tally; none when there is any fault in them. */
export function readKeys(issues: Issue[], value: unknown): readonly GroupingKey[] | undefined {
  const list = readList(issues, ['by'], value);
  if (list === undefined) return undefined;
  const before = issues.length;
  const by: GroupingKey[] = [];
  const names = new Set<string>();
  for (let level = 0; level < list.length; level += 1) {
    const path = ['by', level];
    const fields = readFields(issues, path, list[level], ['name', 'values']);
    if (fields?.has('name') === true) {
      const name = readText(issues, [...path, 'name'], fields.get('name')) ?? '';
      if (names.has(name)) {
        addFault(issues, 'duplicate-id', [...path, 'name'], name, 'a name that no other key has');
      }
      names.add(name);
      const values = readField(fields, 'values', (held) =>
        readValues(issues, [...path, 'values'], held),
      );
      by.push({ name, values: values ?? [] });
    }
    if (issues.length - before >= LISTED_FAULTS) break;
  }
  if (issues.length > before) return undefined;
  const combinations = by.reduce((product, { values }) => product * values.length, 1);
  if (combinations <= Number.MAX_SAFE_INTEGER) return by;
  const expected = 'at most 2^53 - 1 combinations of values';
  addFault(issues, 'out-of-range', ['by'], combinations, expected);
  return undefined;
}

function readValues(issues: Issue[], path: Path, value: unknown): readonly (string | null)[] {
  const before = issues.length;
  const values: (string | null)[] = [];
  const seen = new Set<string | null>();
  const list = readList(issues, path, value) ?? [];
  for (let place = 0; place < list.length; place += 1) {
    const found = list[place];
    const where = [...path, place];
    if (typeof found !== 'string' && found !== null) {
      addFault(issues, 'wrong-type', where, found, 'a text, or null for no value');
    } else if (seen.has(found)) {
      addFault(issues, 'duplicate-id', where, found, 'each value once');
    } else if (place > 0 && byValue(values.at(-1) ?? null, found) > 0) {
      const expected = `a value after ${quote(values.at(-1))}: null first, then by UTF-16 code units`;
      addFault(issues, 'contradiction', where, found, expected);
    }
    if (typeof found === 'string' || found === null) {
      seen.add(found);
      values.push(found);
    }
    if (issues.length - before >= LISTED_FAULTS) break;
  }
  return values;
}

/** The codes of a tally's groups; none when there is any fault in them. */
export function readGroups(
  issues: Issue[],
  value: unknown,
  by: readonly GroupingKey[] | undefined,
): readonly number[] | undefined {
  const groups = readNumbers(issues, ['groups'], value, COUNT);
  if (groups === undefined || by === undefined) return undefined;
  const before = issues.length;
  const combinations = by.reduce((product, { values }) => product * values.length, 1);
  for (const [place, group] of groups.entries()) {
    const last = place === 0 ? -1 : (groups[place - 1] ?? 0);
    const path = ['groups', place];
    if (group >= combinations) {
      const expected = `a code below ${String(combinations)}, the combinations of values`;
      addFault(issues, 'out-of-range', path, group, expected);
    } else if (group === last) {
      addFault(issues, 'duplicate-id', path, group, 'each group once');
    } else if (group < last) {
      addFault(issues, 'contradiction', path, group, `a code above ${String(last)}: ascending`);
    }
    if (issues.length - before >= LISTED_FAULTS) break;
  }
  if (by.length === 0 && groups.length === 0) {
    addFault(issues, 'contradiction', ['groups'], groups, 'the group 0 of all, without keys');
  }
  if (issues.length > before) return undefined;
  checkValuesMet(issues, by, groups);
  return issues.length === before ? groups : undefined;
}

/** Reports values that no group has. */
function checkValuesMet(
  issues: Issue[],
  by: readonly GroupingKey[],
  groups: readonly number[],
): void {
  const met = by.map(() => new Set<number>());
  const walk = new Array<number>(by.length).fill(0);
  for (const group of groups) {
    walkOf(by, group, walk);
    for (const [level, place] of walk.entries()) met[level]?.add(place);
  }
  for (const [level, { values }] of by.entries()) {
    const unmet = [...values.keys()].filter((place) => met[level]?.has(place) !== true);
    for (const place of unmet.slice(0, LISTED_FAULTS)) {
      const path = ['by', level, 'values', place];
      addFault(issues, 'contradiction', path, values[place], 'a value that one of the groups has');
    }
  }
}
