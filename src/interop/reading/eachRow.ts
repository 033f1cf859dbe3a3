import { checkRows } from '../../shared/refuse.ts';

/** What takes rows one after another. */
export interface RowSink<Result> {
  /** Takes the next row. */
  readonly push: (row: unknown) => void;
  /** The result, after the last row. */
  readonly end: () => Result;
}

/** Hands rows to a sink, now or as they come. */
export function eachRow<Result>(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  sink: RowSink<Result>,
): Result | Promise<Result> {
  checkRows('rows', rows, 'stream');
  if (Symbol.asyncIterator in rows) return eachAwaited(rows, sink);
  for (const row of rows) sink.push(row);
  return sink.end();
}

async function eachAwaited<Result>(
  rows: AsyncIterable<unknown>,
  sink: RowSink<Result>,
): Promise<Result> {
  for await (const row of rows) sink.push(row);
  return sink.end();
}
