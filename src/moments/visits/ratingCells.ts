import type { AnswerPlacer } from '../../survey/answers/answerPlacer.ts';
import type { RatingCounts } from './countTypes.ts';

/** Counts the ratings of all moments by the overall answer. */
export interface RatingCells {
  /** The counts: of each moment a row for each rating, of each row a cell for each overall answer and none. */
  readonly cells: Float64Array;
  /** How many cells a moment has. */
  readonly width: number;
  /** How many cells a row has. */
  readonly columns: number;
  /** Counts what stands as the rating of a record and is none, by the place of the placer's cell. */
  readonly addOther: (place: number, cell: number) => void;
  /**
   * What was counted at a moment.
   *
   * @param place - the place of the moment
   * @param overall - how many visits gave each overall answer, and how many none
   */
  readonly counted: (
    place: number,
    overall: readonly number[],
  ) => {
    readonly ratings: RatingCounts;
    readonly ratingByOverall: readonly (readonly number[])[];
  };
}

/** A counter for so many moments, whose placer starts at cell 0. */
export function ratingCells(
  { top }: AnswerPlacer,
  overallAnswers: number,
  moments: number,
): RatingCells {
  const columns = overallAnswers + 1;
  const width = (top + 1) * columns;
  const cells = new Float64Array(moments * width);
  // Not applicable, blank and invalid, in the order of the placer's cells.
  const others = new Float64Array(3 * moments);

  function addOther(place: number, cell: number): void {
    const other = 3 * place + cell - top - 1;
    others[other] = (others[other] as number) + 1;
  }

  function counted(place: number, overall: readonly number[]): ReturnType<RatingCells['counted']> {
    const own = cells.subarray(place * width, (place + 1) * width);
    const rows = Array.from({ length: top + 1 }, (_, row) =>
      Array.from(own.subarray(row * columns, (row + 1) * columns)),
    );
    const unrated = overall.map((all, column) =>
      rows.reduce((rest, row) => rest - (row[column] ?? 0), all),
    );
    const [notApplicable = 0, blank = 0, invalid = 0] = others.subarray(3 * place);
    const rated = own.reduce((sum, count) => sum + count, 0);
    return {
      ratings: { rated, notApplicable, blank, invalid },
      ratingByOverall: [...rows, unrated],
    };
  }

  return { cells, width, columns, addOther, counted };
}
