import type { MoreWords, PictureWords, Words } from 'service-cycle/report';
import type { Path } from './schemaHelp.ts';

/** So large a file of answers is read, in bytes. */
export const LARGEST_FILE = 10_000_000;

/** So long a cycle is read, in characters. */
export const LONGEST_CYCLE = 1_000_000;

/** Where answers come from. */
export type Answers =
  | {
      /** Made up, by the cycle. */
      readonly from: 'made-up';
      /** How many. */
      readonly visits: number;
    }
  | {
      /** A CSV file. */
      readonly from: 'file';
      /** What it is called. */
      readonly name: string;
      /** What it holds. */
      readonly text: string;
      /** By question the column that the reader chose, or none; where the reader chose nothing, what is proposed. */
      readonly chosen: Readonly<Record<string, number | null>>;
    }
  | {
      /** Nothing yet. */
      readonly from: 'none';
    };

/** The words of a language. */
export interface Language {
  /** Those of results. */
  readonly words: Words;
  /** Those of faults in data. */
  readonly data: MoreWords;
  /** Those of pictures and charts. */
  readonly pictures: PictureWords;
}

/** What the page asks its worker for. */
export interface Request {
  /** The number of the request, which its answer carries. */
  readonly id: number;
  /** The text of the cycle. */
  readonly cycle: string;
  /** Where the answers come from. */
  readonly answers: Answers;
  /** What there is to spend, as far as it was said. */
  readonly resources: Readonly<Record<string, number>>;
  /** The words of a language: of results, of faults in data, and of pictures. */
  readonly language: Language;
  /** How wide pictures are drawn. */
  readonly width: number;
}

/** A question, and the column that answers it. */
export interface MappedQuestion {
  /** Its id. */
  readonly id: string;
  /** What it asks. */
  readonly text: string;
  /** The position of its column, or none. */
  readonly column: number | null;
}

/** What the worker says of a file. */
export interface SeenFile {
  /** Its headers. */
  readonly headers: readonly string[];
  /** The questions of the cycle. */
  readonly questions: readonly MappedQuestion[];
  /** How many rows were read, and how many of them counted. */
  readonly read: number;
  /** How many of them counted. */
  readonly kept: number;
  /** What was not understood, each in a sentence. */
  readonly notUnderstood: readonly string[];
}

/** What the worker answers. */
export interface Outcome {
  /** The number of the request. */
  readonly id: number;
  /** What is wrong with the cycle; nothing is reviewed then. */
  readonly faults: readonly { readonly path: Path; readonly text: string }[];
  /** Whether the cycle is no JSON at all. */
  readonly isNoJson: boolean;
  /** Why nothing could be reviewed, where it is no fault of the cycle. */
  readonly failure: string | undefined;
  /** The file of answers, where there is one. */
  readonly file: SeenFile | undefined;
  /** The resources that plans of the cycle take, and what was reckoned with. */
  readonly resources: Readonly<Record<string, number>>;
  /** The report, a page of HTML. */
  readonly report: string | undefined;
}
