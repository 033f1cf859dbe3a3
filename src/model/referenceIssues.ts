import { closestName } from '../shared/closestName.ts';
import type { Issue } from '../shared/issue.ts';
import { pathText, quote, quoteList } from '../shared/quote.ts';
import { isRecord } from './schema.ts';

type Path = readonly (string | number)[];

/** Where each id of one kind is declared. */
interface Declared {
  readonly kind: string;
  readonly paths: Map<string, Path>;
  /** False when the list that declares the ids is itself broken, so that nothing can be said. */
  readonly readable: boolean;
}

/**
 * Every id declared twice and every reference to an id that nothing declares. It reads the raw input
 * and passes over what is broken, so that these faults are told together with the others.
 */
export function referenceIssues(input: unknown): Issue[] {
  const issues: Issue[] = [];
  const cycle = isRecord(input) ? input : {};

  const stages = declare('stage', listed(cycle, 'stages', []), cycle['stages'], issues);
  const areas = declare('area', listed(cycle, 'areas', []), cycle['areas'], issues);
  const momentItems = listed(cycle, 'moments', []);
  const moments = declare('moment', momentItems, cycle['moments'], issues);
  const requirementItems = listed(cycle, 'requirements', []);
  const requirements = declare('requirement', requirementItems, cycle['requirements'], issues);
  const standardItems = requirementItems.flatMap(({ item, path }) =>
    listed(item, 'standards', path),
  );
  declare('standard', standardItems, [], issues);
  const planItems = listed(cycle, 'actionPlans', []);
  const plans = declare('action plan', planItems, cycle['actionPlans'], issues);
  const questionItems = questionsOf(cycle['survey'], ['survey']);
  declare('question', questionItems, [], issues);

  for (const { item, path } of momentItems) {
    refer(item['stage'], [...path, 'stage'], stages, issues);
    refer(item['area'], [...path, 'area'], areas, issues);
  }
  for (const { item, path } of requirementItems) {
    referAll(item, 'moments', path, moments, issues);
  }
  for (const { item, path } of standardItems) refer(item['area'], [...path, 'area'], areas, issues);
  for (const { item, path } of planItems) {
    referAll(item, 'requirements', path, requirements, issues);
    for (const effect of listed(item, 'effects', path)) {
      refer(effect.item['moment'], [...effect.path, 'moment'], moments, issues);
    }
    referAll(item, 'needs', path, plans, issues);
    referAll(item, 'excludes', path, plans, issues);
  }
  for (const { item, path } of questionItems) {
    if (!isRecord(item['about'])) continue;
    refer(item['about']['moment'], [...path, 'about', 'moment'], moments, issues);
    refer(item['about']['area'], [...path, 'about', 'area'], areas, issues);
  }
  return issues;
}

/** Every question id that a survey on its own declares twice, read as {@link referenceIssues} reads. */
export function repeatedQuestions(input: unknown): Issue[] {
  const issues: Issue[] = [];
  declare('question', questionsOf(input, []), [], issues);
  return issues;
}

function questionsOf(survey: unknown, path: Path): Listed[] {
  return isRecord(survey) ? listed(survey, 'questions', path) : [];
}

interface Listed {
  readonly item: Record<string, unknown>;
  readonly path: Path;
}

/** The objects of the list under `key`, each with its path. */
function listed(owner: Record<string, unknown>, key: string, path: Path): Listed[] {
  const list: unknown = owner[key];
  if (!Array.isArray(list)) return [];
  const records: Listed[] = [];
  for (let position = 0; position < list.length; position += 1) {
    const item: unknown = list[position];
    if (isRecord(item)) records.push({ item, path: [...path, key, position] });
  }
  return records;
}

function declare(kind: string, items: Listed[], list: unknown, issues: Issue[]): Declared {
  const paths = new Map<string, Path>();
  for (const { item, path } of items) {
    const id = item['id'];
    if (typeof id !== 'string') continue;
    const first = paths.get(id);
    if (first === undefined) {
      paths.set(id, path);
      continue;
    }
    const where = [...path, 'id'];
    const expected = `an id that no other ${kind} has`;
    issues.push({
      code: 'duplicate-id',
      path: where,
      found: quote(id),
      expected,
      message: `${pathText(where)}: found ${quote(id)}, which ${pathText(first)} has already; expected ${expected}`,
    });
  }
  return { kind, paths, readable: list === undefined || Array.isArray(list) };
}

function refer(id: unknown, path: Path, declared: Declared, issues: Issue[]): void {
  if (typeof id !== 'string' || declared.paths.has(id) || !declared.readable) return;
  const names = [...declared.paths.keys()];
  const near = closestName(id, names);
  const expected =
    names.length === 0 ? `no ${declared.kind}, since none is declared` : quoteList(names);
  const hint = near === undefined ? `expected ${expected}` : `did you mean ${quote(near)}?`;
  issues.push({
    code: 'unknown-reference',
    path,
    found: quote(id),
    expected,
    message: `${pathText(path)}: there is no ${declared.kind} ${quote(id)}, ${hint}`,
  });
}

function referAll(
  owner: Record<string, unknown>,
  key: string,
  path: Path,
  declared: Declared,
  issues: Issue[],
): void {
  const list: unknown = owner[key];
  if (!Array.isArray(list)) return;
  for (let position = 0; position < list.length; position += 1) {
    refer(list[position], [...path, key, position], declared, issues);
  }
}
