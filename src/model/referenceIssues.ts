import { closestName } from '../shared/closestName.ts';
import { nearNames } from '../shared/nearNames.ts';
import { pathText, quote } from '../shared/quote.ts';
import { addIssue, type FoundIssues } from './listedIssues.ts';
import { isRecord } from './schema.ts';

/** The keys and positions that lead to a place. */
export type Path = readonly (string | number)[];

/** Where each id of one kind is declared. */
export interface Declared {
  /** What they are ids of. */
  readonly kind: string;
  /** Where each stands. */
  readonly paths: Map<string, Path>;
  /** False when the list that declares the ids is itself broken, so that nothing can be said. */
  readonly readable: boolean;
  /** The ids in order, from when they are first needed. */
  sorted?: readonly string[];
}

/**
 * Every id declared twice and every reference to an id that nothing declares. It reads the raw input
 * and passes over what is broken, so that these faults are told together with the others.
 */
export function referenceIssues(input: unknown): FoundIssues {
  const issues: FoundIssues = { listed: [], more: 0 };
  const cycle = isRecord(input) ? input : {};

  const stages = declare('stage', listed(cycle, 'stages', []), optional(cycle, 'stages'), issues);
  const areas = declare('area', listed(cycle, 'areas', []), optional(cycle, 'areas'), issues);
  const momentItems = listed(cycle, 'moments', []);
  const moments = declare('moment', momentItems, own(cycle, 'moments'), issues);
  const requirementItems = listed(cycle, 'requirements', []);
  const requirements = declare(
    'requirement',
    requirementItems,
    optional(cycle, 'requirements'),
    issues,
  );
  const standardItems = requirementItems.flatMap(({ item, path }) =>
    listed(item, 'standards', path),
  );
  const standards = declare('standard', standardItems, optional(cycle, 'requirements'), issues);
  const planItems = listed(cycle, 'actionPlans', []);
  const plans = declare('action plan', planItems, optional(cycle, 'actionPlans'), issues);
  const questionItems = questionsOf(own(cycle, 'survey'), ['survey']);
  declare('question', questionItems, [], issues);

  for (const { item, path } of momentItems) {
    refer(own(item, 'stage'), [...path, 'stage'], stages, issues);
    refer(own(item, 'area'), [...path, 'area'], areas, issues);
  }
  for (const { item, path } of requirementItems) {
    referAll(item, 'moments', path, moments, issues);
  }
  for (const { item, path } of standardItems)
    refer(own(item, 'area'), [...path, 'area'], areas, issues);
  for (const { item, path } of planItems) {
    referAll(item, 'requirements', path, requirements, issues);
    for (const effect of listed(item, 'effects', path)) {
      refer(own(effect.item, 'moment'), [...effect.path, 'moment'], moments, issues);
    }
    referAll(item, 'needs', path, plans, issues);
    referAll(item, 'excludes', path, plans, issues);
  }
  for (const { item, path } of listed(cycle, 'supports', [])) {
    refer(own(item, 'moment'), [...path, 'moment'], moments, issues);
    refer(own(item, 'standard'), [...path, 'standard'], standards, issues);
  }
  for (const { item, path } of questionItems) {
    const about = own(item, 'about');
    if (!isRecord(about)) continue;
    refer(own(about, 'moment'), [...path, 'about', 'moment'], moments, issues);
    refer(own(about, 'area'), [...path, 'about', 'area'], areas, issues);
  }
  return issues;
}

/** Every question id that a survey on its own declares twice, read as {@link referenceIssues} reads. */
export function repeatedQuestions(input: unknown): FoundIssues {
  const issues: FoundIssues = { listed: [], more: 0 };
  declare('question', questionsOf(input, []), [], issues);
  return issues;
}

function questionsOf(survey: unknown, path: Path): Listed[] {
  return isRecord(survey) ? listed(survey, 'questions', path) : [];
}

/** A member of a list. */
export interface Listed {
  /** The member. */
  readonly item: Record<string, unknown>;
  /** Where it stands. */
  readonly path: Path;
}

/** The objects of the list under `key`, each with its path. */
export function listed(owner: Record<string, unknown>, key: string, path: Path): Listed[] {
  const list = own(owner, key);
  if (!Array.isArray(list)) return [];
  const records: Listed[] = [];
  for (let position = 0; position < list.length; position += 1) {
    const item: unknown = list[position];
    if (isRecord(item)) records.push({ item, path: [...path, key, position] });
  }
  return records;
}

/** What declares ids of one kind, those that come twice told. */
export function declare(
  kind: string,
  items: Listed[],
  list: unknown,
  issues: FoundIssues,
  key = 'id',
): Declared {
  const paths = new Map<string, Path>();
  for (const { item, path } of items) {
    const id = own(item, key);
    if (typeof id !== 'string') continue;
    const first = paths.get(id);
    if (first === undefined) {
      paths.set(id, path);
      continue;
    }
    addIssue(issues, () => {
      const where = [...path, key];
      const found = quote(id);
      const expected = `${key === 'id' ? 'an' : 'a'} ${key} that no other ${kind} has`;
      const message = `${pathText(where)}: found ${found}, which ${pathText(first)} has already; expected ${expected}`;
      return { code: 'duplicate-id', path: where, found, expected, message };
    });
  }
  return { kind, paths, readable: list === undefined || Array.isArray(list) };
}

/** Tells of an id that nothing declares. */
export function refer(id: unknown, path: Path, declared: Declared, issues: FoundIssues): void {
  if (typeof id !== 'string' || declared.paths.has(id) || !declared.readable) return;
  addIssue(issues, () => {
    declared.sorted ??= [...declared.paths.keys()].sort(byCodeUnits);
    const isGuessed = issues.listed.length < GUESSED;
    const near = isGuessed ? closestName(id, declared.paths.keys()) : undefined;
    const expected =
      declared.sorted.length === 0
        ? `no ${declared.kind}, since none is declared`
        : nearNames(id, declared.sorted);
    const hint = near === undefined ? `expected ${expected}` : `did you mean ${quote(near)}?`;
    const message = `${pathText(path)}: there is no ${declared.kind} ${quote(id)}, ${hint}`;
    return { code: 'unknown-reference', path, found: quote(id), expected, message };
  });
}

/** After so many faults it is no longer guessed what was meant: that takes longest of all. */
const GUESSED = 50;

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** What stands under a key of an object itself, not of what it inherits from. */
export function own(owner: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(owner, key) ? owner[key] : undefined;
}

/** What stands under an optional key, where `null` is nothing. */
export function optional(owner: Record<string, unknown>, key: string): unknown {
  return own(owner, key) ?? undefined;
}

/** Tells of every id of a list that nothing declares. */
export function referAll(
  owner: Record<string, unknown>,
  key: string,
  path: Path,
  declared: Declared,
  issues: FoundIssues,
): void {
  const list = own(owner, key);
  if (!Array.isArray(list)) return;
  for (let position = 0; position < list.length; position += 1) {
    refer(list[position], [...path, key, position], declared, issues);
  }
}
