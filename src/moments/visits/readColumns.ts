import { quote, quoteList } from '../../shared/quote.ts';
import { checkArray, checkCount, checkObject, refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { MomentColumns, VisitColumns } from './columns.ts';
import { checkNoWeights } from './visitDefinition.ts';

/** The columns of one moment, each absent one `undefined`. */
export interface PlacedColumns {
  /** The place of the moment. */
  readonly place: number;
  /** The ratings. */
  readonly rating: ArrayLike<unknown> | undefined;
  /** The incidents. */
  readonly incident: ArrayLike<unknown> | undefined;
  /** The delights. */
  readonly delight: ArrayLike<unknown> | undefined;
  /** The waits. */
  readonly waitSeconds: ArrayLike<unknown> | undefined;
}

/** The longest list there can be. */
const MOST_ROWS = 4_294_967_295;

const NAMES = ['rating', 'incident', 'delight', 'waitSeconds'] as const;

/**
 * The columns of visits by the place of their moment.
 *
 * @throws ServiceCycleError `invalid-argument` for columns without a length, for a length that none has, and for one that is no list of that
 * length; `unknown-id` for a moment that the cycle does not have
 */
export function readColumns(
  columns: VisitColumns,
  moments: readonly string[],
): readonly PlacedColumns[] {
  const { length, overall, wouldReturn, problem, ids, blank } = columns;
  checkNoWeights(columns);
  checkCount('length of the columns', length, 0, MOST_ROWS);
  checkObject('moments of the columns', columns.moments);
  if (blank !== undefined && typeof blank !== 'number') refuse('blank', blank, 'a number');
  for (const [name, column] of Object.entries({ overall, wouldReturn, problem, ids })) {
    checkColumn(name, column, length);
  }
  const placed = Object.entries(columns.moments).flatMap(([moment, own]: [string, unknown]) => {
    if (own === undefined || own === null) return [];
    const place = moments.indexOf(moment);
    if (place < 0) {
      throw new ServiceCycleError(
        'unknown-id',
        `a moment of the columns is ${quote(moment)}; expected ${quoteList(moments)}, the moments of the cycle`,
      );
    }
    checkObject(`the columns of moment ${quote(moment)}`, own);
    const named = own as MomentColumns;
    for (const name of NAMES)
      checkColumn(`${name} of moment ${quote(moment)}`, named[name], length);
    const { rating, incident, delight, waitSeconds } = named;
    return [{ place, rating, incident, delight, waitSeconds }];
  });
  const all = [overall, wouldReturn, ids, ...placed.flatMap(columnsOf)];
  // A length that no column has would be visits that nobody made.
  if (length > 0 && all.every((column) => column === undefined)) {
    refuse('length of the columns', length, 'the length of at least one of them');
  }
  return placed;
}

function columnsOf({ rating, incident, delight, waitSeconds }: PlacedColumns): readonly unknown[] {
  return [rating, incident, delight, waitSeconds];
}

function checkColumn(name: string, column: unknown, length: number): void {
  if (column === undefined) return;
  checkArray(name, column);
  const found = (column as ArrayLike<unknown>).length;
  if (found !== length) refuse(`length of ${name}`, found, `${length}, the length of the columns`);
}
