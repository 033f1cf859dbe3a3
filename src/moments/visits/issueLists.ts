import { quote } from '../../shared/quote.ts';
import type { ListedVisitIssue, VisitIssueCode, VisitIssues } from './types.ts';

/** How many faults of each kind a tally of visits lists; it counts all of them. */
export const LISTED_VISIT_ISSUES: number = 20;

/** Counts faults and keeps the first ones. */
export interface IssueLists {
  /** Counts a fault; visits come in the order of their positions. */
  readonly add: (
    code: VisitIssueCode,
    position: number,
    visit: unknown,
    found: unknown,
    moment?: string,
  ) => void;
  /** What was counted. */
  readonly counted: () => readonly VisitIssues[];
}

/** Lists of faults, one for each kind. */
export function issueLists(): IssueLists {
  const lists = new Map<VisitIssueCode, { count: number; first: ListedVisitIssue[] }>();

  function add(
    code: VisitIssueCode,
    position: number,
    visit: unknown,
    found: unknown,
    moment?: string,
  ): void {
    let list = lists.get(code);
    if (list === undefined) {
      list = { count: 0, first: [] };
      lists.set(code, list);
    }
    list.count += 1;
    // One visit may hold more faults than are listed: those that come first by name are wanted.
    const { first } = list;
    if (first.length >= LISTED_VISIT_ISSUES && first.at(-1)?.position !== position) return;
    first.push({
      position,
      ...idOf(visit),
      ...(moment !== undefined && { moment: shortened(moment) }),
      found: quote(found),
    });
    if (first.length > 10 * LISTED_VISIT_ISSUES) list.first = [...firstIssues(first)];
  }

  function counted(): readonly VisitIssues[] {
    return [...lists]
      .map(([code, { count, first }]) => ({ code, count, first: firstIssues(first) }))
      .sort(byCode);
  }

  return { add, counted };
}

/** Adds up faults of two parts, kind by kind. */
export function mergeIssues(
  one: readonly VisitIssues[],
  other: readonly VisitIssues[],
): readonly VisitIssues[] {
  const merged = new Map(one.map((issues) => [issues.code, issues]));
  for (const { code, count, first } of other) {
    const own = merged.get(code);
    merged.set(code, {
      code,
      count: count + (own?.count ?? 0),
      first: firstIssues([...(own?.first ?? []), ...first]),
    });
  }
  return [...merged.values()].sort(byCode);
}

function firstIssues(listed: readonly ListedVisitIssue[]): readonly ListedVisitIssue[] {
  return listed.toSorted(byPosition).slice(0, LISTED_VISIT_ISSUES);
}

function byPosition(one: ListedVisitIssue, other: ListedVisitIssue): number {
  return (
    one.position - other.position ||
    compare(one.moment ?? '', other.moment ?? '') ||
    compare(one.found, other.found) ||
    compare(one.visit ?? '', other.visit ?? '')
  );
}

function byCode(one: VisitIssues, other: VisitIssues): number {
  return compare(one.code, other.code);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function idOf(visit: unknown): { readonly visit?: string } {
  const id = (visit as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? { visit: shortened(id) } : {};
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
