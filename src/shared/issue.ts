/**
 * What kind of fault an {@link Issue} reports.
 *
 * - `wrong-type`: a value of another type than the model asks for
 * - `missing`: a required key is absent
 * - `unknown-key`: a key the model does not have
 * - `out-of-range`: a number, text or list outside its bounds
 * - `not-allowed`: a text that is none of the allowed words
 * - `duplicate-id`: two things of one kind share an id
 * - `unknown-reference`: an id is named that nothing declares
 * - `contradiction`: two statements that cannot hold together
 * - `not-listed`: so many more faults were found after the 1,000 that are listed
 */
export type IssueCode =
  | 'wrong-type'
  | 'missing'
  | 'unknown-key'
  | 'out-of-range'
  | 'not-allowed'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'contradiction'
  | 'not-listed';

/** One fault in data from outside: where it is, what was found and what was expected. */
export interface Issue {
  /** The kind of fault, stable across versions. */
  readonly code: IssueCode;
  /** The keys and positions that lead to the fault, from the outermost in. */
  readonly path: readonly (string | number)[];
  /** A sentence that names the place, the offending value and what was expected. */
  readonly message: string;
  /** The offending value as text, shortened to 60 characters. */
  readonly found: string;
  /** What would have been accepted. */
  readonly expected: string;
}

/** At least one issue. */
export type Issues = readonly [Issue, ...Issue[]];
