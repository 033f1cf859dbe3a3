import type { Issue } from '../shared/issue.ts';

/** How many issues are listed; the others are counted. */
export const LISTED_ISSUES = 1000;

/** Issues as they are found: the first, and how many more there are. */
export interface FoundIssues {
  /** The first {@link LISTED_ISSUES}. */
  readonly listed: Issue[];
  /** How many were found after them. */
  more: number;
}

/** Adds an issue, or counts it where enough are listed: it is only then not even made. */
export function addIssue(found: FoundIssues, make: () => Issue, times = 1): void {
  if (found.listed.length < LISTED_ISSUES) found.listed.push(make());
  else found.more += times;
}

/** What is said of the issues that are not listed; nothing where all are. */
export function moreIssues({ more }: FoundIssues): Issue[] {
  if (more === 0) return [];
  const found = `${String(more)} more faults`;
  const expected = 'no faults';
  return [{ code: 'not-listed', path: [], found, expected, message: `and ${found}` }];
}
