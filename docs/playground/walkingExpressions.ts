/**
 * What vega evaluates its expressions by, where it is told to keep them as syntax trees: it looks at the tree each time
 * and makes no function of a text, which the policy of the page forbids.
 */

/** A node of a syntax tree, as `parse` of vega with `ast` gives it. */
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** What an expression can see. */
interface Scope {
  /** The functions of vega, such as `scale` and `format`. */
  readonly functions: Readonly<Record<string, Callable>>;
  /** The signals and parameters, by `$name`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly datum?: unknown;
  readonly item?: unknown;
}

type Callable = (...values: never[]) => unknown;

interface Context {
  readonly functions: Readonly<Record<string, Callable>>;
}

interface Tree {
  readonly ast: Node;
}

type Item = Record<string, unknown> & { datum?: unknown };

/** Properties that lead out of the data. */
const CLOSED = new Set(['constructor', '__proto__', 'prototype']);

const CONSTANTS: Readonly<Record<string, unknown>> = {
  NaN: Number.NaN,
  E: Math.E,
  LN2: Math.LN2,
  LN10: Math.LN10,
  PI: Math.PI,
  SQRT2: Math.SQRT2,
  MIN_VALUE: Number.MIN_VALUE,
  MAX_VALUE: Number.MAX_VALUE,
};

/** The functions that vega would write as code. */
const FUNCTIONS: Readonly<Record<string, Callable>> = {
  isNaN: (value: unknown) => Number.isNaN(value),
  isFinite: (value: unknown) => Number.isFinite(value),
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  log: Math.log,
  max: Math.max,
  min: Math.min,
  pow: Math.pow,
  round: Math.round,
  sqrt: Math.sqrt,
  clamp: (value: number, low: number, high: number) => Math.max(low, Math.min(high, value)),
  length: (value: { readonly length: number }) => value.length,
  indexof: (values: readonly unknown[], value: unknown) => values.indexOf(value),
  split: (text: string, by: string) => text.split(by),
  join: (values: readonly unknown[], by: string) => values.join(by),
  slice: (values: readonly unknown[], from: number, to?: number) => values.slice(from, to),
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  trim: (text: string) => text.trim(),
};

const OPERATORS: Readonly<Record<string, (a: never, b: never) => unknown>> = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '%': (a: number, b: number) => a % b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  // Loose, as the expression says.
  // biome-ignore lint/suspicious/noDoubleEquals: null and undefined are alike there
  '==': (a, b) => a == b,
  // biome-ignore lint/suspicious/noDoubleEquals: null and undefined are alike there
  '!=': (a, b) => a != b,
};

function evaluate(node: Node, scope: Scope): unknown {
  const part = (name: string): unknown => evaluate(node[name] as Node, scope);
  const { operator } = node as { readonly operator?: string };
  switch (node.type) {
    case 'Literal':
      return node['value'];
    case 'Identifier':
      return identifier(node['name'] as string, scope);
    case 'MemberExpression': {
      const key = node['computed'] === true ? part('property') : (node['property'] as Node)['name'];
      const object = part('object') as Record<string, unknown>;
      return CLOSED.has(String(key)) ? undefined : object[key as string];
    }
    case 'CallExpression':
      return call(node, scope);
    case 'ArrayExpression':
      return (node['elements'] as readonly Node[]).map((one) => evaluate(one, scope));
    case 'ObjectExpression':
      return Object.fromEntries(
        (node['properties'] as readonly Node[]).map(({ key, value }) => [
          (key as Node)['name'] ?? (key as Node)['value'],
          evaluate(value as Node, scope),
        ]),
      );
    case 'UnaryExpression': {
      const value = part('argument');
      if (operator === '!') return !value;
      return operator === '-' ? -(value as number) : Number(value);
    }
    case 'BinaryExpression':
      return OPERATORS[operator ?? '']?.(part('left') as never, part('right') as never);
    case 'LogicalExpression':
      return operator === '&&' ? part('left') && part('right') : part('left') || part('right');
    case 'ConditionalExpression':
      return part('test') ? part('consequent') : part('alternate');
    default:
      throw new TypeError(`an expression of ${node.type}`);
  }
}

function identifier(name: string, { datum, item, parameters }: Scope): unknown {
  if (name === 'datum') return datum;
  if (name === 'item') return item;
  return Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : parameters[`$${name}`];
}

function call(node: Node, scope: Scope): unknown {
  const args = node['arguments'] as readonly Node[];
  // Encoders call some functions by a name of their own.
  const name = ((node['callee'] as Node)['name'] as string).replace(/^_/, '');
  const [test, then, otherwise] = args;
  if (name === 'if' && test !== undefined) {
    const branch = evaluate(test, scope) ? then : otherwise;
    return branch === undefined ? undefined : evaluate(branch, scope);
  }
  const found = scope.functions[name] ?? FUNCTIONS[name];
  if (found === undefined) throw new TypeError(`an expression calls ${name}`);
  return found.apply(scope.functions, args.map((one) => evaluate(one, scope)) as never[]);
}

/** Lays a mark between two ends where it is given both. */
function settle(item: Item, channels: object, mayTurn: boolean): void {
  for (const [at, end, middle, size] of [
    ['x', 'x2', 'xc', 'width'],
    ['y', 'y2', 'yc', 'height'],
  ] as const) {
    const number = (name: string): number => Number(item[name] ?? 0);
    if (end in channels) {
      if (at in channels) {
        const [low, high] = [number(at), number(end)];
        if (mayTurn && low > high) Object.assign(item, { [at]: high, [end]: low });
        item[size] = number(end) - number(at);
      } else item[at] = number(end) - number(size);
    }
    if (middle in channels) item[at] = number(middle) - number(size) / 2;
  }
}

/** The evaluators of each kind of expression. */
export const walkingExpressions = {
  operator:
    ({ functions }: Context, { ast }: Tree) =>
    (parameters: Scope['parameters']): unknown =>
      evaluate(ast, { functions, parameters }),
  parameter:
    ({ functions }: Context, { ast }: Tree) =>
    (datum: unknown, parameters: Scope['parameters']): unknown =>
      evaluate(ast, { functions, parameters, datum }),
  encode: (
    { functions }: Context,
    { marktype, channels }: { marktype: string; channels: Readonly<Record<string, Tree>> },
  ) => {
    const mayTurn = ['group', 'image', 'rect'].includes(marktype);
    return (item: Item, parameters: Scope['parameters']): number => {
      let changed = 0;
      for (const [name, { ast }] of Object.entries(channels)) {
        const value = evaluate(ast, { functions, parameters, datum: item.datum, item });
        if (item[name] === value) continue;
        item[name] = value;
        changed = 1;
      }
      if (marktype !== 'rule') settle(item, channels, mayTurn);
      return changed;
    };
  },
};
