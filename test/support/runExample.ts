import { inspect, isDeepStrictEqual } from 'node:util';
import { asScript, asyncFunction } from './asScript.ts';
import type { CompiledExample } from './compileExamples.ts';
import { type Example, placeOf } from './example.ts';
import { type Claim, readClaims } from './readClaims.ts';

/** Loads a module that an example imports. */
export type Importer = (specifier: string) => Promise<object>;

/**
 * Runs an example and throws an error that a reader can act on when it does not compile, claims
 * nothing, throws, or claims what is not so. Every false claim is named at once.
 */
export async function runExample(compiled: CompiledExample, importer: Importer): Promise<void> {
  const { example, faults } = compiled;
  if (faults.length > 0) throw new Error(`does not compile\n${faults.join('\n')}`);

  const { claims, unreadable } = readClaims(example.code);
  if (unreadable.length > 0) {
    const lines = unreadable.map(({ line, message }) => `${placeOf(example, line)} ${message}`);
    throw new Error(`cannot be checked\n${lines.join('\n')}`);
  }
  if (claims.length === 0) {
    throw new Error(
      `${placeOf(example)} claims nothing: write "expression // => literal" or "expression // ~> number"`,
    );
  }

  const falsehoods: string[] = [];
  const check = (index: number, actual: unknown, expected: unknown): void => {
    const claim = claims[index];
    if (claim === undefined || holds(claim, actual, expected)) return;
    falsehoods.push(
      [
        `${placeOf(example, claim.line)} ${claim.expression}`,
        `  claims ${claim.kind === 'close' ? 'about ' : ''}${show(expected)}`,
        `  gives  ${show(actual)}`,
      ].join('\n'),
    );
  };
  await execute(compiled, claims, check, importer);
  if (falsehoods.length > 0) throw new Error(`is not so\n${falsehoods.join('\n')}`);
}

function holds(claim: Claim, actual: unknown, expected: unknown): boolean {
  if (claim.kind === 'equal') return isDeepStrictEqual(actual, expected);
  if (typeof actual !== 'number' || typeof expected !== 'number') return false;
  return Math.abs(actual - expected) <= 0.5e-6 * Math.max(1, Math.abs(expected));
}

function show(value: unknown): string {
  return inspect(value, { depth: null, sorted: false, breakLength: 100 }).replaceAll(
    '\n',
    '\n         ',
  );
}

async function execute(
  { example, code }: CompiledExample,
  claims: readonly Claim[],
  check: (index: number, actual: unknown, expected: unknown) => void,
  importer: Importer,
): Promise<void> {
  const { body, imports } = asScript(withChecks(example, code, claims));
  const modules = new Map<string, object>();
  for (const specifier of imports) modules.set(specifier, await importer(specifier));
  try {
    await asyncFunction(['require', '__check'], body)((name: string) => modules.get(name), check);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
    throw new Error(`${placeOf(example)} throws ${message}`, { cause: error });
  }
}

/** The code with each claimed expression handed to `__check`. */
function withChecks(example: Example, code: string, claims: readonly Claim[]): string {
  const start = code.lastIndexOf(example.code);
  let changed = example.code;
  for (const [index, claim] of [...claims.entries()].reverse()) {
    const call = `;__check(${index}, (${claim.expression}), (${claim.expected}\n));`;
    changed = changed.slice(0, claim.from) + call + changed.slice(claim.to);
  }
  return code.slice(0, start) + changed + code.slice(start + example.code.length);
}
