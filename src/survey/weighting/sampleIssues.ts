import type { Issue } from '../../shared/issue.ts';
import { pathText, quote, quoteList } from '../../shared/quote.ts';
import type { MarginReader } from './readMargins.ts';
import type { MarginCounts, SampleCells, Stranger } from './sampleCells.ts';

/**
 * What stands in the way of raking: no rows, another number of base weights than of rows, rows without
 * a known category, and categories without a row.
 */
export function sampleIssues(
  margins: readonly MarginReader[],
  { cells, cellOfRow, margins: counts }: SampleCells,
  baseWeights: number | undefined,
): Issue[] {
  const rows = cellOfRow.length;
  if (rows === 0) {
    const message = 'rows: found none, expected at least one';
    return [{ code: 'missing', path: ['rows'], found: 'nothing', expected: 'a row', message }];
  }
  const issues = margins.flatMap((margin, level) => {
    const { strangers } = counts[level] as MarginCounts;
    const filled = new Set(cells.map(({ places }) => places[level]));
    return [
      ...[...strangers.values()].map((stranger) => strangerIssue(margin, stranger)),
      ...margin.categories.flatMap((category, place) => {
        const share = margin.shares[place] ?? 0;
        return share > 0 && !filled.has(place) ? [emptyIssue(margin, category, share)] : [];
      }),
    ];
  });
  if (baseWeights === undefined || baseWeights === rows) return issues;
  const [found, expected] = [`${baseWeights} weights`, `one for each of ${rows} rows`];
  const message = `baseWeights: found ${found}, expected ${expected}`;
  return [{ code: 'out-of-range', path: ['baseWeights'], found, expected, message }, ...issues];
}

function strangerIssue({ name, categories }: MarginReader, stranger: Stranger): Issue {
  const { category, first, rows } = stranger;
  const path = ['rows', first, name];
  const place = pathText(path);
  const such = rows === 1 ? '' : `, as in ${rows} rows`;
  if (category === undefined) {
    return {
      code: 'missing',
      path,
      found: 'nothing',
      expected: quoteList(categories),
      message: `${place}: no category${such}; leave such rows out or give them a category of their own`,
    };
  }
  const found = quote(category);
  return {
    code: 'unknown-reference',
    path,
    found,
    expected: quoteList(categories),
    message: `${place}: found ${found}${such}, for which targets.${name} has no target; expected ${quoteList(categories)}`,
  };
}

function emptyIssue({ name }: MarginReader, category: string, share: number): Issue {
  const path = ['targets', name, category];
  const expected = 'at least one row with a weight';
  return {
    code: 'contradiction',
    path,
    found: String(share),
    expected,
    message: `${pathText(path)}: a share of ${share} is asked for, but no row of ${quote(category)} has a weight; join it with another category`,
  };
}
