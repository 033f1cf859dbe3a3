import type { Dice } from './dice.ts';
import { freezeAll, put } from './plainCopy.ts';

/** Thrown by hostile values themselves: the caller's own fault, which passes through unchanged. */
export class Mischief extends Error {}

/** A number that formulas trip over. */
export function hostileNumber(dice: Dice): number {
  return dice.happens(0.2) ? (dice.below(2_000_001) - 1_000_000) / 1000 : dice.pick(NUMBERS);
}

const NUMBERS = [
  ...[Number.NaN, Infinity, -Infinity, -0, 0, 1, 2, 3, 5, 10, 11, 100, -1, 0.5, 0.1, 1.5, 7.5],
  ...[1e-9, 1e-300, 5e-324, 1e3, 1e6, 1e9, 1e15, 1e21, 1e300, -1e300, Number.MAX_VALUE],
  ...[Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 31, 2 ** 32, 2 ** 32 - 1, -(2 ** 31), 0.95, 1 - 1e-16],
];

/** A text that lookups, patterns and messages trip over. */
export function hostileText(dice: Dice): string {
  return dice.happens(0.03) ? dice.pick(LONG_TEXTS) : dice.pick(TEXTS);
}

const TEXTS = [
  ...['', ' ', '\n', '0', '1', '5', '-1', '01', '1e3', 'NaN', 'Infinity', 'null', 'undefined'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length'],
  ...['then', 'isPrototypeOf', 'not-applicable', 'a', 'A', 'id', 'kind', '2020-02-30', '24:61'],
  ...['2024-01-01T00:00:00Z', '+275760-09-13T00:00:00.001Z', 'en', 'x-', 'de-CH-1901'],
  ...[
    '\uD800',
    '\uDC00\uD800',
    'e\u0301',
    '\u202Eabc',
    '\u0000',
    '👩‍👩‍👧‍👦',
    '\u2028',
    'ß',
    'İ',
    'ﬁ',
  ],
];

const LONG_TEXTS = [
  'a'.repeat(50_000),
  ' '.repeat(50_000),
  'a '.repeat(25_000),
  'and or '.repeat(8_000),
  'How satisfied, or not, are you '.repeat(2_000),
  '?!.'.repeat(20_000),
  '9'.repeat(50_000),
  '1.'.repeat(25_000),
  '-'.repeat(50_000),
  '\u0301'.repeat(50_000),
];

/** What JSON or a structured clone could bring: no code of the sender's runs when it is read. */
export function hostileData(dice: Dice): unknown {
  const kind = dice.below(20);
  if (kind < 5) return hostileNumber(dice);
  if (kind < 9) return hostileText(dice);
  return dice.happens(0.05) ? dice.pick(HUGE) : dice.pick(DATA)(dice);
}

const DATA: readonly ((dice: Dice) => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => 10n,
  (dice) => BigInt(dice.below(9)) ** 99n,
  () => Array(3),
  // biome-ignore format: holes are the point
  () => [1, , 3],
  (dice) => [hostileNumber(dice), hostileText(dice), null],
  (dice) => Array.from({ length: dice.below(30) }, () => hostileNumber(dice)),
  (dice) => ({ [hostileText(dice)]: hostileNumber(dice), length: hostileNumber(dice) }),
  (dice) => ({ length: dice.pick([-1, 1.5, Number.NaN, 3]), 0: 1 }),
  (dice) => ownKey('__proto__', dice.pick([null, { polluted: 1 }, [], 5])),
  (dice) => ownKey('constructor', { prototype: { polluted: dice.below(9) } }),
  () => ({ ...ownKey('toString', 1), ...ownKey('valueOf', null), hasOwnProperty: 0, then: 1 }),
  () => Object.assign(Object.create(null), { id: 'bare' }),
  (dice) => new Date(hostileNumber(dice)),
  () => new Map([['a', 1]]),
  () => new Set([1, 'a']),
  () => new Uint8Array([0, 5, 255]),
  () => new Float64Array([Number.NaN, -0, 1e300]),
  () => new BigInt64Array(2),
  () => new ArrayBuffer(8),
  () => /a+/gu,
  () => new Error('an error as a value'),
  () => Object(5) as unknown,
  () => Object('boxed') as unknown,
  () => cyclicObject(),
  () => cyclicList(),
];

/** What only code can bring: symbols, functions, accessors, proxies, things that throw. */
export function hostileThing(dice: Dice): unknown {
  return dice.pick(THINGS)(dice);
}

const THINGS: readonly ((dice: Dice) => unknown)[] = [
  () => Symbol('odd'),
  () => Symbol.iterator,
  () => () => undefined,
  (dice) => () => hostileData(dice),
  () => () => {
    throw new Mischief('called');
  },
  // A class that may be called: what others throw then is the affair of who hands them in.
  () => Object,
  () => Math,
  () => globalThis.Promise.resolve(1),
  () => new WeakMap(),
  () => [1, 2, 3].values(),
  () =>
    (function* () {
      yield { id: 'odd' };
      throw new Mischief('iterated');
    })(),
  () => ({ [Symbol.iterator]: 5 }),
  () => ({ [Symbol.iterator]: () => ({ next: () => ({ done: true }) }) }),
  () => ({ [Symbol.toPrimitive]: () => ({}) }),
  () => ({ toString: () => ({}), valueOf: () => ({}) }),
  () => ({
    toString: () => {
      throw new Mischief('shown');
    },
    toJSON: () => {
      throw new Mischief('written');
    },
  }),
  () => ({
    get id(): string {
      throw new Mischief('read');
    },
  }),
  (dice) =>
    Object.defineProperty({}, dice.pick(['id', 'kind', 'length', 'moments', 'scale']), {
      enumerable: true,
      get: () => {
        throw new Mischief('read');
      },
    }),
  () => new Proxy({}, {}),
  () => new Proxy([], {}),
  () => new Proxy({}, { get: () => 1, has: () => true }),
  () =>
    new Proxy([], {
      get: (_, key) => {
        throw new Mischief(String(key));
      },
    }),
  () =>
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Mischief('listed');
        },
      },
    ),
];

function ownKey(key: string, value: unknown): object {
  const holder = {};
  put(holder, key, value);
  return holder;
}

function cyclicObject(): object {
  const self: Record<string, unknown> = { id: 'self' };
  self['self'] = self;
  self['moments'] = [self];
  return self;
}

function cyclicList(): unknown[] {
  const self: unknown[] = [];
  self.push(self, { self });
  return self;
}

function nested(depth: number, wrap: (inner: unknown) => object): unknown {
  let inner: unknown = 1;
  for (let i = 0; i < depth; i += 1) inner = Object.freeze(wrap(inner));
  return inner;
}

/** Made once and frozen, since they are large. */
const HUGE: readonly unknown[] = [
  nested(50_000, (inner) => [inner]),
  nested(50_000, (inner) => ({ inner })),
  nested(50_000, (inner) => ({ moments: [inner], __proto__: null })),
  Object.freeze(Array(100_000).fill(0)),
  Object.freeze(Array.from({ length: 20_000 }, (_, i) => i % 11)),
  Object.freeze(Array.from({ length: 5000 }, (_, i) => `id${String(i)}`)),
  Object.freeze(Array.from({ length: 2000 }, (_, i) => Object.freeze({ id: `m${String(i)}` }))),
  Object.freeze(Array(1_000_000)),
  Object.freeze(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${String(i)}`, i]))),
  new Float64Array(100_000),
];
for (const value of HUGE) freezeAll(value);
