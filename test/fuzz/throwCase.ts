import { inspect, types } from 'node:util';
import { findMeaningless } from '../support/findMeaningless.ts';
import { type Dice, diceOf } from './dice.ts';
import { type GoodCall, publicFunctions, type Verb } from './goodCalls.ts';
import { hostileData, hostileThing, Mischief } from './hostileValues.ts';
import { freezeAll, plainCopy } from './plainCopy.ts';
import { type Spoiling, spoil } from './spoil.ts';

/** The package under fire, and what is thrown at it. */
export interface Range {
  /** Its functions. */
  readonly verbs: ReadonlyMap<string, Verb>;
  /** Calls that work, by function. */
  readonly calls: ReadonlyMap<string, readonly GoodCall[]>;
  /** Arguments of all calls, to turn up where they do not belong. */
  readonly others: readonly unknown[];
  /** Whether an error is the one that the package throws. */
  readonly isOwnError: (error: unknown) => boolean;
}

/** A function, and arguments that it shall survive. */
export interface Case {
  /** The function. */
  readonly name: string;
  /** Its arguments, frozen. */
  readonly args: readonly unknown[];
  /** What was done to them. */
  readonly spoilings: readonly Spoiling[];
}

/** How a case ended; `fault` says what broke the promise. */
export type Outcome =
  | { readonly end: 'value' | 'own-error' | 'mischief' }
  | { readonly end: 'fault'; readonly fault: string };

/** The package with the calls that are to be spoiled. */
export function rangeOf(
  library: object & { readonly ServiceCycleError: new (...args: never[]) => Error },
  calls: readonly GoodCall[],
): Range {
  const verbs = publicFunctions(library);
  const callsOf = (name: string): readonly GoodCall[] => calls.filter((call) => call.name === name);
  return {
    verbs,
    calls: new Map([...verbs.keys()].map((name) => [name, callsOf(name)])),
    others: calls.flatMap(({ args }) => args).filter((value) => typeof value === 'object'),
    isOwnError: (error) => error instanceof library.ServiceCycleError,
  };
}

/** The case at a position: the same for the same seed and package. */
export function caseAt(range: Range, seed: number, position: number): Case {
  const dice = diceOf(seed, position);
  const name = dice.pick([...range.verbs.keys()]);
  const known = range.calls.get(name) ?? [];
  const { args, spoilings } =
    known.length === 0 || dice.happens(0.05)
      ? wildArguments(range, known.some(takesCode), dice)
      : spoiledArguments(dice.pick(known), range, dice);
  for (const argument of args) freezeAll(argument);
  return { name, args, spoilings };
}

interface Arguments {
  readonly args: unknown[];
  readonly spoilings: readonly Spoiling[];
}

function takesCode({ args }: GoodCall): boolean {
  return args.some((value) => typeof value === 'function');
}

/** Arguments that have nothing to do with the function. */
function wildArguments(range: Range, isDataOnly: boolean, dice: Dice): Arguments {
  const any = (): unknown => {
    const way = dice.below(10);
    if (way === 0 && !isDataOnly) return hostileThing(dice);
    return way < 5 ? plainCopy(dice.pick(range.others)) : hostileData(dice);
  };
  // All are wrong, also those that are left out.
  const spoilings = [0, 1, 2, 3].map((at): Spoiling => ({ harm: 'thing', path: [at] }));
  return { args: Array.from({ length: dice.below(4) }, any), spoilings };
}

function spoiledArguments(call: GoodCall, range: Range, dice: Dice): Arguments {
  const args = call.args.map(plainCopy);
  const times = dice.happens(0.7) || takesCode(call) ? 1 : 2 + dice.below(2);
  const spoilings = Array.from({ length: times }, () => spoil(args, range.others, dice));
  return { args, spoilings };
}

/**
 * Makes the call and judges what comes of it. Whatever the arguments: a value comes back, or the one
 * error is thrown; the value holds no `NaN`, infinity or -0; nothing is written to the arguments; and
 * an error that the caller's own code throws while it is read passes through as it is.
 */
export async function throwCase(range: Range, { name, args }: Case): Promise<Outcome> {
  const before = args.map(bytesOf);
  const outcome = await outcomeOf(range, name, args);
  const isWritten = args.some((argument, at) => bytesOf(argument) !== before[at]);
  return isWritten ? { end: 'fault', fault: 'an argument was written to' } : outcome;
}

async function outcomeOf(range: Range, name: string, args: readonly unknown[]): Promise<Outcome> {
  try {
    const given = range.verbs.get(name)?.(...args);
    const value = given instanceof Promise ? ((await given) as unknown) : given;
    const place = findMeaningless(value, handedIn(name, args));
    if (place === undefined) return { end: 'value' };
    return { end: 'fault', fault: `gives what has no meaning: ${place.replaceAll(/\d+/g, '#')}` };
  } catch (error) {
    if (error instanceof Mischief) return { end: 'mischief' };
    if (range.isOwnError(error)) return { end: 'own-error' };
    const told = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
    const place = error instanceof Error ? /\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] : undefined;
    // Without the value, so that one kind of fault is one.
    const kind = told.slice(0, 120).replace(/(in|length:) [^)]*$/s, '$1 ...');
    return { end: 'fault', fault: `${kind} (${place ?? 'nowhere'})` };
  }
}

/**
 * These hand on cells as they stand in what another tool wrote: what is odd there is for the reader of
 * answers to tell.
 */
const HANDS_ON: ReadonlySet<string> = new Set([
  'flattenSurveyJs',
  'googleFormsRows',
  'limeSurveyRows',
  'qualtricsRows',
  'responseFromFormbricks',
  'responseFromTypeform',
  'surveyMonkeyRows',
]);

/**
 * What a result may hold because it was handed in: whole objects, such as a scale or a row, and -0, which
 * nobody can tell from 0; cells where cells are handed on.
 */
function handedIn(name: string, args: readonly unknown[]): ReadonlySet<unknown> {
  const all = new Set<unknown>();
  const open: unknown[] = [...args];
  while (open.length > 0 && all.size < MOST_LOOKED_AT) {
    const value = open.pop();
    if (typeof value === 'number') {
      if (Object.is(value, -0)) all.add('-0');
      else if (HANDS_ON.has(name)) all.add(value);
    }
    if (typeof value !== 'object' || value === null || types.isProxy(value) || all.has(value))
      continue;
    all.add(value);
    // What it inherits is handed in too.
    open.push(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      open.push(descriptor?.value);
    }
  }
  return all;
}

const MOST_LOOKED_AT = 200_000;

/** The content of a typed array, which cannot be frozen. */
function bytesOf(value: unknown): string {
  return ArrayBuffer.isView(value) && value.byteLength < 10_000
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
    : '';
}

/** A case as a reader can type it in. */
export function showCase({ name, args, spoilings }: Case): string {
  const options = { depth: 12, maxArrayLength: 30, maxStringLength: 80, breakLength: 100 };
  const changes = spoilings.map(({ harm, path }) => `${harm} at ${path.join('.')}`).join(', ');
  return `${changes}\n${name}(${args.map((value) => inspect(value, options)).join(', ')})`;
}
