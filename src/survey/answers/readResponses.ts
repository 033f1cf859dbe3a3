import { checkRows } from '../../shared/refuse.ts';

/** Responses as an array or generator holds them, or as a stream brings them. */
export type Responses<Response> = Iterable<Response> | AsyncIterable<Response>;

/**
 * Reads responses one by one and then finishes: at once, or for a stream in a promise. An error of the
 * stream is passed on.
 */
export function readResponses<Response, Finished>(
  responses: Responses<Response>,
  read: (response: Response, position: number) => void,
  finish: () => Finished,
): Finished | Promise<Finished> {
  checkRows('responses', responses, 'stream');
  let position = 0;
  if (Symbol.asyncIterator in responses) {
    return (async () => {
      for await (const response of responses) {
        read(response, position);
        position += 1;
      }
      return finish();
    })();
  }
  for (const response of responses) {
    read(response, position);
    position += 1;
  }
  return finish();
}
