import { type CurrentVisit, put } from './currentVisit.ts';
import type { Ended } from './endedCounts.ts';
import type { MomentReader, RatingReader } from './momentReader.ts';

/** Reads columns that hold a rating of every moment and nothing else, which is how surveys come. */
export interface PlainReader {
  /**
   * Reads all visits.
   *
   * @param length - how many there are
   * @param blank - the number that means that nothing is told
   * @param readOutcome - reads how the visit at a position ended
   * @param addAt - reads and counts the moments of the visit at a position one by one
   * @param close - counts the visit that was read
   */
  readonly read: (
    length: number,
    blank: number | undefined,
    readOutcome: (at: number) => void,
    addAt: (at: number) => void,
    close: () => void,
  ) => void;
}

/** Visits are read in blocks of so many, so that what is kept of them stays in the fastest cache. */
const BLOCK = 512;

/**
 * A reader of such columns: moment by moment over a block of visits, which keeps of each visit no more than
 * what is not a high rating. A visit with anything but a whole rating of the scale is read as any other.
 */
export function plainReader<MomentId extends string>(
  { placer, lowPlace, highPlace, cells }: RatingReader,
  reader: MomentReader<MomentId>,
  visit: CurrentVisit,
  columns: readonly ArrayLike<unknown>[],
): PlainReader {
  const { quickMin, top } = placer;
  const { cells: ratings, width, columns: row } = cells;
  const moments = columns.length;
  const overall = new Int32Array(BLOCK);
  const ended = new Uint8Array(BLOCK);
  const isOdd = new Uint8Array(BLOCK);
  const kept = new Int32Array(BLOCK * moments);
  const keptOf = new Int32Array(BLOCK);

  /** Marks the visits of a block that hold something else than a rating of every moment. */
  function findOdd(column: ArrayLike<unknown>, from: number, count: number, blank: number): void {
    for (let i = 0; i < count; i += 1) {
      const rating = column[from + i];
      const place = (typeof rating === 'number' ? rating : Number.NaN) - quickMin;
      if (!(place >>> 0 === place && place <= top) || rating === blank) isOdd[i] = 1;
    }
  }

  function readBlock(column: ArrayLike<unknown>, place: number, from: number, count: number): void {
    const first = place * width;
    let low = 0;
    for (let i = 0; i < count; i += 1) {
      if (isOdd[i] === 1) continue;
      const cell = (column[from + i] as number) - quickMin;
      const at = first + cell * row + (overall[i] as number);
      ratings[at] = (ratings[at] as number) + 1;
      if (cell >= highPlace) continue;
      const nth = keptOf[i] as number;
      const isLow = cell <= lowPlace;
      kept[i * moments + nth] = isLow ? 2 * place : 2 * place + 1;
      keptOf[i] = nth + 1;
      if (isLow) low += 1;
    }
    reader.addPlainLow(place, low);
  }

  function closeAt(i: number, close: () => void): void {
    const first = i * moments;
    const last = first + (keptOf[i] as number);
    for (let at = first; at < last; at += 1) {
      const code = kept[at] as number;
      const place = code >> 1;
      if (code % 2 === 1) put(visit.between, place);
      else {
        put(visit.low, place);
        put(visit.incidents, place);
      }
    }
    visit.passed.count = moments;
    visit.overall = overall[i] as number;
    visit.ended = ended[i] as Ended;
    close();
  }

  return {
    read: (length, blank = Number.NaN, readOutcome, addAt, close) => {
      for (let from = 0; from < length; from += BLOCK) {
        const count = Math.min(BLOCK, length - from);
        isOdd.fill(0);
        keptOf.fill(0);
        for (const column of columns) findOdd(column, from, count, blank);
        let plain = 0;
        for (let i = 0; i < count; i += 1) {
          readOutcome(from + i);
          overall[i] = visit.overall;
          ended[i] = visit.ended;
          if (isOdd[i] === 1) addAt(from + i);
          else plain += 1;
        }
        for (const [place, column] of columns.entries()) readBlock(column, place, from, count);
        for (let i = 0; i < count; i += 1) {
          if (isOdd[i] === 0) closeAt(i, close);
        }
        reader.addPlain(plain);
      }
    },
  };
}
