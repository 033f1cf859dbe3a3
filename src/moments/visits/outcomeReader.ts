import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import { answerPlacer, cellOf, quickCellOf } from '../../survey/answers/answerPlacer.ts';
import type { CurrentVisit } from './currentVisit.ts';
import type { VisitDefinition } from './definitionTypes.ts';
import { ENDED_CELLS } from './endedCounts.ts';
import type { IssueLists } from './issueLists.ts';

/** Reads how visits ended, and counts it. */
export interface OutcomeReader {
  /** Reads how a visit ended into `visit`. */
  readonly read: (overall: unknown, wouldReturn: unknown, visit: CurrentVisit) => void;
  /** How many visits ended in each way, and how many gave each overall answer. */
  readonly counted: () => {
    readonly cells: ArrayLike<number>;
    readonly overall: readonly number[];
  };
}

/**
 * A reader of outcomes. Either sign is enough for dissatisfied: the overall answer, or that the
 * customer would not return.
 */
export function outcomeReader(
  { overallScale, dissatisfiedUpTo }: VisitDefinition,
  issues: IssueLists,
): OutcomeReader {
  const placer = answerPlacer({ id: '', scale: overallScale, firstCell: 0 });
  const dissatisfiedPlace = scaleAnswers(overallScale).indexOf(dissatisfiedUpTo);
  const answers = new Float64Array(answerCount(overallScale));
  const cells = new Float64Array(ENDED_CELLS);

  function read(overall: unknown, wouldReturn: unknown, visit: CurrentVisit): void {
    const { position, row } = visit;
    const quick = quickCellOf(placer, overall);
    const cell = quick < 0 ? cellOf(placer, overall) : quick;
    const isAnswered = cell <= placer.top;
    if (isAnswered) answers[cell] = (answers[cell] as number) + 1;
    else if (cell === placer.invalidCell) issues.add('invalid-overall', position, row, overall);
    if (wouldReturn !== undefined && wouldReturn !== null && typeof wouldReturn !== 'boolean')
      issues.add('invalid-would-return', position, row, wouldReturn);

    visit.overall = isAnswered ? cell : answers.length;
    if (wouldReturn === false || cell <= dissatisfiedPlace) visit.ended = 0;
    else if (isAnswered || wouldReturn === true) visit.ended = 1;
    else {
      visit.ended = 2;
      issues.add('no-outcome', position, row, overall);
    }
    cells[visit.ended] = (cells[visit.ended] as number) + 1;
  }

  return { read, counted: () => ({ cells, overall: Array.from(answers) }) };
}
