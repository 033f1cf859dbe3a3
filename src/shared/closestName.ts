/**
 * The name that a misspelt one most likely stands for: the nearest by edits (a letter added, left
 * out, replaced, or two neighbours swapped), if no more than a third of its letters differ. Long names,
 * and names among very many, are not guessed at: that would take longer than it helps.
 */
export function closestName(misspelt: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(misspelt.length / 3)) + 1;
  if (misspelt.length > LONGEST) return undefined;
  let tried = 0;
  for (const name of names) {
    tried += 1;
    if (tried > MOST) return undefined;
    if (Math.abs(name.length - misspelt.length) >= fewest) continue;
    const edits = editDistance(misspelt.toLowerCase(), name.toLowerCase(), fewest);
    if (edits < fewest) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

/** A name of more letters is not guessed at. */
const LONGEST = 40;

/** Among more names no guess is made. */
const MOST = 200;

/** Optimal string alignment distance, by rows; `enough` or more where it is no less than that. */
function editDistance(from: string, to: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped && row > 1 && column > 1) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      current.push(edits);
    }
    // A swap reaches back two rows and costs one, so that two rows out of reach are never left again.
    if (Math.min(...current, ...last) >= enough) return enough;
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
