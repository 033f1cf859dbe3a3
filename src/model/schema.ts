import * as v from 'valibot';
import { isDay } from '../shared/calendar.ts';
import { copyJson, RESERVED } from './copyJson.ts';
import { LISTED_ISSUES } from './listedIssues.ts';

/** A schema that reads `Value` out of anything. */
export type Schema<Value> = v.GenericSchema<unknown, Value>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Holds a schema to the interface written by hand: it compiles only when both are the same type.
 */
export function exactly<Value>(): <S extends v.GenericSchema>(
  schema: Same<DeepReadonly<v.InferOutput<S>>, DeepReadonly<Value>> extends true ? S : never,
) => S & Schema<Value> {
  return (schema) => schema as never;
}

/**
 * An object with these keys and no others. Every unknown key is an issue, inherited keys do not
 * count, and a key that holds `undefined` is an absent key, as is an optional one that holds `null`,
 * which is what a database gives for nothing.
 *
 * Valibot reads entries with `for in`, and stops at the first unknown key; what this file does instead
 * rests on its `~run` and `_addIssue`, which is why package.json names one version of it and no range.
 */
export function closedObject<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, undefined> {
  const listed = ownOnly(entries);
  const known = v.object(listed);
  return {
    ...v.strictObject(listed),
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!isRecord(input)) {
        v._addIssue(this, 'type', dataset, config, { expected: 'an object' });
        return dataset as never;
      }
      const own: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      const strangers: string[] = [];
      for (const key of Object.keys(input)) {
        const value = input[key];
        if (value === undefined) continue;
        const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
        if (entry === undefined) strangers.push(key);
        else if (value !== null || entry.type !== 'exact_optional') own[key] = value;
      }
      const read = known['~run']({ value: own, typed: false }, config);
      for (const key of strangers.slice(0, LISTED_ISSUES)) {
        v._addIssue(this, 'key', read, config, {
          input: key,
          expected: Object.keys(entries).join(' '),
          path: [{ type: 'object', origin: 'key', input, key, value: input[key] }],
        });
      }
      addRest(this, read, config, strangers.length - LISTED_ISSUES);
      return read;
    },
  };
}

/** The same fields without a prototype, from which `for in` would read what the host has put there. */
function ownOnly<Fields extends object>(fields: Fields): Fields {
  return Object.assign(Object.create(null) as Fields, fields);
}

/** What an issue is called that stands for `requirement` further ones in the same place. */
export const REST = 'rest';

type Dataset = v.OutputDataset<unknown, v.BaseIssue<unknown>>;

/** Says how many issues of a place are not listed one by one. */
function addRest(
  reference: v.GenericSchema,
  read: Dataset,
  config: v.Config<v.BaseIssue<unknown>>,
  count: number,
): void {
  if (count <= 0) return;
  v._addIssue({ ...reference, type: REST, requirement: count } as never, 'rest', read, config);
}

/**
 * A list. Of its issues the first are kept and the others counted: a list of a million wrong members
 * would otherwise become a million issues, each many times as large as what it is about.
 */
export function listOf<Item extends v.GenericSchema>(item: Item): v.ArraySchema<Item, undefined> {
  return {
    ...v.array(item),
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!Array.isArray(input)) {
        v._addIssue(this, 'type', dataset, config);
        return dataset as never;
      }
      const value: unknown[] = [];
      const issues: v.BaseIssue<unknown>[] = [];
      let isTyped = true;
      let rest = 0;
      for (let key = 0; key < input.length; key += 1) {
        const found: unknown = input[key];
        const one = item['~run']({ value: found }, config);
        for (const issue of one.issues ?? []) {
          if (issues.length >= LISTED_ISSUES) {
            rest += issue.type === REST ? Number(issue.requirement) : 1;
            continue;
          }
          const step = { type: 'array', origin: 'value', input, key, value: found } as const;
          const path = [step, ...(issue.path ?? [])] as const;
          issues.push({ ...issue, path } as never);
        }
        isTyped &&= one.typed;
        // What is refused anyway need not be kept, be it hundreds of thousands of objects.
        if (issues.length < LISTED_ISSUES) value.push(one.value);
      }
      const read = { typed: isTyped, value, ...(issues.length > 0 && { issues }) };
      addRest(this, read as never, config, rest);
      return read as never;
    },
  };
}

/**
 * An object of one of several kinds, which the word at `key` tells. Where it tells none, what can be
 * said of the other keys is said all the same: those that every kind has are asked for, those that some
 * kind has are read.
 */
export function oneOfKinds<const Key extends string, const Kinds extends v.VariantOptions<Key>>(
  key: Key,
  kinds: Kinds,
): v.VariantSchema<Key, Kinds, undefined> {
  const known = v.variant(key, kinds);
  return {
    ...known,
    '~run'(dataset, config) {
      const input = dataset.value;
      const read = known['~run'](dataset, config);
      const isUnknown = ({ type, path }: v.BaseIssue<unknown>): boolean =>
        type === 'variant' && path?.[0]?.input === input;
      if (isRecord(input) && read.issues?.some(isUnknown) === true) {
        const others = { ...input, [key]: undefined };
        const { issues = [] } = closedObject(entriesOfAny(key, kinds))['~run'](
          { value: others, typed: false },
          config,
        );
        read.issues.push(...(issues as never[]));
      }
      return read;
    },
  };
}

function entriesOfAny<Key extends string>(key: Key, kinds: v.VariantOptions<Key>): v.ObjectEntries {
  const all = kinds.flatMap((kind): v.ObjectEntries[] => ('entries' in kind ? [kind.entries] : []));
  const entries = ownOnly<Record<string, v.ObjectEntries[string]>>({});
  for (const [name, entry] of all.flatMap((kind) => Object.entries(kind))) {
    const isInEach = all.every((kind) => Object.hasOwn(kind, name)) && name !== key;
    entries[name] ??= isInEach ? entry : v.exactOptional(entry);
  }
  return entries;
}

/** A plain object whose keys are free, such as resource names or languages, none of them reserved. */
export function dictionary<
  Key extends v.GenericSchema<string, string>,
  Value extends v.GenericSchema,
>(key: Key, value: Value): v.RecordSchema<Key, Value, undefined> {
  const open = v.record(key, value);
  return {
    ...open,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!isRecord(input)) {
        v._addIssue(this, 'type', dataset, config, { expected: 'an object' });
        return dataset as never;
      }
      const read = open['~run']({ value: ownOnly(input) }, config);
      for (const reserved of Object.keys(input).filter((name) => RESERVED.includes(name))) {
        v._addIssue(this, 'reserved', read, config, {
          input: reserved,
          expected: 'a name that is not reserved',
          path: [{ type: 'object', origin: 'key', input, key: reserved, value: input[reserved] }],
        });
      }
      return read;
    },
  };
}

/** An object of plain JSON, which is copied; what is no JSON in it is an issue where it stands. */
export function plainJson(): v.GenericSchema<unknown, Record<string, unknown>> {
  const open = v.record(v.string(), v.unknown());
  return {
    ...open,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!isRecord(input)) {
        v._addIssue(this, 'type', dataset, config, { expected: 'an object' });
        return dataset as never;
      }
      const { copy, faults } = copyJson(input);
      const read = { typed: faults.length === 0, value: copy };
      for (const { path, ...fault } of faults.slice(0, LISTED_ISSUES)) {
        const steps = path.map((key) => ({ type: 'unknown', origin: 'value', key }));
        const other = { ...fault, path: steps } as never;
        v._addIssue({ ...this, type: 'json' } as never, 'json', read as never, config, other);
      }
      addRest(this, read as never, config, faults.length - LISTED_ISSUES);
      return read as never;
    },
  };
}

/** True for a plain object: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that is not blank. */
export function nonBlank(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'a text that is not blank'),
    v.metadata({ pattern: '\\S' }),
  );
}

/** One of several usual words, which an editor suggests, or another that is not blank. */
export function ownWord<Word extends string>(...usual: Word[]): v.GenericSchema<unknown, Word> {
  return v.pipe(nonBlank(), v.metadata({ examples: usual })) as never;
}

/** An id: a text without blanks around it that is not a reserved name. */
export function id(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check(
      (text) => text !== '' && text.trim() === text && !RESERVED.includes(text),
      'an id: a text without blanks around it and not a reserved name',
    ),
    v.metadata({ pattern: '^\\S([\\s\\S]*\\S)?$', not: { enum: RESERVED } }),
  );
}

/** A finite number. */
export function finite(): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check((x) => Number.isFinite(x), 'a finite number'),
  );
}

/** A finite number, 0 or more. */
export function nonNegative(): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check((x) => Number.isFinite(x) && x >= 0, 'a number, 0 or more'),
    v.metadata({ minimum: 0 }),
  );
}

/** A share from 0 to 1. */
export function share(): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check((x) => x >= 0 && x <= 1, 'a share from 0 to 1'),
    v.metadata({ minimum: 0, maximum: 1 }),
  );
}

/** A share above 0, up to 1. */
export function shareAboveZero(): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check((x) => x > 0 && x <= 1, 'a share above 0, up to 1'),
    v.metadata({ exclusiveMinimum: 0, maximum: 1 }),
  );
}

/** A rating of a risk, a whole number from 1 to 10. */
export function riskRating(): v.GenericSchema<number> {
  return whole(1, 10);
}

/** The highest rating of a sheet, a whole number from 2 to 10. */
export function highestRating(): v.GenericSchema<number> {
  return whole(2, 10);
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check(
      (x) => Number.isInteger(x) && x >= least && x <= most,
      `a whole number from ${least} to ${most}`,
    ),
    v.metadata({ type: 'integer', minimum: least, maximum: most }),
  );
}

/** A day of the week, from 1 (Monday) to 7. */
export function weekday(): v.GenericSchema<number> {
  return v.pipe(
    v.number(),
    v.check((x) => Number.isInteger(x) && x >= 1 && x <= 7, 'a day from 1 (Monday) to 7'),
    v.metadata({ type: 'integer', minimum: 1, maximum: 7 }),
  );
}

/** A day of the calendar, as `YYYY-MM-DD`. */
export function calendarDay(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check((text) => isDay(text), 'a day as YYYY-MM-DD that exists'),
    v.metadata({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  );
}

/** A list with at least one member. */
export function nonEmptyList<Item extends v.GenericSchema>(
  item: Item,
): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.pipe(
    listOf(item),
    v.check((list) => list.length > 0, 'a list with at least one member'),
    v.metadata({ minItems: 1 }),
  );
}
