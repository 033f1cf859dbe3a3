import { closestName } from '../../shared/closestName.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { isFields, isList } from '../../shared/refuse.ts';
import type { ImportLog } from './importLog.ts';
import type { ImportIssueCode } from './importTypes.ts';

/** A value with fields that are not yet read. */
export interface Fields {
  readonly [name: string]: unknown;
}

/** Where something stands in a mapping. */
export type Path = readonly (string | number)[];

/** Reads a part of a mapping, and refuses what it does not know. */
export interface MappingReader {
  /** An object of these fields and no others; empty where it is none. */
  readonly fields: (value: unknown, path: Path, names: readonly string[]) => Fields;
  /** An object keyed by free names; empty where it is none. */
  readonly entries: (value: unknown, path: Path) => readonly (readonly [string, unknown])[];
  /** A text that is not blank. */
  readonly text: (value: unknown, path: Path) => string | undefined;
  /** One of some words. */
  readonly oneOf: <Word extends string>(
    value: unknown,
    path: Path,
    words: readonly Word[],
  ) => Word | undefined;
  /** A list of codes, as text. */
  readonly codes: (value: unknown, path: Path) => readonly string[];
  /** The id of one of the things named. */
  readonly reference: (
    value: unknown,
    path: Path,
    noun: string,
    ids: ReadonlyMap<string, unknown>,
  ) => string | undefined;
}

/** Makes a reader that tells a log. */
export function mappingReader(log: ImportLog): MappingReader {
  const refuse = (code: ImportIssueCode, path: Path, found: unknown, expected: string): void => {
    log.refuse({ code, path, found, expected });
  };
  const wrong = (value: unknown, path: Path, expected: string): void => {
    refuse(value === undefined ? 'missing' : 'wrong-type', path, value, expected);
  };
  return {
    fields: (value, path, names) => {
      if (!isFields(value)) {
        wrong(value, path, 'an object');
        return {};
      }
      for (const name of Object.keys(value)) {
        if (names.includes(name)) continue;
        const meant = closestName(name, names);
        const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
        refuse('unknown-key', [...path, name], name, `${quoteList(names)}${hint}`);
      }
      return value as Fields;
    },
    entries: (value, path) => {
      if (isFields(value)) return Object.entries(value);
      wrong(value, path, 'an object');
      return [];
    },
    text: (value, path) => {
      if (typeof value === 'string' && value !== '') return value;
      wrong(value, path, 'a text');
      return undefined;
    },
    oneOf: (value, path, words) => {
      const word = words.find((one) => one === value);
      if (word === undefined) refuse('not-allowed', path, value, quoteList(words));
      return word;
    },
    codes: (value, path) => {
      if (isList(value) && value.every(isCode)) return value.map(String);
      wrong(value, path, 'a list of codes');
      return [];
    },
    reference: (value, path, noun, ids) => {
      if (typeof value === 'string' && ids.has(value)) return value;
      const meant = typeof value === 'string' ? closestName(value, ids.keys()) : undefined;
      const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
      refuse(
        value === undefined ? 'missing' : 'unknown-reference',
        path,
        value,
        `the id of ${noun}${hint}`,
      );
      return undefined;
    },
  };
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
