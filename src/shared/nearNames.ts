import { quote, quoteList } from './quote.ts';

/** So many names are all listed; of more of them only the neighbours are. */
const LISTED = 12;
const NEIGHBOURS = 4;

/**
 * Names as a message lists those that would have been accepted: all, or where there are many the
 * neighbours of what was found in the order of the names, and how many others there are.
 *
 * @param found - what was found instead
 * @param sorted - the names by UTF-16 code units; long ones are shortened
 */
export function nearNames(found: string, sorted: readonly string[]): string {
  if (sorted.length <= LISTED) return quoteList(sorted);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < found) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - NEIGHBOURS / 2, sorted.length - NEIGHBOURS));
  const near = sorted.slice(from, from + NEIGHBOURS).map(quote);
  return `${near.join(', ')} or one of ${String(sorted.length - NEIGHBOURS)} others`;
}
