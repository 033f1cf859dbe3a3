/** A piece of code in a doc comment or a guide, which claims what it gives. */
export interface Example {
  /** The file it stands in, from the project's root. */
  readonly file: string;
  /** The line of `file` at which `code` begins, from 1. */
  readonly line: number;
  /** What it is an example of, to find it by. */
  readonly title: string;
  /** Code of earlier blocks of the same guide that this one goes on from; empty for most. */
  readonly before: string;
  /** The code as it stands there. */
  readonly code: string;
}

/** Where line `offset` (from 0) of an example stands, as an editor understands it. */
export function placeOf(example: Example, offset = 0): string {
  return `${example.file}:${example.line + offset}`;
}
