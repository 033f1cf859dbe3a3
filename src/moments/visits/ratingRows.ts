import type { AnswerPlacer } from '../../survey/answers/answerPlacer.ts';
import type { RatingCounts } from './types.ts';

/** Counts the ratings of one moment by the overall answer. */
export interface RatingRows {
  /**
   * Counts what stands as the rating of a record.
   *
   * @param cell - where the placer puts it
   * @param overall - the place of the overall answer, or -1
   */
  readonly add: (cell: number, overall: number) => void;
  /**
   * What was counted.
   *
   * @param overall - how many visits gave each overall answer, and how many none
   */
  readonly counted: (overall: readonly number[]) => {
    readonly ratings: RatingCounts;
    readonly ratingByOverall: readonly (readonly number[])[];
  };
}

/** A counter for one moment, whose placer starts at cell 0. */
export function ratingRows({ top }: AnswerPlacer, overallAnswers: number): RatingRows {
  const columns = overallAnswers + 1;
  const cells = new Float64Array((top + 1) * columns);
  // Not applicable, blank and invalid, in the order of the placer's cells.
  const others = new Float64Array(3);

  function add(cell: number, overall: number): void {
    if (cell > top) {
      others[cell - top - 1] = (others[cell - top - 1] as number) + 1;
      return;
    }
    const place = cell * columns + (overall < 0 ? overallAnswers : overall);
    cells[place] = (cells[place] as number) + 1;
  }

  function counted(overall: readonly number[]): ReturnType<RatingRows['counted']> {
    const rows = Array.from({ length: top + 1 }, (_, row) =>
      Array.from(cells.subarray(row * columns, (row + 1) * columns)),
    );
    const unrated = overall.map((all, column) =>
      rows.reduce((rest, row) => rest - (row[column] ?? 0), all),
    );
    const [notApplicable = 0, blank = 0, invalid = 0] = others;
    const rated = cells.reduce((sum, count) => sum + count, 0);
    return {
      ratings: { rated, notApplicable, blank, invalid },
      ratingByOverall: [...rows, unrated],
    };
  }

  return { add, counted };
}
