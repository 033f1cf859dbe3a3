import { answerCount } from '../../model/scaleAnswers.ts';
import type { Issue } from '../../shared/issue.ts';
import { quote } from '../../shared/quote.ts';
import { addFault, COUNT, LISTED_FAULTS, readNumbers } from './parseTallyFaults.ts';
import type { TallyLayout } from './types.ts';

/**
 * The counts of a tally; none when there is any fault in them. In every group each response is counted
 * once for each question: as an answer, as not applicable, as skipped or as invalid.
 */
export function readCells(
  issues: Issue[],
  value: unknown,
  layout: TallyLayout,
  groups: readonly number[] | undefined,
): readonly number[] | undefined {
  const { width } = layout;
  const cells = readNumbers(issues, ['cells'], value, COUNT, groups && groups.length * width);
  if (cells === undefined || groups === undefined) return undefined;
  const before = issues.length;
  let all = 0;
  for (const group of groups.keys()) {
    all += cells[group * width] ?? 0;
    checkGroup(issues, cells, layout, group);
    if (issues.length - before >= LISTED_FAULTS) break;
  }
  if (all > Number.MAX_SAFE_INTEGER) {
    addFault(issues, 'out-of-range', ['cells'], all, 'at most 2^53 - 1 responses in all');
  }
  return issues.length === before ? cells : undefined;
}

function checkGroup(
  issues: Issue[],
  cells: readonly number[],
  { questions, width }: TallyLayout,
  group: number,
): void {
  const start = group * width;
  const responses = cells[start] ?? 0;
  for (const question of questions) {
    const [from, to] = placesOf(question, start);
    let sum = 0;
    for (let cell = from; cell < to; cell += 1) sum += cells[cell] ?? 0;
    if (sum === responses) continue;
    const expected = `cells of ${quote(question.id)} that sum up to the ${String(responses)} responses of groups[${String(group)}]`;
    addFault(issues, 'contradiction', ['cells', from], sum, expected);
  }
}

/** Where the cells of a question start and end, in the group whose cells start there. */
export function placesOf(
  { firstCell, scale }: TallyLayout['questions'][number],
  start: number,
): readonly [from: number, to: number] {
  const from = start + firstCell;
  return [from, from + answerCount(scale) + 3];
}
