import { types } from 'node:util';
import { asScript, asyncFunction } from '../support/asScript.ts';
import { filesUnder, sourceFiles } from '../support/projectFiles.ts';
import { readMarkdownExamples } from '../support/readMarkdownExamples.ts';
import { readSourceExamples } from '../support/readSourceExamples.ts';
import { isPlain, plainCopy } from './plainCopy.ts';

/** A public function of whatever arguments. */
export type Verb = (...args: unknown[]) => unknown;

/** A public function and arguments it takes. */
export interface GoodCall {
  /** The name it is exported by. */
  readonly name: string;
  /** What it was called with. */
  readonly args: readonly unknown[];
  /** The positions of arguments that are, or hold, what the package itself had made, such as tallies. */
  readonly made: readonly number[];
}

/** The functions a package exports, by name; the error is a class and is not called. */
export function publicFunctions(library: object): Map<string, Verb> {
  const isVerb = (entry: [string, unknown]): entry is [string, Verb] =>
    typeof entry[1] === 'function' && /^[a-z]/.test(entry[0]);
  // In one order, however the package was loaded, so that a case is the same case.
  const entries = Object.entries(library).filter(isVerb);
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The calls that the examples of the documentation make. Every public function has an example, so
 * that a new one is found without being named here.
 *
 * @param root - the folder of the project
 */
export async function recordGoodCalls(library: object, root: string): Promise<GoodCall[]> {
  const calls: { name: string; args: readonly unknown[]; given: readonly unknown[] }[] = [];
  let isRecording = true;
  const kinds = new Set<unknown>();
  const names = new Map<string, unknown>(Object.entries(library));
  for (const [name, verb] of publicFunctions(library)) {
    names.set(name, (...args: unknown[]) => {
      // Recorded calls hand on functions, which are called again where those are spoiled.
      if (!isRecording) return verb(...args);
      if (!args.some(types.isGeneratorObject)) {
        calls.push({ name, args: args.map(plainCopy), given: args });
      }
      const result = verb(...args);
      if (isPlain(result)) kinds.add(result).add(result['kind']);
      return result;
    });
  }
  const examples = [
    ...sourceFiles(root).flatMap(({ path, text }) => readSourceExamples(path, text)),
    ...filesUnder('docs', /^docs\/(?!site\/).*\.md$/, root).flatMap(({ path, text }) =>
      readMarkdownExamples(path, text),
    ),
  ];
  // A block that another goes on from runs as the beginning of that one.
  const whole = examples.filter(
    ({ before, code }, at) => examples[at + 1]?.before !== `${before}${code}\n`,
  );
  for (const { before, code } of whole) await attempt(`${before}${code}`, names);
  isRecording = false;
  kinds.delete(undefined);
  const isMade = (value: unknown): boolean =>
    kinds.has(value) || (isPlain(value) && kinds.has(value['kind']));
  const holdsMade = (value: unknown): boolean =>
    isMade(value) || (isPlain(value) && Object.values(value).some(isMade));
  const recorded = calls.map(({ name, args, given }) => ({
    name,
    args,
    made: given.flatMap((value, at) => (holdsMade(value) ? [at] : [])),
  }));
  return [...recorded, ...exampleCycles(root)];
}

/** The largest cycles there are: whatever can stand in one stands in them. */
function exampleCycles(root: string): GoodCall[] {
  return filesUnder('examples', /\.cycle\.json$/, root).flatMap(({ text }) =>
    ['parseCycle', 'checkCycle', 'detectCriticalMoments'].map((name) => ({
      name,
      args: [JSON.parse(text) as unknown],
      made: [],
    })),
  );
}

/** Runs an example up to where it fails, if it does: that examples hold is tested elsewhere. */
async function attempt(code: string, names: ReadonlyMap<string, unknown>): Promise<void> {
  const { body } = asScript(code);
  // Also where an example imports from the files beside it: most of those names are public.
  const all = Object.fromEntries(names);
  const load = (): object => ({ ...all, default: all });
  try {
    await asyncFunction(['require', ...names.keys()], body)(load, ...names.values());
  } catch {
    // The calls before it are recorded.
  }
}
